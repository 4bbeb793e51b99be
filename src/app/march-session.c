/* march-session.c — what the user looks at: dossier, day, lens, selection */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-app"

#include "config.h"

#include "app/march-session.h"

#include <glib/gi18n.h>

#include "app/march-session-private.h"

/* A snapshot that took longer than this is made by a worker the next time: half a frame at 60 Hz.
 */
#define PATIENCE_US 8000

struct _MarchSession
{
  GObject        parent;

  MarchDossier  *dossier;
  MarchCorpus   *corpus;
  MarchSnapshot *snapshot;
  GPtrArray     *changes; /* of MarchChange; NULL until asked for */

  MarchQuestion  question;
  MarchLens      lens;
  gint64         place;
  gboolean       drawn;

  GCancellable  *computing; /* NULL while no worker is at it */
  gint64         last_cost_us;
};

enum
{
  PROP_0,
  PROP_DOSSIER,
  PROP_AS_OF,
  PROP_KNOWN_BY,
  PROP_ACCORDING_ACTOR,
  PROP_ACCORDING_SOURCE,
  PROP_LENS,
  PROP_PLACE,
  PROP_SNAPSHOT,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_DRAWN,
  N_PROPS
};

enum
{
  SHOW_QUOTATION,
  SHOW_ASSERTION,
  SHOW_WHY,
  SHOW_SEARCH,
  FIT_PLACE,
  REVEAL_PLACE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MarchSession, march_session, G_TYPE_OBJECT)
G_DEFINE_BOXED_TYPE (MarchSnapshot, march_snapshot_boxed, march_snapshot_ref, march_snapshot_unref)

/**
 * march_lens_get_type:
 *
 * Returns: the type of #MarchLens, whose nicks are the targets of the action "win.lens"
 */
GType
march_lens_get_type (void)
{
  static GType            type;
  static const GEnumValue values[] = {
    { MARCH_LENS_CONTROL, "MARCH_LENS_CONTROL", "control" },
    { MARCH_LENS_CLAIM, "MARCH_LENS_CLAIM", "claim" },
    { MARCH_LENS_BOTH, "MARCH_LENS_BOTH", "both" },
    { MARCH_LENS_VALUE, "MARCH_LENS_VALUE", "value" },
    { MARCH_LENS_EVIDENCE, "MARCH_LENS_EVIDENCE", "evidence" },
    { 0, NULL, NULL },
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("MarchLens", values));
  return type;
}

static char *
build_subtitle (MarchSession *self)
{
  g_autofree char *day = NULL;
  g_autofree char *known_by = NULL;
  g_autofree char *according = NULL;

  if (self->corpus == NULL)
    return g_strdup ("");
  day = march_day_describe (self->question.as_of);
  known_by = march_session_describe_known_by (self);
  according = march_session_describe_according (self);
  /* Translators: below the title of the window: the day of the map, up to when sources count, whose
   * word counts. */
  return g_strdup_printf (_("as of %s · known by %s · %s"), day, known_by, according);
}

/* Whether both rest on the same records and ask the same but for the day. */
static gboolean
knows_the_same (MarchSnapshot *a,
                MarchSnapshot *b)
{
  const MarchQuestion *first = march_snapshot_get_question (a);
  const MarchQuestion *second = march_snapshot_get_question (b);

  return march_snapshot_get_corpus (a) == march_snapshot_get_corpus (b)
         && first->known_by == second->known_by
         && first->according_actor == second->according_actor
         && first->according_source == second->according_source;
}

static void
take_snapshot (MarchSession  *self,
               MarchSnapshot *snapshot)
{
  if (snapshot == NULL || self->snapshot == NULL || !knows_the_same (snapshot, self->snapshot))
    g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->snapshot, march_snapshot_unref);
  self->snapshot = snapshot;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SNAPSHOT]);
}

typedef struct
{
  MarchCorpus  *corpus;
  MarchQuestion question;
  gint64        cost_us;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  march_corpus_unref (job->corpus);
  g_free (job);
}

static MarchSnapshot *
answer (Job *job)
{
  gint64         start = g_get_monotonic_time ();
  MarchSnapshot *snapshot = march_snapshot_new (job->corpus, &job->question);

  job->cost_us = g_get_monotonic_time () - start;
  return snapshot;
}

