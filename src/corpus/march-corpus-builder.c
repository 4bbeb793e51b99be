/* march-corpus-builder.c — copies records one by one; march-corpus-finish.c links them */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-corpus"

#include "config.h"

#include "corpus/march-corpus-builder-private.h"

#include <glib/gi18n.h>

#include "base/march-error.h"
#include "corpus/march-csl.h"

static char *
copy_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static MarchGeometry *
copy_geometry (MarchGeometry *geometry)
{
  return geometry != NULL ? march_geometry_ref (geometry) : NULL;
}

static void
clear_child (gpointer data)
{
  MarchChild *child = data;

  if (child->record != NULL && child->free != NULL)
    child->free (child->record);
}

/* The first fault is told: later ones may follow from it. */
static void
fail (MarchCorpusBuilder *builder, GError *error)
{
  if (builder->error == NULL)
    builder->error = error;
  else
    g_error_free (error);
}

/* @format is one of the literals below, or its translation, and takes the kind of record and its
 * id. */
static void
fail_about (MarchCorpusBuilder *builder, const char *format, MarchTable table, gconstpointer record)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, *(const gint64 *) record);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  fail (builder,
        g_error_new (MARCH_ERROR, MARCH_ERROR_DAMAGED, format, march_table_get_name (table), id));
#pragma GCC diagnostic pop
}

/* The period of an EDTF text; of "" one that no day lies in: what is not dated says nothing of a
 * day. */
static void
read_period (MarchCorpusBuilder *builder, const char *text, MarchPeriod *period, gboolean *interval)
{
  g_autoptr (MarchEdtf) edtf = NULL;
  GError *error = NULL;

  *period = (MarchPeriod){ MARCH_DAY_MAX, MARCH_DAY_MAX, MARCH_DAY_MIN, MARCH_DAY_MIN };
  if (interval != NULL)
    *interval = TRUE;
  if (*text == '\0')
    return;

  edtf = march_edtf_new (text, &error);
  if (edtf == NULL)
    {
      fail (builder, error);
      return;
    }
  *period = *march_edtf_get_period (edtf);
  if (interval != NULL)
    *interval = march_edtf_is_interval (edtf);
}

/* Takes a record that others name by its id. */
static void
add_record (MarchCorpusBuilder *builder, MarchTable table, gpointer record)
{
  MarchCorpus *corpus = builder->corpus;

  g_ptr_array_add (corpus->records[table], record);
  if (!g_hash_table_add (corpus->by_id[table], record))
    fail_about (builder,
                _("The dossier is damaged: two records of the kind “%1$s” have the id %2$s."),
                table, record);
}

/* Has @slot, a pointer to a record, filled at the end. */
static void
link_to (MarchCorpusBuilder *builder, gpointer slot, MarchTable table, gint64 id, gboolean required)
{
  MarchSlot link = { slot, table, id };

  if (id != 0 || required)
    g_array_append_val (builder->slots, link);
}

/* Has @record appended to an array of its parent at the end. */
static void
add_child (MarchCorpusBuilder *builder,
           MarchTable          table,
           gint64              parent,
           gsize               array,
           gpointer            record,
           GDestroyNotify      free)
{
  MarchChild child = { table, parent, array, record, free };

  g_array_append_val (builder->children, child);
}

/**
 * march_corpus_builder_new:
 *
 * Returns: (transfer full): a builder without records
 */
MarchCorpusBuilder *
march_corpus_builder_new (void)
{
  MarchCorpusBuilder *builder = g_new0 (MarchCorpusBuilder, 1);

  builder->corpus = march_corpus_new ();
  builder->slots = g_array_new (FALSE, FALSE, sizeof (MarchSlot));
  builder->children = g_array_new (FALSE, FALSE, sizeof (MarchChild));
  g_array_set_clear_func (builder->children, clear_child);
  march_corpus_builder_set_facts (builder, &(MarchDossierFacts){ .carry_days = 30 }, "", "");
  return builder;
}

