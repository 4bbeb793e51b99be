/* march-source-desk.c — on what land the sources of areas disagree, while a session asks for it */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-session"

#include "config.h"

#include "session/march-source-desk.h"

#include "asof/march-source-pair.h"
#include "base/march-newest.h"
#include "session/march-session.h"

struct _MarchSourceDesk
{
  GObject parent;

  MarchSession   *session;     /* which owns the desk; NULL when it is gone */
  GCancellable   *comparing;   /* NULL while no worker is at it */
  MarchAreaUnits *units;       /* of some version of the dossier; NULL: none prepared yet */
  GPtrArray      *comparisons; /* of MarchComparison; NULL: not known or not asked for */
};

static guint compared_signal;

G_DEFINE_FINAL_TYPE (MarchSourceDesk, march_source_desk, G_TYPE_OBJECT)

typedef struct
{
  MarchSnapshot  *snapshot;
  MarchAreaUnits *units; /* NULL: not prepared yet */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  march_snapshot_unref (job->snapshot);
  march_area_units_unref (job->units);
  g_free (job);
}

/* Those that have areas of the day, of a holder of whom the source that is drawn tells too. */
static GPtrArray *
list_others (MarchSnapshot *snapshot)
{
  g_autoptr (GArray) pairs = march_snapshot_list_source_pairs (snapshot);
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; i < pairs->len; i++)
    {
      const MarchSource *source = g_array_index (pairs, MarchSourcePair, i).other->source;

      if (!g_ptr_array_find (others, source, NULL))
        g_ptr_array_add (others, (gpointer) source);
    }
  return others;
}

static GPtrArray *
compare_all (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) others = list_others (job->snapshot);
  g_autoptr (GPtrArray) comparisons
      = g_ptr_array_new_with_free_func ((GDestroyNotify) march_comparison_unref);

  if (others->len > 0 && job->units == NULL)
    job->units = march_area_units_new (march_snapshot_get_corpus (job->snapshot), error);
  for (guint i = 0; i < others->len; i++)
    {
      MarchComparison *comparison = NULL;

      if (job->units != NULL)
        comparison = march_comparison_new_of_sources (job->snapshot, NULL, others->pdata[i],
                                                      job->units, cancellable, error);
      if (comparison == NULL)
        return NULL;
      g_ptr_array_add (comparisons, comparison);
    }
  return g_steal_pointer (&comparisons);
}

static void
compare_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError    *error = NULL;
  GPtrArray *comparisons = compare_all (task_data, cancellable, &error);

  if (comparisons != NULL)
    g_task_return_pointer (task, comparisons, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
set_comparisons (MarchSourceDesk *self, GPtrArray *comparisons)
{
  if (comparisons == NULL && self->comparisons == NULL)
    return;
  g_clear_pointer (&self->comparisons, g_ptr_array_unref);
  self->comparisons = comparisons;
  g_signal_emit (self, compared_signal, 0);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchSourceDesk *self = MARCH_SOURCE_DESK (source);
  Job             *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) comparisons = g_task_propagate_pointer (G_TASK (result), &error);

  if (!march_newest_end (&self->comparing, result))
    return;
  if (comparisons == NULL)
    g_warning ("Sources can't be compared: %s", error->message);
  g_clear_pointer (&self->units, march_area_units_unref);
  self->units = g_steal_pointer (&job->units);
  set_comparisons (self, g_steal_pointer (&comparisons));
}

/* A day that moves on cancels what is under way; what was compared stays until there is other. */
static void
update_cb (MarchSourceDesk *self)
{
  MarchSnapshot *snapshot = march_session_get_snapshot (self->session);
  MarchCorpus   *corpus = snapshot != NULL ? march_snapshot_get_corpus (snapshot) : NULL;
  Job           *job;

  march_newest_stop (&self->comparing);
  if (corpus == NULL || march_session_get_lens (self->session) != MARCH_LENS_DISAGREEMENT)
    {
      set_comparisons (self, NULL);
      return;
    }
  job = g_new0 (Job, 1);
  job->snapshot = march_snapshot_ref (snapshot);
  if (self->units != NULL && march_area_units_get_n (self->units) > 0
      && march_corpus_get_place (corpus, march_area_units_get (self->units, 0)->id)
             == march_area_units_get (self->units, 0))
    job->units = march_area_units_ref (self->units);
  else
    set_comparisons (self, NULL); /* they may name what is gone */
  march_newest_run (&self->comparing, self, compare_thread, job, free_job, compared_cb);
}

static void
march_source_desk_dispose (GObject *object)
{
  MarchSourceDesk *self = MARCH_SOURCE_DESK (object);

  march_newest_stop (&self->comparing);
  g_clear_weak_pointer (&self->session);
  g_clear_pointer (&self->units, march_area_units_unref);
  g_clear_pointer (&self->comparisons, g_ptr_array_unref);
  G_OBJECT_CLASS (march_source_desk_parent_class)->dispose (object);
}

static void
march_source_desk_class_init (MarchSourceDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_source_desk_dispose;
  compared_signal = g_signal_new ("compared", MARCH_TYPE_SOURCE_DESK, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_source_desk_init (MarchSourceDesk *self)
{
}

/** march_source_desk_new: Returns: (transfer full): the desk of @session, which it doesn't keep */
MarchSourceDesk *
march_source_desk_new (MarchSession *session)
{
  MarchSourceDesk *self = g_object_new (MARCH_TYPE_SOURCE_DESK, NULL);

  g_set_weak_pointer (&self->session, session);
  g_signal_connect_object (session, "notify::snapshot", G_CALLBACK (update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::lens", G_CALLBACK (update_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/** march_source_desk_get_comparisons: Returns: (transfer none) (nullable) (element-type
 * MarchComparison): the source that is drawn against each other one that has areas of the day; NULL
 * until they are compared, and while the session's lens is another than disagreement */
GPtrArray *
march_source_desk_get_comparisons (MarchSourceDesk *desk)
{
  return desk->comparisons;
}
