/* march-dossier-task.h — what a dossier does on another thread, and waits for where it must;
 * private to the room */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/march-dossier.h"

G_BEGIN_DECLS

/**
 * MarchDossierTask:
 * @work: does what takes long. Nobody else uses the working copy meanwhile; what the dossier's own
 *   thread reads of the dossier must not be changed. Fails with nothing done
 * @settle: takes over what the work has made, on the dossier's thread; not called if it failed
 * @give_up: (nullable): lets go of what the work has made before it failed, where that was
 * @free_job: frees the job, whatever is left in it
 *
 * A kind of work, each piece of which is a job of its own.
 */
typedef struct
{
  gboolean       (*work)   (MarchDossier *dossier, gpointer job, GCancellable *cancellable,
                            GError **error);
  gboolean       (*settle) (MarchDossier *dossier, gpointer job, GError **error);
  GDestroyNotify   give_up;
  GDestroyNotify   free_job;
} MarchDossierTask;

gboolean march_dossier_task_run       (MarchDossier *dossier, const MarchDossierTask *kind,
                                       gpointer job, GError **error);
void     march_dossier_task_run_async (MarchDossier *dossier, const MarchDossierTask *kind,
                                       gpointer job, gpointer source_tag, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
gboolean march_dossier_task_finish    (MarchDossier *dossier, GAsyncResult *result, gpointer *job,
                                       GError **error);

G_END_DECLS
