/* march-working-copy.h — where edits go before they are saved: a locked folder in the state
 * directory; private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-database.h"
#include "dossier/march-file.h"
#include "dossier/march-original.h"
#include "dossier/march-undo-log.h"

G_BEGIN_DECLS

/**
 * MarchCopyOrigin:
 * @path: of the file that was opened, or saved last
 * @identity: of that file then
 * @sha256: of its content then
 * @pending: SHA-256 of what a save was about to put in its place; %NULL: no save was cut off
 *
 * What a working copy is a copy of; kept beside it in `origin.ini`.
 */
typedef struct
{
  char          *uuid;
  char          *title;
  char          *path;
  MarchIdentity  identity;
  char          *sha256;
  char          *pending;
} MarchCopyOrigin;

void     march_copy_origin_clear (MarchCopyOrigin *origin);
gboolean march_copy_origin_read  (const char *folder, MarchCopyOrigin *origin, GError **error);
gboolean march_copy_origin_write (const char *folder, MarchCopyOrigin *origin, GError **error);
gboolean march_copy_origin_fail_full (const char *path, const char *folder, GError **error);

/**
 * MarchWorkingCopy:
 *
 * A folder `$XDG_STATE_HOME/marchland/<uuid>-XXXXXX/`, which this process alone holds as long as
 * the struct lives:
 * `dossier.gpkg`, `undo.db`, `origin.ini`, `lock`, and `saving` while it is saved.
 */
typedef struct
{
  char          *folder;
  int            lock;
  MarchDatabase *database;  /* with the undo log attached; NULL before it is opened */
  MarchCopyOrigin    origin;
} MarchWorkingCopy;

char             *march_working_copy_get_root    (void);
GPtrArray        *march_working_copy_list        (const char *uuid);
MarchWorkingCopy *march_working_copy_lock        (const char *folder, GError **error);
MarchWorkingCopy *march_working_copy_find        (const char *uuid, const char *path);
MarchWorkingCopy *march_working_copy_make        (MarchOriginal *original, const char *uuid,
                                                  const char *title, GError **error);
gboolean          march_working_copy_open        (MarchWorkingCopy *copy, GError **error);
gboolean          march_working_copy_has_file    (MarchWorkingCopy *copy);
gboolean          march_working_copy_read_state  (MarchWorkingCopy *copy, MarchUndoState *state,
                                                  GError **error);
void              march_working_copy_drop_file   (MarchWorkingCopy *copy);
void              march_working_copy_remove      (MarchWorkingCopy *copy);
void              march_working_copy_leave       (MarchWorkingCopy *copy);
void              march_working_copy_free        (MarchWorkingCopy *copy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchWorkingCopy, march_working_copy_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarchCopyOrigin, march_copy_origin_clear)

G_END_DECLS
