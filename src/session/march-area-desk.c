/* march-area-desk.c — the imported areas that a session measures and compares */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-session"

#include "config.h"

#include "session/march-area-desk.h"

#include "base/march-newest.h"
#include "session/march-session.h"

struct _MarchAreaDesk
{
  GObject parent;

  MarchSession     *session;   /* which owns the desk; NULL when it is gone */
  gboolean          wanted;    /* whether anybody looks at areas */
  MarchAreaHistory *history;   /* maybe of an earlier question */
  GCancellable     *measuring; /* NULL while no worker is at it */
  char             *trouble;
  MarchDay          compared_day;
  MarchComparison  *comparison;
  GCancellable     *comparing;
};

enum
{
  PROP_0,
  PROP_HISTORY,
  PROP_COMPARED_DAY,
  PROP_COMPARISON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarchAreaDesk, march_area_desk, G_TYPE_OBJECT)
G_DEFINE_BOXED_TYPE (MarchAreaHistory, march_area_history_boxed, march_area_history_ref,
                     march_area_history_unref)
G_DEFINE_BOXED_TYPE (MarchComparison, march_comparison_boxed, march_comparison_ref,
                     march_comparison_unref)

static MarchSnapshot *
get_snapshot (MarchAreaDesk *self)
{
  return self->session != NULL ? march_session_get_snapshot (self->session) : NULL;
}

typedef struct
{
  MarchSnapshot    *snapshot;
  MarchAreaHistory *like; /* NULL: none yet */
} MeasureJob;

static void
free_measure_job (gpointer data)
{
  MeasureJob *job = data;

  march_snapshot_unref (job->snapshot);
  march_area_history_unref (job->like);
  g_free (job);
}

static void
measure_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MeasureJob       *job = task_data;
  GError           *error = NULL;
  MarchAreaHistory *history
      = march_area_history_new (job->snapshot, NULL, job->like, cancellable, &error);

  if (history != NULL)
    g_task_return_pointer (task, history, (GDestroyNotify) march_area_history_unref);
  else
    g_task_return_error (task, error);
}

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchAreaDesk *self = MARCH_AREA_DESK (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchAreaHistory) history = g_task_propagate_pointer (G_TASK (result), &error);

  if (!march_newest_end (&self->measuring, result))
    return;
  g_clear_pointer (&self->trouble, g_free);
  if (history == NULL)
    self->trouble = g_strdup (error->message);
  g_clear_pointer (&self->history, march_area_history_unref);
  self->history = g_steal_pointer (&history);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HISTORY]);
}

static void
start_measuring (MarchAreaDesk *self)
{
  MeasureJob *job = NULL;

  march_newest_stop (&self->measuring);
  if (get_snapshot (self) == NULL)
    return;
  job = g_new0 (MeasureJob, 1);
  job->snapshot = march_snapshot_ref (get_snapshot (self));
  job->like = self->history != NULL ? march_area_history_ref (self->history) : NULL;
  march_newest_run (&self->measuring, self, measure_thread, job, free_measure_job, measured_cb);
}

typedef struct
{
  MarchSnapshot  *snapshot;
  MarchAreaUnits *units; /* NULL: not prepared yet */
  MarchDay        from, to;
} CompareJob;

static void
free_compare_job (gpointer data)
{
  CompareJob *job = data;

  march_snapshot_unref (job->snapshot);
  march_area_units_unref (job->units);
  g_free (job);
}

static void
compare_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  CompareJob      *job = task_data;
  GError          *error = NULL;
  MarchComparison *comparison = march_comparison_new (job->snapshot, NULL, job->from, job->to,
                                                      job->units, cancellable, &error);

  if (comparison != NULL)
    g_task_return_pointer (task, comparison, (GDestroyNotify) march_comparison_unref);
  else
    g_task_return_error (task, error);
}