static void
compute_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (task, answer (task_data), (GDestroyNotify) march_snapshot_unref);
}

static void
computed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  MarchSession             *self = MARCH_SESSION (source);
  Job                      *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (MarchSnapshot) snapshot = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: a newer question is under way. */
  if (snapshot == NULL || g_task_get_cancellable (G_TASK (result)) != self->computing)
    return;
  g_clear_object (&self->computing);
  self->last_cost_us = job->cost_us;
  take_snapshot (self, g_steal_pointer (&snapshot));
}

static void
ask_again (MarchSession *self)
{
  Job *job = NULL;

  g_cancellable_cancel (self->computing);
  g_clear_object (&self->computing);
  if (self->corpus == NULL)
    {
      take_snapshot (self, NULL);
      return;
    }
  job = g_new0 (Job, 1);
  job->corpus = march_corpus_ref (self->corpus);
  job->question = self->question;
  if (self->snapshot == NULL || self->last_cost_us < PATIENCE_US)
    {
      MarchSnapshot *snapshot = answer (job);

      self->last_cost_us = job->cost_us;
      job_free (job);
      take_snapshot (self, snapshot);
    }
  else
    {
      g_autoptr (GTask) task = NULL;

      self->computing = g_cancellable_new ();
      task = g_task_new (self, self->computing, computed_cb, NULL);
      g_task_set_task_data (task, job, job_free);
      g_task_run_in_thread (task, compute_thread);
    }
}

