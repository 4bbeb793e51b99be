/* march-form-part.h — a widget in which some members of a draft are typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "coding/march-draft.h"
#include "forms/march-completer.h"

G_BEGIN_DECLS

/**
 * MarchFormPartInterface:
 * @set_completers: as march_draft_form_set_completers()
 * @show_problem: tells it beside what it is about. Returns: (nullable): what gets the focus then;
 *   %NULL if it is about nothing here
 * @clear_problems: nothing is known to be wrong
 * @check_resolved: Returns: whether each name that is typed is a record; the first one that isn't
 *   is told, and takes the focus
 *
 * Such a widget has a signal "changed" as well: the analyst has changed the draft.
 */
#define MARCH_TYPE_FORM_PART (march_form_part_get_type ())
G_DECLARE_INTERFACE (MarchFormPart, march_form_part, MARCH, FORM_PART, GtkWidget)

struct _MarchFormPartInterface
{
  GTypeInterface parent;

  void       (*set_completers)  (MarchFormPart *part, MarchCompleter *const *completers);
  GtkWidget *(*show_problem)    (MarchFormPart *part, const MarchProblem *problem);
  void       (*clear_problems)  (MarchFormPart *part);
  gboolean   (*check_resolved)  (MarchFormPart *part);
};

void       march_form_part_set_completers  (MarchFormPart *part,
                                            MarchCompleter *const *completers);
GtkWidget *march_form_part_show_problem    (MarchFormPart *part, const MarchProblem *problem);
void       march_form_part_clear_problems  (MarchFormPart *part);
gboolean   march_form_part_check_resolved  (MarchFormPart *part);

G_END_DECLS
