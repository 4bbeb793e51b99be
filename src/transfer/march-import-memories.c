/* march-import-memories.c — what was said of each source's areas, kept in the settings */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-transfer"

#include "config.h"

#include "transfer/march-import-memories.h"

#include <gio/gio.h>

#define KEY "import-memories"
#define MOST 100 /* sources; the settings are no archive */

/* By the title of the source. */
static GVariant *
get_all (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  return g_settings_get_value (settings, KEY);
}

static const char *
get_title (MarchImportPlan *plan)
{
  const MarchSource *source = march_corpus_get_source (plan->corpus, plan->source);

  return source != NULL ? source->title : plan->title;
}

static void
set_source (MarchImportPlan *plan, const char *title)
{
  GPtrArray *sources = march_corpus_get_sources (plan->corpus);

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = g_ptr_array_index (sources, i);

      if (g_str_equal (source->title, title))
        plan->source = source->id;
    }
  if (plan->source == 0)
    {
      g_free (plan->title);
      plan->title = g_strdup (title);
    }
}

/** march_import_memories_find: if files that differ from the plan's by their dates alone were
 * brought in before, says the same of these, and that they are of the same source */
void
march_import_memories_find (MarchImportPlan *plan)
{
  g_autoptr (GVariant) all = get_all ();
  GVariantIter iter;
  const char  *title, *memory;

  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &title, &memory))
    if (march_import_plan_knows (plan, memory))
      {
        march_import_plan_recall (plan, memory, MARCH_PLAN_ALL);
        set_source (plan, title);
        return;
      }
}

/** march_import_memories_find_columns: Returns: whether tables with such columns were brought in
 * before; then @columns are those that their positions were in */
gboolean
march_import_memories_find_columns (const char *const *names, MarchTableColumns *columns)
{
  g_autoptr (GVariant) all = get_all ();
  GVariantIter iter;
  const char  *title, *memory;

  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &title, &memory))
    if (march_import_plan_recall_columns (memory, names, columns))
      return TRUE;
  return FALSE;
}

/** march_import_memories_knows: Returns: whether anything is remembered of the plan's source */
gboolean
march_import_memories_knows (MarchImportPlan *plan)
{
  g_autoptr (GVariant) all = get_all ();
  const char *title = get_title (plan), *memory;

  return title != NULL && g_variant_lookup (all, title, "&s", &memory);
}

/** march_import_memories_recall: says of the plan's layer what was last said of its source's, as
 * far as @parts go */
void
march_import_memories_recall (MarchImportPlan *plan, MarchPlanParts parts)
{
  g_autoptr (GVariant) all = get_all ();
  const char *title = get_title (plan), *memory;

  if (title != NULL && g_variant_lookup (all, title, "&s", &memory))
    march_import_plan_recall (plan, memory, parts);
  else
    march_import_plan_follow (plan, parts);
}

/** march_import_memories_keep: remembers what is said now for the next files of the source */
void
march_import_memories_keep (MarchImportPlan *plan)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (GVariant) all = get_all ();
  const char      *mine = get_title (plan), *before = NULL;
  g_autofree char *memory = NULL;
  GVariantBuilder  builder;
  GVariantIter     iter;
  const char      *title, *other;
  guint            n = 1;

  g_variant_lookup (all, mine, "&s", &before);
  memory = march_import_plan_remember (plan, before);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&builder, "{ss}", mine, memory);
  g_variant_iter_init (&iter, all);
  while (n < MOST && g_variant_iter_next (&iter, "{&s&s}", &title, &other))
    if (!g_str_equal (title, mine))
      {
        g_variant_builder_add (&builder, "{ss}", title, other);
        n++;
      }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}
