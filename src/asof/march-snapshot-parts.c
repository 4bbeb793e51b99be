/* march-snapshot-parts.c — which parts of an undisputed place are disputed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-snapshot-private.h"

/* Collects the disputed places below, and looks no deeper where it finds one. */
static void
collect_parts (MarchSnapshot *snapshot, const MarchPlace *place, GPtrArray *parts)
{
  g_autoptr (GPtrArray) reached = g_ptr_array_new ();

  g_ptr_array_add (reached, (gpointer) place);
  for (guint i = 0; i < reached->len; i++)
    {
      GPtrArray *children = ((const MarchPlace *) g_ptr_array_index (reached, i))->children;

      for (guint j = 0; j < children->len; j++)
        {
          const MarchPlaceLink *link = g_ptr_array_index (children, j);
          const MarchFinding   *below = g_hash_table_lookup (snapshot->findings, link->place);
          GPtrArray            *found = below != NULL && below->disputed ? parts : reached;

          if (below != NULL && link->kind != MARCH_LINK_DESCRIBED
              && !g_ptr_array_find (found, link->place, NULL))
            g_ptr_array_add (found, (gpointer) link->place);
        }
    }
}

typedef struct
{
  GPtrArray *parts;
  gboolean   found;
} Wider;

static gboolean
look_for_wider (const MarchStudy *ancestor, guint distance, gpointer data)
{
  Wider *wider = data;

  wider->found |= g_ptr_array_find (wider->parts, ancestor->place, NULL);
  return wider->found;
}

/* What is part of another part that is told needs not be told itself. */
static void
add_widest (MarchSnapshot *snapshot, GPtrArray *parts, GPtrArray *widest)
{
  for (guint i = 0; i < parts->len; i++)
    {
      Wider wider = { parts, FALSE };

      march_snapshot_visit_ancestors (snapshot, g_ptr_array_index (parts, i), look_for_wider,
                                      &wider);
      if (!wider.found)
        g_ptr_array_add (widest, g_ptr_array_index (parts, i));
    }
}

/* Tells of each undisputed place of @places which of its parts are disputed, as far as there are
 * findings of them. */
void
march_snapshot_find_disputed_parts (MarchSnapshot *snapshot, GPtrArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const MarchPlace     *place = g_ptr_array_index (places, i);
      MarchFinding         *finding = g_hash_table_lookup (snapshot->findings, place);
      g_autoptr (GPtrArray) parts = NULL;

      if (finding->disputed || place->children->len == 0)
        continue;
      parts = g_ptr_array_new ();
      collect_parts (snapshot, place, parts);
      add_widest (snapshot, parts, finding->disputed_parts);
    }
}
