/* march-import-memory.c — the words of what is remembered of a source's areas */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-import-memory-private.h"

#include <string.h>

const char *const march_memory_keys[] = {
  [MARCH_LAYER_KEY_SERIES] = "file", [MARCH_LAYER_KEY_GROUP] = "group",
  [MARCH_LAYER_KEY_COLOUR] = "colour", [MARCH_LAYER_KEY_NAME] = "name",
  [MARCH_LAYER_KEY_FIELD] = "field",
};

const char *const march_memory_forms[] = {
  [MARCH_TABLE_APART] = "apart",
  [MARCH_TABLE_LATITUDE_FIRST] = "latitude-first",
  [MARCH_TABLE_LONGITUDE_FIRST] = "longitude-first",
  [MARCH_TABLE_WKT] = "wkt",
};

const char *const march_memory_origins[] = {
  [MARCH_DATED_NOT] = "not",          [MARCH_DATED_BY_FEATURE] = "feature",
  [MARCH_DATED_BY_FIELD] = "field",   [MARCH_DATED_BY_COLUMN] = "column",
  [MARCH_DATED_BY_FILE_NAME] = "file", [MARCH_DATED_BY_HAND] = "hand",
};

const char *const march_memory_orders[] = {
  [MARCH_DATE_ORDER_UNKNOWN] = "unknown",
  [MARCH_DATE_ORDER_DAY_FIRST] = "day-first",
  [MARCH_DATE_ORDER_MONTH_FIRST] = "month-first",
};

/* What tells features apart, in a word. */
const char *
march_memory_name_key (const MarchPlanKey *key)
{
  return key->whole ? MARCH_MEMORY_NO_KEY : march_memory_keys[key->key];
}

/* NULL where it is no field that tells them apart. */
const char *
march_memory_name_field (MarchImportPlan *plan, const MarchPlanKey *key)
{
  gboolean has = !key->whole && key->key == MARCH_LAYER_KEY_FIELD;

  return has ? march_layer_get_field (plan->layer, key->field) : NULL;
}

/* The mappings, of @root; free both. One that stands alone is a list of one. */
GPtrArray *
march_memory_parse (const char *memory, JsonNode **root)
{
  GPtrArray *mappings = g_ptr_array_new ();
  JsonArray *array;

  *root = memory != NULL ? march_json_parse (memory, strlen (memory), MARCH_JSON_PLAIN, NULL)
                         : NULL;
  if (*root != NULL && JSON_NODE_HOLDS_OBJECT (*root))
    g_ptr_array_add (mappings, json_node_get_object (*root));
  if (*root == NULL || !JSON_NODE_HOLDS_ARRAY (*root))
    return mappings;
  array = json_node_get_array (*root);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        g_ptr_array_add (mappings, json_node_get_object (node));
    }
  return mappings;
}

JsonArray *
march_memory_get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

const char *
march_memory_get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  gboolean  text = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING;

  return text ? json_node_get_string (node) : NULL;
}

/* Whether @array (nullable) has that string. */
gboolean
march_memory_has_text (JsonArray *array, const char *text)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING
          && g_strcmp0 (json_node_get_string (node), text) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
march_memory_same_text (JsonObject *one, JsonObject *other, const char *name)
{
  return g_strcmp0 (march_memory_get_text (one, name), march_memory_get_text (other, name)) == 0;
}
