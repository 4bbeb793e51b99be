/* march-check-records.c — what may be wrong with drafted actors and proposals */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-coding"

#include "config.h"

#include "coding/march-coding-private.h"

#include <glib/gi18n.h>

#define N_PALETTES 12

static gboolean
bears (const MarchActor *actor, const char *text)
{
  for (guint i = 0; i < actor->names->len; i++)
    if (g_ascii_strcasecmp (((MarchName *) g_ptr_array_index (actor->names, i))->text, text) == 0)
      return TRUE;
  return FALSE;
}

/* Somebody of that name may be the same. */
static void
check_namesakes (MarchCoding *coding, const MarchActorDraft *draft, GPtrArray *problems)
{
  GPtrArray *actors = march_corpus_get_actors (coding->corpus);

  for (guint i = 0; i < draft->names->len; i++)
    {
      const MarchNameDraft *name = g_ptr_array_index (draft->names, i);

      for (guint k = 0; k < actors->len; k++)
        {
          const MarchActor *actor = g_ptr_array_index (actors, k);

          if (actor->id == draft->id || actor->kind != draft->kind || !bears (actor, name->text))
            continue;
          march_problems_add (problems, MARCH_PROBLEM_WARNING, draft->id, "names", i,
                              _("The dossier has an actor called “%s” already."), name->text);
          return;
        }
    }
}

static void
check_palette (MarchCoding *coding, const MarchActorDraft *draft, GPtrArray *problems)
{
  GPtrArray *actors = march_corpus_get_actors (coding->corpus);

  march_check_needed (problems, draft->id, "palette", draft->palette <= N_PALETTES,
                      _("There is no such colour. Choose one of those offered."));
  for (guint i = 0; draft->palette != 0 && i < actors->len; i++)
    {
      const MarchActor *actor = g_ptr_array_index (actors, i);

      if (actor->id != draft->id && actor->palette == draft->palette)
        march_problems_add (problems, MARCH_PROBLEM_WARNING, draft->id, "palette", 0,
                            _("%s has this colour already."), march_actor_get_name (actor, NULL));
    }
}

static void
check_offices (MarchCoding *coding, const MarchActorDraft *draft, GPtrArray *problems)
{
  for (guint i = 0; i < draft->offices->len; i++)
    {
      const MarchOfficeDraft *office = g_ptr_array_index (draft->offices, i);

      if (office->body == 0)
        march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, "offices", i,
                            _("Say of whom this office is, or take it out."));
      else if (office->body == draft->id)
        march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, "offices", i,
                            _("Nobody holds an office of itself. Choose another actor."));
      march_check_actor (coding, problems, draft->id, "offices", i, office->body);
      march_check_date (problems, draft->id, "offices", i, office->valid, NULL);
    }
}

/** march_check_actor_draft: adds what is wrong with an actor */
void
march_check_actor_draft (MarchCoding *coding, MarchActorDraft *draft, GPtrArray *problems)
{
  march_check_names (coding, problems, draft->id, draft->names);
  check_namesakes (coding, draft, problems);
  check_palette (coding, draft, problems);
  check_offices (coding, draft, problems);
}

/** march_check_proposal_draft: adds what is wrong with a proposal */
void
march_check_proposal_draft (MarchCoding *coding, MarchProposalDraft *draft, GPtrArray *problems)
{
  march_check_needed (problems, draft->id, "title", !march_draft_is_blank (draft->title),
                      _("A short sentence is missing that tells what it is."));
  march_check_actor (coding, problems, draft->id, "proposer", 0, draft->proposer);
  march_check_date (problems, draft->id, "dated", 0, draft->dated, NULL);
  for (guint i = 0; i < draft->places->len; i++)
    {
      const MarchTermDraft *term = g_ptr_array_index (draft->places, i);

      if (term->place == 0)
        march_problems_add (problems, MARCH_PROBLEM_ERROR, draft->id, "places", i,
                            _("Say which place it is about."));
      march_check_place (coding, problems, draft->id, "places", i, term->place);
      march_check_actor (coding, problems, draft->id, "places", i, term->holder);
      march_check_actor (coding, problems, draft->id, "places", i, term->law);
    }
}
