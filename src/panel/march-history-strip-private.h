/* march-history-strip-private.h — what the files of the history strip share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/march-history-strip.h"

G_BEGIN_DECLS

struct _MarchHistoryStrip
{
  GtkWidget parent_instance;

  MarchHistory *history; /* NULL while it is being made */
  GPtrArray    *shares;  /* of MarchShareLane, below the lanes of the history */
  MarchDay      day;
  int           lane; /* the stretch that the keyboard is at */
  int           stretch;
};

/* march-history-strip-draw.c */
double              march_history_strip_get_height     (MarchHistoryStrip *strip);
void                march_history_strip_draw           (MarchHistoryStrip *strip,
                                                        GtkSnapshot       *snapshot);
const MarchStretch *march_history_strip_find_stretch   (MarchHistoryStrip *strip, double x,
                                                        double y);
char               *march_history_strip_describe_share (MarchHistoryStrip *strip, double x,
                                                        double y);

G_END_DECLS