static void
set_comparison (MarchAreaDesk *self, MarchComparison *comparison)
{
  if (comparison == NULL && self->comparison == NULL)
    return;
  g_clear_pointer (&self->comparison, march_comparison_unref);
  self->comparison = comparison;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARISON]);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MarchAreaDesk *self = MARCH_AREA_DESK (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarchComparison) comparison = g_task_propagate_pointer (G_TASK (result), &error);

  if (!march_newest_end (&self->comparing, result))
    return;
  if (comparison == NULL)
    g_warning ("Two days can't be compared: %s", error->message);
  set_comparison (self, g_steal_pointer (&comparison));
}

static gboolean
is_of_corpus (MarchAreaUnits *units, MarchCorpus *corpus)
{
  return march_area_units_get_n (units) > 0
         && march_corpus_get_place (corpus, march_area_units_get (units, 0)->id)
                == march_area_units_get (units, 0);
}

static void
start_comparing (MarchAreaDesk *self)
{
  MarchSnapshot *snapshot = get_snapshot (self);
  CompareJob    *job = NULL;
  MarchDay       day;

  march_newest_stop (&self->comparing);
  if (snapshot == NULL || self->compared_day == MARCH_DAY_MAX)
    {
      set_comparison (self, NULL);
      return;
    }
  /* What is drawn of an earlier version would name actors that are gone. */
  if (self->comparison != NULL
      && march_snapshot_get_corpus (self->comparison->snapshot)
             != march_snapshot_get_corpus (snapshot))
    set_comparison (self, NULL);
  day = march_snapshot_get_question (snapshot)->as_of;
  job = g_new0 (CompareJob, 1);
  job->snapshot = march_snapshot_ref (snapshot);
  job->from = MIN (day, self->compared_day);
  job->to = MAX (day, self->compared_day);
  if (self->history != NULL
      && is_of_corpus (march_area_history_get_units (self->history),
                       march_snapshot_get_corpus (snapshot)))
    job->units = march_area_units_ref (march_area_history_get_units (self->history));
  march_newest_run (&self->comparing, self, compare_thread, job, free_compare_job, compared_cb);
}

static void
snapshot_changed_cb (MarchAreaDesk *self)
{
  MarchSnapshot *snapshot = get_snapshot (self);
  gboolean       answered = snapshot != NULL && self->history != NULL
                      && march_area_history_answers (self->history, snapshot);

  if (self->wanted && !answered)
    {
      start_measuring (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HISTORY]);
    }
  start_comparing (self);
}

/* Another dossier: nothing of this one counts there. */
static void
dossier_changed_cb (MarchAreaDesk *self)
{
  if (self->compared_day == MARCH_DAY_MAX)
    return;
  self->compared_day = MARCH_DAY_MAX;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARED_DAY]);
  start_comparing (self);
}

