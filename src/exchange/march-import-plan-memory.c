/* march-import-plan-memory.c — what was said of a source's areas, said again */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-import-memory-private.h"

#include <glib/gi18n.h>

#include "base/march-error.h"

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

static gboolean
find_field (MarchImportPlan *plan, const char *name, guint *field)
{
  guint n = march_layer_get_n_fields (plan->layer);

  for (*field = 0; *field < n; (*field)++)
    if (g_strcmp0 (march_layer_get_field (plan->layer, *field), name) == 0)
      return TRUE;
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
  MarchLayerKey key = MARCH_LAYER_KEY_FIELD;
  guint         field = 0;

  for (guint i = 0; i < MARCH_LAYER_KEY_FIELD && key == MARCH_LAYER_KEY_FIELD; i++)
    if (g_str_equal (march_memory_keys[i], word))
      key = i;
  if (key == MARCH_LAYER_KEY_FIELD && !find_field (plan, word, &field))
    return fail_field (plan, word, error);
  march_import_plan_choose_key (plan, march_import_plan_offer_key (plan, key, field));
  return TRUE;
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

/* Whether any feature has something there. */
static gboolean
has_key (MarchImportPlan *plan, MarchLayerKey key)
{
  g_autoptr (GPtrArray) counts = march_layer_count_keys (plan->layer, key, 0, 1);

  return counts->len > 1
         || (counts->len == 1 && ((const MarchLayerCount *) counts->pdata[0])->text != NULL);
}

/* That by which the files of @mapping were told apart, which may tell nothing of these apart; FALSE
 * if they have no such thing. */
static gboolean
find_key (MarchImportPlan *plan, JsonObject *mapping, MarchPlanKey *key)
{
  const char *name = march_memory_get_text (mapping, KEY);

  *key = (MarchPlanKey){ .whole = g_strcmp0 (name, MARCH_MEMORY_NO_KEY) == 0 };
  if (key->whole)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (march_memory_keys); i++)
    if (g_strcmp0 (march_memory_keys[i], name) == 0)
      {
        key->key = i;
        return i == MARCH_LAYER_KEY_FIELD
                   ? find_field (plan, march_memory_get_text (mapping, FIELD), &key->field)
                   : has_key (plan, i);
      }
  return FALSE;
}

static void
recall_holder (MarchImportPlan *plan, JsonObject *holder)
{
  const char     *text = march_memory_get_text (holder, VALUE);
  const char     *actor = march_memory_get_text (holder, ACTOR);
  MarchPlanValue *value = march_import_plan_find_value (plan, text);
  gint64          found = find_actor (plan->corpus, actor);

  if (value == NULL || (actor != NULL && found == 0))
    return;
  value->holder = found;
  value->own_basis = json_object_has_member (holder, OWN);
  value->basis = get_basis (holder);
}

static void
recall_holders (MarchImportPlan *plan, JsonObject *object)
{
  JsonArray   *holders = march_memory_get_array (object, HOLDERS);
  MarchPlanKey key;

  plan->basis = get_basis (object);
  if (!find_key (plan, object, &key))
    return;
  march_import_plan_choose_key (
      plan, key.whole ? 0 : march_import_plan_offer_key (plan, key.key, key.field));
  for (guint i = 0; holders != NULL && i < json_array_get_length (holders); i++)
    {
      JsonNode *holder = json_array_get_element (holders, i);

      if (JSON_NODE_HOLDS_OBJECT (holder))
        recall_holder (plan, json_node_get_object (holder));
    }
}

static gboolean
has_names (JsonArray *array, char **names)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (march_memory_has_text (array, names[i]))
      return TRUE;
  return names == NULL && (array == NULL || json_array_get_length (array) == 0);
}

/* How well @choice is what @dates tells; 0: not at all. Of the fields that it may come from, files
 * may have others. */