void
march_corpus_builder_free (MarchCorpusBuilder *builder)
{
  g_array_unref (builder->slots);
  g_array_unref (builder->children);
  g_clear_error (&builder->error);
  march_corpus_unref (builder->corpus);
  g_free (builder);
}

/**
 * march_corpus_builder_set_facts:
 * @facts: all but its first and last day
 * @first: EDTF, "" if not said
 * @last: EDTF, "" if not said
 */
void
march_corpus_builder_set_facts (MarchCorpusBuilder      *builder,
                                const MarchDossierFacts *facts,
                                const char              *first,
                                const char              *last)
{
  MarchDossierFacts *own = &builder->corpus->facts;
  MarchPeriod        from, until;

  read_period (builder, first, &from, NULL);
  read_period (builder, last, &until, NULL);
  march_dossier_facts_clear (own);
  own->uuid = copy_text (facts->uuid);
  own->title = copy_text (facts->title);
  own->summary = copy_text (facts->summary);
  own->language = copy_text (facts->language);
  own->first = from.from_earliest;
  own->last = until.until_latest == MARCH_DAY_MIN || until.until_latest == MARCH_DAY_MAX
                  ? until.until_latest
                  : until.until_latest - 1;
  own->carry_days = facts->carry_days;
  own->convention = copy_text (facts->convention);
  own->credits = copy_text (facts->credits);
}

void
march_corpus_builder_add_actor (MarchCorpusBuilder *builder, const MarchActor *actor)
{
  MarchActor *own = g_new0 (MarchActor, 1);

  own->id = actor->id;
  own->uuid = copy_text (actor->uuid);
  own->kind = actor->kind;
  own->palette = actor->palette;
  own->note = copy_text (actor->note);
  own->names = g_ptr_array_new_with_free_func ((GDestroyNotify) march_name_free);
  own->offices = g_ptr_array_new_with_free_func ((GDestroyNotify) march_office_free);
  add_record (builder, MARCH_TABLE_ACTOR, own);
}

static MarchName *
copy_name (const MarchName *name)
{
  MarchName *own = g_new0 (MarchName, 1);

  own->text = copy_text (name->text);
  own->language = copy_text (name->language);
  own->role = name->role;
  return own;
}

void
march_corpus_builder_add_actor_name (MarchCorpusBuilder *builder,
                                     gint64              actor_id,
                                     const MarchName    *name)
{
  add_child (builder, MARCH_TABLE_ACTOR, actor_id, offsetof (MarchActor, names), copy_name (name),
             (GDestroyNotify) march_name_free);
}

void
march_corpus_builder_add_office (MarchCorpusBuilder *builder,
                                 gint64              actor_id,
                                 gint64              body_id,
                                 const MarchOffice  *office)
{
  MarchOffice *own = g_new0 (MarchOffice, 1);

  own->title = copy_text (office->title);
  own->valid = copy_text (office->valid);
  own->speaks_for = office->speaks_for;
  own->states_policy = office->states_policy;
  read_period (builder, own->valid, &own->period, NULL);
  link_to (builder, &own->body, MARCH_TABLE_ACTOR, body_id, TRUE);
  add_child (builder, MARCH_TABLE_ACTOR, actor_id, offsetof (MarchActor, offices), own,
             (GDestroyNotify) march_office_free);
}

void
march_corpus_builder_add_place (MarchCorpusBuilder *builder,
                                const MarchPlace   *place,
                                gint64              state_id)
{
  MarchPlace *own = g_new0 (MarchPlace, 1);

  own->id = place->id;
  own->uuid = copy_text (place->uuid);
  own->kind = place->kind;
  own->code = g_strdup (place->code);
  own->level = place->level;
  own->capital = place->capital;
  own->importance = place->importance;
  own->note = copy_text (place->note);
  own->geometry = copy_geometry (place->geometry);
  own->names = g_ptr_array_new_with_free_func ((GDestroyNotify) march_name_free);
  own->parents = g_ptr_array_new_with_free_func (g_free);
  own->children = g_ptr_array_new_with_free_func (g_free);
  link_to (builder, &own->state, MARCH_TABLE_ACTOR, state_id, FALSE);
  add_record (builder, MARCH_TABLE_PLACE, own);
}

