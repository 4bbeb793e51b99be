/* march-proposal-draft.c — a proposal with its terms as the analyst has typed it so far */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-proposal-draft.h"

#include "coding/march-draft.h"
#include "dossier/march-edit.h"

static void
free_term (gpointer data)
{
  MarchTermDraft *term = data;

  g_free (term->deferred);
  g_free (term->terms);
  g_free (term);
}

/**
 * march_proposal_draft_new:
 *
 * Returns: (transfer full): a draft of a new proposal, reported by somebody
 */
MarchProposalDraft *
march_proposal_draft_new (const char *title)
{
  MarchProposalDraft *draft = g_new0 (MarchProposalDraft, 1);

  draft->id = march_edit_make_id ();
  draft->title = g_strdup (title);
  draft->status = MARCH_STATUS_REPORTED;
  draft->dated = g_strdup ("");
  draft->terms = g_strdup ("");
  draft->places = g_ptr_array_new_with_free_func (free_term);
  return draft;
}

static void
add_term (MarchProposalDraft *draft,
          gint64              place,
          gint64              holder,
          gint64              law,
          const char         *deferred,
          const char         *terms)
{
  MarchTermDraft *term = march_proposal_draft_add_place (draft, place);

  term->holder = holder;
  term->law = law;
  march_draft_set_text (&term->deferred, deferred);
  march_draft_set_text (&term->terms, terms);
}

/**
 * march_proposal_draft_new_from:
 *
 * Returns: (transfer full): a draft that changes @proposal
 */
MarchProposalDraft *
march_proposal_draft_new_from (const MarchProposal *proposal)
{
  MarchProposalDraft *draft = march_proposal_draft_new (proposal->title);

  draft->id = proposal->id;
  draft->existing = TRUE;
  draft->status = proposal->status;
  draft->proposer = proposal->proposer != NULL ? proposal->proposer->id : 0;
  march_draft_set_text (&draft->dated, proposal->dated);
  march_draft_set_text (&draft->terms, proposal->terms);
  for (guint i = 0; i < proposal->places->len; i++)
    {
      const MarchProposalTerm *term = g_ptr_array_index (proposal->places, i);

      add_term (draft, term->place->id, term->holder != NULL ? term->holder->id : 0,
                term->law != NULL ? term->law->id : 0, term->deferred, term->terms);
    }
  return draft;
}

/**
 * march_proposal_draft_copy:
 *
 * Returns: (transfer full): the same draft, of the same record
 */
MarchProposalDraft *
march_proposal_draft_copy (const MarchProposalDraft *draft)
{
  MarchProposalDraft *copy = march_proposal_draft_new (draft->title);

  copy->id = draft->id;
  copy->existing = draft->existing;
  copy->status = draft->status;
  copy->proposer = draft->proposer;
  march_draft_set_text (&copy->dated, draft->dated);
  march_draft_set_text (&copy->terms, draft->terms);
  for (guint i = 0; i < draft->places->len; i++)
    {
      const MarchTermDraft *term = g_ptr_array_index (draft->places, i);

      add_term (copy, term->place, term->holder, term->law, term->deferred, term->terms);
    }
  return copy;
}

void
march_proposal_draft_free (MarchProposalDraft *draft)
{
  g_free (draft->title);
  g_free (draft->dated);
  g_free (draft->terms);
  g_ptr_array_unref (draft->places);
  g_free (draft);
}

/** march_proposal_draft_add_place: (transfer none): what it says of a place, for its members */
MarchTermDraft *
march_proposal_draft_add_place (MarchProposalDraft *draft, gint64 place)
{
  MarchTermDraft *term = g_new0 (MarchTermDraft, 1);

  *term = (MarchTermDraft){ place, 0, 0, g_strdup (""), g_strdup ("") };
  g_ptr_array_add (draft->places, term);
  return term;
}