static void
notify_question (MarchSession *self,
                 guint         property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

static void
take_corpus (MarchSession *self,
             MarchCorpus  *corpus)
{
  g_clear_pointer (&self->corpus, march_corpus_unref);
  self->corpus = corpus;
  if (corpus != NULL && self->place != 0 && march_corpus_get_place (corpus, self->place) == NULL)
    {
      self->place = 0;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
    }
  ask_again (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

static void
dossier_changed_cb (MarchSession *self)
{
  take_corpus (self, march_dossier_dup_corpus (self->dossier));
}

static void
march_session_get_property (GObject    *object,
                            guint       property,
                            GValue     *value,
                            GParamSpec *pspec)
{
  MarchSession *self = MARCH_SESSION (object);

  switch (property)
    {
    case PROP_DOSSIER:
      g_value_set_object (value, self->dossier);
      break;
    case PROP_AS_OF:
      g_value_set_int64 (value, self->question.as_of);
      break;
    case PROP_KNOWN_BY:
      g_value_set_int64 (value, self->question.known_by);
      break;
    case PROP_ACCORDING_ACTOR:
      g_value_set_int64 (value, self->question.according_actor);
      break;
    case PROP_ACCORDING_SOURCE:
      g_value_set_int64 (value, self->question.according_source);
      break;
    case PROP_LENS:
      g_value_set_enum (value, self->lens);
      break;
    case PROP_PLACE:
      g_value_set_int64 (value, self->place);
      break;
    case PROP_SNAPSHOT:
      g_value_set_boxed (value, self->snapshot);
      break;
    case PROP_TITLE:
      g_value_set_string (value,
                          self->corpus != NULL ? march_corpus_get_facts (self->corpus)->title : "");
      break;
    case PROP_SUBTITLE:
      g_value_take_string (value, build_subtitle (self));
      break;
    case PROP_DRAWN:
      g_value_set_boolean (value, self->drawn);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
march_session_set_property (GObject      *object,
                            guint         property,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  MarchSession *self = MARCH_SESSION (object);

  switch (property)
    {
    case PROP_DOSSIER:
      march_session_set_dossier (self, g_value_get_object (value));
      break;
    case PROP_AS_OF:
      march_session_set_as_of (self, g_value_get_int64 (value));
      break;
    case PROP_KNOWN_BY:
      march_session_set_known_by (self, g_value_get_int64 (value));
      break;
    case PROP_ACCORDING_ACTOR:
      march_session_set_according (self, g_value_get_int64 (value),
                                   self->question.according_source);
      break;
    case PROP_ACCORDING_SOURCE:
      march_session_set_according (self, self->question.according_actor, g_value_get_int64 (value));
      break;
    case PROP_LENS:
      march_session_set_lens (self, g_value_get_enum (value));
      break;
    case PROP_PLACE:
      march_session_select (self,
                            self->corpus == NULL
                                ? NULL
                                : march_corpus_get_place (self->corpus, g_value_get_int64 (value)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
march_session_dispose (GObject *object)
{
  MarchSession *self = MARCH_SESSION (object);

  g_cancellable_cancel (self->computing);
  g_clear_object (&self->computing);
  if (self->dossier != NULL)
    g_signal_handlers_disconnect_by_data (self->dossier, self);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->snapshot, march_snapshot_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->corpus, march_corpus_unref);
  G_OBJECT_CLASS (march_session_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags shown = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_DOSSIER] = g_param_spec_object ("dossier", NULL, NULL, MARCH_TYPE_DOSSIER, flags);
  properties[PROP_AS_OF] = g_param_spec_int64 ("as-of", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                               flags);
  properties[PROP_KNOWN_BY] = g_param_spec_int64 ("known-by", NULL, NULL, G_MININT64, G_MAXINT64,
                                                  G_MAXINT64, flags);
  properties[PROP_ACCORDING_ACTOR] = g_param_spec_int64 ("according-actor", NULL, NULL, 0,
                                                         G_MAXINT64, 0, flags);
  properties[PROP_ACCORDING_SOURCE] = g_param_spec_int64 ("according-source", NULL, NULL, 0,
                                                          G_MAXINT64, 0, flags);
  properties[PROP_LENS] = g_param_spec_enum ("lens", NULL, NULL, MARCH_TYPE_LENS, MARCH_LENS_BOTH,
                                             flags);
  properties[PROP_PLACE] = g_param_spec_int64 ("place", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_SNAPSHOT] = g_param_spec_boxed ("snapshot", NULL, NULL, MARCH_TYPE_SNAPSHOT,
                                                  shown);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", shown);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", shown);
  properties[PROP_DRAWN] = g_param_spec_boolean ("drawn", NULL, NULL, FALSE, shown);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static guint
new_signal (const char *name,
            GType       argument)
{
  return g_signal_new (name, MARCH_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, argument);
}

static void
march_session_class_init (MarchSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = march_session_get_property;
  object_class->set_property = march_session_set_property;
  object_class->dispose = march_session_dispose;
  install_properties (object_class);
  signals[SHOW_QUOTATION] = new_signal ("show-quotation", G_TYPE_INT64);
  signals[SHOW_ASSERTION] = new_signal ("show-assertion", G_TYPE_INT64);
  signals[SHOW_WHY] = new_signal ("show-why", G_TYPE_INT64);
  signals[SHOW_SEARCH] = new_signal ("show-search", G_TYPE_STRING);
  signals[FIT_PLACE] = new_signal ("fit-place", G_TYPE_INT64);
  signals[REVEAL_PLACE] = new_signal ("reveal-place", G_TYPE_INT64);
}

static void
march_session_init (MarchSession *self)
{
  self->question.known_by = MARCH_DAY_MAX;
  self->lens = MARCH_LENS_BOTH;
}

/**
 * march_session_new:
 *
 * Returns: (transfer full): a session without a dossier
 */
MarchSession *
march_session_new (void)
{
  return g_object_new (MARCH_TYPE_SESSION, NULL);
}

/**
 * march_session_set_dossier:
 * @dossier: (nullable): the dossier to look at
 *
 * Starts anew with @dossier: its last day, known by today, anyone's word, nothing selected. The
 * lens stays.
 */
void
march_session_set_dossier (MarchSession *self,
                           MarchDossier *dossier)
{
  MarchCorpus *corpus = NULL;

  g_return_if_fail (MARCH_IS_SESSION (self));
  if (dossier == self->dossier)
    return;
  if (self->dossier != NULL)
    g_signal_handlers_disconnect_by_data (self->dossier, self);
  g_set_object (&self->dossier, dossier);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->snapshot, march_snapshot_unref);
  self->place = 0;
  self->drawn = FALSE;
  self->question = (MarchQuestion){ 0, MARCH_DAY_MAX, 0, 0 };
  if (dossier != NULL)
    {
      g_signal_connect_object (dossier, "changed", G_CALLBACK (dossier_changed_cb), self,
                               G_CONNECT_SWAPPED);
      corpus = march_dossier_dup_corpus (dossier);
      self->question.as_of = march_corpus_get_facts (corpus)->last;
    }
  g_object_freeze_notify (G_OBJECT (self));
  take_corpus (self, corpus);
  for (guint i = PROP_DOSSIER; i < N_PROPS; i++)
    if (i != PROP_LENS)
      g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/** march_session_get_dossier: Returns: (transfer none) (nullable): the dossier */
MarchDossier *
march_session_get_dossier (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), NULL);
  return self->dossier;
}

/** march_session_get_corpus: Returns: (transfer none) (nullable): the dossier's records as they
 * stand now */
MarchCorpus *
march_session_get_corpus (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), NULL);
  return self->corpus;
}

/**
 * march_session_get_snapshot:
 *
 * Returns: (transfer none) (nullable): the answer shown; NULL without a dossier
 */
MarchSnapshot *
march_session_get_snapshot (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), NULL);
  return self->snapshot;
}

/** march_session_get_as_of: Returns: the day of the map */
MarchDay
march_session_get_as_of (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), 0);
  return self->question.as_of;
}