static guint
match_dates (const MarchDateChoice *choice, JsonObject *dates)
{
  gboolean fields = has_names (march_memory_get_array (dates, FIELDS), choice->fields);
  gboolean until = has_names (march_memory_get_array (dates, UNTIL), choice->until_fields);
  gboolean order = g_strcmp0 (march_memory_orders[choice->order],
                              march_memory_get_text (dates, ORDER))
                   == 0;

  if (g_strcmp0 (march_memory_origins[choice->origin], march_memory_get_text (dates, BY)) != 0
      || (choice->origin == MARCH_DATED_BY_FIELD && !fields))
    return 0;
  return 1 + 2 * until + order;
}

/* A day given by hand was that of other files. */
static void
recall_dates (MarchImportPlan *plan, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, DATES);
  guint     best = 0, found = plan->choice;

  for (guint i = 0; node != NULL && JSON_NODE_HOLDS_OBJECT (node) && i + 1 < plan->choices->len;
       i++)
    {
      guint match = match_dates (g_ptr_array_index (plan->choices, i),
                                 json_node_get_object (node));

      if (match > best)
        {
          best = match;
          found = i;
        }
    }
  if (found != plan->choice)
    march_import_plan_choose_dates (plan, found);
}

/* Whether the mapping is of files that differ from these by their dates alone. */
static gboolean
has_series (MarchImportPlan *plan, JsonObject *mapping)
{
  JsonArray *series = march_memory_get_array (mapping, SERIES);

  for (guint i = 0; i < march_layer_get_n_files (plan->layer); i++)
    if (!march_memory_has_text (series, march_layer_get_file (plan->layer, i)->series))
      return FALSE;
  return series != NULL;
}

static JsonObject *
find_series (MarchImportPlan *plan, GPtrArray *mappings)
{
  for (guint i = 0; i < mappings->len; i++)
    if (has_series (plan, g_ptr_array_index (mappings, i)))
      return g_ptr_array_index (mappings, i);
  return NULL;
}

/* The latest that tells apart by what these files have as well. */
static JsonObject *
find_alike (MarchImportPlan *plan, GPtrArray *mappings)
{
  MarchPlanKey key;

  for (guint i = 0; i < mappings->len; i++)
    if (find_key (plan, g_ptr_array_index (mappings, i), &key) && !key.whole)
      return g_ptr_array_index (mappings, i);
  return mappings->len > 0 ? g_ptr_array_index (mappings, 0) : NULL;
}

/* Whether some of the source's files are of one holder and others of another: then those of a kind
 * that is new may be of either. */
static gboolean
are_at_odds (GPtrArray *mappings)
{
  const char *first = NULL;

  for (guint i = 0; i < mappings->len; i++)
    {
      JsonArray  *holders = march_memory_get_array (g_ptr_array_index (mappings, i), HOLDERS);
      JsonNode   *node = holders != NULL && json_array_get_length (holders) == 1
                             ? json_array_get_element (holders, 0)
                             : NULL;
      const char *actor = node != NULL && JSON_NODE_HOLDS_OBJECT (node)
                              ? march_memory_get_text (json_node_get_object (node), ACTOR)
                              : NULL;

      if (actor != NULL && first != NULL && !g_str_equal (actor, first))
        return TRUE;
      first = actor != NULL ? actor : first;
    }
  return FALSE;
}

static void
recall_mapping (MarchImportPlan *plan, JsonObject *mapping, MarchPlanParts parts)
{
  if (parts & MARCH_PLAN_DATES)
    recall_dates (plan, mapping);
  if (parts & MARCH_PLAN_HOLDERS)
    recall_holders (plan, mapping);
  if (parts & MARCH_PLAN_MISSING)
    plan->missing = get_flag (mapping, OPEN) ? MARCH_MISSING_OPEN : MARCH_MISSING_CARRIED;
  if (parts & MARCH_PLAN_POINTS)
    plan->points = get_flag (mapping, POINTS) || !march_import_plan_has_areas (plan);
}

/**
 * march_import_plan_recall:
 * @memory: of march_import_plan_remember()
 * @parts: what may change
 *
 * Says of this layer what was said of others of the same source, as far as it has the same fields
 * and values and the dossier the same actors: of files that differ by their dates alone, else of
 * the latest that were told apart by the same, else of the latest. Where the source's kinds of
 * files are of several holders each, those of a new kind are nobody's until it is said.
 *
 * Returns: whether @memory is one
 */
