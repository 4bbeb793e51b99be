/* march-snapshot-values.c — how many quotations say that a place matters */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-snapshot.h"

static void
add_support (MarchSnapshot *snapshot, const MarchAssertion *value, GHashTable *quotations)
{
  for (guint i = 0; i < value->evidence->len; i++)
    {
      const MarchEvidence *evidence = g_ptr_array_index (value->evidence, i);

      if (evidence->stance == MARCH_STANCE_SUPPORTS
          && march_snapshot_is_evidence_known (snapshot, evidence))
        g_hash_table_add (quotations, (gpointer) evidence->quotation);
    }
}

static gboolean
is_supported (MarchSnapshot *snapshot, const MarchAssertion *value)
{
  g_autoptr (GHashTable) quotations = g_hash_table_new (NULL, NULL);

  add_support (snapshot, value, quotations);
  return g_hash_table_size (quotations) > 0;
}

static void
add_place (MarchSnapshot    *snapshot,
           const MarchPlace *place,
           MarchValueKind    kind,
           GPtrArray        *supported)
{
  g_autoptr (GPtrArray) values = march_snapshot_list_valid (snapshot, MARCH_KIND_VALUE, place);

  for (guint i = 0; i < values->len; i++)
    {
      const MarchAssertion *value = g_ptr_array_index (values, i);

      if (value->value_kind == kind && is_supported (snapshot, value))
        g_ptr_array_add (supported, (gpointer) value);
    }
}

/**
 * march_snapshot_list_values:
 * @place: of the same corpus
 *
 * What is said, with support, of the value of the place and of the composites that it is a part of;
 * what is said of a whole state is not said of its units.
 *
 * Returns: (transfer container) (element-type MarchAssertion): those of @kind on the day
 */
GPtrArray *
march_snapshot_list_values (MarchSnapshot *snapshot, const MarchPlace *place, MarchValueKind kind)
{
  GPtrArray *values = g_ptr_array_new ();

  add_place (snapshot, place, kind, values);
  for (guint i = 0; i < place->parents->len; i++)
    {
      const MarchPlaceLink *link = g_ptr_array_index (place->parents, i);

      if (link->kind == MARCH_LINK_COMPOSITE)
        add_place (snapshot, link->place, kind, values);
    }
  return values;
}

/**
 * march_snapshot_count_value:
 * @place: of the same corpus
 *
 * Counts each quotation that supports one of march_snapshot_list_values() once.
 *
 * Returns: how many there are on the day
 */
guint
march_snapshot_count_value (MarchSnapshot    *snapshot,
                            const MarchPlace *place,
                            MarchValueKind    kind)
{
  g_autoptr (GPtrArray)  values = march_snapshot_list_values (snapshot, place, kind);
  g_autoptr (GHashTable) quotations = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < values->len; i++)
    add_support (snapshot, g_ptr_array_index (values, i), quotations);
  return g_hash_table_size (quotations);
}
