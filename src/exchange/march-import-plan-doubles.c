/* march-import-plan-doubles.c — days of which a plan or the dossier has the same land twice */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-import-plan.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"

/* A day of a holder, on one word: what becomes of it is one area. */
typedef struct
{
  gint64     holder;
  MarchBasis basis;
  MarchDay   day;
  guint      file;  /* the first that tells of it */
  guint      other; /* another one; the same if there is none */
} HeldDay;

static guint
hash_day (gconstpointer data)
{
  const HeldDay *day = data;

  return g_int64_hash (&day->holder) * 31 + (guint) day->day * 3 + (guint) day->basis;
}

static gboolean
equal_days (gconstpointer a, gconstpointer b)
{
  const HeldDay *one = a, *other = b;

  return one->holder == other->holder && one->basis == other->basis && one->day == other->day;
}

static gboolean
is_area (const MarchLayerFeature *feature)
{
  return feature->geometry != NULL
         && march_geometry_get_kind (feature->geometry) == MARCH_GEOMETRY_POLYGON;
}

/* The days that were observed of each holder's land. Free with g_hash_table_unref(). */
static GHashTable *
list_held_days (MarchImportPlan *plan)
{
  GHashTable *days = g_hash_table_new_full (hash_day, equal_days, g_free, NULL);

  for (guint i = 0; i < march_layer_get_n_features (plan->layer); i++)
    {
      const MarchLayerFeature *feature = march_layer_get_feature (plan->layer, i);
      const MarchPlanValue    *value;
      HeldDay                 *known, day = { 0 };

      if (!is_area (feature) || !feature->dates.observed
          || !march_import_takes (feature, FALSE, NULL))
        continue;
      value = march_import_plan_get_value (plan, feature);
      if (value == NULL || value->holder == 0)
        continue;
      day = (HeldDay){ value->holder, march_import_plan_get_basis (plan, value),
                       feature->dates.from, feature->file, feature->file };
      known = g_hash_table_lookup (days, &day);
      if (known == NULL)
        g_hash_table_add (days, g_memdup2 (&day, sizeof day));
      else if (known->file != feature->file && known->other == known->file)
        known->other = feature->file;
    }
  return days;
}

static const char *
get_name (MarchImportPlan *plan, gint64 holder)
{
  return march_actor_get_name (march_corpus_get_actor (plan->corpus, holder),
                               march_words_get_language (NULL));
}

/* The earliest day of those that count, and how many they are. */
typedef struct
{
  const HeldDay *first;
  guint          n;
} Found;

static void
find (Found *found, const HeldDay *day)
{
  found->n++;
  if (found->first == NULL || day->day < found->first->day
      || (day->day == found->first->day && day->holder < found->first->holder))
    found->first = day;
}

static char *
describe_files (MarchImportPlan *plan, GHashTable *days)
{
  g_autofree char *when = NULL;
  GHashTableIter   iter;
  gpointer         day;
  Found            found = { NULL, 0 };

  g_hash_table_iter_init (&iter, days);
  while (g_hash_table_iter_next (&iter, &day, NULL))
    if (((HeldDay *) day)->other != ((HeldDay *) day)->file)
      find (&found, day);
  if (found.n == 0)
    return NULL;
  when = march_day_describe (found.first->day);
  return g_strdup_printf (
      /* Translators: how many days, one of them, an actor, and the names of two files. */
      ngettext ("Several files tell of the same land on %1$u day, %2$s: that of “%3$s” by “%4$s” "
                "and “%5$s”. They count together: what is in any of them is held.",
                "Several files tell of the same land on %1$u days, first on %2$s: that of “%3$s” "
                "by “%4$s” and “%5$s”. They count together: what is in any of them is held.",
                found.n),
      found.n, when, get_name (plan, found.first->holder),
      march_layer_get_file (plan->layer, found.first->file)->name,
      march_layer_get_file (plan->layer, found.first->other)->name);
}

/* The source that the plan is to go to, if the dossier has it. */
static const MarchSource *
find_source (MarchImportPlan *plan)
{
  GPtrArray *sources = march_corpus_get_sources (plan->corpus);

  if (plan->source != 0)
    return march_corpus_get_source (plan->corpus, plan->source);
  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);

      if (g_strcmp0 (source->title, plan->title) == 0)
        return source;
    }
  return NULL;
}

