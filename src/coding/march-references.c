/* march-references.c — what names a record */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-references.h"

#include <glib/gi18n.h>

static gboolean
is_actor (const MarchActor *actor, gint64 id)
{
  return actor != NULL && actor->id == id;
}

static gboolean
is_place (const MarchPlace *place, gint64 id)
{
  return place != NULL && place->id == id;
}

static gboolean
quotation_names (const MarchQuotation *quotation, gint64 actor)
{
  for (guint i = 0; i < quotation->chain->len; i++)
    if (is_actor (((MarchChainLink *) g_ptr_array_index (quotation->chain, i))->actor, actor))
      return TRUE;
  return FALSE;
}

static gboolean
assertion_names_actor (const MarchAssertion *assertion, gint64 actor)
{
  for (guint i = 0; i < assertion->participants->len; i++)
    {
      const MarchParticipant *participant = g_ptr_array_index (assertion->participants, i);

      if (is_actor (participant->actor, actor) || is_actor (participant->side, actor))
        return TRUE;
    }
  return is_actor (assertion->actor, actor) || is_actor (assertion->according, actor)
         || is_actor (assertion->read_holder, actor);
}

static gboolean
proposal_names (const MarchProposal *proposal, MarchRemovable kind, gint64 id)
{
  for (guint i = 0; i < proposal->places->len; i++)
    {
      const MarchProposalTerm *term = g_ptr_array_index (proposal->places, i);

      if (kind == MARCH_REMOVE_PLACE ? is_place (term->place, id)
                                     : is_actor (term->holder, id) || is_actor (term->law, id))
        return TRUE;
    }
  return kind == MARCH_REMOVE_ACTOR && is_actor (proposal->proposer, id);
}

/* A place is one's state, or somebody's own name for it. */
static gboolean
place_names_actor (const MarchPlace *place, gint64 actor)
{
  for (guint i = 0; i < place->names->len; i++)
    if (is_actor (((MarchName *) g_ptr_array_index (place->names, i))->user, actor))
      return TRUE;
  return is_actor (place->state, actor);
}

static gboolean
actor_names (const MarchActor *other, gint64 actor)
{
  for (guint i = 0; i < other->offices->len; i++)
    if (is_actor (((MarchOffice *) g_ptr_array_index (other->offices, i))->body, actor))
      return TRUE;
  return FALSE;
}

static guint
count_imports (GPtrArray *imports, gint64 actor)
{
  guint n = 0;

  for (guint i = 0; i < imports->len; i++)
    n += is_actor (((MarchDatedImport *) g_ptr_array_index (imports, i))->holder, actor);
  return n;
}

static void
count_for_actor (MarchCorpus *corpus, gint64 id, MarchReferences *references)
{
  GPtrArray *quotations = march_corpus_get_quotations (corpus);
  GPtrArray *places = march_corpus_get_places (corpus);
  GPtrArray *actors = march_corpus_get_actors (corpus);

  for (guint i = 0; i < quotations->len; i++)
    references->quotations += quotation_names (g_ptr_array_index (quotations, i), id);
  for (guint i = 0; i < places->len; i++)
    references->places += place_names_actor (g_ptr_array_index (places, i), id);
  for (guint i = 0; i < actors->len; i++)
    references->actors += actor_names (g_ptr_array_index (actors, i), id);
  references->imports = count_imports (march_corpus_get_area_imports (corpus), id)
                        + count_imports (march_corpus_get_point_imports (corpus), id);
}

static gboolean
assertion_names (const MarchAssertion *assertion, MarchRemovable kind, gint64 id)
{
  switch (kind)
    {
    case MARCH_REMOVE_ACTOR:
      return assertion_names_actor (assertion, id);
    case MARCH_REMOVE_PLACE:
      return is_place (assertion->place, id) || is_place (assertion->read_place, id);
    case MARCH_REMOVE_PROPOSAL:
      return assertion->proposal != NULL && assertion->proposal->id == id;
    case MARCH_REMOVE_QUOTATION:
    default:
      return FALSE;
    }
}

static void
count_for_quotation (MarchCorpus *corpus, gint64 id, MarchReferences *references)
{
  const MarchQuotation *quotation = march_corpus_get_quotation (corpus, id);

  for (guint i = 0; quotation != NULL && i < quotation->evidence->len; i++)
    {
      const MarchEvidence *evidence = g_ptr_array_index (quotation->evidence, i);

      references->assertions += evidence->assertion != NULL;
      references->proposals += evidence->proposal != NULL;
    }
}

/** march_references_count: what names the record, apart from what belongs to it */
MarchReferences
march_references_count (MarchCorpus *corpus, MarchRemovable kind, gint64 id)
{
  GPtrArray        *assertions = march_corpus_get_assertions (corpus);
  GPtrArray        *proposals = march_corpus_get_proposals (corpus);
  const MarchPlace *place = march_corpus_get_place (corpus, id);
  const MarchProposal *proposal = march_corpus_get_proposal (corpus, id);
  MarchReferences   references = { 0 };

  for (guint i = 0; i < assertions->len; i++)
    references.assertions += assertion_names (g_ptr_array_index (assertions, i), kind, id);
  for (guint i = 0; kind <= MARCH_REMOVE_PLACE && i < proposals->len; i++)
    references.proposals += proposal_names (g_ptr_array_index (proposals, i), kind, id);
  if (kind == MARCH_REMOVE_ACTOR)
    count_for_actor (corpus, id, &references);
  if (kind == MARCH_REMOVE_PLACE && place != NULL)
    references.places = place->children->len;
  if (kind == MARCH_REMOVE_PROPOSAL && proposal != NULL)
    references.quotations = proposal->evidence->len;
  if (kind == MARCH_REMOVE_QUOTATION)
    count_for_quotation (corpus, id, &references);
  return references;
}

static void
add_part (GPtrArray *parts, guint n, const char *format)
{
  if (n == 0)
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_ptr_array_add (parts, g_strdup_printf (format, n));
#pragma GCC diagnostic pop
}

/**
 * march_references_describe:
 *
 * Returns: (transfer full) (nullable): "2 quotations, 1 place"; %NULL if nothing names it
 */
char *
march_references_describe (const MarchReferences *references)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_part (parts, references->assertions,
            ngettext ("%u assertion", "%u assertions", references->assertions));
  add_part (parts, references->quotations,
            ngettext ("%u quotation", "%u quotations", references->quotations));
  add_part (parts, references->proposals,
            ngettext ("%u proposal", "%u proposals", references->proposals));
  add_part (parts, references->places, ngettext ("%u place", "%u places", references->places));
  add_part (parts, references->actors, ngettext ("%u actor", "%u actors", references->actors));
  add_part (parts, references->imports, ngettext ("%u import", "%u imports", references->imports));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}