/**
 * march_session_set_as_of:
 * @day: held within the dossier's first and last day
 */
void
march_session_set_as_of (MarchSession *self,
                         MarchDay      day)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  if (self->corpus != NULL)
    day = CLAMP (day, march_corpus_get_facts (self->corpus)->first,
                 march_corpus_get_facts (self->corpus)->last);
  if (day == self->question.as_of)
    return;
  self->question.as_of = day;
  ask_again (self);
  notify_question (self, PROP_AS_OF);
}

/** march_session_get_known_by: Returns: the day by which a source has to be published;
 * #MARCH_DAY_MAX: today */
MarchDay
march_session_get_known_by (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), MARCH_DAY_MAX);
  return self->question.known_by;
}

/**
 * march_session_set_known_by:
 * @day: sources published later are left out; #MARCH_DAY_MAX: none is
 */
void
march_session_set_known_by (MarchSession *self,
                            MarchDay      day)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  if (day == self->question.known_by)
    return;
  self->question.known_by = day;
  ask_again (self);
  notify_question (self, PROP_KNOWN_BY);
}

/**
 * march_session_set_according:
 * @actor: id of whose word alone counts, or 0
 * @source: id of the source that alone counts, or 0
 */
void
march_session_set_according (MarchSession *self,
                             gint64        actor,
                             gint64        source)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  if (actor == self->question.according_actor && source == self->question.according_source)
    return;
  self->question.according_actor = actor;
  self->question.according_source = source;
  ask_again (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCORDING_ACTOR]);
  notify_question (self, PROP_ACCORDING_SOURCE);
}

/** march_session_get_lens: Returns: the lens */
MarchLens
march_session_get_lens (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), MARCH_LENS_BOTH);
  return self->lens;
}

/** march_session_set_lens: @lens: what of the snapshot the map draws */
void
march_session_set_lens (MarchSession *self,
                        MarchLens     lens)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  if (lens == self->lens)
    return;
  self->lens = lens;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LENS]);
}

/** march_session_get_place: Returns: (nullable): the selected place */
const MarchPlace *
march_session_get_place (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), NULL);
  return self->place == 0 || self->corpus == NULL
             ? NULL
             : march_corpus_get_place (self->corpus, self->place);
}

/** march_session_select: @place: (nullable): a place of the session's corpus; NULL clears the
 * selection */
void
march_session_select (MarchSession     *self,
                      const MarchPlace *place)
{
  gint64 id = place != NULL ? place->id : 0;

  g_return_if_fail (MARCH_IS_SESSION (self));
  if (id == self->place)
    return;
  self->place = id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}

/**
 * march_session_list_changes:
 *
 * Returns: (transfer none): #MarchChange by day, within the dossier's first and last day, of what
 * is known by then and according to the perspective; empty without a dossier. Valid until the
 * snapshot is another.
 */
GPtrArray *
march_session_list_changes (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), NULL);
  if (self->changes == NULL)
    self->changes = self->snapshot != NULL ? march_session_find_changes (self->snapshot)
                                           : g_ptr_array_new ();
  return self->changes;
}

/**
 * march_session_step:
 * @direction: negative for the previous change, positive for the next
 *
 * Returns: FALSE if there is none in that direction
 */