void
march_corpus_builder_add_place_link (MarchCorpusBuilder *builder,
                                     gint64              child_id,
                                     gint64              parent_id,
                                     MarchLinkKind       kind)
{
  MarchPlaceLink *up = g_new0 (MarchPlaceLink, 1);
  MarchPlaceLink *down = g_new0 (MarchPlaceLink, 1);

  up->kind = down->kind = kind;
  link_to (builder, &up->place, MARCH_TABLE_PLACE, parent_id, TRUE);
  link_to (builder, &down->place, MARCH_TABLE_PLACE, child_id, TRUE);
  add_child (builder, MARCH_TABLE_PLACE, child_id, offsetof (MarchPlace, parents), up, g_free);
  add_child (builder, MARCH_TABLE_PLACE, parent_id, offsetof (MarchPlace, children), down, g_free);
}

void
march_corpus_builder_add_place_name (MarchCorpusBuilder *builder,
                                     gint64              place_id,
                                     gint64              user_id,
                                     const MarchName    *name)
{
  MarchName *own = copy_name (name);

  link_to (builder, &own->user, MARCH_TABLE_ACTOR, user_id, FALSE);
  add_child (builder, MARCH_TABLE_PLACE, place_id, offsetof (MarchPlace, names), own,
             (GDestroyNotify) march_name_free);
}

void
march_corpus_builder_add_source (MarchCorpusBuilder *builder, const MarchSource *source)
{
  MarchSource *own = g_new0 (MarchSource, 1);
  GError      *error = NULL;

  own->id = source->id;
  own->uuid = copy_text (source->uuid);
  own->title = copy_text (source->title);
  own->titled = source->titled;
  own->csl = g_strdup (source->csl != NULL ? source->csl : "{}");
  own->published = copy_text (source->published);
  own->inferred = copy_text (source->inferred);
  own->grade = source->grade;
  own->grade_reason = copy_text (source->grade_reason);
  own->sha256 = g_strdup (source->sha256);
  own->length = source->length;
  own->text = g_strdup (source->text);
  own->taken = copy_text (source->taken);
  own->note = copy_text (source->note);
  own->links = g_ptr_array_new_with_free_func ((GDestroyNotify) march_source_link_free);
  own->quotations = g_ptr_array_new ();
  own->set_asides = g_ptr_array_new_with_free_func ((GDestroyNotify) march_set_aside_free);
  read_period (builder, own->published, &own->publication_period, NULL);
  if (!march_csl_read (own->csl, &own->author, &own->publication, &error))
    fail (builder, error);
  add_record (builder, MARCH_TABLE_SOURCE, own);
}

void
march_corpus_builder_add_source_link (MarchCorpusBuilder    *builder,
                                      gint64                 source_id,
                                      gint64                 other_id,
                                      const MarchSourceLink *link)
{
  MarchSourceLink *own = g_new0 (MarchSourceLink, 1);

  own->independent = link->independent;
  own->reason = copy_text (link->reason);
  link_to (builder, &own->other, MARCH_TABLE_SOURCE, other_id, TRUE);
  add_child (builder, MARCH_TABLE_SOURCE, source_id, offsetof (MarchSource, links), own,
             (GDestroyNotify) march_source_link_free);
}

void
march_corpus_builder_add_set_aside (MarchCorpusBuilder  *builder,
                                    gint64               source_id,
                                    const MarchSetAside *set_aside)
{
  MarchSetAside *own = g_new0 (MarchSetAside, 1);

  own->first = set_aside->first;
  own->beyond = set_aside->beyond;
  own->sha256 = copy_text (set_aside->sha256);
  own->reason = copy_text (set_aside->reason);
  add_child (builder, MARCH_TABLE_SOURCE, source_id, offsetof (MarchSource, set_asides), own,
             (GDestroyNotify) march_set_aside_free);
}

