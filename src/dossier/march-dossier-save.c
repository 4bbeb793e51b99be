/* march-dossier-save.c — publishes the working copy: save, save as, save a copy */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-copy-strip.h"
#include "dossier/march-dossier-private.h"
#include "dossier/march-dossier-task.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "dossier/march-database-private.h"
#include "dossier/march-private-folder.h"
#include "dossier/march-publish.h"

/* A file that was touched and not changed is the same still. */
static gboolean
check_same (MarchCopyOrigin *origin, GError **error)
{
  g_autofree char *name = g_filename_display_basename (origin->path);
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) reason = NULL;
  MarchIdentity now;

  if (!march_file_identify (origin->path, &now, &reason))
    {
      if (g_error_matches (reason, MARCH_ERROR, MARCH_ERROR_NOT_FOUND))
        g_set_error (error, MARCH_ERROR, MARCH_ERROR_CHANGED,
                     _ ("“%s” is no longer where it was opened. Put it there anew, or save under "
                        "another name; your edits are kept."),
                     name);
      else
        g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (march_identity_equal (&now, &origin->identity))
    return TRUE;
  sha256 = march_file_hash (origin->path, error);
  if (sha256 == NULL)
    return FALSE;
  if (g_str_equal (sha256, origin->sha256))
    return TRUE;
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_CHANGED,
               _ ("“%s” was changed by another program since it was opened. Merge its changes "
                  "with yours, save under another name, or replace it; your edits are kept."),
               name);
  return FALSE;
}

/* What one save, save as or save a copy needs and makes. */
typedef struct
{
  MarchSaveFlags    flags;
  char             *path; /* of the other file; NULL: the dossier's own */
  MarchCopyParts    without; /* what a copy leaves out */
  MarchWorkingCopy *copy; /* made for this, as there was none */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->copy, march_working_copy_leave);
  g_free (job->path);
  g_free (job);
}

static void
give_up (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->copy, march_working_copy_leave);
}

/* Notes first what the file is going to be: should the process end between the rename and the last
 * line, it is known to be saved. */
static gboolean
publish_over_origin (MarchWorkingCopy *copy, GCancellable *cancellable, GError **error)
{
  g_autoptr (MarchPublication) publication = NULL;
  MarchCopyOrigin *origin = &copy->origin;

  publication = march_publication_prepare (march_database_get_path (copy->database), origin->path,
                                           copy->folder, cancellable, error);
  if (publication == NULL)
    return FALSE;
  g_free (origin->pending);
  origin->pending = g_strdup (publication->sha256);
  if (!march_copy_origin_write (copy->folder, origin, error) ||
      !march_publication_finish (publication, error))
    return FALSE;

  g_free (origin->sha256);
  origin->sha256 = g_steal_pointer (&origin->pending);
  return march_file_identify (origin->path, &origin->identity, error) &&
         march_undo_log_mark_saved (copy->database, error) &&
         march_copy_origin_write (copy->folder, origin, error);
}

/* Nothing to do where nothing was edited. */
static gboolean
save_work (MarchDossier *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Job     *job = data;
  gboolean replace = (job->flags & MARCH_SAVE_REPLACE) != 0;

  if (self->copy == NULL || (!march_dossier_get_modified (self) && !replace))
    return TRUE;
  return (replace || check_same (&self->copy->origin, error)) &&
         publish_over_origin (self->copy, cancellable, error);
}

static gboolean
save_settle (MarchDossier *self, gpointer data, GError **error)
{
  return self->copy == NULL || march_dossier_read_undo (self, error);
}

static const MarchDossierTask save_task = { save_work, save_settle, give_up, free_job };

/* The working copy, or one that the job makes. */
static MarchWorkingCopy *
need_copy (MarchDossier *self, Job *job, GError **error)
{
  const MarchDossierFacts *facts = march_corpus_get_facts (self->corpus);

  if (self->copy != NULL)
    return self->copy;
  job->copy = march_working_copy_make (self->original, facts->uuid, facts->title, error);
  return job->copy;
}

