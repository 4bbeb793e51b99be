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

typedef struct
{
  const MarchPlace *place;
  guint             distance;
} Ancestor;

/* Puts the parents of @place one link beyond it, and farther than they are thought to be if need
 * be. Whether that changed anything. */
static gboolean
reach_parents (GArray *ancestors, const MarchPlace *place, guint distance)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < place->parents->len; i++)
    {
      const MarchPlaceLink *link = g_ptr_array_index (place->parents, i);
      guint                 at = 0;

      if (link->kind == MARCH_LINK_DESCRIBED)
        continue;
      while (at < ancestors->len && g_array_index (ancestors, Ancestor, at).place != link->place)
        at++;
      if (at == ancestors->len)
        g_array_append_val (ancestors, ((Ancestor){ link->place, 0 }));
      if (g_array_index (ancestors, Ancestor, at).distance > distance)
        continue;
      g_array_index (ancestors, Ancestor, at).distance = distance + 1;
      changed = TRUE;
    }
  return changed;
}

static int
compare_ancestors (gconstpointer a, gconstpointer b)
{
  const Ancestor *first = a, *second = b;

  return (first->distance > second->distance) - (first->distance < second->distance);
}

/* The ancestors by the number of links on the longest way up to them: what lies between a place and
 * one of its ancestors is nearer than that. No place is an ancestor of itself. */
static GArray *
list_ancestors (const MarchPlace *place)
{
  GArray  *ancestors = g_array_new (FALSE, FALSE, sizeof (Ancestor));
  gboolean changed = reach_parents (ancestors, place, 0);

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < ancestors->len; i++)
        {
          Ancestor ancestor = g_array_index (ancestors, Ancestor, i);

          changed |= reach_parents (ancestors, ancestor.place, ancestor.distance);
        }
    }
  g_array_sort (ancestors, compare_ancestors);
  return ancestors;
}

/* Visits the ancestors by their distance, and stops after a distance at which @visit returned TRUE
 * for one of them. */
void
march_snapshot_visit_ancestors (MarchSnapshot    *snapshot,
                                const MarchPlace *place,
                                MarchAncestorFunc visit,
                                gpointer          data)
{
  g_autoptr (GArray) ancestors = list_ancestors (place);
  gboolean           enough = FALSE;

  for (guint i = 0; i < ancestors->len; i++)
    {
      const Ancestor *ancestor = &g_array_index (ancestors, Ancestor, i);

      if (enough && ancestor->distance > g_array_index (ancestors, Ancestor, i - 1).distance)
        return;
      enough |= visit (g_hash_table_lookup (snapshot->studies, ancestor->place),
                       ancestor->distance, data);
    }
}
