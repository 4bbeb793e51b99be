/* march-form-field.c — one member of a draft: its name, what is typed, and what is wrong with it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include "forms/march-form-field.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "base/march-edtf.h"
#include "forms/march-form-control.h"
#include "forms/march-offers.h"
#include "widgets/march-text-row.h"

struct _MarchFormField
{
  GtkBox parent_instance;

  const MarchFormSpec *spec;
  MarchCoding         *coding; /* borrowed with the draft; NULL while there is none */
  gpointer             draft;

  GtkLabel  *label;
  GtkWidget *control;
  GtkLabel  *note;    /* what a date means */
  GtkLabel  *problem;
  gboolean   binding; /* the control shows what is there, nobody types */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchFormField, march_form_field, GTK_TYPE_BOX)

static gpointer
get_member (MarchFormField *self)
{
  return march_form_spec_get_member (self->spec, self->draft);
}

static void
set_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* How a date is understood, while it is typed. */
static void
tell_date (MarchFormField *self, const char *typed)
{
  g_autoptr (MarchEdtf) date = march_edtf_new_from_words (typed, NULL);
  g_autofree char      *words = date != NULL ? march_edtf_describe (date) : g_strdup ("");

  set_optional (self->note, words);
}

static void
tell_changed (MarchFormField *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
typed_cb (MarchFormField *self)
{
  const char *typed = march_typed_get_text (self->control);

  if (self->binding || self->draft == NULL)
    return;
  march_form_spec_take_text (self->spec, self->draft, typed);
  if (self->spec->kind == MARCH_FORM_DATE)
    tell_date (self, typed);
  tell_changed (self);
}

static void
picked_cb (MarchFormField *self)
{
  if (self->binding || self->draft == NULL)
    return;
  *(guint *) get_member (self) = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));
  tell_changed (self);
}

static void
counted_cb (MarchFormField *self)
{
  if (self->binding || self->draft == NULL)
    return;
  *(int *) get_member (self)
      = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->control));
  tell_changed (self);
}

static void
switched_cb (MarchFormField *self)
{
  if (self->binding || self->draft == NULL)
    return;
  march_form_spec_set_switch (self->spec, self->draft,
                              gtk_check_button_get_active (GTK_CHECK_BUTTON (self->control)));
  tell_changed (self);
}

static void
chosen_cb (MarchFormField *self, gint64 id)
{
  if (self->draft == NULL)
    return;
  march_form_spec_set_id (self->spec, self->draft, id);
  tell_changed (self);
}

/* What the dossier doesn't know yet is drafted along. */
static void
add_cb (MarchFormField *self, const char *name, guint choice)
{
  if (self->draft == NULL)
    return;
  march_form_spec_set_id (self->spec, self->draft,
                          march_offers_draft (self->coding,
                                              march_form_spec_get_completer (self->spec), choice,
                                              name));
  march_form_field_bind (self, self->coding, self->draft);
  tell_changed (self);
}

/* A second press on a grade takes it back. */
static void
graded_cb (MarchFormField *self, GtkToggleButton *button)
{
  const guint grade = gtk_toggle_button_get_active (button)
                          ? march_form_control_get_grade (GTK_WIDGET (button))
                          : 0;

  if (self->binding || self->draft == NULL)
    return;
  self->binding = TRUE;
  march_form_control_show_grade (self->control, grade);
  self->binding = FALSE;
  *(guint *) get_member (self) = grade;
  march_form_field_set_note (self, march_words_credibility (grade));
  tell_changed (self);
}

static void
march_form_field_dispose (GObject *object)
{
  MARCH_FORM_FIELD (object)->draft = NULL;
  G_OBJECT_CLASS (march_form_field_parent_class)->dispose (object);
}

static gboolean
march_form_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MARCH_FORM_FIELD (widget)->control);
}

static void
march_form_field_class_init (MarchFormFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_form_field_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = march_form_field_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", MARCH_TYPE_FORM_FIELD, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
new_line (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, style_class);
  return GTK_LABEL (label);
}

static void
march_form_field_init (MarchFormField *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
  self->label = new_line ("dim-label");
  self->note = new_line ("dim-label");
  self->problem = new_line ("error");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
connect (MarchFormField *self, const char *signal, GCallback callback)
{
  g_signal_connect_object (self->control, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
connect_grades (MarchFormField *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->control); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    g_signal_connect_object (button, "toggled", G_CALLBACK (graded_cb), self, G_CONNECT_SWAPPED);
}

static void
connect_control (MarchFormField *self)
{
  if (self->spec->kind == MARCH_FORM_GRADE)
    connect_grades (self);
  else if (GTK_IS_DROP_DOWN (self->control))
    connect (self, "notify::selected", G_CALLBACK (picked_cb));
  else if (GTK_IS_SPIN_BUTTON (self->control))
    connect (self, "value-changed", G_CALLBACK (counted_cb));
  else if (GTK_IS_CHECK_BUTTON (self->control))
    connect (self, "toggled", G_CALLBACK (switched_cb));
  else if (GTK_IS_ENTRY (self->control) || MARCH_IS_TEXT_AREA (self->control))
    connect (self, "changed", G_CALLBACK (typed_cb));
  else
    {
      connect (self, "chosen", G_CALLBACK (chosen_cb));
      connect (self, "add", G_CALLBACK (add_cb));
    }
}

/** march_form_field_new: Returns: (transfer floating): an empty field; @spec stays */
GtkWidget *
march_form_field_new (const MarchFormSpec *spec)
{
  MarchFormField *self = g_object_new (MARCH_TYPE_FORM_FIELD, NULL);

  self->spec = spec;
  self->control = march_form_control_new (spec);
  connect_control (self);
  if (spec->kind != MARCH_FORM_SWITCH)
    gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));
  else
    g_object_ref_sink (self->label);
  gtk_box_append (GTK_BOX (self), self->control);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->problem));
  march_form_field_set_label (self, _(spec->label));
  return GTK_WIDGET (self);
}

