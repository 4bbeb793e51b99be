/* march-disagreement.c — what can't be true together and shows at no place: figures of no place,
 * and words that are said to be two speakers' */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-asof"

#include "config.h"

#include "asof/march-disagreement.h"

#include <glib/gi18n.h>

#include "asof/march-snapshot-private.h"
#include "asof/march-words.h"
#include "base/march-fold.h"

/* Fewer may be a turn of phrase that two speakers share. */
#define MIN_WORDS 4

/* What is compared of a quotation: its words without case, marks and punctuation. */
typedef struct
{
  const MarchQuotation *quotation;
  const MarchActor     *speaker;
  char                 *words;
} Saying;

static void
clear_saying (gpointer saying)
{
  g_free (((Saying *) saying)->words);
}

static void
add_figures (MarchSnapshot *snapshot, const MarchAssertion *a, guint from, GPtrArray *disagreements)
{
  GPtrArray *assertions = march_corpus_get_assertions (snapshot->corpus);

  for (guint i = from; i < assertions->len; i++)
    {
      const MarchAssertion *b = g_ptr_array_index (assertions, i);
      MarchDisagreement    *disagreement;

      if (b->place != NULL || !march_snapshot_colours (snapshot, b, MARCH_KIND_FIGURE)
          || !march_figures_conflict (a, b))
        continue;
      disagreement = g_new0 (MarchDisagreement, 1);
      disagreement->a = a;
      disagreement->b = b;
      disagreement->settled = a->rank != b->rank;
      g_ptr_array_add (disagreements, disagreement);
    }
}

static const MarchActor *
find_speaker (const MarchQuotation *quotation)
{
  for (guint i = 0; i < quotation->chain->len; i++)
    {
      const MarchChainLink *link = g_ptr_array_index (quotation->chain, i);

      if (link->role == MARCH_ROLE_SPEAKER)
        return link->actor;
    }
  return NULL;
}

/* NULL if there are too few to be anybody's own. */
static char *
normalise (const char *exact)
{
  g_autofree char *folded = march_fold (exact);
  g_auto (GStrv)   words = g_regex_split_simple ("[^[:alnum:]]+", folded, 0, 0);
  g_autoptr (GString) text = g_string_new (NULL);
  guint               n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (text, "%s%s", n++ > 0 ? " " : "", words[i]);
  return n >= MIN_WORDS ? g_strdup (text->str) : NULL;
}

static GArray *
list_sayings (MarchSnapshot *snapshot)
{
  GPtrArray *quotations = march_corpus_get_quotations (snapshot->corpus);
  GArray    *sayings = g_array_new (FALSE, FALSE, sizeof (Saying));

  g_array_set_clear_func (sayings, clear_saying);
  for (guint i = 0; i < quotations->len; i++)
    {
      const MarchQuotation *quotation = g_ptr_array_index (quotations, i);
      Saying                saying = { quotation, find_speaker (quotation), NULL };

      if (saying.speaker == NULL || quotation->exact == NULL
          || !march_snapshot_is_source_known (snapshot, quotation->source))
        continue;
      saying.words = normalise (quotation->exact);
      if (saying.words != NULL)
        g_array_append_val (sayings, saying);
    }
  return sayings;
}

/* An official's words are also those of the body that he speaks for. */
static gboolean
are_two (const Saying *a, const Saying *b)
{
  const MarchPeriod *when = &a->quotation->said_period;

  return a->speaker != b->speaker && !march_actor_belongs_to (a->speaker, b->speaker, when)
         && !march_actor_belongs_to (b->speaker, a->speaker, when)
         && march_period_overlaps (when, &b->quotation->said_period);
}

static const MarchAssertion *
find_assertion (MarchSnapshot *snapshot, const MarchQuotation *quotation)
{
  for (guint i = 0; i < quotation->evidence->len; i++)
    {
      const MarchEvidence *evidence = g_ptr_array_index (quotation->evidence, i);

      if (evidence->assertion != NULL && march_snapshot_is_known (snapshot, evidence->assertion))
        return evidence->assertion;
    }
  return NULL;
}

static void
add_sayings (MarchSnapshot *snapshot, const Saying *a, const Saying *b, GPtrArray *disagreements)
{
  MarchDisagreement *disagreement;

  if (!g_str_equal (a->words, b->words) || !are_two (a, b))
    return;
  disagreement = g_new0 (MarchDisagreement, 1);
  disagreement->a = find_assertion (snapshot, a->quotation);
  disagreement->b = find_assertion (snapshot, b->quotation);
  disagreement->words = a->quotation;
  disagreement->other_words = b->quotation;
  disagreement->speaker = a->speaker;
  disagreement->other_speaker = b->speaker;
  disagreement->settled = disagreement->a != NULL && disagreement->b != NULL
                          && disagreement->a->rank != disagreement->b->rank;
  g_ptr_array_add (disagreements, disagreement);
}

/**
 * march_snapshot_list_disagreements:
 *
 * What contradicts itself and is shown at no place: figures of one quantity, unit and stated period
 * whose place nobody states, and which leave each other no room; and the same words, four or more,
 * said to be those of two speakers of whom neither speaks for the other. What lies at a place is in
 * its #MarchFinding. Any thread.
 *
 * Returns: (transfer full) (element-type MarchDisagreement): figures first; valid as long as the
 * snapshot
 */
GPtrArray *
march_snapshot_list_disagreements (MarchSnapshot *snapshot)
{
  GPtrArray         *disagreements = g_ptr_array_new_with_free_func (g_free);
  GPtrArray         *assertions = march_corpus_get_assertions (snapshot->corpus);
  g_autoptr (GArray) sayings = list_sayings (snapshot);

  for (guint i = 0; i < assertions->len; i++)
    {
      const MarchAssertion *a = g_ptr_array_index (assertions, i);

      if (a->place == NULL && march_snapshot_colours (snapshot, a, MARCH_KIND_FIGURE))
        add_figures (snapshot, a, i + 1, disagreements);
    }
  for (guint i = 0; i < sayings->len; i++)
    for (guint j = i + 1; j < sayings->len; j++)
      add_sayings (snapshot, &g_array_index (sayings, Saying, i),
                   &g_array_index (sayings, Saying, j), disagreements);
  return disagreements;
}

/**
 * march_disagreement_describe:
 *
 * Returns: (transfer full): a sentence
 */
char *
march_disagreement_describe (const MarchDisagreement *disagreement)
{
  const char      *language = march_words_get_language (NULL);
  g_autofree char *a = NULL, *b = NULL;

  if (disagreement->words != NULL)
    /* Translators: words, a speaker and a source, another speaker and another source */
    return g_strdup_printf (_("Sources disagree on who said “%1$s”: %2$s by “%3$s”, %4$s by "
                              "“%5$s”."),
                            disagreement->words->exact,
                            march_actor_get_name (disagreement->speaker, language),
                            disagreement->words->source->title,
                            march_actor_get_name (disagreement->other_speaker, language),
                            disagreement->other_words->source->title);
  a = march_words_assertion (disagreement->a, NULL);
  b = march_words_assertion (disagreement->b, NULL);
  return g_strdup_printf (_("Sources disagree: “%1$s” and “%2$s”."), a, b);
}
