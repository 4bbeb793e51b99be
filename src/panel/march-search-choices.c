/* march-search-choices.c — what a search can be narrowed to: who speaks, which places and so on */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-panel"

#include "config.h"

#include "panel/march-search-choices.h"

#include <glib/gi18n.h>

#include "panel/march-panel-text.h"

/* A list that nobody reads to its end; whatever else there is can be typed. */
#define MOST_CHOICES 1000

/* How many quotations each record lets in. */
typedef GHashTable *Counts[MARCH_N_SEARCH_CHOICES];

static void
count (GHashTable *counts, gconstpointer record)
{
  if (record != NULL)
    g_hash_table_insert (
        counts, (gpointer) record,
        GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, record)) + 1));
}

/* Once for each quotation, however often it bears on the same. */
static void
count_all (GHashTable *counts, GHashTable *records)
{
  GHashTableIter iter;
  gpointer       record;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    count (counts, record);
  g_hash_table_remove_all (records);
}

static void
add (GHashTable *records, gconstpointer record)
{
  if (record != NULL)
    g_hash_table_add (records, (gpointer) record);
}

/* And what it is inside of. */
static void
add_place (GHashTable *places, const MarchPlace *place)
{
  if (place == NULL || !g_hash_table_add (places, (gpointer) place))
    return;
  for (guint i = 0; i < place->parents->len; i++)
    add_place (places, ((const MarchPlaceLink *) place->parents->pdata[i])->place);
}

static void
add_assertion (GHashTable *places, GHashTable *actors, const MarchAssertion *assertion)
{
  add_place (places, assertion->place);
  add (actors, assertion->actor);
  add (actors, assertion->according);
  for (guint i = 0; i < assertion->participants->len; i++)
    {
      const MarchParticipant *participant = assertion->participants->pdata[i];

      add (actors, participant->actor);
      add (actors, participant->side);
    }
}

static void
add_proposal (GHashTable *places, GHashTable *actors, const MarchProposal *proposal)
{
  add (actors, proposal->proposer);
  for (guint i = 0; i < proposal->places->len; i++)
    {
      const MarchProposalTerm *term = proposal->places->pdata[i];

      add_place (places, term->place);
      add (actors, term->holder);
      add (actors, term->law);
    }
}

static void
count_quotation (Counts                counts,
                 guint                *kinds,
                 const MarchQuotation *quotation,
                 GHashTable           *places,
                 GHashTable           *actors)
{
  guint of_kind = 0;

  count (counts[MARCH_SEARCH_BY_SPEAKER], march_quotation_get_speaker (quotation));
  count (counts[MARCH_SEARCH_BY_SOURCE], quotation->source);
  for (guint i = 0; i < quotation->evidence->len; i++)
    {
      const MarchEvidence  *evidence = quotation->evidence->pdata[i];
      const MarchAssertion *assertion = evidence->assertion;

      if (evidence->proposal != NULL)
        add_proposal (places, actors, evidence->proposal);
      else if (!assertion->retracted && assertion->superseded_by == NULL)
        {
          add_assertion (places, actors, assertion);
          of_kind |= 1u << assertion->kind;
        }
    }
  count_all (counts[MARCH_SEARCH_BY_PLACE], places);
  count_all (counts[MARCH_SEARCH_BY_ACTOR], actors);
  for (guint kind = 0; kind < march_vocabulary_get_size (MARCH_VOCABULARY_ASSERTION_KIND); kind++)
    kinds[kind] += (of_kind & (1u << kind)) != 0;
}

static void
free_choice (gpointer data)
{
  MarchSearchChoice *choice = data;

  g_free (choice->value);
  g_free (choice->text);
  g_free (choice->words);
  g_free (choice);
}

static char *
join_names (GPtrArray *names)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (joined, "%s ", ((const MarchName *) names->pdata[i])->text);
  return g_string_free (joined, FALSE);
}

static MarchSearchChoice *
new_choice (MarchSearchKey key, gconstpointer record, guint n)
{
  MarchSearchChoice *choice = g_new0 (MarchSearchChoice, 1);
  const char        *language = march_text_get_language ();
  const MarchPlace  *place = record;
  const MarchActor  *actor = record;
  const MarchSource *source = record;

  choice->n = n;
  if (key == MARCH_SEARCH_BY_PLACE)
    {
      choice->id = place->id;
      choice->text = g_strdup (march_place_get_name (place, language));
      choice->words = join_names (place->names);
    }
  else if (key == MARCH_SEARCH_BY_SOURCE)
    {
      choice->id = source->id;
      choice->text = g_strdup (source->title);
      choice->words = g_strdup_printf ("%s %s", source->author, source->publication);
    }
  else
    {
      choice->id = actor->id;
      choice->text = g_strdup (march_actor_get_name (actor, language));
      choice->words = join_names (actor->names);
    }
  return choice;
}

