/* march-place-facts.c — what kind of place it is, its code, and what else is told of it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-editing"

#include "config.h"

#include "editing/march-place-facts.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "forms/march-chooser.h"
#include "forms/march-problem-row.h"

#define MOST_LEVEL 99
#define MOST_IMPORTANCE 1000

struct _MarchPlaceFacts
{
  AdwPreferencesGroup parent_instance;

  MarchPlaceDraft *draft; /* borrowed from the dialog */
  gboolean         filling;

  AdwComboRow     *kind;
  GtkWidget       *code;
  MarchProblemRow *code_problem;
  GtkWidget       *level_row;
  GtkSpinButton   *level;
  MarchProblemRow *level_problem;
  GtkWidget       *capital_row;
  GtkWidget       *state_row;
  MarchChooser    *state;
  MarchProblemRow *state_problem;
  GtkSpinButton   *importance;
  GtkWidget       *note;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (MarchPlaceFacts, march_place_facts, ADW_TYPE_PREFERENCES_GROUP)

/* What only some kinds have is shown with these alone; what was said of it before is kept. */
static void
show_rows (MarchPlaceFacts *self)
{
  const MarchPlaceKind kind = self->draft->kind;

  gtk_widget_set_visible (self->level_row, kind == MARCH_PLACE_UNIT);
  gtk_widget_set_visible (self->capital_row, kind == MARCH_PLACE_SETTLEMENT);
  gtk_widget_set_visible (self->state_row, kind == MARCH_PLACE_STATE);
}

static void
changed (MarchPlaceFacts *self)
{
  if (!self->filling)
    g_signal_emit (self, changed_signal, 0);
}

static void
kind_cb (MarchPlaceFacts *self)
{
  const guint selected = adw_combo_row_get_selected (self->kind);

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  self->draft->kind = (MarchPlaceKind) selected;
  if (self->draft->kind == MARCH_PLACE_UNIT && self->draft->level == 0)
    gtk_spin_button_set_value (self->level, 1);
  show_rows (self);
  changed (self);
}

static void
typed_cb (MarchPlaceFacts *self, GtkEditable *row)
{
  char **member = GTK_WIDGET (row) == self->code ? &self->draft->code : &self->draft->note;

  if (self->filling)
    return;
  march_draft_set_text (member, gtk_editable_get_text (row));
  changed (self);
}

static void
number_cb (MarchPlaceFacts *self)
{
  if (self->filling)
    return;
  self->draft->level = gtk_spin_button_get_value_as_int (self->level);
  self->draft->importance = gtk_spin_button_get_value_as_int (self->importance);
  changed (self);
}

static void
capital_cb (MarchPlaceFacts *self)
{
  if (self->filling)
    return;
  self->draft->capital = (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->capital_row));
  changed (self);
}

static void
state_cb (MarchPlaceFacts *self, gint64 id)
{
  self->draft->state = id;
  changed (self);
}

static void
add (MarchPlaceFacts *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static MarchProblemRow *
add_problem (MarchPlaceFacts *self)
{
  GtkWidget *row = march_problem_row_new ();

  add (self, row);
  return MARCH_PROBLEM_ROW (row);
}

static GtkWidget *
add_text (MarchPlaceFacts *self, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (typed_cb), self);
  add (self, row);
  return row;
}

static GtkWidget *
add_choice (MarchPlaceFacts *self, const char *title, GtkStringList *names, GCallback chosen)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_signal_connect_swapped (row, "notify::selected", chosen, self);
  add (self, row);
  return row;
}

static GtkWidget *
add_number (MarchPlaceFacts *self, const char *title, int least, int most, GtkSpinButton **spin)
{
  GtkWidget *row = adw_action_row_new ();

  *spin = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (least, most, 1));
  gtk_widget_set_valign (GTK_WIDGET (*spin), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (*spin));
  g_signal_connect_swapped (*spin, "value-changed", G_CALLBACK (number_cb), self);
  add (self, row);
  return row;
}

static void
add_kind (MarchPlaceFacts *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < march_vocabulary_get_size (MARCH_VOCABULARY_PLACE_KIND); i++)
    gtk_string_list_append (names, march_vocabulary_get_words (MARCH_VOCABULARY_PLACE_KIND, i));
  self->kind = ADW_COMBO_ROW (add_choice (self, _("Kind"), names, G_CALLBACK (kind_cb)));
}

