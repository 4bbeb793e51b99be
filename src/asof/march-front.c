/* march-front.c — how far a place is from the line of contact */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-front.h"

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

static gboolean
measure_import (const MarchAreaImport *area_import,
                MarchDay               day,
                const double          *point,
                GPtrArray             *country,
                GArray                *distances,
                GError               **error)
{
  g_autoptr (MarchGeometry) held = march_holdings_get_area (area_import->holdings, day, error);
  g_autoptr (MarchGeometry) outline = NULL;
  g_autoptr (MarchGeometry) contact = NULL;
  MarchFrontDistance distance = { area_import->holder, 0, FALSE };

  if (held != NULL)
    outline = march_holdings_get_outline (area_import->holdings, day, error);
  if (outline == NULL)
    return FALSE;
  contact = march_contact_find (held, outline, country);
  distance.metres = march_nearest_find (contact, point[0], point[1], NULL, NULL);
  distance.inside = march_geometry_contains (held, point[0], point[1]);
  g_array_append_val (distances, distance);
  return TRUE;
}

/**
 * march_front_measure:
 * @place: a point, as settlements and sites are
 * @cancellable: (nullable): checked between holders
 * @error: %G_IO_ERROR_CANCELLED, or as for march_holdings_get_area()
 *
 * Measures to the lines of contact of the day, by the areas that march_snapshot_list_areas() gives.
 * Some tenths of a second; for any thread.
 *
 * Returns: (transfer full) (nullable) (element-type MarchFrontDistance): one a holder; empty if no
 * areas cover the day or @place is no point
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
  const MarchDay day = march_snapshot_get_question (snapshot)->as_of;

  if (place->geometry == NULL || march_geometry_get_kind (place->geometry) != MARCH_GEOMETRY_POINT
      || march_geometry_get_n_parts (place->geometry) == 0)
    return g_steal_pointer (&distances);
  for (guint i = 0; i < areas->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !measure_import (areas->pdata[i], day,
                            march_geometry_get_part (place->geometry, 0)->points, country,
                            distances, error))
      return NULL;
  return g_steal_pointer (&distances);
}
