/* march-quotation-form.c — who says the words of a passage, how and when */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <glib/gi18n.h>

#include "coding/march-said-when.h"
#include "forms/march-coding-specs.h"
#include "reader/march-office-form.h"
#include "reader/march-quotation-form.h"
#include "widgets/march-wrap-layout.h"

struct _MarchQuotationForm
{
  GtkBox parent_instance;

  MarchCompleters  *names;
  MarchPassageDraft *passage; /* borrowed; NULL while nothing is coded */
  MarchDraftForm    *speaker;
  MarchOfficeForm   *office;
  MarchDraftForm    *form;
  MarchDraftForm    *more;  /* stands elsewhere */
  GtkBox            *hints; /* what the words tell of when they were said */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchQuotationForm, march_quotation_form, GTK_TYPE_BOX)

static void
changed_cb (MarchQuotationForm *self)
{
  march_quotation_form_update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* "Yesterday" is the day before the source was published. */
static char *
read_said (MarchQuotationForm *self)
{
  const MarchSource *source = march_passage_draft_get_source (self->passage);

  return source != NULL
             ? march_said_when_read (self->passage->quotation->said, source->published)
             : NULL;
}

static void
show_said (MarchQuotationForm *self)
{
  MarchFormField  *field = march_draft_form_get_field (self->form, "said");
  g_autofree char *edtf = read_said (self);
  g_autofree char *words = edtf != NULL ? march_edtf_describe_text (edtf) : g_strdup ("");

  if (field != NULL)
    march_form_field_set_note (field, words);
}

static void
hint_cb (MarchQuotationForm *self, GtkWidget *button)
{
  MarchFormField *field = march_draft_form_get_field (self->form, "said");

  if (self->passage == NULL || field == NULL)
    return;
  march_draft_set_text (&self->passage->quotation->said,
                        g_object_get_data (G_OBJECT (button), "march-edtf"));
  march_form_field_bind (field, self->passage->coding, self->passage->quotation);
  changed_cb (self);
}

static GtkWidget *
new_hint (MarchQuotationForm *self, const MarchSaidWhen *said)
{
  g_autofree char *when = march_edtf_describe_text (said->edtf);
  /* Translators: words of a source that tell of a time, and what they mean. */
  g_autofree char *label = g_strdup_printf (_("“%1$s”: %2$s"), said->words, when);
  GtkWidget       *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill-small");
  gtk_widget_set_tooltip_text (button, _("Said then"));
  g_object_set_data_full (G_OBJECT (button), "march-edtf", g_strdup (said->edtf), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (hint_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/* What the words themselves tell of times, for the analyst to confirm. */
static void
show_hints (MarchQuotationForm *self)
{
  const MarchSource    *source = march_passage_draft_get_source (self->passage);
  g_autofree char      *words = march_quotation_draft_dup_words (self->passage->quotation);
  g_autoptr (GPtrArray) said = NULL;
  GtkWidget            *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->hints))) != NULL)
    gtk_box_remove (self->hints, child);
  if (source != NULL && words != NULL)
    said = march_said_when_list (words, source->published);
  for (guint i = 0; said != NULL && i < said->len; i++)
    if (*((const MarchSaidWhen *) said->pdata[i])->edtf != '\0')
      gtk_box_append (self->hints, new_hint (self, said->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->hints),
                          gtk_widget_get_first_child (GTK_WIDGET (self->hints)) != NULL);
}

static void
renewed_cb (MarchQuotationForm *self)
{
  MarchCompleter *const *completers = march_completers_get (self->names);

  march_draft_form_set_completers (self->speaker, completers);
  march_office_form_set_completers (self->office, completers);
  march_draft_form_set_completers (self->form, completers);
  march_draft_form_set_completers (self->more, completers);
}

static void
march_quotation_form_dispose (GObject *object)
{
  MarchQuotationForm *self = MARCH_QUOTATION_FORM (object);

  self->passage = NULL;
  g_clear_object (&self->more);
  g_clear_object (&self->names);
  G_OBJECT_CLASS (march_quotation_form_parent_class)->dispose (object);
}

