/* march-area-units.c — the places by which imported areas are measured */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-area-units.h"

#include <string.h>

struct _MarchAreaUnits
{
  gatomicrefcount references;
  MarchCorpus    *corpus;
  GPtrArray      *units;  /* of const MarchPlace */
  GPtrArray      *states; /* of const MarchPlace, as they: in which each lies, NULL for none */
  MarchMeasure   *measure;
};

static GPtrArray *
list_units (MarchCorpus *corpus)
{
  GPtrArray *places = march_corpus_get_places (corpus);
  GPtrArray *units = g_ptr_array_new ();

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (places, i);

      if (place->kind == MARCH_PLACE_UNIT && place->level == 1 && place->geometry != NULL
          && march_geometry_get_kind (place->geometry) == MARCH_GEOMETRY_POLYGON)
        g_ptr_array_add (units, (gpointer) place);
    }
  return units;
}

/* The state that a place is a recognised part of. */
static const MarchPlace *
find_state (const MarchPlace *place)
{
  if (place->kind == MARCH_PLACE_STATE)
    return place;
  for (guint i = 0; i < place->parents->len; i++)
    {
      const MarchPlaceLink *link = g_ptr_array_index (place->parents, i);
      const MarchPlace     *state = NULL;

      if (link->kind == MARCH_LINK_RECOGNISED)
        state = find_state (link->place);
      if (state != NULL)
        return state;
    }
  return NULL;
}

static MarchMeasure *
make_measure (GPtrArray *units, GError **error)
{
  g_autoptr (GPtrArray) shapes = g_ptr_array_new ();

  for (guint i = 0; i < units->len; i++)
    g_ptr_array_add (shapes, ((const MarchPlace *) g_ptr_array_index (units, i))->geometry);
  return march_measure_new (shapes, error);
}

/* @measure is given away. */
static MarchAreaUnits *
make (MarchCorpus *corpus, GPtrArray *places, MarchMeasure *measure)
{
  MarchAreaUnits *units = g_new0 (MarchAreaUnits, 1);

  g_atomic_ref_count_init (&units->references);
  units->corpus = march_corpus_ref (corpus);
  units->units = g_ptr_array_ref (places);
  units->states = g_ptr_array_new ();
  units->measure = measure;
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (units->states, (gpointer) find_state (g_ptr_array_index (places, i)));
  return units;
}

/**
 * march_area_units_new:
 * @error: as for march_measure_new()
 *
 * It takes some tenths of a second for a large dossier. Any thread.
 *
 * Returns: (transfer full) (nullable): the units of @corpus
 */
MarchAreaUnits *
march_area_units_new (MarchCorpus *corpus, GError **error)
{
  g_autoptr (GPtrArray) places = list_units (corpus);
  MarchMeasure *measure = make_measure (places, error);

  return measure != NULL ? make (corpus, places, measure) : NULL;
}

/** march_area_units_ref: Returns: (transfer full): @units; any thread */
MarchAreaUnits *
march_area_units_ref (MarchAreaUnits *units)
{
  g_atomic_ref_count_inc (&units->references);
  return units;
}

/** march_area_units_unref: @units: (nullable) (transfer full): from any thread */
void
march_area_units_unref (MarchAreaUnits *units)
{
  if (units == NULL || !g_atomic_ref_count_dec (&units->references))
    return;
  march_measure_unref (units->measure);
  g_ptr_array_unref (units->states);
  g_ptr_array_unref (units->units);
  march_corpus_unref (units->corpus);
  g_free (units);
}

static gboolean
same_shape (MarchGeometry *a, MarchGeometry *b)
{
  if (a == b)
    return TRUE;
  if (march_geometry_get_n_parts (a) != march_geometry_get_n_parts (b))
    return FALSE;
  for (guint i = 0; i < march_geometry_get_n_parts (a); i++)
    {
      const MarchPart *p = march_geometry_get_part (a, i), *q = march_geometry_get_part (b, i);

      if (p->n_points != q->n_points || p->polygon != q->polygon || p->hole != q->hole
          || memcmp (p->points, q->points, 2 * sizeof (double) * p->n_points) != 0)
        return FALSE;
    }
  return TRUE;
}

