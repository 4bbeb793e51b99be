/* march-import-plan-memory.c — what was said of a source's areas, for the next time */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-import-plan.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-error.h"
#include "base/march-json.h"

/* A memory is a JSON object that means something in any dossier: actors and fields go by their
 * names. Actors may have been given others since, or be another's: what is not found is not
 * recalled. */
#define SERIES "series"
#define COLUMNS "columns"
#define FORM "form"
#define FIRST "first"
#define SECOND "second"
#define DATES "dates"
#define KEY "key"
#define FIELD "field"
#define HOLDERS "holders"
#define ACTOR "actor"
#define VALUE "value"
#define OWN "own"
#define OPEN "open"
#define POINTS "points"

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

static const char *const key_words[] = {
  [MARCH_LAYER_KEY_SERIES] = "file", [MARCH_LAYER_KEY_GROUP] = "group",
  [MARCH_LAYER_KEY_COLOUR] = "colour", [MARCH_LAYER_KEY_NAME] = "name",
  [MARCH_LAYER_KEY_FIELD] = "field",
};

static const char *
name_key (const MarchPlanKey *key)
{
  return key->whole ? "nothing" : key_words[key->key];
}

static const char *
name_field (MarchImportPlan *plan, const MarchPlanKey *key)
{
  gboolean has = !key->whole && key->key == MARCH_LAYER_KEY_FIELD;

  return has ? march_layer_get_field (plan->layer, key->field) : NULL;
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

static const char *const form_words[] = {
  [MARCH_TABLE_APART] = "apart",
  [MARCH_TABLE_LATITUDE_FIRST] = "latitude-first",
  [MARCH_TABLE_LONGITUDE_FIRST] = "longitude-first",
  [MARCH_TABLE_WKT] = "wkt",
};

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
      add_text (builder, FORM, form_words[columns->form]);
      add_text (builder, FIRST, columns->first);
      add_text (builder, SECOND, columns->second);
      json_builder_end_object (builder);
      return;
    }
}

/**
 * march_import_plan_remember:
 *
 * Returns: (transfer full): what was said of these files, for march_import_plan_recall() with
 * others of the same source; a text without meaning for a reader
 */
char *
march_import_plan_remember (MarchImportPlan *plan)
{
  const MarchPlanKey *key = g_ptr_array_index (plan->keys, plan->key);
  g_autofree char *dates = march_date_choice_describe (march_import_plan_get_choice (plan));
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_series (plan, builder);
  add_columns (plan, builder);
  add_text (builder, DATES, dates);
  add_text (builder, KEY, name_key (key));
  add_text (builder, FIELD, name_field (plan, key));
  add_holders (plan, builder);
  add_flag (builder, OWN, plan->basis == MARCH_BASIS_OWN);
  add_flag (builder, OPEN, plan->missing == MARCH_MISSING_OPEN);
  add_flag (builder, POINTS, plan->points);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return march_json_write (root);
}

static gboolean
fail_field (MarchImportPlan *plan, const char *word, GError **error)
{
  g_autoptr (GString) fields = g_string_new (NULL);

  for (guint i = 0; i < march_layer_get_n_fields (plan->layer); i++)
    g_string_append_printf (fields, ", “%s”", march_layer_get_field (plan->layer, i));
  g_set_error (error, MARCH_ERROR, MARCH_ERROR_NOT_FOUND,
               /* Translators: what was typed, and a list of fields that begins with a comma. */
               _("Features can't be told apart by “%1$s”. There are: file, group, colour, "
                 "name%2$s."),
               word, fields->str);
  return FALSE;
}

/**
 * march_import_plan_choose_by:
 * @word: file, group, colour or name, as a memory has them; else a field
 *
 * As march_import_plan_choose_key(), also by what no key is offered for as it tells nothing apart.
 *
 * Returns: %FALSE with %MARCH_ERROR_NOT_FOUND if there is no such field
 */
