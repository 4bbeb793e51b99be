/* march-source-list.h — the sources of a dossier, filtered, grouped and sorted */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/march-session.h"
#include "sources/march-source-order.h"

G_BEGIN_DECLS

#define MARCH_TYPE_SOURCE_LIST (march_source_list_get_type ())
G_DECLARE_FINAL_TYPE (MarchSourceList, march_source_list, MARCH, SOURCE_LIST, GtkBox)

/* Properties:
 *   "session"  MarchSession, to be set once; the list follows its dossier
 *   "source"   gint64 id of the source that is selected, notified when it changes, 0: none. It
 *              stays selected while the filter hides it, and becomes 0 when it is no longer there
 *   "grouping" MarchSourceGrouping
 *   "sorting"  MarchSourceSorting
 * Signal:
 *   "activated" (gint64 id): Enter or a double click on a source, which is selected then, or Enter
 *               in the filter, which goes to the first one
 * The button at its foot activates "win.add-source". */
GtkWidget *march_source_list_new          (MarchSession *session);
gint64     march_source_list_get_source   (MarchSourceList *list);
void       march_source_list_set_source   (MarchSourceList *list, gint64 source);
void       march_source_list_focus_filter (MarchSourceList *list);

G_END_DECLS
