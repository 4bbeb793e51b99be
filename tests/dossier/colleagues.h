/* colleagues.h — two copies of one dossier, edited apart and exchanged */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-dossier-changes.h"

G_BEGIN_DECLS

/**
 * ColleaguesEdit:
 *
 * What one does; returns FALSE if it can't be done, as when nothing of the kind is there.
 */
typedef gboolean (*ColleaguesEdit) (MarchEdit *edit);

typedef struct
{
  char *folder;
  char *base;  /* paths of the dossier as it was, … */
  char *mine;  /* … and as both have it */
  char *theirs;
} Colleagues;

#define COLLEAGUES_ADD(path, data, function)                                                       \
  g_test_add (path, Colleagues, data, colleagues_set_up, function, colleagues_tear_down)

void          colleagues_init      (int *argc, char ***argv);
void          colleagues_set_up    (Colleagues *fixture, gconstpointer data);
void          colleagues_begin_anew (Colleagues *fixture);
void          colleagues_tear_down (Colleagues *fixture, gconstpointer data);

MarchDossier *colleagues_open      (const char *path);
gboolean      colleagues_edit      (const char *path, const char *who, ColleaguesEdit edit);
MarchChanges *colleagues_changes   (Colleagues *fixture, const char *path, const char *who);
void          colleagues_apply     (const char *path, MarchChanges *changes,
                                    MarchMergeChoice choice, MarchSameChoice same);
void          colleagues_exchange  (Colleagues *fixture, MarchMergeChoice mine);
char         *colleagues_describe  (const char *path);
char         *colleagues_describe_now (MarchDossier *dossier);
gint64        colleagues_select    (const char *path, const char *sql);
void          colleagues_assert_equal  (Colleagues *fixture);
void          colleagues_assert_undoes (const char *path, const char *before);

/* Rows: "column=text", "column:integer", "column.real" and "column!square", up to a NULL. */
gint64   colleagues_insert (MarchEdit *edit, const char *table, gint64 id, ...)
    G_GNUC_NULL_TERMINATED;
gboolean colleagues_update (MarchEdit *edit, const char *table, gint64 id, ...)
    G_GNUC_NULL_TERMINATED;

/* Two records changed and a new one. */
gboolean colleagues_edit_three (MarchEdit *edit);

G_END_DECLS
