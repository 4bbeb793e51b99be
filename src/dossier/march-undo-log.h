/* march-undo-log.h — the steps that can be undone and redone, beside a working copy; private to
 * the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-dossier.h"

G_BEGIN_DECLS

/**
 * MarchUndoState:
 * @position: how many of the steps are done; those after it can be redone
 * @saved: the position at which the file was last saved; -1 if that can't be reached any more
 * @undo_label: of the step that would be undone; %NULL: none
 * @redo_label: of the step that would be redone; %NULL: none
 * @saves: (element-type MarchSave): by position, those that can be reached
 */
typedef struct
{
  gint64  n_steps;
  gint64  position;
  gint64  saved;
  char   *undo_label;
  char   *redo_label;
  GArray *saves;
} MarchUndoState;

/**
 * MarchUndoStep:
 * @history_id: of the history entry that tells of it
 * @backwards: it is to be undone, in the list of what leads from the saved state to the one now
 *
 * A step of the log.
 */
typedef struct
{
  char    *label;
  GBytes  *changeset;
  gint64   history_id;
  gboolean backwards;
} MarchUndoStep;

void       march_undo_step_free     (MarchUndoStep *step);
void       march_undo_state_clear   (MarchUndoState *state);

MarchDatabase *march_undo_log_open  (const char *path, GError **error);
gboolean   march_undo_log_attach    (MarchDatabase *database, const char *path, GError **error);
gboolean   march_undo_log_append    (MarchDatabase *database, const char *label,
                                     const void *changeset, gsize size, gint64 history_id,
                                     GError **error);
gboolean   march_undo_log_read      (MarchDatabase *database, MarchUndoState *state,
                                     GError **error);
gboolean   march_undo_log_mark_saved (MarchDatabase *database, GError **error);
gboolean   march_undo_log_forget_unsaved (MarchDatabase *database, GError **error);
GPtrArray *march_undo_log_list_unsaved (MarchDatabase *database, GError **error);
GPtrArray *march_undo_log_list_steps   (MarchDatabase *database, GError **error);
GPtrArray *march_undo_log_list_since   (MarchDatabase *database, gint64 position, GError **error);

gboolean   march_undo_log_go        (MarchDatabase *database, gint64 position, const char *who,
                                     GError **error);
gboolean   march_undo_log_undo      (MarchDatabase *database, const char *who, GError **error);
gboolean   march_undo_log_redo      (MarchDatabase *database, const char *who, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchUndoStep, march_undo_step_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarchUndoState, march_undo_state_clear)

G_END_DECLS
