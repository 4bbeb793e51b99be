/* march-import-plan-remember.c — keeps what was said of a source's areas for the next time */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-import-memory-private.h"

#define MOST_MAPPINGS 20
#define MOST_HOLDERS 400

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean flag)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, flag);
}

static void
add_holders (MarchImportPlan *plan, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, HOLDERS);
  json_builder_begin_array (builder);
  for (guint i = 0; i < plan->values->len; i++)
    {
      const MarchPlanValue *value = g_ptr_array_index (plan->values, i);
      const MarchActor     *actor = march_corpus_get_actor (plan->corpus, value->holder);

      json_builder_begin_object (builder);
      add_text (builder, VALUE, value->text);
      add_text (builder, ACTOR, actor != NULL ? march_actor_get_name (actor, "en") : NULL);
      if (value->own_basis)
        add_flag (builder, OWN, value->basis == MARCH_BASIS_OWN);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_series (MarchImportPlan *plan, JsonBuilder *builder)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  json_builder_set_member_name (builder, SERIES);
  json_builder_begin_array (builder);
  for (guint i = 0; i < march_layer_get_n_files (plan->layer); i++)
    {
      char *series = march_layer_get_file (plan->layer, i)->series;

      if (series != NULL && g_hash_table_add (known, series))
        json_builder_add_string_value (builder, series);
    }
  json_builder_end_array (builder);
}

/* Of the first table that has some. */
static void
add_columns (MarchImportPlan *plan, JsonBuilder *builder)
{
  for (guint i = 0; i < march_layer_get_n_files (plan->layer); i++)
    {
      const MarchTableColumns *columns = &march_layer_get_file (plan->layer, i)->columns;

      if (!march_table_columns_are_said (columns))
        continue;
      json_builder_set_member_name (builder, COLUMNS);
      json_builder_begin_object (builder);
      add_text (builder, FORM, march_memory_forms[columns->form]);
      add_text (builder, FIRST, columns->first);
      add_text (builder, SECOND, columns->second);
      json_builder_end_object (builder);
      return;
    }
}

static void
add_names (JsonBuilder *builder, const char *name, char **names)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    json_builder_add_string_value (builder, names[i]);
  json_builder_end_array (builder);
}

static void
add_dates (JsonBuilder *builder, const MarchDateChoice *choice)
{
  json_builder_set_member_name (builder, DATES);
  json_builder_begin_object (builder);
  add_text (builder, BY, march_memory_origins[choice->origin]);
  add_text (builder, ORDER, march_memory_orders[choice->order]);
  /* Names of columns that are dates are others the next time. */
  add_names (builder, FIELDS, choice->origin == MARCH_DATED_BY_FIELD ? choice->fields : NULL);
  add_names (builder, UNTIL, choice->until_fields);
  json_builder_end_object (builder);
}

/* Free with json_node_unref(). */
static JsonNode *
describe (MarchImportPlan *plan)
{
  const MarchPlanKey *key = g_ptr_array_index (plan->keys, plan->key);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_series (plan, builder);
  add_columns (plan, builder);
  add_dates (builder, march_import_plan_get_choice (plan));
  add_text (builder, KEY, march_memory_name_key (key));
  add_text (builder, FIELD, march_memory_name_field (plan, key));
  add_holders (plan, builder);
  add_flag (builder, OWN, plan->basis == MARCH_BASIS_OWN);
  add_flag (builder, OPEN, plan->missing == MARCH_MISSING_OPEN);
  add_flag (builder, POINTS, plan->points);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static gboolean
has_value (JsonArray *holders, const char *value)
{
  for (guint i = 0; i < json_array_get_length (holders); i++)
    {
      JsonNode *holder = json_array_get_element (holders, i);

      if (JSON_NODE_HOLDS_OBJECT (holder)
          && g_strcmp0 (march_memory_get_text (json_node_get_object (holder), VALUE), value) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Who held what these files don't have, told apart by the same: they may come again. */
static void
keep_holders (JsonObject *mapping, JsonObject *before)
{
  JsonArray *holders = march_memory_get_array (mapping, HOLDERS);
  JsonArray *old = march_memory_get_array (before, HOLDERS);

  if (!march_memory_same_text (mapping, before, KEY)
      || !march_memory_same_text (mapping, before, FIELD))
    return;
  for (guint i = 0; old != NULL && i < json_array_get_length (old); i++)
    {
      JsonNode *node = json_array_get_element (old, i);

      if (JSON_NODE_HOLDS_OBJECT (node) && json_array_get_length (holders) < MOST_HOLDERS
          && !has_value (holders, march_memory_get_text (json_node_get_object (node), VALUE)))
        json_array_add_element (holders, json_node_copy (node));
    }
}

/* Takes the series of @mapping from @before: they are told of anew; returns how many are left. */
static guint
take_series (JsonObject *mapping, JsonObject *before)
{
  JsonArray *mine = march_memory_get_array (mapping, SERIES);
  JsonArray *old = march_memory_get_array (before, SERIES), *left = json_array_new ();
  guint      n;

  for (guint i = 0; old != NULL && i < json_array_get_length (old); i++)
    {
      JsonNode *node = json_array_get_element (old, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING
          && !march_memory_has_text (mine, json_node_get_string (node)))
        json_array_add_element (left, json_node_copy (node));
    }
  n = json_array_get_length (left);
  json_object_set_array_member (before, SERIES, left);
  return n;
}

/**
 * march_import_plan_remember:
 * @before: (nullable): what was remembered of the source so far
 *
 * Returns: (transfer full): that, and what was said of these files, for march_import_plan_recall()
 * with others of the same source; a text without meaning for a reader
 */
char *
march_import_plan_remember (MarchImportPlan *plan, const char *before)
{
  g_autoptr (JsonNode) old = NULL;
  g_autoptr (GPtrArray) mappings = march_memory_parse (before, &old);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray  *all = json_array_new ();
  JsonNode   *mine = describe (plan);
  JsonObject *mapping = json_node_get_object (mine);

  json_node_take_array (root, all);
  json_array_add_element (all, mine);
  for (guint i = 0; i < mappings->len; i++)
    {
      JsonObject *other = g_ptr_array_index (mappings, i);

      keep_holders (mapping, other);
      if (take_series (mapping, other) > 0 && json_array_get_length (all) < MOST_MAPPINGS)
        json_array_add_object_element (all, json_object_ref (other));
    }
  return march_json_write (root);
}
