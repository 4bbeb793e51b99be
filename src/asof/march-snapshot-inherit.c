/* march-snapshot-inherit.c — the way up from a place to its parents and composites */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-snapshot-private.h"

/* What is described only, "the shores of a sea", hands nothing down: nobody knows which places it
 * covers. */
static void
add_parents (const MarchPlace *place, GPtrArray *reached)
{
  for (guint i = 0; i < place->parents->len; i++)
    {
      const MarchPlaceLink *link = g_ptr_array_index (place->parents, i);

      if (link->kind != MARCH_LINK_DESCRIBED && !g_ptr_array_find (reached, link->place, NULL))
        g_ptr_array_add (reached, (gpointer) link->place);
    }
}

/* The place and all that can hand something down to it, parents before their children. */
GPtrArray *
march_snapshot_list_lineage (MarchCorpus *corpus, const MarchPlace *place)
{
  g_autoptr (GPtrArray)  reached = g_ptr_array_new ();
  g_autoptr (GHashTable) members = g_hash_table_new (NULL, NULL);
  GPtrArray             *lineage = g_ptr_array_new ();

  g_ptr_array_add (reached, (gpointer) place);
  for (guint i = 0; i < reached->len; i++)
    {
      g_hash_table_add (members, g_ptr_array_index (reached, i));
      add_parents (g_ptr_array_index (reached, i), reached);
    }
  for (guint i = 0; i < corpus->top_down->len; i++)
    if (g_hash_table_contains (members, g_ptr_array_index (corpus->top_down, i)))
      g_ptr_array_add (lineage, g_ptr_array_index (corpus->top_down, i));
  return lineage;
}

/* Visits the ancestors by their distance, and stops after a distance at which @visit returned TRUE
 * for one of them. */
void
march_snapshot_visit_ancestors (MarchSnapshot    *snapshot,
                                const MarchPlace *place,
                                MarchAncestorFunc visit,
                                gpointer          data)
{
  g_autoptr (GPtrArray) reached = g_ptr_array_new ();
  guint                 first = 0;
  guint                 distance = 0;
  gboolean              enough = FALSE;

  add_parents (place, reached);
  while (!enough && first < reached->len)
    {
      guint beyond = reached->len;

      distance++;
      for (; first < beyond; first++)
        {
          const MarchPlace *ancestor = g_ptr_array_index (reached, first);

          enough |= visit (g_hash_table_lookup (snapshot->studies, ancestor), distance, data);
          add_parents (ancestor, reached);
        }
    }
}
