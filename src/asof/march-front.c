/* march-front.c — how far a place is from the line of contact */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-front.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/march-number-words.h"
#include "geo/march-contact.h"
#include "geo/march-nearest.h"

/* The first-level units: within them there is contact. */
static GPtrArray *
list_country (MarchCorpus *corpus)
{
  GPtrArray *places = march_corpus_get_places (corpus);
  GPtrArray *country = g_ptr_array_new ();

  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (places, i);

      if (place->kind == MARCH_PLACE_UNIT && place->level == 1 && place->geometry != NULL
          && march_geometry_get_kind (place->geometry) == MARCH_GEOMETRY_POLYGON)
        g_ptr_array_add (country, place->geometry);
    }
  return country;
}

/* Where the place is: of a point its spots, of a unit its land, else of all that it consists of. */
static void
list_shapes (const MarchPlace *place, GPtrArray *shapes)
{
  if (place->geometry != NULL && march_geometry_get_n_parts (place->geometry) > 0)
    {
      if (!g_ptr_array_find (shapes, place->geometry, NULL))
        g_ptr_array_add (shapes, place->geometry);
      return;
    }
  for (guint i = 0; i < place->children->len; i++)
    {
      const MarchPlace *part = ((const MarchPlaceLink *) place->children->pdata[i])->place;

      if (part->kind == MARCH_PLACE_UNIT || part->kind == MARCH_PLACE_COMPOSITE)
        list_shapes (part, shapes);
    }
}

static void
measure_shape (MarchGeometry      *shape,
               MarchGeometry      *contact,
               MarchGeometry      *held,
               MarchFrontDistance *distance)
{
  const double *point = march_geometry_get_part (shape, 0)->points;
  double        metres;

  if (march_geometry_get_kind (shape) == MARCH_GEOMETRY_POLYGON)
    metres = march_nearest_find_land (contact, shape);
  else
    metres = march_nearest_find (contact, point[0], point[1], NULL, NULL);
  if (metres > distance->metres)
    return;
  distance->metres = metres;
  if (march_geometry_get_kind (shape) == MARCH_GEOMETRY_POLYGON)
    {
      double spot[2];

      march_geometry_get_label_point (shape, &spot[0], &spot[1]);
      distance->inside = metres > 0 && march_geometry_contains (held, spot[0], spot[1]);
    }
  else
    distance->inside = march_geometry_contains (held, point[0], point[1]);
}

static gboolean
measure_import (const MarchDatedImport *area_import,
                MarchDay                day,
                GPtrArray              *shapes,
                GPtrArray              *country,
                GArray                 *distances,
                GError                **error)
{
  g_autoptr (MarchGeometry) held = march_holdings_get_area (area_import->holdings, day, error);
  g_autoptr (MarchGeometry) outline = NULL;
  g_autoptr (MarchGeometry) contact = NULL;
  MarchFrontDistance distance = { area_import->holder, INFINITY, FALSE };

  if (held != NULL)
    outline = march_holdings_get_outline (area_import->holdings, day, error);
  if (outline == NULL)
    return FALSE;
  contact = march_contact_find (held, outline, country);
  for (guint i = 0; i < shapes->len; i++)
    measure_shape (shapes->pdata[i], contact, held, &distance);
  g_array_append_val (distances, distance);
  return TRUE;
}

/* Where anything of a holder is assessed, that is where its front runs, whatever it says itself. */
static gboolean
has_front (GPtrArray *areas, const MarchDatedImport *area_import)
{
  return march_areas_find_assessed (areas, area_import) == NULL;
}

/**
 * march_front_measure:
 * @place: a settlement or site, a unit, or what consists of units
 * @cancellable: (nullable): checked between holders
 * @error: %G_IO_ERROR_CANCELLED, or as for march_holdings_get_area()
 *
 * Measures to the lines of contact of the day, by the areas that march_snapshot_list_areas() gives:
 * of a holder of whom anything is assessed by those, else by his own word.
 * Some tenths of a second; for any thread.
 *
 * Returns: (transfer full) (nullable) (element-type MarchFrontDistance): one a holder; empty if no
 * areas cover the day or @place has no shape
 */
GArray *
march_front_measure (MarchSnapshot    *snapshot,
                     const MarchPlace *place,
                     GCancellable     *cancellable,
                     GError          **error)
{
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (MarchFrontDistance));
  g_autoptr (GPtrArray) areas = march_snapshot_list_areas (snapshot, NULL);
  g_autoptr (GPtrArray) country = list_country (march_snapshot_get_corpus (snapshot));
  g_autoptr (GPtrArray) shapes = g_ptr_array_new ();
  const MarchDay day = march_snapshot_get_question (snapshot)->as_of;

  list_shapes (place, shapes);
  for (guint i = 0; shapes->len > 0 && i < areas->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || (has_front (areas, areas->pdata[i])
            && !measure_import (areas->pdata[i], day, shapes, country, distances, error)))
      return NULL;
  return g_steal_pointer (&distances);
}

/** march_front_describe: @language: (nullable): of names. Returns: (transfer full): "12.4 km to the
 * line of contact, within the land that Velmark holds" */
char *
march_front_describe (const MarchFrontDistance *distance, const char *language)
{
  const char      *name = march_actor_get_name (distance->holder, language);
  g_autofree char *far = NULL;

  if (isinf (distance->metres))
    /* Translators: of a place; a holder of land. */
    return g_strdup_printf (_("No line of contact of the land that %s holds"), name);
  if (distance->metres == 0)
    return g_strdup_printf (
        _("0 km: the line of contact of the land that %s holds runs through it"), name);
  far = march_words_for_distance (distance->metres);
  if (distance->inside)
    /* Translators: of a place: how far, as “12.4 km”, and a holder of land. */
    return g_strdup_printf (_("%1$s to the line of contact, within the land that %2$s holds"), far,
                            name);
  return g_strdup_printf (_("%1$s to the line of contact of the land that %2$s holds"), far, name);
}