/** march_area_units_equal: Returns: whether @corpus has the same units with the same shapes */
gboolean
march_area_units_equal (MarchAreaUnits *units, MarchCorpus *corpus)
{
  g_autoptr (GPtrArray) others = list_units (corpus);

  if (others->len != units->units->len)
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    {
      const MarchPlace *a = g_ptr_array_index (units->units, i);
      const MarchPlace *b = g_ptr_array_index (others, i);

      if (a->id != b->id || !same_shape (a->geometry, b->geometry))
        return FALSE;
    }
  return TRUE;
}

/** march_area_units_move: @corpus: one that march_area_units_equal() says has the same.
 * Returns: (transfer full): the units of @corpus, without preparing them anew */
MarchAreaUnits *
march_area_units_move (MarchAreaUnits *units, MarchCorpus *corpus)
{
  g_autoptr (GPtrArray) places = list_units (corpus);

  if (units->corpus == corpus)
    return march_area_units_ref (units);
  return make (corpus, places, march_measure_ref (units->measure));
}

/** march_area_units_get_n: Returns: how many there are */
guint
march_area_units_get_n (MarchAreaUnits *units)
{
  return units->units->len;
}

/** march_area_units_get: Returns: (transfer none): one of them, counted from 0 */
const MarchPlace *
march_area_units_get (MarchAreaUnits *units, guint index)
{
  return g_ptr_array_index (units->units, index);
}

/** march_area_units_get_measure: Returns: (transfer none): what measures by them */
MarchMeasure *
march_area_units_get_measure (MarchAreaUnits *units)
{
  return units->measure;
}

/** march_area_units_get_state: Returns: (transfer none) (nullable): the state in which the unit
 * lies by the recognised border */
const MarchPlace *
march_area_units_get_state (MarchAreaUnits *units, guint index)
{
  return g_ptr_array_index (units->states, index);
}

/** march_area_units_list_states: Returns: (transfer full) (element-type MarchPlace): the states in
 * which they lie, each once */
GPtrArray *
march_area_units_list_states (MarchAreaUnits *units)
{
  GPtrArray *states = g_ptr_array_new ();

  for (guint i = 0; i < units->states->len; i++)
    if (units->states->pdata[i] != NULL
        && !g_ptr_array_find (states, units->states->pdata[i], NULL))
      g_ptr_array_add (states, units->states->pdata[i]);
  return states;
}

/* Composites may share parts, so each counts once. */
static void
find_within (MarchAreaUnits *units, const MarchPlace *place, GHashTable *seen, GArray *found)
{
  guint index;

  if (!g_hash_table_add (seen, (gpointer) place))
    return;
  if (g_ptr_array_find (units->units, place, &index))
    {
      g_array_append_val (found, index);
      return;
    }
  for (guint i = 0; i < place->children->len; i++)
    {
      const MarchPlaceLink *link = g_ptr_array_index (place->children, i);

      if (link->kind != MARCH_LINK_DESCRIBED)
        find_within (units, link->place, seen, found);
    }
}

/** march_area_units_find: Returns: (transfer full) (element-type guint): which units make up
 * @place; none of a settlement */
GArray *
march_area_units_find (MarchAreaUnits *units, const MarchPlace *place)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  find_within (units, place, seen, found);
  return found;
}

/** march_area_units_sum: @areas: one a unit, and last the whole. Returns: what of them lies in
 * @place; the whole if it is NULL */
double
march_area_units_sum (MarchAreaUnits *units, const MarchPlace *place, const double *areas)
{
  g_autoptr (GArray) found = NULL;
  double sum = 0;

  if (place == NULL)
    return areas[units->units->len];
  found = march_area_units_find (units, place);
  for (guint i = 0; i < found->len; i++)
    sum += areas[g_array_index (found, guint, i)];
  return sum;
}

/** march_area_units_get_size: Returns: how large @place is, in square metres: its units together;
 * 0 if it has none */
double
march_area_units_get_size (MarchAreaUnits *units, const MarchPlace *place)
{
  g_autoptr (GArray) found = march_area_units_find (units, place);
  double sum = 0;

  for (guint i = 0; i < found->len; i++)
    sum += march_measure_get_unit (units->measure, g_array_index (found, guint, i));
  return sum;
}
