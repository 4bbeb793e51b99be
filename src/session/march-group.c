/* march-group.c — places that the map draws alike: what an entry of its legend stands for */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-session"

#include "config.h"

#include "session/march-group.h"

G_DEFINE_BOXED_TYPE (MarchGroup, march_group, march_group_ref, march_group_unref)

/**
 * march_group_new:
 * @corpus: whose actors and places @entry names
 * @entry: of a legend
 * @day: which the legend is of
 *
 * Returns: (transfer full): the places that show @entry
 */
MarchGroup *
march_group_new (MarchCorpus *corpus, const MarchLegendEntry *entry, MarchDay day)
{
  MarchGroup *group = g_atomic_rc_box_new0 (MarchGroup);

  group->corpus = march_corpus_ref (corpus);
  group->entry = march_legend_entry_copy (entry);
  group->day = day;
  return group;
}

MarchGroup *
march_group_ref (MarchGroup *group)
{
  return g_atomic_rc_box_acquire (group);
}

static void
clear (gpointer data)
{
  MarchGroup *group = data;

  march_legend_entry_free (group->entry);
  march_corpus_unref (group->corpus);
}

void
march_group_unref (MarchGroup *group)
{
  g_atomic_rc_box_release_full (group, clear);
}

/**
 * march_group_list_places:
 * @corpus: the records as they stand now
 *
 * Returns: (transfer container) (element-type MarchPlace): the group's places that are there still
 */
GPtrArray *
march_group_list_places (const MarchGroup *group, MarchCorpus *corpus)
{
  GPtrArray *places = g_ptr_array_new ();

  for (guint i = 0; i < group->entry->places->len; i++)
    {
      const MarchPlace *then = group->entry->places->pdata[i];
      const MarchPlace *now = march_corpus_get_place (corpus, then->id);

      if (now != NULL)
        g_ptr_array_add (places, (gpointer) now);
    }
  return places;
}

static gboolean
is_actor (const MarchGroup *group, const MarchActor *actor)
{
  return group->entry->actor != NULL && actor != NULL && group->entry->actor->id == actor->id;
}

/* Whether a row of "why this colour?" tells of what the entry draws. */
static gboolean
is_about (const MarchGroup *group, const MarchWhyRow *row)
{
  const MarchLegendEntry *entry = group->entry;

  switch (entry->kind)
    {
    case MARCH_SWATCH_CONCLUDED:
      return row->concluded && row->hold != NULL;
    case MARCH_SWATCH_CLAIMED_BORDER:
      return row->symbol == MARCH_SYMBOL_OWNS && is_actor (group, row->actor);
    case MARCH_SWATCH_POSSIBLE:
      return row->certainty == MARCH_CERTAINTY_POSSIBLE && is_actor (group, row->actor)
             && (row->own != NULL) == (entry->symbol == MARCH_SYMBOL_OWNS);
    case MARCH_SWATCH_SYMBOL:
    case MARCH_SWATCH_ASPIRATION_RING:
      if (entry->symbol == MARCH_SYMBOL_CONTESTED)
        return row->symbol == entry->symbol;
      return row->symbol == entry->symbol && row->certainty == entry->certainty
             && is_actor (group, row->actor);
    case MARCH_SWATCH_SITE:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_evidence (GPtrArray *quotations, MarchSnapshot *snapshot, const MarchAssertion *assertion)
{
  for (guint i = 0; i < assertion->evidence->len; i++)
    {
      const MarchEvidence *evidence = assertion->evidence->pdata[i];

      if (march_snapshot_is_evidence_known (snapshot, evidence)
          && !g_ptr_array_find (quotations, evidence->quotation, NULL))
        g_ptr_array_add (quotations, (gpointer) evidence->quotation);
    }
}

static void
add_rows (const MarchGroup *group, MarchWhy *why, GPtrArray *quotations)
{
  for (guint i = 0; i < why->rows->len; i++)
    {
      const MarchWhyRow *row = why->rows->pdata[i];

      if (is_about (group, row))
        g_ptr_array_extend (quotations, row->quotations, NULL, NULL);
    }
}

static void
add_conflicts (MarchSnapshot *snapshot, const MarchFinding *finding, GPtrArray *quotations)
{
  for (guint i = 0; finding != NULL && i < finding->conflicts->len; i++)
    {
      const MarchConflict *conflict = finding->conflicts->pdata[i];

      if (conflict->settled)
        continue;
      add_evidence (quotations, snapshot, conflict->a);
      add_evidence (quotations, snapshot, conflict->b);
    }
}

static void
add_values (const MarchGroup *group,
            MarchSnapshot    *snapshot,
            const MarchPlace *place,
            GPtrArray        *quotations)
{
  g_autoptr (GPtrArray) values = march_snapshot_list_values (snapshot, place,
                                                             group->entry->value_kind);

  for (guint i = 0; i < values->len; i++)
    add_evidence (quotations, snapshot, values->pdata[i]);
}

/**
 * march_group_list_quotations:
 * @snapshot: of the day that is looked at
 * @place: one of the places, of the snapshot's corpus
 *
 * Returns: (transfer container) (element-type MarchQuotation): what justifies that @place is drawn
 * so; all that bears on it where the entry stands for no statement
 */
GPtrArray *
march_group_list_quotations (const MarchGroup *group,
                             MarchSnapshot    *snapshot,
                             const MarchPlace *place)
{
  GPtrArray           *quotations = g_ptr_array_new ();
  const MarchFinding  *finding = march_snapshot_get_finding (snapshot, place);
  g_autoptr (MarchWhy) why = NULL;

  if (group->entry->kind == MARCH_SWATCH_DISAGREE)
    add_conflicts (snapshot, finding, quotations);
  else if (group->entry->kind == MARCH_SWATCH_VALUE)
    add_values (group, snapshot, place, quotations);
  else if (group->entry->actor == NULL && group->entry->kind != MARCH_SWATCH_CONCLUDED
           && finding != NULL)
    g_ptr_array_extend (quotations, finding->quotations, NULL, NULL);
  else
    {
      why = march_why_new (snapshot, place);
      add_rows (group, why, quotations);
    }
  return quotations;
}