static gboolean
take_job_copy (MarchDossier *self, Job *job, GError **error)
{
  if (job->copy != NULL)
    march_dossier_take_copy (self, g_steal_pointer (&job->copy));
  return march_dossier_read_undo (self, error);
}

static gboolean
save_as_work (MarchDossier *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Job              *job = data;
  MarchWorkingCopy *copy = need_copy (self, job, error);
  g_autofree char  *before = NULL;

  if (copy == NULL)
    return FALSE;
  before = g_steal_pointer (&copy->origin.path);
  copy->origin.path = g_strdup (job->path);
  if (publish_over_origin (copy, cancellable, error))
    return TRUE;
  g_free (copy->origin.path);
  copy->origin.path = g_steal_pointer (&before);
  g_clear_pointer (&copy->origin.pending, g_free);
  march_copy_origin_write (copy->folder, &copy->origin, NULL);
  return FALSE;
}

static gboolean
save_as_settle (MarchDossier *self, gpointer data, GError **error)
{
  Job *job = data;

  march_dossier_set_file (self, job->path);
  return take_job_copy (self, job, error);
}

static const MarchDossierTask save_as_task = { save_as_work, save_as_settle, give_up, free_job };

static gboolean
publish_copy (MarchWorkingCopy *copy,
              const char       *path,
              const char       *target,
              GCancellable     *cancellable,
              GError          **error)
{
  g_autoptr (MarchPublication) publication
      = march_publication_prepare (path, target, copy->folder, cancellable, error);

  return publication != NULL && march_publication_finish (publication, error);
}

static gboolean
publish_stripped (MarchWorkingCopy *copy, Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (MarchPrivateFolder) folder = march_private_folder_new (error);
  g_autofree char *path = folder != NULL ? march_private_folder_get_copy (folder) : NULL;

  return path != NULL
         && publish_copy (copy, march_database_get_path (copy->database), path, cancellable, error)
         && march_copy_strip (path, job->without, error)
         && publish_copy (copy, path, job->path, cancellable, error);
}

static gboolean
save_copy_work (MarchDossier *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Job              *job = data;
  MarchWorkingCopy *copy = need_copy (self, job, error);

  if (copy == NULL)
    return FALSE;
  if (job->without != 0)
    return publish_stripped (copy, job, cancellable, error);
  return publish_copy (copy, march_database_get_path (copy->database), job->path, cancellable,
                       error);
}

static gboolean
save_copy_settle (MarchDossier *self, gpointer data, GError **error)
{
  return take_job_copy (self, data, error);
}

static const MarchDossierTask save_copy_task = { save_copy_work, save_copy_settle, give_up,
                                                 free_job };

/**
 * march_dossier_save:
 *
 * Publishes the working copy in the place of the file, atomically. Does nothing if nothing was
 * edited, unless told to replace. A window calls march_dossier_save_async().
 *
 * Returns: %FALSE with %MARCH_ERROR_CHANGED if the file is not the one that was opened,
 * %MARCH_ERROR_READ_ONLY, %MARCH_ERROR_NO_SPACE, or another #MarchError. The edits are in the
 * working copy still
 */
gboolean
march_dossier_save (MarchDossier *self, MarchSaveFlags flags, GError **error)
{
  Job job = { .flags = flags };

  return march_dossier_task_run (self, &save_task, &job, error);
}

/**
 * march_dossier_save_async:
 *
 * As march_dossier_save(), on another thread. The dossier is busy meanwhile. Cancelled before the
 * file was replaced, nothing has happened, and the error is %G_IO_ERROR_CANCELLED.
 */
