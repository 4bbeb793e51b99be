/* march-corpus-relations.c — who speaks for whom, and which places are painted */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-corpus"

#include "config.h"

#include "corpus/march-corpus.h"

static gboolean
has_polygons (const MarchPlace *place)
{
  return place->geometry != NULL
         && march_geometry_get_kind (place->geometry) == MARCH_GEOMETRY_POLYGON;
}

/* Whether @child covers a share of its recognised parent that is painted in the parent's stead. */
static gboolean
replaces_parent (const MarchPlaceLink *child, const MarchPlace *parent)
{
  if (child->kind != MARCH_LINK_RECOGNISED)
    return FALSE;
  return has_polygons (child->place)
         || (parent->kind == MARCH_PLACE_STATE && child->place->kind == MARCH_PLACE_UNIT);
}

/** march_source_is_identified: Returns: whether @source has a title, an author or a publication: a
 * report without any can't be told from others, nor shown to be independent of them */
gboolean
march_source_is_identified (const MarchSource *source)
{
  g_return_val_if_fail (source != NULL, FALSE);
  return source->titled || *source->author != '\0' || *source->publication != '\0';
}

/**
 * march_place_is_painted:
 *
 * Returns: whether the place's own polygons carry a colour; a place with parts leaves that to them,
 * a composite always
 */
gboolean
march_place_is_painted (const MarchPlace *place)
{
  g_return_val_if_fail (place != NULL, FALSE);

  if (place->kind == MARCH_PLACE_COMPOSITE || !has_polygons (place))
    return FALSE;
  for (guint i = 0; i < place->children->len; i++)
    if (replaces_parent (g_ptr_array_index (place->children, i), place))
      return FALSE;
  return TRUE;
}

static const MarchActor *
find_in_chain (const MarchQuotation *quotation, MarchChainRole role)
{
  for (guint i = 0; i < quotation->chain->len; i++)
    {
      const MarchChainLink *link = g_ptr_array_index (quotation->chain, i);

      if (link->role == role)
        return link->actor;
    }
  return NULL;
}

/**
 * march_quotation_get_speaker:
 *
 * Returns: (transfer none) (nullable): whose words these are: the speaker, else the author; %NULL
 * where the dossier names neither
 */
const MarchActor *
march_quotation_get_speaker (const MarchQuotation *quotation)
{
  const MarchActor *speaker;

  g_return_val_if_fail (quotation != NULL, NULL);

  speaker = find_in_chain (quotation, MARCH_ROLE_SPEAKER);
  return speaker != NULL ? speaker : find_in_chain (quotation, MARCH_ROLE_AUTHOR);
}

/**
 * march_quotation_get_time:
 *
 * Returns: (transfer none) (nullable): when the words were said, else published; %NULL if neither
 * is known
 */
const MarchPeriod *
march_quotation_get_time (const MarchQuotation *quotation)
{
  g_return_val_if_fail (quotation != NULL, NULL);

  if (*quotation->said != '\0')
    return &quotation->said_period;
  return *quotation->source->published != '\0' ? &quotation->source->publication_period : NULL;
}

static gboolean
held_then (const MarchOffice *office, const MarchPeriod *when)
{
  return when == NULL || march_period_overlaps (&office->period, when);
}

/* An office with a title goes before a mere affiliation, and a later one before an earlier. */
static gboolean
goes_before (const MarchOffice *office, const MarchOffice *other)
{
  const gboolean titled = *office->title != '\0', other_titled = *other->title != '\0';

  if (titled != other_titled)
    return titled;
  return titled && office->period.from_earliest > other->period.from_earliest;
}

/**
 * march_actor_get_office:
 * @when: (nullable): the time asked about; %NULL: any
 *
 * Returns: (transfer none) (nullable): of the offices that the actor held then the one that began
 * last, the first of several; one with a title before a mere affiliation
 */
const MarchOffice *
march_actor_get_office (const MarchActor *actor, const MarchPeriod *when)
{
  const MarchOffice *found = NULL;

  g_return_val_if_fail (actor != NULL, NULL);

  for (guint i = 0; i < actor->offices->len; i++)
    {
      const MarchOffice *office = g_ptr_array_index (actor->offices, i);

      if (held_then (office, when) && (found == NULL || goes_before (office, found)))
        found = office;
    }
  return found;
}

/**
 * march_actor_list_bodies:
 * @when: (nullable): the time asked about; %NULL: any
 *
 * Returns: (transfer container) (element-type MarchActor): the actor itself, then all for whom it
 * spoke then, directly or through other bodies
 */
GPtrArray *
march_actor_list_bodies (const MarchActor *actor, const MarchPeriod *when)
{
  GPtrArray *reached = g_ptr_array_new ();

  g_ptr_array_add (reached, (gpointer) actor);
  for (guint i = 0; i < reached->len; i++)
    {
      GPtrArray *offices = ((const MarchActor *) g_ptr_array_index (reached, i))->offices;

      for (guint j = 0; j < offices->len; j++)
        {
          const MarchOffice *office = g_ptr_array_index (offices, j);

          if (office->speaks_for && held_then (office, when)
              && !g_ptr_array_find (reached, office->body, NULL))
            g_ptr_array_add (reached, (gpointer) office->body);
        }
    }
  return reached;
}

/**
 * march_actor_belongs_to:
 * @when: (nullable): the time asked about; %NULL: any
 *
 * Returns: whether the actor's words then are the words of @body: it is @body itself, or spoke for
 * it, directly or through other bodies
 */
gboolean
march_actor_belongs_to (const MarchActor *actor, const MarchActor *body, const MarchPeriod *when)
{
  g_autoptr (GPtrArray) bodies = NULL;

  g_return_val_if_fail (actor != NULL && body != NULL, FALSE);

  if (actor == body)
    return TRUE;
  bodies = march_actor_list_bodies (actor, when);
  return g_ptr_array_find (bodies, body, NULL);
}
