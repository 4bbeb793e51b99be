/* march-land.c — the shapes of a corpus, prepared for drawing */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-render"

#include "config.h"

#include "render/march-land.h"

#include <math.h>

#define MAX_DEPTH 16 /* of the graph of places; a hostile one may turn in circles */

static gboolean
is_polygon (MarchGeometry *geometry)
{
  return geometry != NULL && march_geometry_get_kind (geometry) == MARCH_GEOMETRY_POLYGON;
}

static const MarchPlace *
find_state (const MarchPlace *place, guint depth)
{
  if (place->kind == MARCH_PLACE_STATE || depth == 0)
    return place->kind == MARCH_PLACE_STATE ? place : NULL;
  for (guint i = 0; i < place->parents->len; i++)
    {
      const MarchPlaceLink *link = g_ptr_array_index (place->parents, i);
      const MarchPlace     *state = link->kind == MARCH_LINK_RECOGNISED
                                        ? find_state (link->place, depth - 1)
                                        : NULL;

      if (state != NULL)
        return state;
    }
  return NULL;
}

/* A state drawn whole is our land only if somebody's control or claim of it is on record. */
static gboolean
is_ours (MarchCorpus *corpus, const MarchPlace *place)
{
  g_autoptr (GPtrArray) assertions = NULL;
  gboolean found = FALSE;

  if (place->kind != MARCH_PLACE_STATE)
    return TRUE;
  assertions = march_corpus_list_assertions_of (corpus, place);
  for (guint i = 0; i < assertions->len && !found; i++)
    {
      const MarchAssertion *assertion = g_ptr_array_index (assertions, i);

      found = assertion->kind == MARCH_KIND_CONTROL || assertion->kind == MARCH_KIND_CLAIM;
    }
  return found;
}

static void
collect_face (MarchCorpus *corpus, const MarchPlace *place, GArray *faces)
{
  MarchLandFace face = { .place = place, .name = "", .geometry = place->geometry };

  face.state = find_state (place, MAX_DEPTH);
  face.ours = is_ours (corpus, place);
  g_array_append_val (faces, face);
}

static void
collect_country (const MarchBackground *background, GArray *faces)
{
  MarchLandFace face = { .name = background->name, .geometry = background->geometry };

  g_array_append_val (faces, face);
}

static void
collect_sea (MarchLand *land, const MarchPlace *place)
{
  MarchLandSea sea = { .place = place, .shape = march_shape_new (place->geometry) };

  g_array_append_val (land->seas, sea);
}

static void
collect_mark (MarchLand *land, MarchCorpus *corpus, const MarchPlace *place)
{
  g_autoptr (GPtrArray) said = march_corpus_list_assertions_of (corpus, place);
  const MarchPart *part = march_geometry_get_n_parts (place->geometry) > 0
                              ? march_geometry_get_part (place->geometry, 0)
                              : NULL;
  MarchLandMark    mark = { .place = place, .mentioned = said->len > 0 };

  if (part == NULL || part->n_points == 0)
    return;
  mark.spot = march_spot_project (part->points[0], part->points[1]);
  g_array_append_val (land->marks, mark);
}

static void
collect_place (MarchLand *land, MarchCorpus *corpus, const MarchPlace *place, GArray *faces)
{
  if (place->geometry == NULL)
    return;
  if (place->kind == MARCH_PLACE_SEA && is_polygon (place->geometry))
    collect_sea (land, place);
  else if (is_polygon (place->geometry) && march_place_is_painted (place))
    collect_face (corpus, place, faces);
  else if (march_geometry_get_kind (place->geometry) == MARCH_GEOMETRY_POINT)
    collect_mark (land, corpus, place);
}

static void
collect_background (MarchLand *land, const MarchBackground *background, GArray *faces)
{
  switch (background->kind)
    {
    case MARCH_BACKGROUND_COUNTRY:
      if (is_polygon (background->geometry))
        collect_country (background, faces);
      break;
    case MARCH_BACKGROUND_RIVER:
      g_ptr_array_add (land->rivers, march_shape_new (background->geometry));
      break;
    case MARCH_BACKGROUND_LAKE:
      g_ptr_array_add (land->lakes, march_shape_new (background->geometry));
      break;
    case MARCH_BACKGROUND_DISPUTED_LINE:
      g_ptr_array_add (land->lines, march_shape_new (background->geometry));
      break;
    }
}

static MarchEdgeKind
edge_between (const MarchLandFace *left, const MarchLandFace *right)
{
  if (!left->ours && !right->ours)
    return MARCH_EDGE_NEIGHBOUR;
  if (left->ours && right->ours && left->state == right->state)
    return MARCH_EDGE_UNIT;
  return MARCH_EDGE_RECOGNISED;
}

