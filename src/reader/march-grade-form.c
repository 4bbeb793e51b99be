/* march-grade-form.c — how reliable the source is, and how credible what it says here */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "coding/march-source-draft.h"
#include "forms/march-form-field.h"
#include "reader/march-grade-form.h"

struct _MarchGradeForm
{
  GtkBox parent_instance;

  MarchSession      *session;
  MarchPassageDraft *passage;     /* borrowed; NULL while nothing is coded */
  gboolean           binding;     /* what is there is shown, nobody chooses */
  GtkWidget         *source;      /* a toggle for each letter */
  MarchFormField    *credibility;
  GtkLabel          *meaning;
};

enum
{
  CHANGED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchGradeForm, march_grade_form, GTK_TYPE_BOX)

/* What the code of source and information means. */
static void
show_meaning (MarchGradeForm *self)
{
  MarchQuotation   graded = { .source = march_passage_draft_get_source (self->passage),
                              .credibility = self->passage->quotation->credibility };
  g_autofree char *meaning
      = graded.source != NULL ? march_words_grade_meaning (&graded) : g_strdup ("");

  gtk_label_set_text (self->meaning, meaning);
}

static void
show_source (MarchGradeForm *self)
{
  const MarchSource *source = march_passage_draft_get_source (self->passage);
  const char         letter = source != NULL ? source->grade : 0;
  GtkWidget         *button = NULL;

  self->binding = TRUE;
  for (button = gtk_widget_get_first_child (self->source); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (
        GTK_TOGGLE_BUTTON (button),
        GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "march-value")) == letter);
  self->binding = FALSE;
}

static void
graded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MarchGradeForm) self = user_data;
  g_autoptr (GError)         error = NULL;

  if (march_dossier_edit_finish (MARCH_DOSSIER (object), result, &error) || self->passage == NULL)
    return;
  g_signal_emit (self, signals[REFUSED], 0, error->message);
  show_source (self);
}

/* The grade is the source's, of all that is quoted of it: an edit by itself. */
static void
source_cb (MarchGradeForm *self, GtkToggleButton *button)
{
  const char letter = (char) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "march-value"));
  const MarchSource *source
      = self->passage != NULL ? march_passage_draft_get_source (self->passage) : NULL;
  g_autoptr (MarchSourceDraft) draft = NULL;

  if (self->binding || source == NULL)
    return;
  draft = march_source_draft_new_from (source);
  draft->grade = gtk_toggle_button_get_active (button) ? letter : 0;
  march_source_draft_write_async (draft, march_session_get_dossier (self->session), graded_cb,
                                  g_object_ref (self));
}

static void
credibility_cb (MarchGradeForm *self)
{
  if (self->passage == NULL)
    return;
  show_meaning (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
march_grade_form_dispose (GObject *object)
{
  MarchGradeForm *self = MARCH_GRADE_FORM (object);

  self->passage = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (march_grade_form_parent_class)->dispose (object);
}

static void
march_grade_form_class_init (MarchGradeFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_grade_form_dispose;
  signals[CHANGED] = g_signal_new ("changed", MARCH_TYPE_GRADE_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", MARCH_TYPE_GRADE_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkLabel *
new_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return GTK_LABEL (label);
}

static GtkWidget *
new_letter (MarchGradeForm *self, char letter)
{
  GtkWidget *button = gtk_toggle_button_new_with_label ((char[]){ letter, '\0' });
  /* Translators: %c is the letter of a source's grade. */
  g_autofree char *name = g_strdup_printf (_("Source %c"), letter);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "march-value", GINT_TO_POINTER (letter));
  g_signal_connect_object (button, "toggled", G_CALLBACK (source_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_source (MarchGradeForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->source = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->source, "linked");
  gtk_box_set_homogeneous (GTK_BOX (self->source), TRUE);
  for (char letter = 'A'; letter <= 'F'; letter++)
    gtk_box_append (GTK_BOX (self->source), new_letter (self, letter));
  gtk_box_append (GTK_BOX (box),
                  GTK_WIDGET (new_line (_("Source, for all that is quoted of it"))));
  gtk_box_append (GTK_BOX (box), self->source);
  return box;
}

static void
march_grade_form_init (MarchGradeForm *self)
{
  static const MarchFormSpec spec = {
    .name = "credibility", .label = N_("Information"), .kind = MARCH_FORM_GRADE,
    .offset = G_STRUCT_OFFSET (MarchQuotationDraft, credibility), .wide = TRUE,
  };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->credibility = MARCH_FORM_FIELD (march_form_field_new (&spec));
  self->meaning = new_line (NULL);
  gtk_box_append (GTK_BOX (self), new_source (self));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->credibility));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->meaning));
  g_signal_connect_object (self->credibility, "changed", G_CALLBACK (credibility_cb), self,
                           G_CONNECT_SWAPPED);
}

/** march_grade_form_new: Returns: (transfer floating): the two rows, of nothing yet */
GtkWidget *
march_grade_form_new (MarchSession *session)
{
  MarchGradeForm *self = g_object_new (MARCH_TYPE_GRADE_FORM, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/** march_grade_form_bind: @passage: (nullable): whose grades are shown and changed; borrowed */
void
march_grade_form_bind (MarchGradeForm *self, MarchPassageDraft *passage)
{
  self->passage = passage;
  march_form_field_bind (self->credibility, passage != NULL ? passage->coding : NULL,
                         passage != NULL ? passage->quotation : NULL);
  march_grade_form_update (self);
}

/** march_grade_form_update: shows the source's grade as the dossier has it now */
void
march_grade_form_update (MarchGradeForm *self)
{
  if (self->passage == NULL)
    return;
  show_meaning (self);
  show_source (self);
}
