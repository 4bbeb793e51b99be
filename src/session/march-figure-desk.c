/* march-figure-desk.c — what stated figures of land came to, held against the areas of a session */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-session"

#include "config.h"

#include "session/march-figure-desk.h"

#include "base/march-newest.h"
#include "session/march-session.h"

struct _MarchFigureDesk
{
  GObject parent;

  MarchSession  *session;   /* which owns the desk; NULL when it is gone */
  MarchSnapshot *asked;     /* of which the lines are or will be; NULL: nobody has asked */
  GCancellable  *measuring; /* NULL while no worker is at it */
  GHashTable    *lines;     /* of gint64 *: figures that are read → char *; NULL: not known yet */
};

static guint measured_signal;

G_DEFINE_FINAL_TYPE (MarchFigureDesk, march_figure_desk, G_TYPE_OBJECT)

static gboolean
measure (MarchSnapshot        *snapshot,
         const MarchAssertion *figure,
         MarchAreaUnits       *units,
         GHashTable           *lines,
         GCancellable         *cancellable,
         GError              **error)
{
  char *line = march_reading_describe_none (snapshot, figure);

  if (line == NULL)
    {
      g_autoptr (GPtrArray) readings
          = march_reading_measure (snapshot, figure, units, cancellable, error);

      if (readings == NULL)
        return FALSE;
      line = march_reading_describe_all (readings, figure);
    }
  g_hash_table_insert (lines, g_memdup2 (&figure->id, sizeof figure->id), line);
  return TRUE;
}

static GHashTable *
measure_all (MarchSnapshot *snapshot, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) figures = march_figure_list_of_land (snapshot, NULL);
  g_autoptr (GHashTable) lines
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (MarchAreaUnits) units = NULL;

  if (figures->len > 0)
    units = march_area_units_new (march_snapshot_get_corpus (snapshot), error);
  if (figures->len > 0 && units == NULL)
    return NULL;
  for (guint i = 0; i < figures->len; i++)
    if (!measure (snapshot, figures->pdata[i], units, lines, cancellable, error))
      return NULL;
  return g_steal_pointer (&lines);
}

static void
measure_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError     *error = NULL;
  GHashTable *lines = measure_all (task_data, cancellable, &error);

  if (lines != NULL)
    g_task_return_pointer (task, lines, (GDestroyNotify) g_hash_table_unref);
  else
    g_task_return_error (task, error);
}

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchFigureDesk *self = MARCH_FIGURE_DESK (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) lines = g_task_propagate_pointer (G_TASK (result), &error);

  if (!march_newest_end (&self->measuring, result))
    return;
  if (lines == NULL)
    g_warning ("Figures can't be held against the map: %s", error->message);
  self->lines = g_steal_pointer (&lines);
  g_signal_emit (self, measured_signal, 0);
}

/* The day plays no part. */
static gboolean
is_answered (MarchFigureDesk *self, MarchSnapshot *snapshot)
{
  const MarchQuestion *before, *now = march_snapshot_get_question (snapshot);

  if (self->asked == NULL
      || march_snapshot_get_corpus (self->asked) != march_snapshot_get_corpus (snapshot))
    return FALSE;
  before = march_snapshot_get_question (self->asked);
  return before->known_by == now->known_by && before->according_actor == now->according_actor
         && before->according_source == now->according_source;
}

static void
start (MarchFigureDesk *self, MarchSnapshot *snapshot)
{
  g_clear_pointer (&self->lines, g_hash_table_unref);
  g_clear_pointer (&self->asked, march_snapshot_unref);
  self->asked = march_snapshot_ref (snapshot);
  march_newest_run (&self->measuring, self, measure_thread, march_snapshot_ref (snapshot),
                    (GDestroyNotify) march_snapshot_unref, measured_cb);
}

static void
snapshot_changed_cb (MarchFigureDesk *self)
{
  MarchSnapshot *snapshot = march_session_get_snapshot (self->session);

  if (self->asked == NULL || (snapshot != NULL && is_answered (self, snapshot)))
    return;
  march_newest_stop (&self->measuring);
  g_clear_pointer (&self->lines, g_hash_table_unref);
  g_clear_pointer (&self->asked, march_snapshot_unref);
  g_signal_emit (self, measured_signal, 0);
}

static void
march_figure_desk_dispose (GObject *object)
{
  MarchFigureDesk *self = MARCH_FIGURE_DESK (object);

  march_newest_stop (&self->measuring);
  g_clear_weak_pointer (&self->session);
  g_clear_pointer (&self->asked, march_snapshot_unref);
  g_clear_pointer (&self->lines, g_hash_table_unref);
  G_OBJECT_CLASS (march_figure_desk_parent_class)->dispose (object);
}

static void
march_figure_desk_class_init (MarchFigureDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = march_figure_desk_dispose;
  measured_signal = g_signal_new ("measured", MARCH_TYPE_FIGURE_DESK, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
march_figure_desk_init (MarchFigureDesk *self)
{
}

/** march_figure_desk_new: Returns: (transfer full): the desk of @session, which it doesn't keep */
MarchFigureDesk *
march_figure_desk_new (MarchSession *session)
{
  MarchFigureDesk *self = g_object_new (MARCH_TYPE_FIGURE_DESK, NULL);

  g_set_weak_pointer (&self->session, session);
  g_signal_connect_object (session, "notify::snapshot", G_CALLBACK (snapshot_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * march_figure_desk_describe:
 * @figure: of the session's corpus
 *
 * Measures on another thread, once for all figures, when somebody asks.
 *
 * Returns: (transfer none) (nullable): what each source of areas measures for @figure, on one
 * line; %NULL while it isn't known, or if @figure isn't read
 */
const char *
march_figure_desk_describe (MarchFigureDesk *desk, const MarchAssertion *figure)
{
  MarchSnapshot *snapshot
      = desk->session != NULL ? march_session_get_snapshot (desk->session) : NULL;

  if (snapshot == NULL || figure->read_holder == NULL)
    return NULL;
  if (!is_answered (desk, snapshot))
    start (desk, snapshot);
  return desk->lines != NULL ? g_hash_table_lookup (desk->lines, &figure->id) : NULL;
}