gboolean
march_import_plan_recall (MarchImportPlan *plan, const char *memory, MarchPlanParts parts)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) mappings = march_memory_parse (memory, &root);
  JsonObject  *known = find_series (plan, mappings);
  JsonObject  *mapping = known != NULL ? known : find_alike (plan, mappings);
  MarchPlanKey key;

  if (mapping == NULL)
    return FALSE;
  if (known == NULL && find_key (plan, mapping, &key) && key.whole && are_at_odds (mappings))
    parts &= ~(guint) MARCH_PLAN_HOLDERS;
  recall_mapping (plan, mapping, parts);
  return TRUE;
}

/** march_import_plan_knows: Returns: whether @memory is of files that differ from these by their
 * dates alone, and by more than that from others */
gboolean
march_import_plan_knows (MarchImportPlan *plan, const char *memory)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) mappings = march_memory_parse (memory, &root);

  /* A name that is a date alone may be any source's. */
  for (guint i = 0; i < march_layer_get_n_files (plan->layer); i++)
    if (march_layer_get_file (plan->layer, i)->series == NULL
        || *march_layer_get_file (plan->layer, i)->series == '\0')
      return FALSE;
  return find_series (plan, mappings) != NULL;
}

static gboolean
recall_columns (JsonObject *mapping, const char *const *names, MarchTableColumns *columns)
{
  JsonNode   *node = json_object_get_member (mapping, COLUMNS);
  const char *form, *first, *second;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  form = march_memory_get_text (json_node_get_object (node), FORM);
  first = march_memory_get_text (json_node_get_object (node), FIRST);
  second = march_memory_get_text (json_node_get_object (node), SECOND);
  for (guint i = 0; i < G_N_ELEMENTS (march_memory_forms); i++)
    if (g_strcmp0 (march_memory_forms[i], form) == 0 && first != NULL
        && g_strv_contains (names, first)
        && (i == MARCH_TABLE_APART ? second != NULL && g_strv_contains (names, second)
                                   : second == NULL))
      {
        march_table_columns_set (columns, i, first, second);
        return TRUE;
      }
  return FALSE;
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
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) mappings = march_memory_parse (memory, &root);

  for (guint i = 0; i < mappings->len; i++)
    if (recall_columns (g_ptr_array_index (mappings, i), names, columns))
      return TRUE;
  return FALSE;
}

/* The last of @imports by the plan's source; NULL if there is none. */
static const MarchDatedImport *
find_last (MarchImportPlan *plan, GPtrArray *imports)
{
  const MarchDatedImport *last = NULL;

  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *one = g_ptr_array_index (imports, i);

      if (one->source->id == plan->source)
        last = one;
    }
  return last;
}

/**
 * march_import_plan_follow:
 * @parts: what may change
 *
 * Where nothing is remembered of the plan's source, what its last import in the dossier said:
 * basis, missing days and, if one actor holds everything, who.
 *
 * Returns: whether the dossier has an import of that source, of areas or of points as the plan's
 */
gboolean
march_import_plan_follow (MarchImportPlan *plan, MarchPlanParts parts)
{
  const MarchPlanKey     *key = g_ptr_array_index (plan->keys, plan->key);
  const MarchDatedImport *last = find_last (plan,
                                            march_import_plan_has_areas (plan)
                                                ? march_corpus_get_area_imports (plan->corpus)
                                                : march_corpus_get_point_imports (plan->corpus));

  if (last == NULL)
    return FALSE;
  if (parts & MARCH_PLAN_MISSING)
    plan->missing = last->carried ? MARCH_MISSING_CARRIED : MARCH_MISSING_OPEN;
  if (parts & MARCH_PLAN_HOLDERS)
    {
      plan->basis = last->basis;
      if (key->whole && plan->values->len == 1)
        ((MarchPlanValue *) g_ptr_array_index (plan->values, 0))->holder = last->holder->id;
    }
  return TRUE;
}