void
march_corpus_builder_add_quotation (MarchCorpusBuilder   *builder,
                                    const MarchQuotation *quotation,
                                    gint64                source_id)
{
  MarchQuotation *own = g_new0 (MarchQuotation, 1);

  own->id = quotation->id;
  own->uuid = copy_text (quotation->uuid);
  own->exact = g_strdup (quotation->exact);
  own->voice = quotation->voice;
  own->act = quotation->act;
  own->said = copy_text (quotation->said);
  own->credibility = quotation->credibility;
  own->language = copy_text (quotation->language);
  own->translation = copy_text (quotation->translation);
  own->translator = copy_text (quotation->translator);
  own->sic = copy_text (quotation->sic);
  own->note = copy_text (quotation->note);
  own->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) march_span_free);
  own->chain = g_ptr_array_new_with_free_func (g_free);
  own->evidence = g_ptr_array_new ();
  read_period (builder, own->said, &own->said_period, NULL);
  link_to (builder, &own->source, MARCH_TABLE_SOURCE, source_id, TRUE);
  add_record (builder, MARCH_TABLE_QUOTATION, own);
}

void
march_corpus_builder_add_span (MarchCorpusBuilder *builder,
                               gint64              quotation_id,
                               const MarchSpan    *span)
{
  MarchSpan *own = g_new0 (MarchSpan, 1);

  own->exact = g_strdup (span->exact);
  own->prefix = copy_text (span->prefix);
  own->suffix = copy_text (span->suffix);
  own->first = span->first;
  own->beyond = span->beyond;
  own->sha256 = copy_text (span->sha256);
  add_child (builder, MARCH_TABLE_QUOTATION, quotation_id, offsetof (MarchQuotation, spans), own,
             (GDestroyNotify) march_span_free);
}

void
march_corpus_builder_add_chain_link (MarchCorpusBuilder *builder,
                                     gint64              quotation_id,
                                     gint64              actor_id,
                                     MarchChainRole      role)
{
  MarchChainLink *own = g_new0 (MarchChainLink, 1);

  own->role = role;
  link_to (builder, &own->actor, MARCH_TABLE_ACTOR, actor_id, TRUE);
  add_child (builder, MARCH_TABLE_QUOTATION, quotation_id, offsetof (MarchQuotation, chain), own,
             g_free);
}

void
march_corpus_builder_add_proposal (MarchCorpusBuilder  *builder,
                                   const MarchProposal *proposal,
                                   gint64               proposer_id)
{
  MarchProposal *own = g_new0 (MarchProposal, 1);

  own->id = proposal->id;
  own->uuid = copy_text (proposal->uuid);
  own->title = copy_text (proposal->title);
  own->status = proposal->status;
  own->dated = copy_text (proposal->dated);
  own->terms = copy_text (proposal->terms);
  own->places = g_ptr_array_new_with_free_func ((GDestroyNotify) march_proposal_term_free);
  own->evidence = g_ptr_array_new ();
  own->positions = g_ptr_array_new ();
  read_period (builder, own->dated, &own->period, NULL);
  link_to (builder, &own->proposer, MARCH_TABLE_ACTOR, proposer_id, FALSE);
  add_record (builder, MARCH_TABLE_PROPOSAL, own);
}

void
march_corpus_builder_add_proposal_term (MarchCorpusBuilder      *builder,
                                        gint64                   proposal_id,
                                        gint64                   place_id,
                                        gint64                   holder_id,
                                        gint64                   law_id,
                                        const MarchProposalTerm *term)
{
  MarchProposalTerm *own = g_new0 (MarchProposalTerm, 1);

  own->deferred = copy_text (term->deferred);
  own->terms = copy_text (term->terms);
  link_to (builder, &own->place, MARCH_TABLE_PLACE, place_id, TRUE);
  link_to (builder, &own->holder, MARCH_TABLE_ACTOR, holder_id, FALSE);
  link_to (builder, &own->law, MARCH_TABLE_ACTOR, law_id, FALSE);
  add_child (builder, MARCH_TABLE_PROPOSAL, proposal_id, offsetof (MarchProposal, places), own,
             (GDestroyNotify) march_proposal_term_free);
}

