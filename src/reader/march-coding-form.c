/* march-coding-form.c — the form for a passage: what it bears on, who says it, and its grade */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "forms/march-form-field.h"
#include "reader/march-coding-form.h"
#include "reader/march-grade-form.h"
#include "reader/march-link-form.h"
#include "reader/march-linked-list.h"
#include "reader/march-quotation-form.h"

/* While keys come fast, only the last one is followed by a check. */
#define CHECK_MS 250

struct _MarchCodingForm
{
  GtkBox parent_instance;

  MarchCompleters  *names;
  MarchPassageDraft *passage; /* borrowed; NULL while nothing is coded */
  gboolean           tried;   /* to save it: from then on all that is wrong is told */
  guint              check;   /* id of the timeout, 0 for none */

  MarchLinkForm      *link_form;
  MarchQuotationForm *quotation_form;
  MarchGradeForm     *grade_form;
  MarchLinkedList    *linked;

  /* Template children */
  GtkLabel    *count;
  GtkLabel    *words;
  GtkLabel    *words_problem;
  AdwBin      *link_slot;
  GtkBox      *quotation_card;
  GtkBox      *grade_card;
  GtkExpander *more;
  GtkBox      *more_card;
  AdwBin      *linked_slot;
  GtkLabel    *problems;
};

enum
{
  CHANGED,
  PICK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchCodingForm, march_coding_form, GTK_TYPE_BOX)

static void
set_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_words (MarchCodingForm *self)
{
  const MarchQuotationDraft *quotation = self->passage->quotation;
  g_autofree char           *words = march_quotation_draft_dup_words (quotation);
  const gboolean             marked = quotation->voice != MARCH_VOICE_REPORT;
  /* Translators: the quotation marks of your language, around a speaker's own words. */
  g_autofree char *quote = marked ? g_strdup_printf (_("“%s”"), words) : g_strdup (words);

  gtk_label_set_text (self->words, quote);
}

/* Which of how many links is in view, and the others. */
static void
show_links (MarchCodingForm *self)
{
  GPtrArray       *links = march_passage_draft_get_links (self->passage);
  guint            index = 0;
  g_autofree char *count = NULL;

  if (g_ptr_array_find (links, self->passage->link, &index))
    count = g_strdup_printf (ngettext ("%1$u of %2$u assertion", "%1$u of %2$u assertions",
                                       links->len),
                             index + 1, links->len);
  gtk_label_set_text (self->count, count != NULL ? count : "");
  march_linked_list_show (self->linked, self->passage);
}

static gboolean
is_typed_wrong (const MarchProblem *problem)
{
  static const char *const read_at_once[]
      = { "valid", "said", "period", "low", "high", NULL };

  return g_str_equal (problem->field, "spans")
         || (problem->level == MARCH_PROBLEM_ERROR && !problem->missing
             && g_strv_contains (read_at_once, problem->field));
}

/* At its field, if the one is in view; else below all fields. */
static void
tell_problem (MarchCodingForm *self, const MarchProblem *problem, GString *others)
{
  if (problem->draft == self->passage->quotation->id && g_str_equal (problem->field, "spans"))
    set_optional (self->words_problem, problem->sentence);
  else if (!march_quotation_form_show_problem (self->quotation_form, problem)
           && !march_link_form_show_problem (self->link_form, problem))
    g_string_append_printf (others, "%s%s", others->len > 0 ? "\n" : "", problem->sentence);
}

static void
clear_problems (MarchCodingForm *self)
{
  march_link_form_clear_problems (self->link_form);
  march_quotation_form_clear_problems (self->quotation_form);
  set_optional (self->words_problem, "");
}

