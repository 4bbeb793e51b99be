/* march-compile-geography.c — the GeoJSON files that the text form names */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-compile-private.h"

#include <glib/gi18n.h>

#include "geo/march-geojson.h"

/* Geography files are named relative to the folder; the message names them as the dossier does. */
static GPtrArray *
load_features (MarchCompiler *compiler,
               const char    *path,
               GError       **error)
{
  gsize                 length;
  g_autofree char      *text = march_compiler_read_file (compiler, path, &length, error);
  g_autoptr (GError)    inner = NULL;
  g_autoptr (GPtrArray) features = NULL;

  if (text == NULL)
    return NULL;
  features = march_geojson_read (text, length, &inner);
  if (features == NULL)
    march_compiler_fail (compiler, error, _("can’t be read: %s"), inner->message);
  return g_steal_pointer (&features);
}

/**
 * march_compile_features:
 *
 * Reads the shapes that places and areas name by their ids.
 */
gboolean
march_compile_features (MarchCompiler *compiler, JsonObject *dossier, GError **error)
{
  JsonArray *paths = march_compiler_get_array (dossier, "geography");

  for (guint i = 0; paths != NULL && i < json_array_get_length (paths); i++)
    {
      g_autoptr (GPtrArray)
          features = load_features (compiler, json_array_get_string_element (paths, i), error);

      if (features == NULL)
        return FALSE;
      for (guint k = 0; k < features->len; k++)
        {
          MarchFeature *feature = g_ptr_array_index (features, k);

          if (feature->id == NULL || feature->geometry == NULL)
            return march_compiler_fail (compiler, error,
                                        _("feature %u needs an id and a geometry"), k + 1);
          if (!g_hash_table_insert (compiler->features, g_strdup (feature->id),
                                    march_geometry_ref (feature->geometry)))
            return march_compiler_fail (compiler, error, _("two features have the id “%s”"),
                                        feature->id);
        }
    }
  return TRUE;
}

static const char *
background_kind (MarchFeature *feature)
{
  const char *kind = feature->properties != NULL
                         ? march_compiler_get_text (feature->properties, "kind")
                         : NULL;

  if (march_geometry_get_kind (feature->geometry) == MARCH_GEOMETRY_LINE)
    return g_strcmp0 (kind, "river") == 0 ? "river" : "disputed_line";
  return g_strcmp0 (kind, "lake") == 0 || g_strcmp0 (kind, "reservoir") == 0 ? "lake" : "country";
}

static gboolean
write_background (MarchCompiler *compiler, const char *path, GError **error)
{
  g_autoptr (GPtrArray) features = load_features (compiler, path, error);

  for (guint i = 0; features != NULL && i < features->len; i++)
    {
      MarchFeature        *feature = g_ptr_array_index (features, i);
      g_autoptr (MarchRow) row = march_row_new ();
      g_autofree char     *key = g_strdup_printf ("%s#%u", path, i);
      const char          *name = feature->properties != NULL
                                      ? march_compiler_get_text (feature->properties, "name")
                                      : NULL;

      if (feature->geometry == NULL)
        continue;
      march_row_set_text (row, "kind", background_kind (feature));
      march_row_set_text (row, "name", name != NULL ? name : "");
      march_row_set_geometry (row, "geom", feature->geometry);
      if (!march_compiler_insert (compiler, "background", key, row, error))
        return FALSE;
    }
  return features != NULL;
}

/**
 * march_compile_background:
 *
 * Writes geography that nobody disputes: polygons are countries unless their "kind" is lake or
 * reservoir, lines are disputed borders unless it is river.
 */
gboolean
march_compile_background (MarchCompiler *compiler, JsonObject *dossier, GError **error)
{
  JsonArray *paths = march_compiler_get_array (dossier, "background");

  for (guint i = 0; paths != NULL && i < json_array_get_length (paths); i++)
    if (!write_background (compiler, json_array_get_string_element (paths, i), error))
      return FALSE;
  return TRUE;
}
