/* march-session-question.c — as of, known by and according to: asked, stepped and told in words */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-session"

#include "config.h"

#include "session/march-session-private.h"

#include <glib/gi18n.h>

static void
notify_question (MarchSession *self, const char *property)
{
  g_object_notify (G_OBJECT (self), property);
  g_object_notify (G_OBJECT (self), "subtitle");
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
march_session_set_as_of (MarchSession *self, MarchDay day)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  if (self->corpus != NULL)
    day = CLAMP (day, march_corpus_get_facts (self->corpus)->first,
                 march_corpus_get_facts (self->corpus)->last);
  if (day == self->question.as_of)
    return;
  self->question.as_of = day;
  march_session_ask_again (self);
  notify_question (self, "as-of");
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
march_session_set_known_by (MarchSession *self, MarchDay day)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  if (day == self->question.known_by)
    return;
  self->question.known_by = day;
  march_session_ask_again (self);
  notify_question (self, "known-by");
}

/**
 * march_session_set_according:
 * @actor: id of whose word alone counts, or 0
 * @source: id of the source that alone counts, or 0
 */
void
march_session_set_according (MarchSession *self, gint64 actor, gint64 source)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  if (actor == self->question.according_actor && source == self->question.according_source)
    return;
  self->question.according_actor = actor;
  self->question.according_source = source;
  march_session_ask_again (self);
  g_object_notify (G_OBJECT (self), "according-actor");
  notify_question (self, "according-source");
}

/** march_session_get_area_source: Returns: id of the source whose areas are shown; 0: the dossier's
 * default; %MARCH_NO_AREA_SOURCE: nobody's */
gint64
march_session_get_area_source (MarchSession *self)
{
  g_return_val_if_fail (MARCH_IS_SESSION (self), 0);
  return self->question.area_source;
}

/**
 * march_session_set_area_source:
 * @source: id of one of march_corpus_list_area_sources(), 0 or %MARCH_NO_AREA_SOURCE
 */
void
march_session_set_area_source (MarchSession *self, gint64 source)
{
  g_return_if_fail (MARCH_IS_SESSION (self));
  if (source == self->question.area_source)
    return;
  self->question.area_source = source;
  march_session_ask_again (self);
  notify_question (self, "area-source");
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

static void
note_change (MarchDay day, int direction, MarchDay change, MarchDay *nearest)
{
  if (direction < 0 && change < day)
    *nearest = MAX (*nearest, change);
  if (direction > 0 && change > day)
    *nearest = MIN (*nearest, change);
}

static void
note_points (MarchSession *self, int direction, MarchDay *nearest)
{
  g_autoptr (GPtrArray) imports = march_snapshot_list_points (self->snapshot);

  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *import = g_ptr_array_index (imports, i);
      g_autoptr (GArray)      days = march_points_list_changes (import->points);

      for (guint j = 0; j < days->len; j++)
        note_change (self->question.as_of, direction, g_array_index (days, MarchDay, j), nearest);
    }
}

/**
 * march_session_step:
 * @direction: negative for the previous change, positive for the next; a day on which imported
 * areas change is one, and one on which points do if they are drawn
 *
 * Returns: FALSE if there is none in that direction
 */
gboolean
march_session_step (MarchSession *self, int direction)
{
  GPtrArray         *changes = march_session_list_changes (self);
  g_autoptr (GArray) areas = march_area_desk_list_days (self->area_desk);
  MarchDay           nearest = direction < 0 ? MARCH_DAY_MIN : MARCH_DAY_MAX;
  const MarchDay     day = self->question.as_of;

  for (guint i = 0; i < changes->len; i++)
    note_change (day, direction, ((const MarchChange *) changes->pdata[i])->day, &nearest);
  for (guint i = 0; i < areas->len; i++)
    note_change (day, direction, g_array_index (areas, MarchDay, i), &nearest);
  if (self->snapshot != NULL && self->points)
    note_points (self, direction, &nearest);
  if (nearest == MARCH_DAY_MIN || nearest == MARCH_DAY_MAX)
    return FALSE;
  march_session_set_as_of (self, nearest);
  return self->question.as_of != day;
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
    return g_strdup (_ ("today"));
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
  return g_strdup (source != NULL ? source->title : _ ("all sources"));
}

/** march_session_build_subtitle: Returns: (transfer full): the whole question in words, "" without
 * a dossier */
char *
march_session_build_subtitle (MarchSession *self)
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
  return g_strdup_printf (_ ("as of %s · known by %s · %s"), day, known_by, according);
}