static void
march_area_desk_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  MarchAreaDesk *self = MARCH_AREA_DESK (object);

  switch (property)
    {
    case PROP_HISTORY:
      g_value_set_boxed (value, march_area_desk_get_history (self));
      break;
    case PROP_COMPARED_DAY:
      g_value_set_int64 (value, self->compared_day);
      break;
    case PROP_COMPARISON:
      g_value_set_boxed (value, self->comparison);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
march_area_desk_dispose (GObject *object)
{
  MarchAreaDesk *self = MARCH_AREA_DESK (object);

  march_newest_stop (&self->measuring);
  march_newest_stop (&self->comparing);
  g_clear_weak_pointer (&self->session);
  g_clear_pointer (&self->history, march_area_history_unref);
  g_clear_pointer (&self->comparison, march_comparison_unref);
  g_clear_pointer (&self->trouble, g_free);
  G_OBJECT_CLASS (march_area_desk_parent_class)->dispose (object);
}

static void
march_area_desk_class_init (MarchAreaDeskClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = march_area_desk_get_property;
  object_class->dispose = march_area_desk_dispose;
  properties[PROP_HISTORY]
      = g_param_spec_boxed ("history", NULL, NULL, MARCH_TYPE_AREA_HISTORY, flags);
  properties[PROP_COMPARED_DAY] = g_param_spec_int64 ("compared-day", NULL, NULL, G_MININT64,
                                                      G_MAXINT64, MARCH_DAY_MAX, flags);
  properties[PROP_COMPARISON]
      = g_param_spec_boxed ("comparison", NULL, NULL, MARCH_TYPE_COMPARISON, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
march_area_desk_init (MarchAreaDesk *self)
{
  self->compared_day = MARCH_DAY_MAX;
}

/** march_area_desk_new: Returns: (transfer full): the desk of @session, which it doesn't keep */
MarchAreaDesk *
march_area_desk_new (MarchSession *session)
{
  MarchAreaDesk *self = g_object_new (MARCH_TYPE_AREA_DESK, NULL);

  g_set_weak_pointer (&self->session, session);
  g_signal_connect_object (session, "notify::dossier", G_CALLBACK (dossier_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::snapshot", G_CALLBACK (snapshot_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/** march_area_desk_measure: from now on the areas of what the session asks are measured */
void
march_area_desk_measure (MarchAreaDesk *desk)
{
  desk->wanted = TRUE;
  if (desk->measuring == NULL && march_area_desk_get_history (desk) == NULL)
    start_measuring (desk);
}

/** march_area_desk_get_history: Returns: (transfer none) (nullable): the areas of all days of the
 * source that is drawn; NULL until they are measured */
MarchAreaHistory *
march_area_desk_get_history (MarchAreaDesk *desk)
{
  MarchSnapshot *snapshot = get_snapshot (desk);

  return snapshot != NULL && desk->history != NULL
                 && march_area_history_answers (desk->history, snapshot)
             ? desk->history
             : NULL;
}

/** march_area_desk_get_trouble: Returns: (transfer none) (nullable): a sentence why the areas could
 * not be measured */
const char *
march_area_desk_get_trouble (MarchAreaDesk *desk)
{
  return desk->trouble;
}

/** march_area_desk_is_busy: Returns: whether a worker measures or compares */
gboolean
march_area_desk_is_busy (MarchAreaDesk *desk)
{
  return desk->measuring != NULL || desk->comparing != NULL;
}

/** march_area_desk_get_compared_day: Returns: the day that the session's day is compared with;
 * #MARCH_DAY_MAX: none */
MarchDay
march_area_desk_get_compared_day (MarchAreaDesk *desk)
{
  return desk->compared_day;
}

/** march_area_desk_compare: @day: to compare the session's day with, whichever it is;
 * #MARCH_DAY_MAX ends comparing */
void
march_area_desk_compare (MarchAreaDesk *desk, MarchDay day)
{
  if (day == desk->compared_day)
    return;
  desk->compared_day = day;
  g_object_notify_by_pspec (G_OBJECT (desk), properties[PROP_COMPARED_DAY]);
  start_comparing (desk);
}

/** march_area_desk_get_comparison: Returns: (transfer none) (nullable): what differs between the
 * two days */
MarchComparison *
march_area_desk_get_comparison (MarchAreaDesk *desk)
{
  return desk->comparison;
}

/** march_area_desk_list_days: Returns: (transfer full) (element-type MarchDay): the days on which
 * the areas that are drawn change, in their order, some maybe twice; nothing is measured for it */
GArray *
march_area_desk_list_days (MarchAreaDesk *desk)
{
  GArray            *days = g_array_new (FALSE, FALSE, sizeof (MarchDay));
  MarchSnapshot     *snapshot = get_snapshot (desk);
  GPtrArray         *imports;
  const MarchSource *source;

  if (snapshot == NULL)
    return days;
  imports = march_corpus_get_area_imports (march_snapshot_get_corpus (snapshot));
  source = march_snapshot_get_area_source (snapshot);
  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *area_import = g_ptr_array_index (imports, i);
      g_autoptr (GArray) changes = NULL;

      if (area_import->source != source || !march_snapshot_asks_for_areas (snapshot, area_import))
        continue;
      changes = march_holdings_list_changes (area_import->holdings);
      g_array_append_vals (days, changes->data, changes->len);
    }
  g_array_sort (days, march_day_compare);
  return days;
}
