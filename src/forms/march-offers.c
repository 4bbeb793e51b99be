/* march-offers.c — records that can be drafted along, of a name that is typed */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include <glib/gi18n.h>

#include "asof/march-words.h"
#include "forms/march-offers.h"

static const MarchActorKind actor_kinds[] = { MARCH_ACTOR_PERSON, MARCH_ACTOR_ORGANISATION };
static const MarchPlaceKind place_kinds[]
    = { MARCH_PLACE_SETTLEMENT, MARCH_PLACE_UNIT, MARCH_PLACE_DESCRIPTION };

/** march_offers_get: Returns: (nullable) (transfer none): formats with the place of the name, for
 * march_chooser_offer(); NULL where nothing can be drafted */
const char *const *
march_offers_get (MarchCompleterKind kind)
{
  static const char *actors[G_N_ELEMENTS (actor_kinds) + 1];
  static const char *places[G_N_ELEMENTS (place_kinds) + 1];
  static const char *proposals[2];

  /* Translators: %s is a name that was typed, here and in what can be added otherwise. */
  actors[0] = _("Add “%s” as a person");
  actors[1] = _("Add “%s” as an organisation");
  places[0] = _("Add “%s” as a settlement");
  places[1] = _("Add “%s” as a region");
  places[2] = _("Add “%s” as a part by description");
  proposals[0] = _("Add “%s” as a proposal");
  switch (kind)
    {
    case MARCH_COMPLETE_ACTORS:
      return actors;
    case MARCH_COMPLETE_PLACES:
      return places;
    case MARCH_COMPLETE_PROPOSALS:
      return proposals;
    case MARCH_COMPLETE_ASSERTIONS:
    case MARCH_N_COMPLETERS:
    default:
      return NULL;
    }
}

/**
 * march_offers_draft:
 * @choice: which of march_offers_get()
 *
 * Drafts a record of that name along with @coding.
 *
 * Returns: its id
 */
gint64
march_offers_draft (MarchCoding *coding, MarchCompleterKind kind, guint choice, const char *name)
{
  const char *language = march_words_get_tag ();

  switch (kind)
    {
    case MARCH_COMPLETE_ACTORS:
      return march_coding_add_actor (coding,
                                     march_actor_draft_new (actor_kinds[choice], name, language))
          ->id;
    case MARCH_COMPLETE_PLACES:
      return march_coding_add_place (coding,
                                     march_place_draft_new (place_kinds[choice], name, language))
          ->id;
    case MARCH_COMPLETE_PROPOSALS:
      return march_coding_add_proposal (coding, march_proposal_draft_new (name))->id;
    case MARCH_COMPLETE_ASSERTIONS:
    case MARCH_N_COMPLETERS:
    default:
      g_return_val_if_reached (0);
    }
}