static void
copy_assertion_texts (MarchAssertion *own, const MarchAssertion *assertion)
{
  own->uuid = copy_text (assertion->uuid);
  own->title = copy_text (assertion->title);
  own->rank_reason = copy_text (assertion->rank_reason);
  own->valid = copy_text (assertion->valid);
  own->comparison = copy_text (assertion->comparison);
  own->unit = copy_text (assertion->unit);
  own->quantity = copy_text (assertion->quantity);
  own->figure_period = copy_text (assertion->figure_period);
  own->reasoning = copy_text (assertion->reasoning);
  own->assumption = copy_text (assertion->assumption);
  own->would_change = copy_text (assertion->would_change);
  own->retract_reason = copy_text (assertion->retract_reason);
  own->note = copy_text (assertion->note);
  own->read_period = copy_text (assertion->read_period);
}

/* What a kind must have: the schema asks the same, but a file is not trusted. */
static gboolean
is_complete (const MarchAssertion *assertion, const MarchAssertionIds *ids)
{
  switch (assertion->kind)
    {
    case MARCH_KIND_CONTROL:
    case MARCH_KIND_CLAIM:
      return ids->place != 0 && ids->actor != 0;
    case MARCH_KIND_VALUE:
      return ids->place != 0;
    case MARCH_KIND_POSITION:
      return ids->actor != 0;
    case MARCH_KIND_FIGURE:
    case MARCH_KIND_EVENT:
    case MARCH_KIND_THESIS:
    default:
      return TRUE;
    }
}

void
march_corpus_builder_add_assertion (MarchCorpusBuilder      *builder,
                                    const MarchAssertion    *assertion,
                                    const MarchAssertionIds *ids)
{
  MarchAssertion *own = g_memdup2 (assertion, sizeof *assertion);
  gboolean        interval;

  copy_assertion_texts (own, assertion);
  own->place = NULL;
  own->actor = own->according = NULL;
  own->proposal = NULL;
  own->read_holder = NULL;
  own->read_place = NULL;
  own->supersedes = own->superseded_by = NULL;
  own->tags = g_ptr_array_new_with_free_func (g_free);
  own->participants = g_ptr_array_new_with_free_func (g_free);
  own->evidence = g_ptr_array_new ();
  own->areas = g_ptr_array_new_with_free_func ((GDestroyNotify) march_control_area_free);
  read_period (builder, own->valid, &own->period, &interval);
  own->observed = own->kind == MARCH_KIND_CONTROL && !interval;

  if (!is_complete (own, ids))
    fail_about (builder, _("The dossier is damaged: the %1$s %2$s lacks its place or actor."),
                MARCH_TABLE_ASSERTION, own);
  link_to (builder, &own->place, MARCH_TABLE_PLACE, ids->place, FALSE);
  link_to (builder, &own->actor, MARCH_TABLE_ACTOR, ids->actor, FALSE);
  link_to (builder, &own->according, MARCH_TABLE_ACTOR, ids->according, FALSE);
  link_to (builder, &own->proposal, MARCH_TABLE_PROPOSAL, ids->proposal, FALSE);
  link_to (builder, &own->supersedes, MARCH_TABLE_ASSERTION, ids->supersedes, FALSE);
  link_to (builder, &own->read_holder, MARCH_TABLE_ACTOR, ids->read_holder, FALSE);
  link_to (builder, &own->read_place, MARCH_TABLE_PLACE, ids->read_place, FALSE);
  add_record (builder, MARCH_TABLE_ASSERTION, own);
}

void
march_corpus_builder_add_tag (MarchCorpusBuilder *builder, gint64 assertion_id, const char *tag)
{
  add_child (builder, MARCH_TABLE_ASSERTION, assertion_id, offsetof (MarchAssertion, tags),
             copy_text (tag), g_free);
}

