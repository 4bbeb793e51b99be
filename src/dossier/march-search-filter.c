/* march-search-filter.c — which quotations a search is narrowed to */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "dossier/march-search-filter.h"

#include <string.h>

#include "dossier/march-search-filter-private.h"
#include "dossier/march-search-private.h"

/* Entries are numbered without gaps but those of what was edited. A file in which the numbers go
 * far beyond that is not one of ours, and what it hides there isn't found. */
#define MOST_ENTRIES (G_GINT64_CONSTANT (1) << 28)

/** march_search_filter_new: @corpus: of the dossier. Returns: (transfer full): one that wants all
 */
MarchSearchFilter *
march_search_filter_new (MarchCorpus *corpus)
{
  MarchSearchFilter *filter = g_atomic_rc_box_new0 (MarchSearchFilter);

  filter->corpus = march_corpus_ref (corpus);
  filter->first = MARCH_DAY_MIN;
  filter->beyond = MARCH_DAY_MAX;
  g_mutex_init (&filter->mutex);
  return filter;
}

MarchSearchFilter *
march_search_filter_ref (MarchSearchFilter *filter)
{
  return g_atomic_rc_box_acquire (filter);
}

static void
clear (gpointer data)
{
  MarchSearchFilter *filter = data;

  for (guint key = 0; key < MARCH_N_SEARCH_KEYS; key++)
    g_clear_pointer (&filter->records[key], g_hash_table_unref);
  g_clear_pointer (&filter->entries, g_byte_array_unref);
  g_mutex_clear (&filter->mutex);
  march_corpus_unref (filter->corpus);
}

void
march_search_filter_unref (MarchSearchFilter *filter)
{
  g_atomic_rc_box_release_full (filter, clear);
}

/** march_search_filter_is_empty: Returns: whether all quotations are wanted */
gboolean
march_search_filter_is_empty (MarchSearchFilter *filter)
{
  for (guint key = 0; key < MARCH_N_SEARCH_KEYS; key++)
    if (filter->records[key] != NULL)
      return FALSE;
  return filter->kinds == 0 && !filter->graded && filter->first == MARCH_DAY_MIN
         && filter->beyond == MARCH_DAY_MAX;
}

static gboolean
are_equal (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer       record;

  if (a == NULL || b == NULL || g_hash_table_size (a) != g_hash_table_size (b))
    return a == b;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    if (!g_hash_table_contains (b, record))
      return FALSE;
  return TRUE;
}

/** march_search_filter_equal: Returns: whether both want the same of the same corpus */
gboolean
march_search_filter_equal (MarchSearchFilter *a, MarchSearchFilter *b)
{
  for (guint key = 0; key < MARCH_N_SEARCH_KEYS; key++)
    if (!are_equal (a->records[key], b->records[key]))
      return FALSE;
  return a->corpus == b->corpus && a->kinds == b->kinds && a->graded == b->graded
         && memcmp (a->grades, b->grades, sizeof a->grades) == 0 && a->first == b->first
         && a->beyond == b->beyond;
}

static void
add_place (GHashTable *places, const MarchPlace *place)
{
  if (!g_hash_table_add (places, (gpointer) place))
    return;
  for (guint i = 0; i < place->children->len; i++)
    add_place (places, ((const MarchPlaceLink *) place->children->pdata[i])->place);
}

static gconstpointer
find_record (MarchSearchFilter *filter, MarchSearchKey key, gint64 id)
{
  switch (key)
    {
    case MARCH_SEARCH_BY_PLACE:
      return march_corpus_get_place (filter->corpus, id);
    case MARCH_SEARCH_BY_ACTOR:
    case MARCH_SEARCH_BY_SPEAKER:
      return march_corpus_get_actor (filter->corpus, id);
    case MARCH_SEARCH_BY_SOURCE:
      return march_corpus_get_source (filter->corpus, id);
    case MARCH_SEARCH_BY_KIND:
    case MARCH_SEARCH_BY_GRADE:
    case MARCH_SEARCH_SINCE:
    case MARCH_SEARCH_UNTIL:
    case MARCH_SEARCH_BEFORE:
    case MARCH_N_SEARCH_KEYS:
    default:
      return NULL;
    }
}

/**
 * march_search_filter_add_record:
 * @key: that of a place, an actor, a speaker or a source
 * @id: of the record
 *
 * Returns: %FALSE if the corpus has no such record; then nothing is added
 */
gboolean
march_search_filter_add_record (MarchSearchFilter *filter, MarchSearchKey key, gint64 id)
{
  gconstpointer record = find_record (filter, key, id);

  if (record == NULL)
    return FALSE;
  if (filter->records[key] == NULL)
    filter->records[key] = g_hash_table_new (NULL, NULL);
  if (key == MARCH_SEARCH_BY_PLACE)
    add_place (filter->records[key], record);
  else
    g_hash_table_add (filter->records[key], (gpointer) record);
  return TRUE;
}

/* @grade: 0 not graded, 1 A …; @bits: of credibility, 1 << 0 not graded */
void
march_search_filter_set_grades (MarchSearchFilter *filter, guint grade, guint bits)
{
  filter->grades[grade] |= (guint8) bits;
  filter->graded = TRUE;
}

static gboolean
has (GHashTable *records, gconstpointer record)
{
  return record != NULL && g_hash_table_contains (records, record);
}

static gboolean
is_in_force (const MarchAssertion *assertion)
{
  return !assertion->retracted && assertion->superseded_by == NULL;
}

static gboolean
is_of_kind (const MarchSearchFilter *filter, const MarchEvidence *evidence)
{
  if (filter->kinds == 0)
    return TRUE;
  return evidence->assertion != NULL && (filter->kinds & (1u << evidence->assertion->kind)) != 0;
}