gboolean
march_session_step (MarchSession *self,
                    int           direction)
{
  GPtrArray         *changes = march_session_list_changes (self);
  const MarchChange *found = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const MarchChange *change = changes->pdata[i];

      if (direction < 0 && change->day < self->question.as_of)
        found = change;
      if (direction > 0 && found == NULL && change->day > self->question.as_of)
        found = change;
    }
  if (found == NULL)
    return FALSE;
  march_session_set_as_of (self, found->day);
  return TRUE;
}

/** march_session_get_drawn: Returns: whether the map has shown the dossier */
gboolean
march_session_get_drawn (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), FALSE);
  return self->drawn;
}

/** march_session_set_drawn: to be called by the map when it shows a picture of what the session
 * asks for */
void
march_session_set_drawn (MarchSession *self)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  if (self->drawn)
    return;
  self->drawn = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAWN]);
}

/** march_session_show_quotation: asks the panel to show @quotation */
void
march_session_show_quotation (MarchSession         *self,
                              const MarchQuotation *quotation)
{
  g_return_if_fail (MARCH_IS_SESSION (self) && quotation != NULL);
  g_signal_emit (self, signals[SHOW_QUOTATION], 0, quotation->id);
}

/** march_session_show_assertion: asks the panel for the page of @assertion */
void
march_session_show_assertion (MarchSession         *self,
                              const MarchAssertion *assertion)
{
  g_return_if_fail (MARCH_IS_SESSION (self) && assertion != NULL);
  g_signal_emit (self, signals[SHOW_ASSERTION], 0, assertion->id);
}

/** march_session_show_why: asks the window for the page "Why this colour?" of @place */
void
march_session_show_why (MarchSession     *self,
                        const MarchPlace *place)
{
  g_return_if_fail (MARCH_IS_SESSION (self) && place != NULL);
  g_signal_emit (self, signals[SHOW_WHY], 0, place->id);
}

/** march_session_show_search: @text: (nullable): what to search for; asks the panel to search */
void
march_session_show_search (MarchSession *self,
                           const char   *text)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  g_signal_emit (self, signals[SHOW_SEARCH], 0, text != NULL ? text : "");
}

/** march_session_fit: @place: (nullable): what the map moves to; NULL: the whole dossier */
void
march_session_fit (MarchSession     *self,
                   const MarchPlace *place)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  g_signal_emit (self, signals[FIT_PLACE], 0, place != NULL ? place->id : (gint64) 0);
}

/** march_session_reveal: asks the map to move to @place if it is out of view */
void
march_session_reveal (MarchSession     *self,
                      const MarchPlace *place)
{
  g_return_if_fail (MARCH_IS_SESSION (self) && place != NULL);
  g_signal_emit (self, signals[REVEAL_PLACE], 0, place->id);
}

/** march_session_get_language: Returns: (transfer none): in which language to name places and
 * actors: the reader's own, BCP 47 or a locale's name */
const char *
march_session_get_language (MarchSession *self)
{
  const char *language = g_get_language_names ()[0];

  g_return_val_if_fail (MARCH_IS_SESSION (self), NULL);
  return g_str_has_prefix (language, "C.") || g_str_equal (language, "C")
                 || g_str_equal (language, "POSIX")
             ? "en"
             : language;
}

/** march_session_describe_known_by: Returns: (transfer full): "today" or a day */
char *
march_session_describe_known_by (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), NULL);
  if (self->question.known_by == MARCH_DAY_MAX)
    return g_strdup (_("today"));
  return march_day_describe (self->question.known_by);
}

/** march_session_describe_according: Returns: (transfer full): "all sources", an actor's name or a
 * source's title */
char *
march_session_describe_according (MarchSession *self)
{
  const MarchActor  *actor = NULL;
  const MarchSource *source = NULL;

  g_return_val_if_fail (MARCH_IS_SESSION (self), NULL);
  if (self->corpus != NULL && self->question.according_actor != 0)
    actor = march_corpus_get_actor (self->corpus, self->question.according_actor);
  if (self->corpus != NULL && self->question.according_source != 0)
    source = march_corpus_get_source (self->corpus, self->question.according_source);
  if (actor != NULL)
    return g_strdup (march_actor_get_name (actor, march_session_get_language (self)));
  return g_strdup (source != NULL ? source->title : _("all sources"));
}