gboolean
march_import_plan_choose_by (MarchImportPlan *plan, const char *word, GError **error)
{
  MarchPlanKey wanted = { .key = MARCH_LAYER_KEY_FIELD };

  for (guint i = 0; i < G_N_ELEMENTS (key_words) && wanted.key == MARCH_LAYER_KEY_FIELD; i++)
    if (i != MARCH_LAYER_KEY_FIELD && g_str_equal (key_words[i], word))
      wanted.key = i;
  while (wanted.key == MARCH_LAYER_KEY_FIELD
         && wanted.field < march_layer_get_n_fields (plan->layer)
         && !g_str_equal (march_layer_get_field (plan->layer, wanted.field), word))
    wanted.field++;
  if (wanted.key == MARCH_LAYER_KEY_FIELD
      && wanted.field == march_layer_get_n_fields (plan->layer))
    return fail_field (plan, word, error);
  wanted.label = g_strdup (word);
  g_ptr_array_add (plan->keys, g_memdup2 (&wanted, sizeof wanted));
  march_import_plan_choose_key (plan, plan->keys->len - 1);
  return TRUE;
}

/* NULL for what is none; free with json_node_unref(). */
static JsonNode *
parse (const char *memory, JsonObject **object)
{
  JsonNode *root = march_json_parse (memory, strlen (memory), MARCH_JSON_PLAIN, NULL);

  *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  return root;
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  gboolean  text = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING;

  return text ? json_node_get_string (node) : NULL;
}

static gboolean
get_flag (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN
         && json_node_get_boolean (node);
}

static MarchBasis
get_basis (JsonObject *object)
{
  return get_flag (object, OWN) ? MARCH_BASIS_OWN : MARCH_BASIS_INDEPENDENT;
}

static gint64
find_actor (MarchCorpus *corpus, const char *name)
{
  GPtrArray *actors = march_corpus_get_actors (corpus);

  for (guint i = 0; name != NULL && i < actors->len; i++)
    {
      const MarchActor *actor = g_ptr_array_index (actors, i);

      if (g_strcmp0 (march_actor_get_name (actor, "en"), name) == 0)
        return actor->id;
    }
  return 0;
}

static void
recall_key (MarchImportPlan *plan, JsonObject *object)
{
  const char *name = get_text (object, KEY), *field = get_text (object, FIELD);

  for (guint i = 0; i < plan->keys->len; i++)
    {
      const MarchPlanKey *key = g_ptr_array_index (plan->keys, i);

      if (g_strcmp0 (name_key (key), name) == 0
          && g_strcmp0 (name_field (plan, key), field) == 0)
        march_import_plan_choose_key (plan, i);
    }
}

static void
recall_holder (MarchImportPlan *plan, JsonObject *holder)
{
  MarchPlanValue *value = march_import_plan_find_value (plan, get_text (holder, VALUE));

  if (value == NULL)
    return;
  value->holder = find_actor (plan->corpus, get_text (holder, ACTOR));
  value->own_basis = json_object_has_member (holder, OWN);
  value->basis = get_basis (holder);
}

static void
recall_holders (MarchImportPlan *plan, JsonObject *object)
{
  JsonArray *holders = get_array (object, HOLDERS);

  for (guint i = 0; holders != NULL && i < json_array_get_length (holders); i++)
    {
      JsonNode *holder = json_array_get_element (holders, i);

      if (JSON_NODE_HOLDS_OBJECT (holder))
        recall_holder (plan, json_node_get_object (holder));
    }
}

static void
recall_dates (MarchImportPlan *plan, JsonObject *object)
{
  const char *wanted = get_text (object, DATES);

  for (guint i = 0; i + 1 < plan->choices->len; i++)
    {
      g_autofree char *words = march_date_choice_describe (g_ptr_array_index (plan->choices, i));

      if (g_strcmp0 (words, wanted) == 0 && i != plan->choice)
        march_import_plan_choose_dates (plan, i);
    }
}

/**
 * march_import_plan_recall:
 * @memory: of march_import_plan_remember()
 *
 * Says of this layer what was said of others of the same source, as far as it has the same fields
 * and values and the dossier the same actors.
 *
 * Returns: whether @memory is one
 */