static gboolean
has_error (GtkWidget *widget)
{
  if (MARCH_IS_FORM_FIELD (widget))
    return march_form_field_is_wrong (MARCH_FORM_FIELD (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_error (child))
      return TRUE;
  return FALSE;
}

/* Returns: whether it may be written. */
static gboolean
check (MarchCodingForm *self)
{
  g_autoptr (GPtrArray) problems = march_coding_check (self->passage->coding);
  g_autoptr (GString)   others = g_string_new (NULL);

  clear_problems (self);
  for (guint i = 0; i < problems->len; i++)
    {
      const MarchProblem *problem = problems->pdata[i];

      /* A form that is begun lacks much, which needs no telling. */
      if (self->tried || is_typed_wrong (problem))
        tell_problem (self, problem, others);
    }
  set_optional (self->problems, others->str);
  if (has_error (GTK_WIDGET (self->more_card)))
    gtk_expander_set_expanded (self->more, TRUE);
  return march_problems_get_error (problems) == NULL;
}

static gboolean
check_cb (gpointer user_data)
{
  MarchCodingForm *self = user_data;

  self->check = 0;
  if (self->passage != NULL)
    check (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MarchCodingForm *self)
{
  if (self->passage == NULL)
    return;
  show_words (self);
  show_links (self);
  march_quotation_form_update (self->quotation_form);
  g_clear_handle_id (&self->check, g_source_remove);
  self->check = g_timeout_add (CHECK_MS, check_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
chosen_cb (MarchCodingForm *self, MarchEvidenceDraft *link)
{
  self->passage->link = link;
  march_link_form_bind (self->link_form, self->passage);
  show_links (self);
  check (self);
}

static void
pick_cb (MarchCodingForm *self)
{
  g_signal_emit (self, signals[PICK], 0);
}

static gboolean
march_coding_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MARCH_CODING_FORM (widget)->link_form));
}

static void
march_coding_form_dispose (GObject *object)
{
  MarchCodingForm *self = MARCH_CODING_FORM (object);

  self->passage = NULL;
  g_clear_handle_id (&self->check, g_source_remove);
  g_clear_object (&self->names);
  G_OBJECT_CLASS (march_coding_form_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MarchCodingForm, name)
  BIND (count);
  BIND (words);
  BIND (words_problem);
  BIND (link_slot);
  BIND (quotation_card);
  BIND (grade_card);
  BIND (more);
  BIND (more_card);
  BIND (linked_slot);
  BIND (problems);
#undef BIND
}

static void
march_coding_form_class_init (MarchCodingFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = march_coding_form_dispose;
  widget_class->grab_focus = march_coding_form_grab_focus;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/marchland_map/Marchland/ui/march-coding-form.ui");
  bind_children (widget_class);
  signals[CHANGED] = g_signal_new ("changed", MARCH_TYPE_CODING_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[PICK] = g_signal_new ("pick", MARCH_TYPE_CODING_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
march_coding_form_init (MarchCodingForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->names = march_completers_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_expander_get_label (self->more), -1);
}

static void
watch (MarchCodingForm *self, gpointer form)
{
  g_signal_connect_object (form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
make_forms (MarchCodingForm *self, MarchSession *session)
{
  self->link_form = MARCH_LINK_FORM (march_link_form_new (self->names));
  self->quotation_form = MARCH_QUOTATION_FORM (march_quotation_form_new (self->names));
  self->grade_form = MARCH_GRADE_FORM (march_grade_form_new (session));
  self->linked = MARCH_LINKED_LIST (march_linked_list_new ());
  adw_bin_set_child (self->link_slot, GTK_WIDGET (self->link_form));
  gtk_box_append (self->quotation_card, GTK_WIDGET (self->quotation_form));
  gtk_box_append (self->grade_card, GTK_WIDGET (self->grade_form));
  gtk_box_append (self->more_card, march_link_form_get_more (self->link_form));
  gtk_box_append (self->more_card, march_quotation_form_get_more (self->quotation_form));
  adw_bin_set_child (self->linked_slot, GTK_WIDGET (self->linked));
  watch (self, self->link_form);
  watch (self, self->quotation_form);
  watch (self, self->grade_form);
  g_signal_connect_object (self->link_form, "pick", G_CALLBACK (pick_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grade_form, "refused", G_CALLBACK (march_coding_form_refuse), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->linked, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

/** march_coding_form_new: Returns: (transfer floating): the form, of nothing yet */
GtkWidget *
march_coding_form_new (MarchSession *session)
{
  MarchCodingForm *self = g_object_new (MARCH_TYPE_CODING_FORM, NULL);

  make_forms (self, session);
  return GTK_WIDGET (self);
}

/** march_coding_form_bind: @passage: (nullable): what is coded; borrowed until another is bound */
void
march_coding_form_bind (MarchCodingForm *self, MarchPassageDraft *passage)
{
  g_clear_handle_id (&self->check, g_source_remove);
  self->passage = passage;
  self->tried = FALSE;
  march_completers_set_coding (self->names, passage != NULL ? passage->coding : NULL);
  clear_problems (self);
  set_optional (self->problems, "");
  march_quotation_form_bind (self->quotation_form, passage);
  march_grade_form_bind (self->grade_form, passage);
  march_link_form_bind (self->link_form, passage);
  if (passage == NULL)
    return;
  march_completers_update (self->names, march_coding_get_corpus (passage->coding));
  show_words (self);
  show_links (self);
}

/** march_coding_form_link: the passage supports a new assertion, like the last one */
void
march_coding_form_link (MarchCodingForm *self)
{
  march_link_form_begin (self->link_form);
  show_links (self);
}

/** march_coding_form_link_another: it supports one more, of another place */
void
march_coding_form_link_another (MarchCodingForm *self)
{
  march_link_form_begin_another (self->link_form);
  self->tried = FALSE;
  show_links (self);
  check (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->link_form));
}

/** march_coding_form_aim: as march_link_form_aim() */
void
march_coding_form_aim (MarchCodingForm *self, gint64 bears_on, gboolean alike)
{
  march_link_form_aim (self->link_form, bears_on, alike);
  show_links (self);
}

/** march_coding_form_write_note: it supports nothing yet, and is to have a note */
void
march_coding_form_write_note (MarchCodingForm *self)
{
  march_link_form_unlink (self->link_form);
  show_links (self);
  march_quotation_form_focus_note (self->quotation_form);
}

/** march_coding_form_get_links: Returns: (transfer none): the part with what it bears on */
MarchLinkForm *
march_coding_form_get_links (MarchCodingForm *self)
{
  return self->link_form;
}

/** march_coding_form_add_words: quotes further words along, of the same text. Returns: whether they
 * can be; why not is told at the words */
gboolean
march_coding_form_add_words (MarchCodingForm *self, const MarchStretch *words)
{
  const MarchSource *source
      = self->passage != NULL ? march_passage_draft_get_source (self->passage) : NULL;
  g_autoptr (GError) error = NULL;

  if (source == NULL || source->text == NULL)
    return FALSE;
  if (march_quotation_draft_add_span (self->passage->quotation, source->text, words->first,
                                      words->beyond, &error))
    {
      changed_cb (self);
      return TRUE;
    }
  set_optional (self->words_problem, error->message);
  return FALSE;
}

/** march_coding_form_set_corpus: the dossier has changed to this */
void
march_coding_form_set_corpus (MarchCodingForm *self, MarchCorpus *corpus)
{
  march_coding_set_corpus (self->passage->coding, corpus);
  march_link_form_suggest_places (self->link_form);
  march_completers_update (self->names, corpus);
  march_grade_form_update (self->grade_form);
  check (self);
}

/** march_coding_form_refuse: tells why something could not be written */
void
march_coding_form_refuse (MarchCodingForm *self, const char *sentence)
{
  set_optional (self->problems, sentence);
}

/** march_coding_form_may_write: Returns: whether nothing stands in the way of writing it; what does
 * is told from now on, with a bell */
gboolean
march_coding_form_may_write (MarchCodingForm *self)
{
  self->tried = TRUE;
  if (check (self) && march_link_form_is_resolved (self->link_form)
      && march_quotation_form_is_resolved (self->quotation_form))
    return TRUE;
  gtk_widget_error_bell (GTK_WIDGET (self));
  return FALSE;
}

/** march_coding_form_end: what is to be written is left as it is; "yesterday" gets its day */
void
march_coding_form_end (MarchCodingForm *self)
{
  g_clear_handle_id (&self->check, g_source_remove);
  march_quotation_form_resolve_said (self->quotation_form);
}
