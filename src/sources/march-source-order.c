/* march-source-order.c — which sources are listed, in which groups and in which order */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-sources"

#include "config.h"

#include "sources/march-source-order.h"

#include <glib/gi18n.h>

#include "base/march-fold.h"

/* A source with what it is sorted by, worked out once. */
typedef struct
{
  MarchSourceItem *item;
  guint            at;    /* in the corpus */
  char            *group; /* heading */
  char            *group_key;
  char            *name_key;
} Entry;

GType
march_source_grouping_get_type (void)
{
  static gsize            type;
  static const GEnumValue values[] = {
    { MARCH_SOURCES_BY_IDENTITY, "MARCH_SOURCES_BY_IDENTITY", "identity" },
    { MARCH_SOURCES_BY_PUBLICATION, "MARCH_SOURCES_BY_PUBLICATION", "publication" },
    { MARCH_SOURCES_BY_GRADE, "MARCH_SOURCES_BY_GRADE", "grade" },
    { MARCH_SOURCES_BY_TEXT, "MARCH_SOURCES_BY_TEXT", "text" },
    { MARCH_SOURCES_TOGETHER, "MARCH_SOURCES_TOGETHER", "none" },
    { 0, NULL, NULL },
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("MarchSourceGrouping", values));
  return type;
}

GType
march_source_sorting_get_type (void)
{
  static gsize            type;
  static const GEnumValue values[] = {
    { MARCH_SOURCES_OLDEST_FIRST, "MARCH_SOURCES_OLDEST_FIRST", "oldest" },
    { MARCH_SOURCES_NEWEST_FIRST, "MARCH_SOURCES_NEWEST_FIRST", "newest" },
    { MARCH_SOURCES_BY_NAME, "MARCH_SOURCES_BY_NAME", "name" },
    { MARCH_SOURCES_MOST_QUOTED_FIRST, "MARCH_SOURCES_MOST_QUOTED_FIRST", "quoted" },
    { 0, NULL, NULL },
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("MarchSourceSorting", values));
  return type;
}

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->group);
  g_free (entry->group_key);
  g_free (entry->name_key);
}

static char *
name_group (const MarchSource *source, MarchSourceGrouping grouping)
{
  switch (grouping)
    {
    case MARCH_SOURCES_BY_IDENTITY:
      /* Translators: headings of a list of sources. */
      return g_strdup (march_source_is_identified (source) ? _("This dossier")
                                                           : _("Unidentified reports"));
    case MARCH_SOURCES_BY_PUBLICATION:
      return g_strdup (*source->publication != '\0' ? source->publication
                                                    : _("Publication not known"));
    case MARCH_SOURCES_BY_GRADE:
      /* Translators: %c is a grade of reliability, A to F. */
      return source->grade != 0 ? g_strdup_printf (_("Graded %c"), source->grade)
                                : g_strdup (_("Not graded"));
    case MARCH_SOURCES_BY_TEXT:
      return g_strdup (source->text != NULL ? _("With their text") : _("Without a text"));
    case MARCH_SOURCES_TOGETHER:
    default:
      return g_strdup ("");
    }
}

/* What groups come in the order of: those of which something isn't known come last. */
static char *
make_group_key (const MarchSource *source, MarchSourceGrouping grouping, const char *group)
{
  g_autofree char *folded = NULL;

  switch (grouping)
    {
    case MARCH_SOURCES_BY_IDENTITY:
      return g_strdup (march_source_is_identified (source) ? "0" : "1");
    case MARCH_SOURCES_BY_PUBLICATION:
      folded = march_fold (group);
      return g_strconcat (*source->publication != '\0' ? "0" : "1", folded, NULL);
    case MARCH_SOURCES_BY_GRADE:
      return g_strdup_printf ("%c", source->grade != 0 ? source->grade : 'Z');
    case MARCH_SOURCES_BY_TEXT:
      return g_strdup (source->text != NULL ? "0" : "1");
    case MARCH_SOURCES_TOGETHER:
    default:
      return g_strdup ("");
    }
}

