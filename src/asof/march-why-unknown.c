/* march-why-unknown.c — what no quotation says of a place */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-why-private.h"

#include <glib/gi18n.h>

#include "asof/march-silence.h"
#include "asof/march-sweep.h"
#include "asof/march-words.h"

/* Takes @sentence. */
static void
add (GPtrArray *unknown, char *sentence)
{
  g_ptr_array_add (unknown, sentence);
}

static gboolean
is_partial (const MarchHold *hold)
{
  return hold->extent != MARCH_EXTENT_WHOLE && hold->extent != MARCH_EXTENT_NONE
         && hold->area == NULL && hold->shares->len == 0;
}

static gboolean
leaves_extent_open (const MarchHold *hold)
{
  return hold->extent == MARCH_EXTENT_NOT_STATED || hold->extent == MARCH_EXTENT_NOT_WHOLE
         || hold->extent == MARCH_EXTENT_PART;
}

static void
add_of_hold (GPtrArray *unknown, const MarchHold *hold)
{
  const MarchAssertion *deciding = hold->by_area ? NULL : g_ptr_array_index (hold->assertions, 0);
  const char           *name = march_actor_get_name (hold->actor, march_words_get_language (NULL));

  if (leaves_extent_open (hold) && hold->area == NULL && hold->shares->len == 0)
    add (unknown, g_strdup_printf (_("How much %s holds: not stated."), name));
  if (deciding != NULL && !deciding->observed
      && (deciding->period.from_earliest == MARCH_DAY_MIN
          || deciding->period.from_latest == MARCH_DAY_MAX))
    add (unknown, g_strdup_printf (_("Since when %s holds it: not stated."), name));
  if (hold->basis != MARCH_BASIS_INDEPENDENT)
    add (unknown,
         g_strdup_printf (_("Whether %s holds it: no independent source says so."), name));
}

static void
add_of_own (GPtrArray *unknown, const MarchOwn *own)
{
  const char *name = march_actor_get_name (own->actor, march_words_get_language (NULL));

  if (*own->since == '\0')
    add (unknown, g_strdup_printf (_("Since when %s says it owns it: not stated."), name));
  if (own->basis == MARCH_CLAIM_NOT_STATED)
    add (unknown, g_strdup_printf (_("On what ground %s says it owns it: not stated."), name));
}

/* The nearest parent or composite that is partly held. */
static const MarchFinding *
find_partly_held (MarchSnapshot *snapshot, const MarchPlace *place)
{
  g_autoptr (GPtrArray) reached = g_ptr_array_new ();

  g_ptr_array_add (reached, (gpointer) place);
  for (guint i = 0; i < reached->len; i++)
    {
      const MarchPlace   *other = g_ptr_array_index (reached, i);
      const MarchFinding *finding = march_snapshot_get_finding (snapshot, other);

      if (i > 0 && finding->n_deciding > 0 && is_partial (g_ptr_array_index (finding->holds, 0)))
        return finding;
      for (guint j = 0; j < other->parents->len; j++)
        if (!g_ptr_array_find (
                reached, ((const MarchPlaceLink *) g_ptr_array_index (other->parents, j))->place,
                NULL))
          g_ptr_array_add (
              reached,
              (gpointer) ((const MarchPlaceLink *) g_ptr_array_index (other->parents, j))->place);
    }
  return NULL;
}

/* "Partly held by Velmark: Brena. No source says whether here." */
static void
add_of_parent (GPtrArray *unknown, MarchSnapshot *snapshot, const MarchFinding *finding)
{
  const MarchFinding *parent = find_partly_held (snapshot, finding->place);
  g_autofree char    *headline = NULL;

  if (parent == NULL)
    return;
  headline = march_words_hold_headline (g_ptr_array_index (parent->holds, 0), NULL);
  /* Translators: a place, and who holds how much of it: "Brena: partly held by Velmark" */
  add (unknown,
       g_strdup_printf (_("%1$s: %2$s; no source says whether that part is here."),
                        march_place_get_name (parent->place, march_words_get_language (NULL)),
                        headline));
}

/* Settlements and sites of the place about whose control nothing is on record. */
static void
add_of_children (GPtrArray *unknown, MarchSnapshot *snapshot, const MarchPlace *place)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char      *list = NULL;

  for (guint i = 0; i < place->children->len; i++)
    {
      const MarchPlaceLink *link = g_ptr_array_index (place->children, i);

      if (link->kind != MARCH_LINK_DESCRIBED
          && !march_snapshot_get_finding (snapshot, link->place)->control_on_record)
        g_ptr_array_add (names, (gpointer) march_place_get_short_name (
                                    link->place, march_words_get_language (NULL)));
    }
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  add (unknown, g_strdup_printf (_("Who holds its parts %s: no quotation on record."), list));
}

static void
hear_stretch (MarchSnapshot *snapshot, MarchDay from, MarchDay until, gpointer data)
{
  march_listener_hear (data, snapshot, from, until);
}

static void
add_silence (const MarchPlace *place, MarchDay from, MarchDay until, gpointer data)
{
  g_autofree char *first = march_day_describe (from);
  g_autofree char *last = march_day_describe (until - 1);

  /* Translators: the first and the last day */
  add (data, g_strdup_printf (_("Control from %1$s through %2$s: no quotation on record."), first,
                              last));
}

static void
add_of_timeline (GPtrArray *unknown, MarchSnapshot *snapshot, const MarchPlace *place)
{
  g_autoptr (MarchListener) listener = march_listener_new (place);

  march_sweep_place (snapshot, place, hear_stretch, listener);
  march_listener_report (listener, add_silence, unknown);
}

static void
add_missing_days (GPtrArray *unknown, MarchSnapshot *snapshot)
{
  char *missing = march_words_no_areas (snapshot, NULL);

  if (missing != NULL)
    add (unknown, missing);
}

/* What no quotation says of the place, in sentences. */
GPtrArray *
march_why_list_unknown (MarchSnapshot *snapshot, const MarchFinding *finding)
{
  GPtrArray *unknown = g_ptr_array_new_with_free_func (g_free);
  gboolean   partial = FALSE;

  add_of_timeline (unknown, snapshot, finding->place);
  add_missing_days (unknown, snapshot);
  for (guint i = 0; i < finding->n_deciding; i++)
    partial |= is_partial (g_ptr_array_index (finding->holds, i));
  if (partial)
    add (unknown, g_strdup (_("Where the line runs: no source states it.")));
  for (guint i = 0; i < finding->n_deciding; i++)
    add_of_hold (unknown, g_ptr_array_index (finding->holds, i));
  for (guint i = 0; i < finding->owns->len; i++)
    add_of_own (unknown, g_ptr_array_index (finding->owns, i));
  if (finding->state == MARCH_STATE_SILENT)
    add_of_parent (unknown, snapshot, finding);
  if (partial)
    add_of_children (unknown, snapshot, finding->place);
  return unknown;
}