static gboolean
is_of_place (GHashTable *places, const MarchEvidence *evidence)
{
  if (places == NULL || (evidence->assertion != NULL && has (places, evidence->assertion->place)))
    return TRUE;
  for (guint i = 0; evidence->proposal != NULL && i < evidence->proposal->places->len; i++)
    if (has (places, ((const MarchProposalTerm *) evidence->proposal->places->pdata[i])->place))
      return TRUE;
  return FALSE;
}

static gboolean
takes_part (GHashTable *actors, const MarchAssertion *assertion)
{
  for (guint i = 0; i < assertion->participants->len; i++)
    {
      const MarchParticipant *participant = assertion->participants->pdata[i];

      if (has (actors, participant->actor) || has (actors, participant->side))
        return TRUE;
    }
  return has (actors, assertion->actor) || has (actors, assertion->according);
}

static gboolean
is_of_actor (GHashTable *actors, const MarchEvidence *evidence)
{
  if (actors == NULL || (evidence->assertion != NULL && takes_part (actors, evidence->assertion)))
    return TRUE;
  for (guint i = 0; evidence->proposal != NULL && i < evidence->proposal->places->len; i++)
    {
      const MarchProposalTerm *term = evidence->proposal->places->pdata[i];

      if (has (actors, term->holder) || has (actors, term->law))
        return TRUE;
    }
  return evidence->proposal != NULL && has (actors, evidence->proposal->proposer);
}

/* Kind, place and actor have to be those of one and the same assertion or proposal. */
static gboolean
bears_on (const MarchSearchFilter *filter, const MarchQuotation *quotation)
{
  GHashTable *places = filter->records[MARCH_SEARCH_BY_PLACE];
  GHashTable *actors = filter->records[MARCH_SEARCH_BY_ACTOR];

  if (filter->kinds == 0 && places == NULL && actors == NULL)
    return TRUE;
  for (guint i = 0; i < quotation->evidence->len; i++)
    {
      const MarchEvidence *evidence = quotation->evidence->pdata[i];

      if ((evidence->assertion == NULL || is_in_force (evidence->assertion))
          && is_of_kind (filter, evidence) && is_of_place (places, evidence)
          && is_of_actor (actors, evidence))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_graded_so (const MarchSearchFilter *filter, const MarchQuotation *quotation)
{
  const char  grade = quotation->source->grade;
  const guint letter = grade >= 'A' && grade <= 'F' ? (guint) (grade - 'A') + 1 : 0;

  return !filter->graded || (filter->grades[letter] & (1u << MIN (quotation->credibility, 6))) != 0;
}

static gboolean
is_of_time (const MarchSearchFilter *filter, const MarchQuotation *quotation)
{
  const MarchPeriod *time = NULL;

  if (filter->first == MARCH_DAY_MIN && filter->beyond == MARCH_DAY_MAX)
    return TRUE;
  time = march_quotation_get_time (quotation);
  return time != NULL && time->from_earliest < filter->beyond && time->until_latest > filter->first;
}

/** march_search_filter_accepts: @quotation: of the filter's corpus. Returns: whether it is wanted
 */
gboolean
march_search_filter_accepts (MarchSearchFilter *filter, const MarchQuotation *quotation)
{
  GHashTable *speakers = filter->records[MARCH_SEARCH_BY_SPEAKER];
  GHashTable *sources = filter->records[MARCH_SEARCH_BY_SOURCE];

  return (sources == NULL || has (sources, quotation->source))
         && (speakers == NULL || has (speakers, march_quotation_get_speaker (quotation)))
         && is_graded_so (filter, quotation) && is_of_time (filter, quotation)
         && bears_on (filter, quotation);
}

static gboolean
read_entries (MarchSearchFilter *filter, sqlite3 *handle, GByteArray *entries, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean done = FALSE;

  statement = march_statement_new (
      handle, "SELECT id, record_id FROM search_entry WHERE kind = 'quotation'", error);
  if (statement == NULL)
    return FALSE;
  while (march_statement_next (statement, &done, error))
    {
      const gint64 entry = sqlite3_column_int64 (statement, 0) - MARCH_SEARCH_FIRST_QUOTATION;
      const MarchQuotation *quotation
          = march_corpus_get_quotation (filter->corpus, sqlite3_column_int64 (statement, 1));
      const guint was = entries->len;

      if (entry < 0 || entry >= MOST_ENTRIES || quotation == NULL
          || !march_search_filter_accepts (filter, quotation))
        continue;
      if (entry / 8 >= was)
        {
          g_byte_array_set_size (entries, MAX ((guint) (entry / 8) + 1, 2 * was));
          memset (entries->data + was, 0, entries->len - was);
        }
      entries->data[entry / 8] |= (guint8) (1u << (entry % 8));
    }
  return done;
}

/* Finds out once which entries of the file are those of quotations that are wanted. Where another
 * thread does that already, waits for it. */
gboolean
march_search_filter_prepare (MarchSearchFilter *filter, sqlite3 *handle, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&filter->mutex);
  g_autoptr (GByteArray)   entries = NULL;

  if (filter->entries != NULL)
    return TRUE;
  entries = g_byte_array_new ();
  if (!read_entries (filter, handle, entries, error))
    return FALSE;
  filter->entries = g_steal_pointer (&entries);
  return TRUE;
}

/* After march_search_filter_prepare(). */
gboolean
march_search_filter_has_entry (MarchSearchFilter *filter, gint64 entry)
{
  const gint64 i = entry - MARCH_SEARCH_FIRST_QUOTATION;

  return i >= 0 && i / 8 < filter->entries->len
         && (filter->entries->data[i / 8] & (1u << (i % 8))) != 0;
}
