/* march-dossier.h — the document: opened as it is, edited in a working copy, published on save */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "corpus/march-corpus.h"
#include "dossier/march-edit.h"
#include "dossier/march-search.h"

G_BEGIN_DECLS

#define MARCH_TYPE_DOSSIER (march_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MarchDossier, march_dossier, MARCH, DOSSIER, GObject)

/* Properties, all to be read only: "title", "modified" (differs from the last save), "can-undo",
 * "can-redo", "undo-label", "redo-label", "file" (GFile), "corpus" (a pointer, borrowed: see
 * march_dossier_dup_corpus()), "busy" (an asynchronous edit or save is under way).
 * Signal: "changed" after every edit, undo, redo and revert, when a new corpus is there.
 *
 * One thread at a time, the one whose main context runs the asynchronous calls; those do their
 * work on another thread. */

/* Opening: the file is neither locked nor changed. */
MarchDossier *march_dossier_open          (GFile *file, GCancellable *cancellable, GError **error);
gboolean      march_dossier_is_one        (GFile *file);
void          march_dossier_open_async    (GFile *file, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
MarchDossier *march_dossier_open_finish   (GAsyncResult *result, GError **error);
void          march_dossier_close         (MarchDossier *dossier);

MarchCorpus  *march_dossier_dup_corpus    (MarchDossier *dossier);
GFile        *march_dossier_get_file      (MarchDossier *dossier);
const char   *march_dossier_get_title     (MarchDossier *dossier);
gboolean      march_dossier_get_modified  (MarchDossier *dossier);
GPtrArray    *march_dossier_get_warnings  (MarchDossier *dossier);
const char   *march_dossier_get_reading_path (MarchDossier *dossier, MarchAccess *access);
gboolean      march_dossier_is_outdated   (MarchDossier *dossier);
gboolean      march_dossier_is_rewritten  (MarchDossier *dossier);
const char   *march_dossier_get_account_name (void);
void          march_dossier_set_who       (MarchDossier *dossier, const char *who);

/* Searching: what is there now, saved or not. */
void                march_dossier_search_async  (MarchDossier           *dossier,
                                                 const MarchSearchQuery *query,
                                                 GCancellable           *cancellable,
                                                 GAsyncReadyCallback     callback,
                                                 gpointer                user_data);
MarchSearchResults *march_dossier_search_finish (MarchDossier  *dossier,
                                                 GAsyncResult  *result,
                                                 GError       **error);

/* Editing: the first edit makes a working copy in the state directory; from then on the file
 * itself is not touched until it is saved. */
gboolean      march_dossier_make_editable (MarchDossier *dossier, GError **error);
MarchEdit    *march_dossier_begin_edit    (MarchDossier *dossier, const char *label,
                                           GError **error);
gboolean      march_dossier_commit_edit   (MarchDossier *dossier, MarchEdit *edit, GError **error);
gboolean      march_dossier_undo          (MarchDossier *dossier, GError **error);
gboolean      march_dossier_redo          (MarchDossier *dossier, GError **error);

/**
 * MarchEditWork:
 *
 * Does what one edit consists of. The records of the dossier must not be read here but from @data:
 * this may be another thread.
 *
 * Returns: %FALSE with an error: then nothing of it is done
 */
typedef gboolean (*MarchEditWork) (MarchEdit *edit, gpointer data, GError **error);

gboolean      march_dossier_edit          (MarchDossier *dossier, const char *label,
                                           MarchEditWork edit, gpointer data, GError **error);
void          march_dossier_edit_async    (MarchDossier *dossier, const char *label,
                                           MarchEditWork edit, gpointer data,
                                           GDestroyNotify free_data, GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean      march_dossier_edit_finish   (MarchDossier *dossier, GAsyncResult *result,
                                           GError **error);
void          march_dossier_undo_async    (MarchDossier *dossier, GAsyncReadyCallback callback,
                                           gpointer user_data);
void          march_dossier_redo_async    (MarchDossier *dossier, GAsyncReadyCallback callback,
                                           gpointer user_data);

/**
 * MarchSave:
 * @position: how many steps were done then
 * @at: when it was last saved so, in seconds since 1970; 0: it is how it was before the first step
 *
 * A state of the dossier that was saved once.
 */
typedef struct
{
  gint64 position;
  gint64 at;
} MarchSave;

GArray       *march_dossier_list_saves    (MarchDossier *dossier);
gint64        march_dossier_get_position  (MarchDossier *dossier);
gboolean      march_dossier_go_to_save    (MarchDossier *dossier, gint64 position, GError **error);
void          march_dossier_go_to_save_async (MarchDossier *dossier, gint64 position,
                                              GAsyncReadyCallback callback, gpointer user_data);

/**
 * MarchSaveFlags:
 * @MARCH_SAVE_DEFAULT: fail with %MARCH_ERROR_CHANGED if another program has changed, replaced or
 *   deleted the file since
 * @MARCH_SAVE_REPLACE: replace it whatever it is now
 */
typedef enum
{
  MARCH_SAVE_DEFAULT = 0,
  MARCH_SAVE_REPLACE = 1 << 0,
} MarchSaveFlags;

gboolean      march_dossier_save          (MarchDossier *dossier, MarchSaveFlags flags,
                                           GError **error);
void          march_dossier_save_async    (MarchDossier *dossier, MarchSaveFlags flags,
                                           GCancellable *cancellable, GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean      march_dossier_save_finish   (MarchDossier *dossier, GAsyncResult *result,
                                           GError **error);
gboolean      march_dossier_save_as          (MarchDossier *dossier, GFile *file, GError **error);
void          march_dossier_save_as_async    (MarchDossier *dossier, GFile *file,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer user_data);
gboolean      march_dossier_save_as_finish   (MarchDossier *dossier, GAsyncResult *result,
                                              GError **error);

/**
 * MarchCopyParts:
 * @MARCH_COPY_TEXTS: the archived texts of the sources
 * @MARCH_COPY_NOTES: the notes on records and evidence
 * @MARCH_COPY_NAMES: who made which edit
 * @MARCH_COPY_HISTORY: which edits were made when, and so by whom as well
 *
 * What a copy may be without.
 */
typedef enum
{
  MARCH_COPY_TEXTS = 1 << 0,
  MARCH_COPY_NOTES = 1 << 1,
  MARCH_COPY_NAMES = 1 << 2,
  MARCH_COPY_HISTORY = 1 << 3,
} MarchCopyParts;

gboolean      march_dossier_save_copy        (MarchDossier *dossier, GFile *file,
                                              MarchCopyParts without, GError **error);
void          march_dossier_save_copy_async  (MarchDossier *dossier, GFile *file,
                                              MarchCopyParts without, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer user_data);
gboolean      march_dossier_save_copy_finish (MarchDossier *dossier, GAsyncResult *result,
                                              GError **error);
gboolean      march_dossier_revert           (MarchDossier *dossier, GError **error);
void          march_dossier_revert_async     (MarchDossier *dossier, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer user_data);
gboolean      march_dossier_revert_finish    (MarchDossier *dossier, GAsyncResult *result,
                                              GError **error);

/**
 * MarchMergeChoice:
 * @MARCH_MERGE_ASK: fail with %MARCH_ERROR_CONFLICT where both have changed the same
 * @MARCH_MERGE_OURS: it is to be as it is here
 * @MARCH_MERGE_THEIRS: it is to be as the other program has it
 *
 * What counts where both sides of a merge have changed one record, or one has deleted what the
 * other refers to. Everything else is merged either way.
 */
typedef enum
{
  MARCH_MERGE_ASK,
  MARCH_MERGE_OURS,
  MARCH_MERGE_THEIRS,
} MarchMergeChoice;

/**
 * MarchMergeConflict:
 * @what: which record, in words
 * @ours: what it says here that it does not say there
 * @theirs: what it says there that it does not say here
 */
typedef struct
{
  char *what;
  char *ours;
  char *theirs;
} MarchMergeConflict;

void          march_merge_conflict_free      (MarchMergeConflict *conflict);
gboolean      march_dossier_merge            (MarchDossier *dossier, MarchMergeChoice choice,
                                              GPtrArray **conflicts, GError **error);
void          march_dossier_merge_async      (MarchDossier *dossier, MarchMergeChoice choice,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer user_data);
gboolean      march_dossier_merge_finish     (MarchDossier *dossier, GAsyncResult *result,
                                              GPtrArray **conflicts, GError **error);

/**
 * MarchRecovery:
 * @folder: of the working copy
 * @path: of the dossier that it was made from
 * @title: of that dossier
 * @labels: (element-type utf8): the edits since the last save, oldest first
 * @edited: when the last one was made, seconds since 1970
 *
 * Edits that a process which is no longer there left unsaved.
 */
typedef struct
{
  char      *folder;
  char      *path;
  char      *title;
  GPtrArray *labels;
  gint64     edited;
} MarchRecovery;

GPtrArray    *march_recovery_list         (void);
MarchDossier *march_recovery_open         (MarchRecovery *recovery, GError **error);
gboolean      march_recovery_discard      (MarchRecovery *recovery, GError **error);
guint         march_recovery_clear_old    (gint64 now);
void          march_recovery_free         (MarchRecovery *recovery);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchMergeConflict, march_merge_conflict_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchRecovery, march_recovery_free)

G_END_DECLS
