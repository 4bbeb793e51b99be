/* march-corpus-finish.c — links, checks and sorts the records of a corpus */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-corpus"

#include "config.h"

#include "corpus/march-corpus-builder-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/march-error.h"

/* The name of the table, as the schema has it. */
const char *
march_table_get_name (MarchTable table)
{
  static const char *const names[MARCH_N_TABLES] = { "actor",     "place",    "source",
                                                     "quotation", "proposal", "assertion" };

  return names[table];
}

static gpointer
find_record (MarchCorpus *corpus, MarchTable table, gint64 id, GError **error)
{
  gpointer record = g_hash_table_lookup (corpus->by_id[table], &id);

  if (record == NULL)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      g_set_error (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
                   _("The dossier is damaged: a record names the %1$s %2$s, which is not there."),
                   march_table_get_name (table), text);
    }
  return record;
}

static gboolean
fill_slots (MarchCorpusBuilder *builder, GError **error)
{
  for (guint i = 0; i < builder->slots->len; i++)
    {
      MarchSlot *slot = &g_array_index (builder->slots, MarchSlot, i);
      gpointer   record = find_record (builder->corpus, slot->table, slot->id, error);

      if (record == NULL)
        return FALSE;
      memcpy (slot->slot, &record, sizeof record);
    }
  return TRUE;
}

static gboolean
append_children (MarchCorpusBuilder *builder, GError **error)
{
  for (guint i = 0; i < builder->children->len; i++)
    {
      MarchChild *child = &g_array_index (builder->children, MarchChild, i);
      guint8     *parent = find_record (builder->corpus, child->table, child->parent, error);
      GPtrArray  *array;

      if (parent == NULL)
        return FALSE;
      memcpy (&array, parent + child->array, sizeof array);
      g_ptr_array_add (array, g_steal_pointer (&child->record));
    }
  return TRUE;
}

/* Takes away places without parents until none is left; what can't be taken goes round in a
 * circle. */
static gboolean
sort_places_top_down (MarchCorpus *corpus, GError **error)
{
  GPtrArray             *places = corpus->records[MARCH_TABLE_PLACE];
  GPtrArray             *taken = corpus->top_down;
  g_autoptr (GHashTable) waiting = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < places->len; i++)
    {
      MarchPlace *place = g_ptr_array_index (places, i);

      g_hash_table_insert (waiting, place, GUINT_TO_POINTER (place->parents->len));
      if (place->parents->len == 0)
        g_ptr_array_add (taken, place);
    }
  for (guint i = 0; i < taken->len; i++)
    {
      const MarchPlace *place = g_ptr_array_index (taken, i);

      for (guint j = 0; j < place->children->len; j++)
        {
          gpointer child =
              (gpointer) ((MarchPlaceLink *) g_ptr_array_index (place->children, j))->place;
          guint left = GPOINTER_TO_UINT (g_hash_table_lookup (waiting, child)) - 1;

          g_hash_table_insert (waiting, child, GUINT_TO_POINTER (left));
          if (left == 0)
            g_ptr_array_add (taken, child);
        }
    }
  if (taken->len == places->len)
    return TRUE;
  g_set_error_literal (
      error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
      _("The dossier is damaged: a place is part of itself through its parents."));
  return FALSE;
}

static gboolean
link_versions (MarchCorpus *corpus, GError **error)
{
  GPtrArray *assertions = corpus->records[MARCH_TABLE_ASSERTION];

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *assertion = g_ptr_array_index (assertions, i);
      const MarchAssertion *older = assertion->supersedes;

      if (older == NULL)
        continue;
      if (older->superseded_by != NULL || older == assertion)
        {
          g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
                               _("The dossier is damaged: two versions supersede one assertion."));
          return FALSE;
        }
      ((MarchAssertion *) older)->superseded_by = assertion;
    }
  return TRUE;
}

/* With one successor each, versions go round in a circle only where no first version is reached. */
static gboolean
check_versions (MarchCorpus *corpus, GError **error)
{
  GPtrArray *assertions = corpus->records[MARCH_TABLE_ASSERTION];
  guint      n_reached = 0;

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *version = g_ptr_array_index (assertions, i);

      if (version->supersedes != NULL)
        continue;
      for (; version != NULL; version = version->superseded_by)
        n_reached++;
    }
  if (n_reached == assertions->len)
    return TRUE;
  g_set_error_literal (error, MARCH_ERROR, MARCH_ERROR_DAMAGED,
                       _("The dossier is damaged: an assertion supersedes itself."));
  return FALSE;
}

