/* march-problem-row.c — what is wrong with what is typed in the row above */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include "forms/march-problem-row.h"

struct _MarchProblemRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (MarchProblemRow, march_problem_row, ADW_TYPE_PREFERENCES_ROW)

static void
march_problem_row_class_init (MarchProblemRowClass *klass)
{
}

static void
march_problem_row_init (MarchProblemRow *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self), "problem-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->label));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
march_problem_row_new (void)
{
  return g_object_new (MARCH_TYPE_PROBLEM_ROW, NULL);
}

/** march_problem_row_set: @problem: (nullable): NULL hides the row */
void
march_problem_row_set (MarchProblemRow *self, const MarchProblem *problem)
{
  const gboolean error = problem != NULL && problem->level == MARCH_PROBLEM_ERROR;

  gtk_label_set_text (self->label, problem != NULL ? problem->sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self), problem != NULL);
  if (error)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "error");
}