/** march_form_field_get_spec: Returns: what it is about */
const MarchFormSpec *
march_form_field_get_spec (MarchFormField *self)
{
  return self->spec;
}

/** march_form_field_set_completers: @completers: (array): one of each kind, or %NULL; borrowed */
void
march_form_field_set_completers (MarchFormField *self, MarchCompleter *const *completers)
{
  const MarchCompleterKind kind = march_form_spec_get_completer (self->spec);

  if (!MARCH_IS_CHOOSER (self->control))
    return;
  march_chooser_set_completer (MARCH_CHOOSER (self->control), completers[kind]);
  march_chooser_offer (MARCH_CHOOSER (self->control), march_offers_get (kind));
}

/* What is there already may lie beyond what is offered. */
static void
show_count (MarchFormField *self, int count)
{
  GtkSpinButton *spin = GTK_SPIN_BUTTON (self->control);

  gtk_spin_button_set_range (spin, MIN (self->spec->least, count), MAX (self->spec->most, count));
  gtk_spin_button_set_value (spin, count);
}

static void
show (MarchFormField *self)
{
  g_autofree char *words = NULL;
  gint64           id = 0;

  switch (self->spec->kind)
    {
    case MARCH_FORM_CHOICE:
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), *(guint *) get_member (self));
      break;
    case MARCH_FORM_COUNT:
      show_count (self, *(int *) get_member (self));
      break;
    case MARCH_FORM_GRADE:
      march_form_control_show_grade (self->control, *(guint *) get_member (self));
      march_form_field_set_note (self, march_words_credibility (*(guint *) get_member (self)));
      break;
    case MARCH_FORM_SWITCH:
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->control),
                                   march_form_spec_get_switch (self->spec, self->draft));
      break;
    case MARCH_FORM_ACTOR:
    case MARCH_FORM_PROPOSAL:
    case MARCH_FORM_PLACE:
    case MARCH_FORM_ASSERTION:
      id = march_form_spec_get_id (self->spec, self->draft);
      words = march_form_spec_dup_name (self->spec, self->coding, id);
      march_chooser_show (MARCH_CHOOSER (self->control), id, words != NULL ? words : "");
      break;
    case MARCH_FORM_TEXT:
    case MARCH_FORM_PROSE:
    case MARCH_FORM_LIST:
    case MARCH_FORM_DATE:
    case MARCH_FORM_NUMBER:
    default:
      words = march_form_spec_dup_text (self->spec, self->draft);
      if (words != NULL)
        march_typed_set_text (self->control, words);
    }
}

/**
 * march_form_field_bind:
 * @coding: (nullable): what @draft belongs to
 * @draft: (nullable): whose member it shows and changes; borrowed until another is bound
 */
void
march_form_field_bind (MarchFormField *self, MarchCoding *coding, gpointer draft)
{
  self->coding = coding;
  self->draft = draft;
  if (draft == NULL)
    return;
  self->binding = TRUE;
  show (self);
  self->binding = FALSE;
  if (self->spec->kind == MARCH_FORM_DATE)
    tell_date (self, *(char **) get_member (self));
}

/** march_form_field_set_label: what stands above it, and what it is called */
void
march_form_field_set_label (MarchFormField *self, const char *label)
{
  gtk_label_set_text (self->label, label);
  march_form_control_set_name (self->control, label);
}

/** march_form_field_set_problem: @problem: (nullable): what is wrong with what is typed */
void
march_form_field_set_problem (MarchFormField *self, const MarchProblem *problem)
{
  const gboolean error = problem != NULL && problem->level == MARCH_PROBLEM_ERROR;

  set_optional (self->problem, problem != NULL ? problem->sentence : "");
  if (error)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->problem), "warning");
      gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
      gtk_widget_add_css_class (self->control, "error");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "warning");
  gtk_widget_remove_css_class (self->control, "error");
}

/** march_form_field_is_wrong: Returns: whether the problem told is an error */
gboolean
march_form_field_is_wrong (MarchFormField *self)
{
  return gtk_widget_has_css_class (self->control, "error");
}

/** march_form_field_set_note: @note: what is known of it besides, "" for nothing */
void
march_form_field_set_note (MarchFormField *self, const char *note)
{
  set_optional (self->note, note);
}

/** march_form_field_reveal: opens what hides it, and gives it the focus */
void
march_form_field_reveal (MarchFormField *self)
{
  GtkWidget *expander = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_EXPANDER);

  if (expander != NULL)
    gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/** march_form_field_check_resolved: Returns: whether what is typed names a record, or nothing; what
 * names none is told, as it must not be lost in silence */
gboolean
march_form_field_check_resolved (MarchFormField *self)
{
  const MarchProblem *problem = MARCH_IS_CHOOSER (self->control)
                                    ? march_chooser_get_problem (MARCH_CHOOSER (self->control))
                                    : NULL;

  if (problem == NULL)
    return TRUE;
  march_form_field_set_problem (self, problem);
  march_form_field_reveal (self);
  return FALSE;
}