gboolean
march_import_plan_recall (MarchImportPlan *plan, const char *memory)
{
  JsonObject *object;
  g_autoptr (JsonNode) root = parse (memory, &object);

  if (object == NULL)
    return FALSE;
  recall_dates (plan, object);
  recall_key (plan, object);
  recall_holders (plan, object);
  plan->basis = get_basis (object);
  plan->missing = get_flag (object, OPEN) ? MARCH_MISSING_OPEN : MARCH_MISSING_CARRIED;
  plan->points = get_flag (object, POINTS) || !march_import_plan_has_areas (plan);
  return TRUE;
}

/** march_import_plan_knows: Returns: whether @memory is of files that differ from these by their
 * dates alone */
gboolean
march_import_plan_knows (MarchImportPlan *plan, const char *memory)
{
  JsonObject *object;
  g_autoptr (JsonNode) root = parse (memory, &object);
  JsonArray  *series = object != NULL ? get_array (object, SERIES) : NULL;

  for (guint i = 0; i < march_layer_get_n_files (plan->layer); i++)
    {
      const char *mine = march_layer_get_file (plan->layer, i)->series;
      gboolean    found = FALSE;

      for (guint j = 0; series != NULL && j < json_array_get_length (series); j++)
        {
          JsonNode *node = json_array_get_element (series, j);

          found = found
                  || (json_node_get_value_type (node) == G_TYPE_STRING
                      && g_strcmp0 (json_node_get_string (node), mine) == 0);
        }
      if (!found)
        return FALSE;
    }
  return series != NULL;
}

/**
 * march_import_plan_recall_columns:
 * @memory: of march_import_plan_remember()
 * @names: (array zero-terminated=1): the columns that a table has
 * @columns: (out caller-allocates): set if there are some
 *
 * Returns: whether @memory is of tables whose positions were in columns that this one has as well
 */
gboolean
march_import_plan_recall_columns (const char         *memory,
                                  const char *const  *names,
                                  MarchTableColumns  *columns)
{
  JsonObject *object;
  g_autoptr (JsonNode) root = parse (memory, &object);
  JsonNode   *node = object != NULL ? json_object_get_member (object, COLUMNS) : NULL;
  const char *form, *first, *second;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  form = get_text (json_node_get_object (node), FORM);
  first = get_text (json_node_get_object (node), FIRST);
  second = get_text (json_node_get_object (node), SECOND);
  for (guint i = 0; i < G_N_ELEMENTS (form_words); i++)
    if (g_strcmp0 (form_words[i], form) == 0 && first != NULL && g_strv_contains (names, first)
        && (i == MARCH_TABLE_APART ? second != NULL && g_strv_contains (names, second)
                                   : second == NULL))
      {
        march_table_columns_set (columns, i, first, second);
        return TRUE;
      }
  return FALSE;
}

/* Takes over what the last of @imports by the plan's source said; %FALSE if there is none. */
static gboolean
follow (MarchImportPlan *plan, GPtrArray *imports, gint64 *holder)
{
  gboolean found = FALSE;

  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *one = g_ptr_array_index (imports, i);

      if (one->source->id != plan->source)
        continue;
      plan->basis = one->basis;
      plan->missing = one->carried ? MARCH_MISSING_CARRIED : MARCH_MISSING_OPEN;
      *holder = one->holder->id;
      found = TRUE;
    }
  return found;
}

/**
 * march_import_plan_follow:
 *
 * Where nothing is remembered of the plan's source, what its last import in the dossier said:
 * basis, missing days and, if one actor holds everything, who.
 *
 * Returns: whether the dossier has an import of that source, of areas or of points as the plan's
 */
gboolean
march_import_plan_follow (MarchImportPlan *plan)
{
  const MarchPlanKey *key = g_ptr_array_index (plan->keys, plan->key);
  gint64              holder = 0;

  if (!follow (plan,
               march_import_plan_has_areas (plan) ? march_corpus_get_area_imports (plan->corpus)
                                                  : march_corpus_get_point_imports (plan->corpus),
               &holder))
    return FALSE;
  if (key->whole && plan->values->len == 1)
    ((MarchPlanValue *) g_ptr_array_index (plan->values, 0))->holder = holder;
  return TRUE;
}
