/* march-office-form.c — which office the speaker held: one that is on record, or a new one */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-edtf.h"
#include "forms/march-coding-specs.h"
#include "forms/march-form-control.h"
#include "reader/march-office-form.h"

struct _MarchOfficeForm
{
  GtkBox parent_instance;

  MarchCoding         *coding;    /* borrowed with the quotation; NULL while there is none */
  MarchQuotationDraft *quotation;
  GPtrArray           *offices;   /* of MarchOfficeDraft: those on record, in their order */

  /* The first is what is told of the speaker as it is on record, the last a new one. */
  GtkDropDown    *choice;
  GtkLabel       *problem;
  MarchDraftForm *fields;   /* of a new one; stands elsewhere */
  gboolean        showing;  /* what is there is shown, nobody chooses */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchOfficeForm, march_office_form, GTK_TYPE_BOX)

static void
tell_changed (MarchOfficeForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Whether the first of those on record is what is told of the speaker. */
static gboolean
is_first_held (MarchOfficeForm *self)
{
  return self->offices->len > 0
         && march_coding_is_office_held (self->coding, self->quotation,
                                         self->offices->pdata[0]);
}

static const MarchOfficeDraft *
get_office (MarchOfficeForm *self, guint choice)
{
  const guint index = choice - !is_first_held (self);

  return choice > 0 && index < self->offices->len ? self->offices->pdata[index] : NULL;
}

static char *
describe (const MarchOfficeDraft *office)
{
  g_autoptr (MarchEdtf) edtf = march_edtf_new_from_words (office->valid, NULL);
  g_autofree char      *when = edtf != NULL ? march_edtf_describe (edtf) : NULL;

  if (when == NULL || *when == '\0' || g_str_equal (office->valid, "/"))
    return g_strdup (office->title);
  return g_strjoin (" · ", office->title, when, NULL);
}

static GPtrArray *
list_words (MarchOfficeForm *self)
{
  GPtrArray     *words = g_ptr_array_new_with_free_func (g_free);
  const gboolean held = is_first_held (self);

  if (held)
    g_ptr_array_add (words, g_strdup (((MarchOfficeDraft *) self->offices->pdata[0])->title));
  else
    /* Translators: what office a speaker held then. */
    g_ptr_array_add (words, g_strdup (_("none on record")));
  for (guint i = held ? 1 : 0; i < self->offices->len; i++)
    g_ptr_array_add (words, describe (self->offices->pdata[i]));
  /* Translators: an office that is not on record yet. */
  g_ptr_array_add (words, g_strdup (_("Another Office…")));
  return words;
}

static gboolean
says (GListModel *model, GPtrArray *words)
{
  if (g_list_model_get_n_items (model) != words->len)
    return FALSE;
  for (guint i = 0; i < words->len; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), words->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
show_words (MarchOfficeForm *self)
{
  g_autoptr (GPtrArray)     words = list_words (self);
  g_autoptr (GtkStringList) model = NULL;

  if (says (gtk_drop_down_get_model (self->choice), words))
    return;
  model = gtk_string_list_new (NULL);
  for (guint i = 0; i < words->len; i++)
    gtk_string_list_append (model, words->pdata[i]);
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (model));
}

static guint
find_choice (MarchOfficeForm *self)
{
  const MarchOfficeDraft *own = self->quotation->office;
  const guint last = g_list_model_get_n_items (gtk_drop_down_get_model (self->choice)) - 1;

  if (own == NULL)
    return 0;
  for (guint i = 1; i < last; i++)
    {
      const MarchOfficeDraft *held = get_office (self, i);

      if (held != NULL && held->body == own->body && g_strcmp0 (held->title, own->title) == 0)
        return i;
    }
  return last;
}

/* The draft of an office, or nothing. */
static void
show_fields (MarchOfficeForm *self)
{
  MarchOfficeDraft *office = self->quotation != NULL ? self->quotation->office : NULL;

  march_draft_form_bind (self->fields, self->coding, office, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->fields), office != NULL);
}

/* Of whom the speaker was mostly something. */
static gint64
guess_body (MarchOfficeForm *self)
{
  const gint64      speaker = march_quotation_draft_get_actor (self->quotation, MARCH_ROLE_SPEAKER);
  const MarchActor *actor
      = march_corpus_get_actor (march_coding_get_corpus (self->coding), speaker);
  const MarchOffice *office = actor != NULL ? march_actor_get_office (actor, NULL) : NULL;

  return office != NULL ? office->body->id : 0;
}

/* From then on, as long as nothing else is known. */
static char *
begin_at (const char *spoken)
{
  return *spoken == '\0' || strchr (spoken, '/') != NULL ? g_strdup (spoken)
                                                         : g_strconcat (spoken, "/", NULL);
}