static void
add_capital (MarchPlaceFacts *self)
{
  const char *const words[] = { _("No"), _("Of a state"), _("Of a first-level unit"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (words);

  self->capital_row = add_choice (self, _("Capital"), names, G_CALLBACK (capital_cb));
}

static void
add_state (MarchPlaceFacts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_("The state, as one who holds and owns"));

  self->state = MARCH_CHOOSER (
      march_chooser_new (_("The state, as one who holds and owns"), _("Name of a state")));
  self->state_row = adw_preferences_row_new ();
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (box, "card-body");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->state));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->state_row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->state_row), FALSE);
  g_signal_connect_swapped (self->state, "chosen", G_CALLBACK (state_cb), self);
  add (self, self->state_row);
  self->state_problem = add_problem (self);
}

static gboolean
march_place_facts_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MARCH_PLACE_FACTS (widget)->code);
}

static void
march_place_facts_class_init (MarchPlaceFactsClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = march_place_facts_grab_focus;
  changed_signal = g_signal_new ("changed", MARCH_TYPE_PLACE_FACTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_place_facts_init (MarchPlaceFacts *self)
{
  self->filling = TRUE;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Place"));
  add_kind (self);
  self->code = add_text (self, _("Code, as the ISO one or your own"));
  self->code_problem = add_problem (self);
  self->level_row = add_number (self, _("Level below the state"), 0, MOST_LEVEL, &self->level);
  self->level_problem = add_problem (self);
  add_capital (self);
  add_state (self);
  add_number (self, _("Importance: larger is labelled first"), -MOST_IMPORTANCE, MOST_IMPORTANCE,
              &self->importance);
  self->note = add_text (self, _("Note"));
}

/** march_place_facts_new: Returns: (transfer floating): rows for march_place_facts_bind() */
GtkWidget *
march_place_facts_new (void)
{
  return g_object_new (MARCH_TYPE_PLACE_FACTS, NULL);
}

/** march_place_facts_bind: @draft: kept by its owner for as long as the rows are there; @corpus:
 * with the actors */
void
march_place_facts_bind (MarchPlaceFacts *self, MarchPlaceDraft *draft, MarchCorpus *corpus)
{
  const MarchActor *state = march_corpus_get_actor (corpus, draft->state);

  g_return_if_fail (MARCH_IS_PLACE_FACTS (self) && self->draft == NULL);
  self->draft = draft;
  adw_combo_row_set_selected (self->kind, draft->kind);
  gtk_editable_set_text (GTK_EDITABLE (self->code), draft->code);
  gtk_spin_button_set_value (self->level, draft->level);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->capital_row), (guint) draft->capital);
  if (state != NULL)
    march_chooser_show (self->state, state->id,
                        march_actor_get_name (state, march_words_get_language (NULL)));
  if (ABS (draft->importance) > MOST_IMPORTANCE)
    gtk_spin_button_set_range (self->importance, -ABS ((double) draft->importance),
                               ABS ((double) draft->importance));
  gtk_spin_button_set_value (self->importance, draft->importance);
  gtk_editable_set_text (GTK_EDITABLE (self->note), draft->note);
  show_rows (self);
  self->filling = FALSE;
}

/** march_place_facts_set_completer: @completer: (nullable): finds actors; borrowed */
void
march_place_facts_set_completer (MarchPlaceFacts *self, MarchCompleter *completer)
{
  march_chooser_set_completer (self->state, completer);
}

/** march_place_facts_show_problems: beside what they are about */
void
march_place_facts_show_problems (MarchPlaceFacts *self, GPtrArray *problems)
{
  const gint64 id = self->draft->id;

  march_problem_row_set (self->code_problem, march_problems_find (problems, id, "code"));
  march_problem_row_set (self->level_problem, march_problems_find (problems, id, "level"));
  march_problem_row_set (self->state_problem, march_problems_find (problems, id, "state"));
}

/** march_place_facts_focus_problem: Returns: whether a field has an error; it has the focus then */
gboolean
march_place_facts_focus_problem (MarchPlaceFacts *self, GPtrArray *problems)
{
  const MarchProblem *code = march_problems_find (problems, self->draft->id, "code");

  if (code != NULL && code->level == MARCH_PROBLEM_ERROR)
    return gtk_widget_grab_focus (self->code);
  return march_chooser_is_unresolved (self->state) && gtk_widget_get_visible (self->state_row)
         && gtk_widget_grab_focus (GTK_WIDGET (self->state));
}