static gboolean
has_data (MarchImportPlan *plan, const MarchSource *source, const HeldDay *day)
{
  GPtrArray *imports = march_corpus_get_area_imports (plan->corpus);

  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *one = g_ptr_array_index (imports, i);

      if (one->source == source && one->holder->id == day->holder
          && one->basis == day->basis && one->first <= day->day
          && day->day <= one->last
          && march_area_import_find_data (one, day->day) == day->day)
        return TRUE;
    }
  return FALSE;
}

static char *
describe_known (MarchImportPlan *plan, GHashTable *days)
{
  const MarchSource *source = find_source (plan);
  g_autofree char   *when = NULL;
  GHashTableIter     iter;
  gpointer           day;
  Found              found = { NULL, 0 };

  g_hash_table_iter_init (&iter, days);
  while (source != NULL && g_hash_table_iter_next (&iter, &day, NULL))
    if (has_data (plan, source, day))
      find (&found, day);
  if (found.n == 0)
    return NULL;
  when = march_day_describe (found.first->day);
  return g_strdup_printf (
      /* Translators: how many days, one of them, and an actor. */
      ngettext ("By this source the dossier has land of %1$u of these days already, %2$s, of "
                "“%3$s”. What is imported last counts; what was there stays in the dossier below "
                "it.",
                "By this source the dossier has land of %1$u of these days already, first of %2$s, "
                "of “%3$s”. What is imported last counts; what was there stays in the dossier "
                "below it.",
                found.n),
      found.n, when, get_name (plan, found.first->holder));
}

/* The days on which its points begin. */
static void
add_point_days (GHashTable *days, const MarchDatedImport *one)
{
  for (guint i = 0; i < march_points_get_n_points (one->points); i++)
    g_hash_table_add (days, GINT_TO_POINTER (march_points_get (one->points, i)->from));
}

static gboolean
takes_point (MarchImportPlan *plan, const MarchLayerFeature *feature)
{
  return feature->geometry != NULL
         && march_geometry_get_kind (feature->geometry) == MARCH_GEOMETRY_POINT
         && march_import_takes (feature, plan->points, NULL)
         && march_import_plan_get_holder (plan, feature) != 0;
}

static char *
describe_known_points (MarchImportPlan *plan)
{
  const MarchSource *source = find_source (plan);
  GPtrArray         *imports = march_corpus_get_point_imports (plan->corpus);
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint i = 0; source != NULL && i < imports->len; i++)
    if (((MarchDatedImport *) imports->pdata[i])->source == source)
      add_point_days (days, imports->pdata[i]);
  for (guint i = 0; g_hash_table_size (days) > 0 && i < march_layer_get_n_features (plan->layer);
       i++)
    {
      const MarchLayerFeature *feature = march_layer_get_feature (plan->layer, i);

      n += takes_point (plan, feature)
           && g_hash_table_contains (days, GINT_TO_POINTER ((int) feature->dates.from));
    }
  if (n == 0)
    return NULL;
  return g_strdup_printf (
      ngettext ("By this source the dossier has points of the day of %u of these points already. "
                "All are kept and drawn; if it is the same one, undo the import that is too many.",
                "By this source the dossier has points of the days of %u of these points already. "
                "All are kept and drawn; if they are the same, undo the import that is too many.",
                n),
      n);
}

/**
 * march_import_plan_list_doubles:
 *
 * What comes twice: areas of one holder and day in several files, and days of which the dossier has
 * areas or points by the same source already.
 *
 * Returns: (transfer full) (element-type utf8): sentences that say it, and what is done about it
 */
GPtrArray *
march_import_plan_list_doubles (MarchImportPlan *plan)
{
  g_autoptr (GHashTable) days = list_held_days (plan);
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  char      *all[] = { describe_files (plan, days), describe_known (plan, days),
                       describe_known_points (plan) };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL)
      g_ptr_array_add (sentences, all[i]);
  return sentences;
}
