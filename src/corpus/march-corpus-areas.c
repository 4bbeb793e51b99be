/* march-corpus-areas.c — imported areas: what they cover of places, and which files they are of */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-corpus"

#include "config.h"

#include "corpus/march-corpus-private.h"

void
march_area_document_free (MarchAreaDocument *document)
{
  g_free (document->file);
  g_free (document->name);
  g_free (document);
}

/**
 * march_corpus_get_overlap:
 * @own: what a holder says it holds
 * @assessed: what others assess it to hold
 *
 * Returns: (transfer none): the land that is in both; computed once for all versions of the dossier
 */
MarchOverlap *
march_corpus_get_overlap (MarchCorpus            *corpus,
                          const MarchDatedImport *own,
                          const MarchDatedImport *assessed)
{
  return march_area_tally_get_overlap (corpus->tally, own->holdings, assessed->holdings);
}

/**
 * march_corpus_measure_areas:
 * @assessed: (nullable): an import whose land doesn't count again
 *
 * What an import holds of places on a day. Pieces that were measured before are not measured again;
 * others take their time, see march_corpus_has_measured(). Any thread.
 *
 * Returns: (transfer full) (element-type MarchPlace MarchAreaPart): the places of which it holds
 * something
 */
GHashTable *
march_corpus_measure_areas (MarchCorpus            *corpus,
                            const MarchDatedImport *area_import,
                            const MarchDatedImport *assessed,
                            MarchDay                day)
{
  return march_area_tally_sum (corpus->tally, march_corpus_get_places (corpus),
                               area_import->holdings,
                               assessed != NULL ? assessed->holdings : NULL, day);
}

/**
 * march_corpus_has_measured:
 * @assessed: (nullable): as for march_corpus_measure_areas()
 *
 * Returns: whether march_corpus_measure_areas() of that day only has to add up
 */
gboolean
march_corpus_has_measured (MarchCorpus            *corpus,
                           const MarchDatedImport *area_import,
                           const MarchDatedImport *assessed,
                           MarchDay                day)
{
  return march_area_tally_has (corpus->tally, area_import->holdings,
                               assessed != NULL ? assessed->holdings : NULL, day);
}

/**
 * march_corpus_adopt_measures:
 * @corpus: a new version, which nobody else has yet
 * @earlier: of the same dossier
 *
 * Takes over what was measured of pieces before, if places have the same shapes.
 */
void
march_corpus_adopt_measures (MarchCorpus *corpus, MarchCorpus *earlier)
{
  if (corpus->tally == NULL || earlier->tally == NULL || corpus->tally == earlier->tally
      || !march_area_tally_same_places (corpus->tally, earlier->tally))
    return;
  march_area_tally_unref (corpus->tally);
  corpus->tally = march_area_tally_ref (earlier->tally);
}

static gboolean
tells (const MarchAreaDocument *document, MarchDay day)
{
  return day >= document->from && day < document->until;
}

/**
 * march_area_import_find_data:
 *
 * Returns: @day if the import has data of it, else the newest day before of which it has; @day
 * where its files aren't told
 */
MarchDay
march_area_import_find_data (const MarchDatedImport *area_import, MarchDay day)
{
  MarchDay newest = MARCH_DAY_MIN;

  for (guint i = 0; i < area_import->documents->len; i++)
    {
      const MarchAreaDocument *document = g_ptr_array_index (area_import->documents, i);

      if (tells (document, day))
        return day;
      if (document->until <= day)
        newest = MAX (newest, document->until - 1);
    }
  return newest != MARCH_DAY_MIN ? newest : MIN (day, area_import->last);
}

/**
 * march_area_import_find_document:
 * @day: one of which the import has data
 *
 * Returns: (transfer none) (nullable): a file that tells of @day; %NULL where its files aren't told
 */
const MarchAreaDocument *
march_area_import_find_document (const MarchDatedImport *area_import, MarchDay day)
{
  for (guint i = 0; i < area_import->documents->len; i++)
    if (tells (g_ptr_array_index (area_import->documents, i), day))
      return g_ptr_array_index (area_import->documents, i);
  return NULL;
}