static int
compare_n (gconstpointer a, gconstpointer b)
{
  const MarchSearchChoice *first = *(MarchSearchChoice *const *) a;
  const MarchSearchChoice *second = *(MarchSearchChoice *const *) b;

  return (first->n < second->n) - (first->n > second->n);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  const MarchSearchChoice *first = *(MarchSearchChoice *const *) a;
  const MarchSearchChoice *second = *(MarchSearchChoice *const *) b;

  return g_utf8_collate (first->text, second->text);
}

static GPtrArray *
list_records (MarchSearchKey key, GHashTable *counts)
{
  GPtrArray     *list = g_ptr_array_new_with_free_func (free_choice);
  GHashTableIter iter;
  gpointer       record, n;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &record, &n))
    g_ptr_array_add (list, new_choice (key, record, GPOINTER_TO_UINT (n)));
  if (list->len > MOST_CHOICES)
    {
      g_ptr_array_sort (list, compare_n);
      g_ptr_array_set_size (list, MOST_CHOICES);
    }
  g_ptr_array_sort (list, compare_texts);
  return list;
}

static GPtrArray *
list_kinds (const guint *kinds)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_choice);

  for (guint i = 0; i < march_vocabulary_get_size (MARCH_VOCABULARY_ASSERTION_KIND); i++)
    if (kinds[i] > 0)
      {
        MarchSearchChoice *choice = g_new0 (MarchSearchChoice, 1);

        choice->value = g_strdup (march_vocabulary_get_nick (MARCH_VOCABULARY_ASSERTION_KIND, i));
        choice->text = g_strdup (march_vocabulary_get_words (MARCH_VOCABULARY_ASSERTION_KIND, i));
        choice->n = kinds[i];
        g_ptr_array_add (list, choice);
      }
  return list;
}

static void
add_grade (GPtrArray *list, const char *value, const char *text, guint n)
{
  MarchSearchChoice *choice = NULL;

  if (n == 0)
    return;
  choice = g_new0 (MarchSearchChoice, 1);
  choice->value = g_strdup (value);
  choice->text = g_strdup (text);
  choice->n = n;
  g_ptr_array_add (list, choice);
}

/* The grade of the source; that of the information can be typed. */
static GPtrArray *
list_grades (GPtrArray *sources)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_choice);
  guint      n[7] = { 0 };

  for (guint i = 0; i < sources->len; i++)
    {
      const MarchSource *source = sources->pdata[i];
      const gboolean     graded = source->grade >= 'A' && source->grade <= 'F';

      n[graded ? source->grade - 'A' + 1 : 0] += source->quotations->len;
    }
  for (guint i = 1; i < G_N_ELEMENTS (n); i++)
    {
      const char letter[] = { (char) ('A' + (int) i - 1), '\0' };

      add_grade (list, letter, letter, n[i]);
    }
  add_grade (list, "none", _("Not graded"), n[0]);
  return list;
}

/** march_search_choices_new: May take long; on any thread. Returns: (transfer full): what the
 * quotations of @corpus are told apart by */
MarchSearchChoices *
march_search_choices_new (MarchCorpus *corpus)
{
  MarchSearchChoices *choices = g_new0 (MarchSearchChoices, 1);
  GPtrArray          *quotations = march_corpus_get_quotations (corpus);
  guint               kinds[8] = { 0 };
  Counts              counts;
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) actors = g_hash_table_new (NULL, NULL);

  g_assert (march_vocabulary_get_size (MARCH_VOCABULARY_ASSERTION_KIND) <= G_N_ELEMENTS (kinds));
  for (guint key = 0; key < MARCH_N_SEARCH_CHOICES; key++)
    counts[key] = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < quotations->len; i++)
    count_quotation (counts, kinds, quotations->pdata[i], places, actors);
  for (guint key = MARCH_SEARCH_BY_PLACE; key <= MARCH_SEARCH_BY_SOURCE; key++)
    choices->of[key] = list_records (key, counts[key]);
  choices->of[MARCH_SEARCH_BY_KIND] = list_kinds (kinds);
  choices->of[MARCH_SEARCH_BY_GRADE] = list_grades (march_corpus_get_sources (corpus));
  for (guint key = 0; key < MARCH_N_SEARCH_CHOICES; key++)
    g_hash_table_unref (counts[key]);
  return choices;
}

void
march_search_choices_free (MarchSearchChoices *choices)
{
  for (guint key = 0; key < MARCH_N_SEARCH_CHOICES; key++)
    g_ptr_array_unref (choices->of[key]);
  g_free (choices);
}
