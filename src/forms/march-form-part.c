/* march-form-part.c — a widget in which some members of a draft are typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include "forms/march-form-part.h"

G_DEFINE_INTERFACE (MarchFormPart, march_form_part, GTK_TYPE_WIDGET)

static void
march_form_part_default_init (MarchFormPartInterface *iface)
{
}

/** march_form_part_set_completers: @completers: (array): one of each kind, or %NULL; borrowed */
void
march_form_part_set_completers (MarchFormPart *part, MarchCompleter *const *completers)
{
  const MarchFormPartInterface *iface = MARCH_FORM_PART_GET_IFACE (part);

  if (iface->set_completers != NULL)
    iface->set_completers (part, completers);
}

/** march_form_part_show_problem: Returns: (nullable): the widget that it is told beside; %NULL if
 * it is about nothing here */
GtkWidget *
march_form_part_show_problem (MarchFormPart *part, const MarchProblem *problem)
{
  return MARCH_FORM_PART_GET_IFACE (part)->show_problem (part, problem);
}

/** march_form_part_clear_problems: nothing is known to be wrong */
void
march_form_part_clear_problems (MarchFormPart *part)
{
  MARCH_FORM_PART_GET_IFACE (part)->clear_problems (part);
}

/** march_form_part_check_resolved: Returns: whether each name that is typed is a record; the first
 * one that isn't is told, and takes the focus */
gboolean
march_form_part_check_resolved (MarchFormPart *part)
{
  const MarchFormPartInterface *iface = MARCH_FORM_PART_GET_IFACE (part);

  return iface->check_resolved == NULL || iface->check_resolved (part);
}