static void
march_quotation_form_class_init (MarchQuotationFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_quotation_form_dispose;
  signals[CHANGED] = g_signal_new ("changed", MARCH_TYPE_QUOTATION_FORM, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static MarchDraftForm *
watch (MarchQuotationForm *self, GtkWidget *form)
{
  g_signal_connect_object (form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return MARCH_DRAFT_FORM (form);
}

/* Who speaks another time may have had another office. */
static void
speaker_cb (MarchQuotationForm *self)
{
  march_quotation_draft_set_office (self->passage->quotation, NULL);
  changed_cb (self);
}

/* Beside the speaker stands the office; a new one has its fields below both. */
static void
add_speaker (MarchQuotationForm *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *speaker = march_coding_new_speaker_form ();

  self->speaker = MARCH_DRAFT_FORM (speaker);
  self->office = MARCH_OFFICE_FORM (march_office_form_new ());
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_box_append (GTK_BOX (row), speaker);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->office));
  gtk_box_append (GTK_BOX (self), row);
  gtk_box_append (GTK_BOX (self), march_office_form_get_fields (self->office));
  g_signal_connect_object (speaker, "changed", G_CALLBACK (speaker_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->office, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
march_quotation_form_init (MarchQuotationForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  add_speaker (self);
  self->form = watch (self, march_coding_new_quotation_form (FALSE));
  self->more = g_object_ref_sink (watch (self, march_coding_new_quotation_form (TRUE)));
  self->hints = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->hints), march_wrap_layout_new (6, 6));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->hints));
}

/** march_quotation_form_new: Returns: (transfer floating): the fields, of nothing yet; @names finds
 * what is typed */
GtkWidget *
march_quotation_form_new (MarchCompleters *names)
{
  MarchQuotationForm *self = g_object_new (MARCH_TYPE_QUOTATION_FORM, NULL);

  self->names = g_object_ref (names);
  g_signal_connect_object (names, "changed", G_CALLBACK (renewed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** march_quotation_form_get_more: Returns: (transfer none): the fields that are seldom needed, to
 * be put somewhere else */
GtkWidget *
march_quotation_form_get_more (MarchQuotationForm *self)
{
  return GTK_WIDGET (self->more);
}

/** march_quotation_form_bind: @passage: (nullable): whose quotation is shown and changed; borrowed
 */
void
march_quotation_form_bind (MarchQuotationForm *self, MarchPassageDraft *passage)
{
  MarchCoding         *coding = passage != NULL ? passage->coding : NULL;
  MarchQuotationDraft *quotation = passage != NULL ? passage->quotation : NULL;

  self->passage = passage;
  march_draft_form_bind (self->speaker, coding, quotation, NULL);
  march_office_form_bind (self->office, coding, quotation);
  march_draft_form_bind (self->form, coding, quotation, NULL);
  march_draft_form_bind (self->more, coding, quotation, NULL);
  if (passage == NULL)
    return;
  march_quotation_form_update (self);
  show_hints (self);
}

/** march_quotation_form_update: what is told beside the fields follows what they hold */
void
march_quotation_form_update (MarchQuotationForm *self)
{
  if (self->passage == NULL)
    return;
  march_office_form_update (self->office);
  show_said (self);
}

/** march_quotation_form_resolve_said: what is counted from the day of publication is written as the
 * day that it means */
void
march_quotation_form_resolve_said (MarchQuotationForm *self)
{
  g_autofree char *edtf = read_said (self);

  if (edtf != NULL)
    march_draft_set_text (&self->passage->quotation->said, edtf);
}

/** march_quotation_form_focus_note: the analyst is to write a note on the quotation */
void
march_quotation_form_focus_note (MarchQuotationForm *self)
{
  MarchFormField *note = march_draft_form_get_field (self->more, "note");

  if (note != NULL)
    march_form_field_reveal (note);
}

/** march_quotation_form_clear_problems: nothing is known to be wrong */
void
march_quotation_form_clear_problems (MarchQuotationForm *self)
{
  march_draft_form_clear_problems (self->speaker);
  march_office_form_clear_problems (self->office);
  march_draft_form_clear_problems (self->form);
  march_draft_form_clear_problems (self->more);
}

/** march_quotation_form_show_problem: Returns: whether it is about a field here, and told there */
gboolean
march_quotation_form_show_problem (MarchQuotationForm *self, const MarchProblem *problem)
{
  return self->passage != NULL && problem->draft == self->passage->quotation->id
         && (march_draft_form_show_problem (self->speaker, problem)
             || march_office_form_show_problem (self->office, problem)
             || march_draft_form_show_problem (self->form, problem)
             || march_draft_form_show_problem (self->more, problem));
}

/** march_quotation_form_is_resolved: Returns: whether all that is typed names something; where it
 * does not, that is told */
gboolean
march_quotation_form_is_resolved (MarchQuotationForm *self)
{
  return march_draft_form_check_resolved (self->speaker)
         && march_office_form_is_resolved (self->office)
         && march_draft_form_check_resolved (self->form)
         && march_draft_form_check_resolved (self->more);
}
