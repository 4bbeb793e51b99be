/* march-passages.c — where the quotations of a source stand in its text */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-reader"

#include "config.h"

#include "reader/march-passages.h"

static int
compare_passages (gconstpointer a, gconstpointer b)
{
  const MarchPassage *one = *(MarchPassage *const *) a, *other = *(MarchPassage *const *) b;

  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;
  if (one->beyond != other->beyond)
    return one->beyond > other->beyond ? -1 : 1;
  return one->quotation->id < other->quotation->id ? -1 : one->quotation->id > other->quotation->id;
}

static gboolean
is_unchanged (const MarchSource *source)
{
  g_autofree char *sha256 = march_verify_hash (source->text);

  return source->sha256 == NULL || g_ascii_strcasecmp (source->sha256, sha256) == 0;
}

static MarchPassage *
locate (const MarchQuotation *quotation, const MarchSpan *span, const char *text, guint length)
{
  MarchPassage *passage = g_new0 (MarchPassage, 1);

  passage->quotation = quotation;
  passage->span = span;
  passage->match = march_verify_span (span, text, &passage->first, &passage->beyond);
  if (passage->match == MARCH_MATCH_NOT_FOUND)
    passage->first = passage->beyond = MIN (span->first, length);
  return passage;
}

/* The first lane that is free where the passage begins; the last if none is. */
static void
choose_lanes (GPtrArray *list)
{
  guint ends[MARCH_PASSAGE_LANES] = { 0 };

  for (guint i = 0; i < list->len; i++)
    {
      MarchPassage *passage = list->pdata[i];
      guint         lane = 0;

      while (lane + 1 < MARCH_PASSAGE_LANES && ends[lane] > passage->first)
        lane++;
      passage->lane = lane;
      ends[lane] = MAX (ends[lane], passage->beyond);
    }
}

/* In the order of their first words; the spans of one quotation have the same number. */
static void
number (GPtrArray *list)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < list->len; i++)
    {
      MarchPassage *passage = list->pdata[i];
      gpointer      found = g_hash_table_lookup (numbers, passage->quotation);

      passage->number = found != NULL ? GPOINTER_TO_UINT (found) : g_hash_table_size (numbers) + 1;
      g_hash_table_insert (numbers, (gpointer) passage->quotation,
                           GUINT_TO_POINTER (passage->number));
    }
}

/**
 * march_passages_new:
 * @corpus: keeps the records
 * @source: a source of it, with its text
 *
 * Looks every quotation up in the text; on any thread, as a long text takes its time.
 *
 * Returns: (transfer full): what is quoted of it
 */
MarchPassages *
march_passages_new (MarchCorpus *corpus, const MarchSource *source)
{
  MarchPassages *passages = g_new0 (MarchPassages, 1);
  const guint    length = g_utf8_strlen (source->text, -1);

  passages->corpus = march_corpus_ref (corpus);
  passages->source = source;
  passages->unchanged = is_unchanged (source);
  passages->list = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < source->quotations->len; i++)
    {
      const MarchQuotation *quotation = source->quotations->pdata[i];

      for (guint k = 0; k < quotation->spans->len; k++)
        g_ptr_array_add (passages->list,
                         locate (quotation, quotation->spans->pdata[k], source->text, length));
    }
  g_ptr_array_sort (passages->list, compare_passages);
  choose_lanes (passages->list);
  number (passages->list);
  return passages;
}

/** march_passages_free: frees all of it */
void
march_passages_free (MarchPassages *passages)
{
  g_ptr_array_unref (passages->list);
  march_corpus_unref (passages->corpus);
  g_free (passages);
}

/** march_passages_list_at: Returns: (transfer container) (element-type MarchPassage): what has
 * words from @first up to before @beyond, and what was to stand there */
GPtrArray *
march_passages_list_at (MarchPassages *passages, guint first, guint beyond)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < passages->list->len; i++)
    {
      MarchPassage *passage = passages->list->pdata[i];

      if (passage->first >= beyond)
        break;
      if (passage->beyond > first
          || (passage->beyond == passage->first && passage->first >= first))
        g_ptr_array_add (found, passage);
    }
  return found;
}

/** march_passages_find: Returns: (nullable): where @quotation begins; it is known by its id */
const MarchPassage *
march_passages_find (MarchPassages *passages, const MarchQuotation *quotation)
{
  for (guint i = 0; i < passages->list->len; i++)
    {
      const MarchPassage *passage = passages->list->pdata[i];

      if (passage->quotation->id == quotation->id)
        return passage;
    }
  return NULL;
}

/**
 * march_passages_step:
 * @point: a code point of the text
 * @direction: 1 forwards, -1 back
 *
 * Returns: (nullable): the nearest passage that begins beyond @point in that direction
 */
const MarchPassage *
march_passages_step (MarchPassages *passages, guint point, int direction)
{
  const MarchPassage *found = NULL;

  for (guint i = 0; i < passages->list->len; i++)
    {
      const MarchPassage *passage = passages->list->pdata[i];

      if (direction > 0 && passage->first > point)
        return passage;
      if (direction < 0 && passage->first < point)
        found = passage;
    }
  return found;
}

/** march_passages_count: Returns: how many stretches are found so well */
guint
march_passages_count (MarchPassages *passages, MarchMatch match)
{
  guint n = 0;

  for (guint i = 0; i < passages->list->len; i++)
    n += ((const MarchPassage *) passages->list->pdata[i])->match == match;
  return n;
}