#define ORDER(a, b) (((a) > (b)) - ((a) < (b)))

static int
compare_actors (gconstpointer a, gconstpointer b)
{
  const MarchActor *first = *(const MarchActor *const *) a,
                   *second = *(const MarchActor *const *) b;

  return ORDER (first->id, second->id);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const MarchPlace *first = *(const MarchPlace *const *) a,
                   *second = *(const MarchPlace *const *) b;
  int order = ORDER (first->kind, second->kind);

  if (order == 0)
    order = ORDER (first->level, second->level);
  if (order == 0)
    order = g_strcmp0 (first->code, second->code);
  if (order == 0)
    order = g_strcmp0 (march_place_get_name (first, NULL), march_place_get_name (second, NULL));
  return order != 0 ? order : ORDER (first->id, second->id);
}

static int
compare_sources (const MarchSource *first, const MarchSource *second)
{
  int order =
      ORDER (first->publication_period.from_earliest, second->publication_period.from_earliest);

  if (order == 0)
    order = g_strcmp0 (first->title, second->title);
  return order != 0 ? order : ORDER (first->id, second->id);
}

static int
compare_source_pointers (gconstpointer a, gconstpointer b)
{
  return compare_sources (*(const MarchSource *const *) a, *(const MarchSource *const *) b);
}

static guint
get_position (const MarchQuotation *quotation)
{
  return quotation->spans->len > 0 ? ((MarchSpan *) g_ptr_array_index (quotation->spans, 0))->first
                                   : G_MAXUINT;
}

static int
compare_quotations (gconstpointer a, gconstpointer b)
{
  const MarchQuotation *first = *(const MarchQuotation *const *) a,
                       *second = *(const MarchQuotation *const *) b;
  int order = compare_sources (first->source, second->source);

  if (order == 0)
    order = ORDER (get_position (first), get_position (second));
  return order != 0 ? order : ORDER (first->id, second->id);
}

/* What supports comes first, words that can be read come before pointers, and then the order of the
 * texts. */
static int
compare_evidence (gconstpointer a, gconstpointer b)
{
  const MarchEvidence *first = *(const MarchEvidence *const *) a,
                      *second = *(const MarchEvidence *const *) b;
  int order = ORDER (first->stance, second->stance);

  if (order == 0)
    order = (first->quotation->exact == NULL) - (second->quotation->exact == NULL);
  return order != 0 ? order : compare_quotations (&first->quotation, &second->quotation);
}

static int
compare_proposals (gconstpointer a, gconstpointer b)
{
  const MarchProposal *first = *(const MarchProposal *const *) a,
                      *second = *(const MarchProposal *const *) b;
  int order = ORDER (first->period.from_earliest, second->period.from_earliest);

  return order != 0 ? order : ORDER (first->id, second->id);
}

static int
compare_assertions (gconstpointer a, gconstpointer b)
{
  const MarchAssertion *first = *(const MarchAssertion *const *) a,
                       *second = *(const MarchAssertion *const *) b;
  int order = ORDER (first->kind, second->kind);

  if (order == 0)
    order = ORDER (first->period.from_earliest, second->period.from_earliest);
  if (order == 0)
    order = ORDER (first->period.from_latest, second->period.from_latest);
  return order != 0 ? order : ORDER (first->id, second->id);
}

static void
sort_records (MarchCorpus *corpus)
{
  static const GCompareFunc compare[MARCH_N_TABLES] = {
    compare_actors,     compare_places,    compare_source_pointers,
    compare_quotations, compare_proposals, compare_assertions,
  };

  for (guint table = 0; table < MARCH_N_TABLES; table++)
    g_ptr_array_sort (corpus->records[table], compare[table]);
}

static void
index_quotations (MarchCorpus *corpus)
{
  GPtrArray *quotations = corpus->records[MARCH_TABLE_QUOTATION];

  for (guint i = 0; i < quotations->len; i++)
    {
      MarchQuotation *quotation = g_ptr_array_index (quotations, i);

      g_ptr_array_add (quotation->source->quotations, quotation);
      g_hash_table_insert (corpus->positions, quotation, GUINT_TO_POINTER (i));
    }
}

