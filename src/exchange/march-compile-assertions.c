/* march-compile-assertions.c — assertions of the text form, and what each writes */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-compile-private.h"

#include <glib/gi18n.h>

static gboolean
write_tags (MarchCompiler *compiler,
            JsonObject    *object,
            const char    *key,
            gint64         assertion_id,
            GError       **error)
{
  JsonArray *tags = march_compiler_get_array (object, "tags");

  if (!march_compiler_check_array (compiler, object, "tags", TRUE, error))
    return FALSE;
  for (guint i = 0; tags != NULL && i < json_array_get_length (tags); i++)
    {
      g_autoptr (MarchRow) row = march_row_new ();
      g_autofree char     *tag_key = g_strdup_printf ("%s#tag#%u", key, i);

      march_row_set_id (row, "assertion_id", assertion_id);
      march_row_set_text (row, "text", json_array_get_string_element (tags, i));
      if (!march_compiler_insert (compiler, "tag", tag_key, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_area (MarchCompiler *compiler,
            JsonObject    *area,
            const char    *key,
            gint64         assertion_id,
            GError       **error)
{
  g_autoptr (MarchRow) row = march_compiler_fill_row (compiler, &march_control_area_form, area,
                                                       error);
  const char          *feature = march_compiler_get_text (area, "geometry");
  MarchGeometry       *geometry = NULL;

  if (row == NULL)
    return FALSE;
  if (feature == NULL || !march_row_has (row, "valid_edtf"))
    return march_compiler_fail (compiler, error, _("each of “areas” needs “valid” and “geometry”"));
  geometry = g_hash_table_lookup (compiler->features, feature);
  if (geometry == NULL)
    return march_compiler_fail (compiler, error,
                                _("no geography file has a feature with the id “%s”"), feature);
  if (march_geometry_get_kind (geometry) != MARCH_GEOMETRY_POLYGON)
    return march_compiler_fail (compiler, error, _("the feature “%s” is no area"), feature);
  march_row_set_id (row, "assertion_id", assertion_id);
  march_row_set_geometry (row, "geom", geometry);
  return march_compiler_insert (compiler, "control_area", key, row, error);
}

/* Where a control holds, exactly, and when: of one place only. */
static gboolean
write_areas (MarchCompiler *compiler,
             JsonObject    *object,
             const char    *key,
             gint64         assertion_id,
             GError       **error)
{
  JsonArray *areas = march_compiler_get_array (object, "areas");

  if (!march_compiler_check_array (compiler, object, "areas", FALSE, error))
    return FALSE;
  if (areas != NULL && (march_compiler_get_array (object, "places") != NULL
                        || g_strcmp0 (march_compiler_get_text (object, "kind"), "control") != 0))
    return march_compiler_fail (compiler, error,
                                _("“areas” belong to a control of one “place”"));
  for (guint i = 0; areas != NULL && i < json_array_get_length (areas); i++)
    {
      JsonNode        *area = json_array_get_element (areas, i);
      g_autofree char *area_key = g_strdup_printf ("%s#area#%u", key, i);

      if (!JSON_NODE_HOLDS_OBJECT (area))
        return march_compiler_fail (compiler, error, _("each entry has to be an object"));
      if (!write_area (compiler, json_node_get_object (area), area_key, assertion_id, error))
        return FALSE;
    }
  return TRUE;
}

/* Writes one assertion of one place, or of none. */
static gboolean
write_assertion_of (MarchCompiler *compiler,
                    JsonObject    *object,
                    const char    *key,
                    const char    *place,
                    GError       **error)
{
  g_autoptr (MarchRow) row = march_compiler_fill_row (compiler, &march_assertion_form, object,
                                                       error);
  gint64               id, place_id = 0;

  if (row == NULL || !march_compiler_find (compiler, "assertion", key, &id, error))
    return FALSE;
  if (place != NULL && !march_compiler_find (compiler, "place", place, &place_id, error))
    return FALSE;
  if (place_id != 0)
    march_row_set_id (row, "place_id", place_id);
  return march_compiler_insert (compiler, "assertion", key, row, error)
         && write_tags (compiler, object, key, id, error)
         && write_areas (compiler, object, key, id, error)
         && march_compiler_insert_children (compiler, &march_participant_form, object,
                                            "participants", key, "assertion_id", FALSE, error)
         && march_compiler_insert_children (compiler, &march_evidence_form, object, "evidence", key,
                                            "assertion_id", FALSE, error);
}

static gboolean
write_assertion (MarchCompiler *compiler,
                 JsonObject    *object,
                 const char    *key,
                 GError       **error)
{
  JsonArray *places = march_compiler_get_array (object, "places");

  if (places == NULL)
    return write_assertion_of (compiler, object, key, NULL, error);
  for (guint i = 0; i < json_array_get_length (places); i++)
    {
      const char      *place = json_array_get_string_element (places, i);
      g_autofree char *place_key = g_strdup_printf ("%s-%s", key, place);

      if (!write_assertion_of (compiler, object, place_key, place, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * march_compile_assertions:
 *
 * Writes assertions, one for each place of those that name several.
 */
gboolean
march_compile_assertions (MarchCompiler *compiler,
                          JsonArray     *assertions,
                          GError       **error)
{
  return march_compiler_for_each (compiler, "assertion", assertions, write_assertion, error);
}