static void
classify_edges (MarchLand *land)
{
  land->edges = g_new (MarchEdgeKind, land->mesh->n_arcs + 1);
  for (guint i = 0; i < land->mesh->n_arcs; i++)
    {
      const MarchMeshArc *arc = &land->mesh->arcs[i];

      if (arc->left == MARCH_MESH_NONE || arc->right == MARCH_MESH_NONE)
        land->edges[i] = MARCH_EDGE_COAST;
      else
        land->edges[i] = edge_between (&land->faces[arc->left], &land->faces[arc->right]);
    }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const MarchPlace *one = ((const MarchLandMark *) a)->place,
                   *other = ((const MarchLandMark *) b)->place;

  if (one->importance != other->importance)
    return one->importance > other->importance ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

static void
make_mesh (MarchLand *land, GArray *faces)
{
  g_autoptr (GPtrArray) polygons = g_ptr_array_new ();

  for (guint i = 0; i < faces->len; i++)
    {
      const MarchLandFace *face = &g_array_index (faces, MarchLandFace, i);

      g_ptr_array_add (polygons, face->geometry);
      if (face->place != NULL)
        g_hash_table_insert (land->by_place, (gpointer) face->place, GUINT_TO_POINTER (i + 1));
    }
  land->mesh = march_mesh_new (polygons);
}

static void
sea_clear (gpointer data)
{
  march_shape_free (((MarchLandSea *) data)->shape);
}

static MarchLand *
land_alloc (void)
{
  MarchLand *land = g_new0 (MarchLand, 1);

  land->by_place = g_hash_table_new (NULL, NULL);
  land->seas = g_array_new (FALSE, FALSE, sizeof (MarchLandSea));
  g_array_set_clear_func (land->seas, sea_clear);
  land->marks = g_array_new (FALSE, FALSE, sizeof (MarchLandMark));
  land->states = g_array_new (FALSE, FALSE, sizeof (MarchLandState));
  land->lakes = g_ptr_array_new_with_free_func ((GDestroyNotify) march_shape_free);
  land->rivers = g_ptr_array_new_with_free_func ((GDestroyNotify) march_shape_free);
  land->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) march_shape_free);
  return land;
}

/**
 * march_land_new:
 *
 * Returns: (transfer full): it borrows records and geometries from @corpus, which has to outlive it
 */
MarchLand *
march_land_new (MarchCorpus *corpus)
{
  MarchLand *land = land_alloc ();
  GPtrArray *places = march_corpus_get_places (corpus);
  GPtrArray *background = march_corpus_get_background (corpus);
  g_autoptr (GArray) faces = g_array_new (FALSE, FALSE, sizeof (MarchLandFace));

  for (guint i = 0; i < places->len; i++)
    collect_place (land, corpus, g_ptr_array_index (places, i), faces);
  for (guint i = 0; i < background->len; i++)
    collect_background (land, g_ptr_array_index (background, i), faces);
  make_mesh (land, faces);
  land->faces = (MarchLandFace *) (gpointer) g_array_free (g_steal_pointer (&faces), FALSE);
  classify_edges (land);
  land->corpus = corpus;
  g_array_sort (land->marks, compare_marks);
  return land;
}

void
march_land_free (MarchLand *land)
{
  g_hash_table_unref (land->by_place);
  g_array_unref (land->seas);
  g_array_unref (land->marks);
  g_array_unref (land->states);
  g_ptr_array_unref (land->lakes);
  g_ptr_array_unref (land->rivers);
  g_ptr_array_unref (land->lines);
  g_clear_pointer (&land->mesh, march_mesh_free);
  g_free (land->faces);
  g_free (land->edges);
  g_free (land);
}

gboolean
march_land_find_face (const MarchLand *land, const MarchPlace *place, guint *face)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (land->by_place, place));

  if (found == 0)
    return FALSE;
  *face = found - 1;
  return TRUE;
}

static void
mark_below (const MarchLand *land, const MarchPlace *place, gboolean *marked, guint depth)
{
  guint face;

  if (march_land_find_face (land, place, &face))
    marked[face] = TRUE;
  for (guint i = 0; i < place->children->len && depth > 0; i++)
    {
      const MarchPlaceLink *link = g_ptr_array_index (place->children, i);

      if (link->kind != MARCH_LINK_DESCRIBED)
        mark_below (land, link->place, marked, depth - 1);
    }
}

/**
 * march_land_mark_faces:
 * @marked: (inout): an entry for each face; those that belong to @place, itself or by its parts,
 * are set
 */
void
march_land_mark_faces (const MarchLand *land, const MarchPlace *place, gboolean *marked)
{
  mark_below (land, place, marked, MAX_DEPTH);
}