static void
add_entry (GArray *entries, MarchSourceItem *item, guint at, MarchSourceGrouping grouping)
{
  const MarchSource *source = march_source_item_get_source (item);
  g_autofree char   *folded = march_fold (march_source_item_get_title (item));
  Entry              entry = { item, at, name_group (source, grouping), NULL, NULL };

  entry.group_key = make_group_key (source, grouping, entry.group);
  entry.name_key = g_utf8_collate_key (folded, -1);
  g_array_append_val (entries, entry);
}

static int
compare_published (const Entry *a, const Entry *b, int direction)
{
  const gboolean first = *march_source_item_get_source (a->item)->published != '\0';
  const gboolean second = *march_source_item_get_source (b->item)->published != '\0';

  if (first != second)
    return first ? -1 : 1;
  return (a->at < b->at ? -1 : a->at > b->at) * (first ? direction : 1);
}

static int
compare_entries (gconstpointer first, gconstpointer second, gpointer data)
{
  const Entry *a = first, *b = second;
  const guint  n_a = march_source_item_get_source (a->item)->quotations->len;
  const guint  n_b = march_source_item_get_source (b->item)->quotations->len;
  int          order = g_strcmp0 (a->group_key, b->group_key);

  if (order == 0)
    switch ((MarchSourceSorting) GPOINTER_TO_INT (data))
      {
      case MARCH_SOURCES_BY_NAME:
        order = g_strcmp0 (a->name_key, b->name_key);
        break;
      case MARCH_SOURCES_MOST_QUOTED_FIRST:
        order = n_a > n_b ? -1 : n_a < n_b;
        break;
      case MARCH_SOURCES_NEWEST_FIRST:
        return compare_published (a, b, -1);
      case MARCH_SOURCES_OLDEST_FIRST:
      default:
        break;
      }
  return order != 0 ? order : compare_published (a, b, 1);
}

static char **
split_filter (const char *filter)
{
  g_autofree char *folded = march_fold (filter);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  return g_strv_builder_end (builder);
}

static guint
count_group (const GArray *entries, guint first)
{
  const char *key = g_array_index (entries, Entry, first).group_key;
  guint       i = first;

  while (i < entries->len && g_str_equal (g_array_index (entries, Entry, i).group_key, key))
    i++;
  return i - first;
}

/** march_source_order_list: Returns: (transfer full) (element-type MarchSourceItem): all sources of
 * @corpus, by publication */
GPtrArray *
march_source_order_list (MarchCorpus *corpus)
{
  GPtrArray *sources = march_corpus_get_sources (corpus);
  GPtrArray *items = g_ptr_array_new_full (sources->len, g_object_unref);

  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (items, march_source_item_new (corpus, sources->pdata[i]));
  return items;
}

/**
 * march_source_order_apply:
 * @items: as march_source_order_list() makes them; the first of each group is given its heading
 * @filter: words, each of which has to stand somewhere in what is known of a source
 *
 * Returns: (transfer container) (element-type MarchSourceItem): those to be listed, borrowed from
 * @items
 */
GPtrArray *
march_source_order_apply (GPtrArray          *items,
                          MarchSourceGrouping grouping,
                          MarchSourceSorting  sorting,
                          const char         *filter)
{
  g_auto (GStrv) words = split_filter (filter);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  GPtrArray *listed = g_ptr_array_new ();
  guint      left = 0; /* in the group */

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < items->len; i++)
    if (march_source_item_has_words (items->pdata[i], words))
      add_entry (entries, items->pdata[i], i, grouping);
  g_array_sort_with_data (entries, compare_entries, GINT_TO_POINTER (sorting));
  for (guint i = 0; i < entries->len; i++, left--)
    {
      const Entry   *entry = &g_array_index (entries, Entry, i);
      const gboolean first = left == 0;

      if (first)
        left = count_group (entries, i);
      march_source_item_set_heading (entry->item,
                                     first && *entry->group != '\0' ? entry->group : NULL, left);
      g_ptr_array_add (listed, entry->item);
    }
  return listed;
}
