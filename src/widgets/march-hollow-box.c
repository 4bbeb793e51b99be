/* march-hollow-box.c — a box over something else that takes nothing between its children */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-widgets"

#include "config.h"

#include "widgets/march-hollow-box.h"

struct _MarchHollowBox
{
  GtkBox parent;
};

G_DEFINE_FINAL_TYPE (MarchHollowBox, march_hollow_box, GTK_TYPE_BOX)

/* Children are asked before. */
static gboolean
march_hollow_box_contains (GtkWidget *widget, double x, double y)
{
  return FALSE;
}

static void
march_hollow_box_class_init (MarchHollowBoxClass *klass)
{
  GTK_WIDGET_CLASS (klass)->contains = march_hollow_box_contains;
}

static void
march_hollow_box_init (MarchHollowBox *self)
{
}