void
march_dossier_save_async (MarchDossier       *self,
                          MarchSaveFlags      flags,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  Job *job = g_new0 (Job, 1);

  job->flags = flags;
  march_dossier_task_run_async (self, &save_task, job, march_dossier_save_async, cancellable,
                                callback, user_data);
}

gboolean
march_dossier_save_finish (MarchDossier *self, GAsyncResult *result, GError **error)
{
  return march_dossier_task_finish (self, result, NULL, error);
}

static Job *
make_job_for_file (GFile *file, MarchCopyParts without, GError **error)
{
  g_autofree char *uri = NULL;
  char            *path = g_file_get_path (file);
  Job             *job;

  if (path == NULL)
    {
      uri = g_file_get_uri (file);
      g_set_error (error, MARCH_ERROR, MARCH_ERROR_READ_ONLY,
                   _ ("“%s” is in no folder of this computer. Save it in one."), uri);
      return NULL;
    }
  job = g_new0 (Job, 1);
  job->path = path;
  job->without = without;
  return job;
}

static gboolean
run_for_file (MarchDossier           *self,
              const MarchDossierTask *kind,
              GFile                  *file,
              MarchCopyParts          without,
              GError                **error)
{
  Job     *job = make_job_for_file (file, without, error);
  gboolean good = job != NULL && march_dossier_task_run (self, kind, job, error);

  g_clear_pointer (&job, free_job);
  return good;
}

static void
run_for_file_async (MarchDossier           *self,
                    const MarchDossierTask *kind,
                    GFile                  *file,
                    MarchCopyParts          without,
                    gpointer                source_tag,
                    GCancellable           *cancellable,
                    GAsyncReadyCallback     callback,
                    gpointer                user_data)
{
  GError *error = NULL;
  Job    *job = make_job_for_file (file, without, &error);

  if (job != NULL)
    march_dossier_task_run_async (self, kind, job, source_tag, cancellable, callback, user_data);
  else
    g_task_report_error (self, callback, user_data, source_tag, error);
}

/**
 * march_dossier_save_as:
 * @file: replaced if it is there
 *
 * Publishes the working copy under another name; from then on that is the dossier's file. A window
 * calls march_dossier_save_as_async().
 */
gboolean
march_dossier_save_as (MarchDossier *self, GFile *file, GError **error)
{
  return run_for_file (self, &save_as_task, file, 0, error);
}

/**
 * march_dossier_save_as_async:
 *
 * As march_dossier_save_as(), on another thread; as march_dossier_save_async() otherwise.
 */
void
march_dossier_save_as_async (MarchDossier       *self,
                             GFile              *file,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  run_for_file_async (self, &save_as_task, file, 0, march_dossier_save_as_async, cancellable,
                      callback, user_data);
}

gboolean
march_dossier_save_as_finish (MarchDossier *self, GAsyncResult *result, GError **error)
{
  return march_dossier_task_finish (self, result, NULL, error);
}

/**
 * march_dossier_save_copy:
 * @file: replaced if it is there
 * @without: what is left out there; 0: nothing
 *
 * Publishes the working copy in a further file; the dossier stays what it is, saved or not. A
 * window calls march_dossier_save_copy_async().
 */
gboolean
march_dossier_save_copy (MarchDossier  *self,
                         GFile         *file,
                         MarchCopyParts without,
                         GError       **error)
{
  return run_for_file (self, &save_copy_task, file, without, error);
}

/**
 * march_dossier_save_copy_async:
 *
 * As march_dossier_save_copy(), on another thread; as march_dossier_save_async() otherwise.
 */
void
march_dossier_save_copy_async (MarchDossier       *self,
                               GFile              *file,
                               MarchCopyParts      without,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  run_for_file_async (self, &save_copy_task, file, without, march_dossier_save_copy_async,
                      cancellable, callback, user_data);
}

gboolean
march_dossier_save_copy_finish (MarchDossier *self, GAsyncResult *result, GError **error)
{
  return march_dossier_task_finish (self, result, NULL, error);
}