/* It is held when the words are said: of one that is on record for another time this is new. */
static MarchOfficeDraft *
draft_office (MarchOfficeForm *self, const MarchOfficeDraft *chosen)
{
  g_autofree char  *spoken = march_coding_dup_spoken (self->coding, self->quotation);
  g_autofree char  *begun = begin_at (spoken);
  MarchOfficeDraft *office = NULL;

  if (chosen == NULL)
    return march_office_draft_new (guess_body (self), "", begun);
  office = march_office_draft_new (chosen->body, chosen->title, spoken);
  office->speaks_for = chosen->speaks_for;
  office->states_policy = chosen->states_policy;
  return office;
}

static void
chosen_cb (MarchOfficeForm *self)
{
  const guint     choice = gtk_drop_down_get_selected (self->choice);
  MarchFormField *title = NULL;

  if (self->showing || self->quotation == NULL || choice == GTK_INVALID_LIST_POSITION)
    return;
  march_quotation_draft_set_office (
      self->quotation, choice > 0 ? draft_office (self, get_office (self, choice)) : NULL);
  show_fields (self);
  title = march_draft_form_get_field (self->fields, "title");
  if (title != NULL && get_office (self, choice) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (title));
  tell_changed (self);
}

static void
march_office_form_dispose (GObject *object)
{
  MarchOfficeForm *self = MARCH_OFFICE_FORM (object);

  self->quotation = NULL;
  g_clear_object (&self->fields);
  g_clear_pointer (&self->offices, g_ptr_array_unref);
  G_OBJECT_CLASS (march_office_form_parent_class)->dispose (object);
}

static void
march_office_form_class_init (MarchOfficeFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_office_form_dispose;
  signals[CHANGED] = g_signal_new ("changed", MARCH_TYPE_OFFICE_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_line (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, style_class);
  return label;
}

static void
march_office_form_init (MarchOfficeForm *self)
{
  /* Translators: the office of a speaker, as "Foreign Minister". */
  const char *name = _("Office");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
  self->choice = GTK_DROP_DOWN (march_form_control_new_choice ());
  self->problem = GTK_LABEL (new_line ("", "error"));
  self->fields = g_object_ref_sink (MARCH_DRAFT_FORM (march_coding_new_office_form ()));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_box_append (GTK_BOX (self), new_line (name, "dim-label"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->problem));
  march_form_control_set_name (GTK_WIDGET (self->choice), name);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (tell_changed), self,
                           G_CONNECT_SWAPPED);
}

/** march_office_form_new: Returns: (transfer floating): the choice, of nobody's office yet */
GtkWidget *
march_office_form_new (void)
{
  return g_object_new (MARCH_TYPE_OFFICE_FORM, NULL);
}

/** march_office_form_get_fields: Returns: (transfer none): those of a new office, to be put
 * somewhere else */
GtkWidget *
march_office_form_get_fields (MarchOfficeForm *self)
{
  return GTK_WIDGET (self->fields);
}

/** march_office_form_bind: @quotation: (nullable): of @coding: whose speaker's office it is;
 * borrowed until another is bound */
void
march_office_form_bind (MarchOfficeForm     *self,
                        MarchCoding         *coding,
                        MarchQuotationDraft *quotation)
{
  self->coding = coding;
  self->quotation = quotation;
  show_fields (self);
  march_office_form_update (self);
}

/** march_office_form_update: what is offered follows who speaks, and when */
void
march_office_form_update (MarchOfficeForm *self)
{
  if (self->quotation == NULL)
    return;
  g_clear_pointer (&self->offices, g_ptr_array_unref);
  self->offices = march_coding_list_offices (self->coding, self->quotation);
  self->showing = TRUE;
  show_words (self);
  gtk_drop_down_set_selected (self->choice, find_choice (self));
  self->showing = FALSE;
  if (self->quotation->office == NULL && gtk_widget_get_visible (GTK_WIDGET (self->fields)))
    show_fields (self);
}

/** march_office_form_set_completers: @completers: (array): what finds the records that are named,
 * one of each kind or %NULL; borrowed */
void
march_office_form_set_completers (MarchOfficeForm *self, MarchCompleter *const *completers)
{
  march_draft_form_set_completers (self->fields, completers);
}

static void
set_problem (MarchOfficeForm *self, const char *sentence)
{
  gtk_label_set_text (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *sentence != '\0');
}

/** march_office_form_clear_problems: nothing is known to be wrong */
void
march_office_form_clear_problems (MarchOfficeForm *self)
{
  set_problem (self, "");
  march_draft_form_clear_problems (self->fields);
}

/** march_office_form_show_problem: @problem: of the quotation. Returns: whether it is about its
 * office, and told there */
gboolean
march_office_form_show_problem (MarchOfficeForm *self, const MarchProblem *problem)
{
  const gboolean own = g_str_equal (problem->field, "office");

  if (own)
    set_problem (self, problem->sentence);
  return own || march_draft_form_show_problem (self->fields, problem);
}

/** march_office_form_is_resolved: Returns: whether what is typed names somebody; if not, that is
 * told */
gboolean
march_office_form_is_resolved (MarchOfficeForm *self)
{
  return march_draft_form_check_resolved (self->fields);
}
