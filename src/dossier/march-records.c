/* march-records.c — how the records of a corpus are freed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-dossier"

#include "config.h"

#include "corpus/march-corpus-private.h"

void
march_name_free (MarchName *name)
{
  g_free (name->text);
  g_free (name->language);
  g_free (name);
}

void
march_office_free (MarchOffice *office)
{
  g_free (office->title);
  g_free (office->valid);
  g_free (office);
}

void
march_source_link_free (MarchSourceLink *link)
{
  g_free (link->reason);
  g_free (link);
}

void
march_set_aside_free (MarchSetAside *set_aside)
{
  g_free (set_aside->sha256);
  g_free (set_aside->reason);
  g_free (set_aside);
}

void
march_span_free (MarchSpan *span)
{
  g_free (span->exact);
  g_free (span->prefix);
  g_free (span->suffix);
  g_free (span->sha256);
  g_free (span);
}

void
march_proposal_term_free (MarchProposalTerm *term)
{
  g_free (term->deferred);
  g_free (term->terms);
  g_free (term);
}

void
march_control_area_free (MarchControlArea *area)
{
  g_free (area->valid);
  g_clear_pointer (&area->geometry, march_geometry_unref);
  g_free (area);
}

void
march_background_free (MarchBackground *background)
{
  g_free (background->name);
  g_clear_pointer (&background->geometry, march_geometry_unref);
  g_free (background);
}

void
march_evidence_free (MarchEvidence *evidence)
{
  g_free (evidence->note);
  g_free (evidence);
}

void
march_actor_free (MarchActor *actor)
{
  g_free (actor->uuid);
  g_free (actor->note);
  g_ptr_array_unref (actor->names);
  g_ptr_array_unref (actor->offices);
  g_free (actor);
}

void
march_place_free (MarchPlace *place)
{
  g_free (place->uuid);
  g_free (place->code);
  g_free (place->note);
  g_clear_pointer (&place->geometry, march_geometry_unref);
  g_ptr_array_unref (place->names);
  g_ptr_array_unref (place->parents);
  g_ptr_array_unref (place->children);
  g_free (place);
}

void
march_source_free (MarchSource *source)
{
  g_free (source->uuid);
  g_free (source->title);
  g_free (source->csl);
  g_free (source->author);
  g_free (source->publication);
  g_free (source->published);
  g_free (source->inferred);
  g_free (source->grade_reason);
  g_free (source->sha256);
  g_free (source->text);
  g_free (source->taken);
  g_free (source->note);
  g_ptr_array_unref (source->links);
  g_ptr_array_unref (source->quotations);
  g_ptr_array_unref (source->set_asides);
  g_free (source);
}

void
march_quotation_free (MarchQuotation *quotation)
{
  g_free (quotation->uuid);
  g_free (quotation->exact);
  g_free (quotation->said);
  g_free (quotation->language);
  g_free (quotation->translation);
  g_free (quotation->translator);
  g_free (quotation->sic);
  g_free (quotation->note);
  g_ptr_array_unref (quotation->spans);
  g_ptr_array_unref (quotation->chain);
  g_ptr_array_unref (quotation->evidence);
  g_free (quotation);
}

void
march_dated_import_free (MarchDatedImport *import)
{
  g_free (import->uuid);
  g_free (import->dated);
  g_free (import->note);
  g_clear_pointer (&import->holdings, march_holdings_unref);
  g_clear_pointer (&import->documents, g_ptr_array_unref);
  g_clear_pointer (&import->points, march_points_unref);
  g_free (import);
}

void
march_proposal_free (MarchProposal *proposal)
{
  g_free (proposal->uuid);
  g_free (proposal->title);
  g_free (proposal->dated);
  g_free (proposal->terms);
  g_ptr_array_unref (proposal->places);
  g_ptr_array_unref (proposal->evidence);
  g_ptr_array_unref (proposal->positions);
  g_free (proposal);
}

void
march_assertion_free (MarchAssertion *assertion)
{
  g_free (assertion->uuid);
  g_free (assertion->title);
  g_free (assertion->rank_reason);
  g_free (assertion->valid);
  g_free (assertion->comparison);
  g_free (assertion->unit);
  g_free (assertion->quantity);
  g_free (assertion->figure_period);
  g_free (assertion->reasoning);
  g_free (assertion->assumption);
  g_free (assertion->would_change);
  g_free (assertion->retract_reason);
  g_free (assertion->note);
  g_free (assertion->read_period);
  g_ptr_array_unref (assertion->tags);
  g_ptr_array_unref (assertion->participants);
  g_ptr_array_unref (assertion->evidence);
  g_ptr_array_unref (assertion->areas);
  g_free (assertion);
}