void
march_corpus_builder_add_participant (MarchCorpusBuilder  *builder,
                                      gint64               assertion_id,
                                      gint64               actor_id,
                                      gint64               side_id,
                                      MarchParticipantRole role)
{
  MarchParticipant *own = g_new0 (MarchParticipant, 1);

  own->role = role;
  link_to (builder, &own->actor, MARCH_TABLE_ACTOR, actor_id, TRUE);
  link_to (builder, &own->side, MARCH_TABLE_ACTOR, side_id, FALSE);
  add_child (builder, MARCH_TABLE_ASSERTION, assertion_id, offsetof (MarchAssertion, participants),
             own, g_free);
}

void
march_corpus_builder_add_area (MarchCorpusBuilder     *builder,
                               gint64                  assertion_id,
                               const MarchControlArea *area)
{
  MarchControlArea *own = g_new0 (MarchControlArea, 1);

  own->valid = copy_text (area->valid);
  own->geometry = copy_geometry (area->geometry);
  read_period (builder, own->valid, &own->period, NULL);
  add_child (builder, MARCH_TABLE_ASSERTION, assertion_id, offsetof (MarchAssertion, areas), own,
             (GDestroyNotify) march_control_area_free);
}

void
march_corpus_builder_add_evidence (MarchCorpusBuilder *builder,
                                   gint64              quotation_id,
                                   gint64              assertion_id,
                                   gint64              proposal_id,
                                   MarchStance         stance,
                                   const char         *note)
{
  MarchEvidence *own = g_new0 (MarchEvidence, 1);

  own->stance = stance;
  own->note = copy_text (note);
  g_ptr_array_add (builder->corpus->evidence, own);
  link_to (builder, &own->quotation, MARCH_TABLE_QUOTATION, quotation_id, TRUE);
  link_to (builder, &own->assertion, MARCH_TABLE_ASSERTION, assertion_id, proposal_id == 0);
  link_to (builder, &own->proposal, MARCH_TABLE_PROPOSAL, proposal_id, FALSE);
  add_child (builder, MARCH_TABLE_QUOTATION, quotation_id, offsetof (MarchQuotation, evidence), own,
             NULL);
  if (assertion_id != 0)
    add_child (builder, MARCH_TABLE_ASSERTION, assertion_id, offsetof (MarchAssertion, evidence),
               own, NULL);
  if (proposal_id != 0)
    add_child (builder, MARCH_TABLE_PROPOSAL, proposal_id, offsetof (MarchProposal, evidence), own,
               NULL);
}

void
march_corpus_builder_add_background (MarchCorpusBuilder *builder, const MarchBackground *background)
{
  MarchBackground *own = g_new0 (MarchBackground, 1);

  own->kind = background->kind;
  own->name = copy_text (background->name);
  own->geometry = copy_geometry (background->geometry);
  g_ptr_array_add (builder->corpus->background, own);
}

void
march_corpus_builder_add_import (MarchCorpusBuilder     *builder,
                                 const MarchDatedImport *import,
                                 gint64                  source_id,
                                 gint64                  holder_id)
{
  MarchDatedImport *own = g_new0 (MarchDatedImport, 1);
  gboolean          areas = import->holdings != NULL;

  *own = *import;
  own->uuid = copy_text (import->uuid);
  own->dated = copy_text (import->dated);
  own->note = copy_text (import->note);
  if (areas)
    {
      own->holdings = march_holdings_ref (import->holdings);
      own->documents = import->documents != NULL ? g_ptr_array_ref (import->documents)
                                                 : g_ptr_array_new ();
    }
  else
    own->points = march_points_ref (import->points);
  g_ptr_array_add (areas ? builder->corpus->area_imports : builder->corpus->point_imports, own);
  link_to (builder, &own->source, MARCH_TABLE_SOURCE, source_id, TRUE);
  link_to (builder, &own->holder, MARCH_TABLE_ACTOR, holder_id, TRUE);
}

void
march_corpus_builder_set_area_source (MarchCorpusBuilder *builder, gint64 source_id)
{
  link_to (builder, &builder->corpus->area_source, MARCH_TABLE_SOURCE, source_id, FALSE);
}