static void
index_assertions (MarchCorpus *corpus)
{
  GPtrArray *assertions = corpus->records[MARCH_TABLE_ASSERTION];

  for (guint i = 0; i < assertions->len; i++)
    {
      MarchAssertion *assertion = g_ptr_array_index (assertions, i);
      GPtrArray      *of_place;

      if (assertion->proposal != NULL && assertion->kind == MARCH_KIND_POSITION)
        g_ptr_array_add (assertion->proposal->positions, assertion);
      if (assertion->place == NULL)
        continue;
      of_place = g_hash_table_lookup (corpus->by_place, assertion->place);
      if (of_place == NULL)
        {
          of_place = g_ptr_array_new ();
          g_hash_table_insert (corpus->by_place, (gpointer) assertion->place, of_place);
        }
      g_ptr_array_add (of_place, assertion);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const MarchName *first = *(const MarchName *const *) a, *second = *(const MarchName *const *) b;

  return (first->role != MARCH_NAME_MAIN) - (second->role != MARCH_NAME_MAIN);
}

static void
sort_actor_names (MarchCorpus *corpus)
{
  GPtrArray *actors = corpus->records[MARCH_TABLE_ACTOR];

  /* The order of adding stays among equals: g_ptr_array_sort is stable. */
  for (guint i = 0; i < actors->len; i++)
    g_ptr_array_sort (((MarchActor *) g_ptr_array_index (actors, i))->names, compare_names);
}

/* Names in general use come first, among them what a place is called there; then by language, so
 * that a file's rows, whose ids tell nothing, have an order that stays. */
static int
compare_place_names (gconstpointer a, gconstpointer b)
{
  const MarchName *first = *(const MarchName *const *) a, *second = *(const MarchName *const *) b;
  int order = ORDER (first->user != NULL ? first->user->id : 0,
                     second->user != NULL ? second->user->id : 0);

  if (order == 0)
    order = (first->role != MARCH_NAME_ENDONYM) - (second->role != MARCH_NAME_ENDONYM);
  if (order == 0)
    order = strcmp (first->language, second->language);
  if (order == 0)
    order = ORDER (first->role, second->role);
  return order != 0 ? order : strcmp (first->text, second->text);
}

static void
sort_place_names (MarchCorpus *corpus)
{
  GPtrArray *places = corpus->records[MARCH_TABLE_PLACE];

  for (guint i = 0; i < places->len; i++)
    g_ptr_array_sort (((MarchPlace *) g_ptr_array_index (places, i))->names, compare_place_names);
}

static void
sort_evidence (MarchCorpus *corpus)
{
  GPtrArray *assertions = corpus->records[MARCH_TABLE_ASSERTION];
  GPtrArray *proposals = corpus->records[MARCH_TABLE_PROPOSAL];

  for (guint i = 0; i < assertions->len; i++)
    g_ptr_array_sort (((MarchAssertion *) g_ptr_array_index (assertions, i))->evidence,
                      compare_evidence);
  for (guint i = 0; i < proposals->len; i++)
    g_ptr_array_sort (((MarchProposal *) g_ptr_array_index (proposals, i))->evidence,
                      compare_evidence);
}

/* Areas and points that are on record on further days make the timeline longer. */
static void
take_days (MarchCorpus *corpus, GPtrArray *imports)
{
  for (guint i = 0; i < imports->len; i++)
    {
      const MarchDatedImport *import = g_ptr_array_index (imports, i);

      corpus->facts.first = MIN (corpus->facts.first, import->first);
      corpus->facts.last = MAX (corpus->facts.last, import->last);
    }
}

static void
take_imports (MarchCorpus *corpus)
{
  take_days (corpus, corpus->area_imports);
  take_days (corpus, corpus->point_imports);
  if (corpus->area_imports->len > 0)
    corpus->tally = march_area_tally_new (corpus->records[MARCH_TABLE_PLACE]);
}

/**
 * march_corpus_builder_finish:
 *
 * Links and sorts what was added. The builder is of no use afterwards but to be freed.
 *
 * Returns: (transfer full) (nullable): the corpus; %NULL with %MARCH_ERROR_BAD_INPUT for a bad date
 * or bibliographic item, with %MARCH_ERROR_DAMAGED for an id that no record has or two have, and
 * for circles
 */
MarchCorpus *
march_corpus_builder_finish (MarchCorpusBuilder *builder, GError **error)
{
  MarchCorpus *corpus = builder->corpus;

  if (builder->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&builder->error));
      return NULL;
    }
  if (!fill_slots (builder, error) || !append_children (builder, error))
    return NULL;
  if (!sort_places_top_down (corpus, error) || !link_versions (corpus, error)
      || !check_versions (corpus, error))
    return NULL;

  sort_actor_names (corpus);
  sort_place_names (corpus);
  sort_evidence (corpus);
  sort_records (corpus);
  index_quotations (corpus);
  index_assertions (corpus);
  take_imports (corpus);
  return march_corpus_ref (corpus);
}
