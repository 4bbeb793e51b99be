/* march-coding-specs.c — the fields of a quotation and of what it supports */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-forms"

#include "config.h"

#include <glib/gi18n.h>

#include "forms/march-coding-specs.h"

#define ASSERTION(member) G_STRUCT_OFFSET (MarchAssertionDraft, member)
#define QUOTATION(member) G_STRUCT_OFFSET (MarchQuotationDraft, member)
#define PROPOSAL(member) G_STRUCT_OFFSET (MarchProposalDraft, member)
#define PARTICIPANT(member) G_STRUCT_OFFSET (MarchParticipantDraft, member)
#define OFFICE(member) G_STRUCT_OFFSET (MarchOfficeDraft, member)
#define TERM(member) G_STRUCT_OFFSET (MarchTermDraft, member)

/* Who has a role in the chain of a quotation is found by that role. */
#define DEFINE_LINK(role, ROLE)                                                                    \
  static gint64 get_##role (gconstpointer draft)                                                   \
  {                                                                                                \
    return march_quotation_draft_get_actor (draft, MARCH_ROLE_##ROLE);                             \
  }                                                                                                \
  static void set_##role (gpointer draft, gint64 actor)                                            \
  {                                                                                                \
    march_quotation_draft_set_actor (draft, MARCH_ROLE_##ROLE, actor);                             \
  }

#define LINK(role)                                                                                 \
  .name = #role, .kind = MARCH_FORM_ACTOR, .get = get_##role, .set = set_##role,                   \
  .offset = MARCH_FORM_NO_OFFSET

DEFINE_LINK (speaker, SPEAKER)
DEFINE_LINK (relay, RELAY)
DEFINE_LINK (author, AUTHOR)
DEFINE_LINK (publication, PUBLICATION)

static const MarchFormSpec assertion_specs[] = {
  { .name = "title", .label = N_("In a few words"), .kind = MARCH_FORM_TEXT, .wide = TRUE,
    .offset = ASSERTION (title) },
  { .name = "actor", .label = N_("Actor"), .kind = MARCH_FORM_ACTOR, .offset = ASSERTION (actor) },
  { .name = "extent", .label = N_("How far"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_EXTENT, .offset = ASSERTION (extent) },
  { .name = "basis", .label = N_("On what basis"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_CLAIM_BASIS, .offset = ASSERTION (basis) },
  { .name = "value_kind", .label = N_("Why it matters"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_VALUE_KIND, .offset = ASSERTION (value_kind) },
  { .name = "stand", .label = N_("Stand"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_STAND, .offset = ASSERTION (stand) },
  { .name = "proposal", .label = N_("On which proposal"), .hint = N_("none in particular"),
    .kind = MARCH_FORM_PROPOSAL, .wide = TRUE, .offset = ASSERTION (proposal) },
  { .name = "comparison", .label = N_("Compared, in its words"), .kind = MARCH_FORM_PROSE,
    .wide = TRUE, .offset = ASSERTION (comparison) },
  { .name = "tags", .label = N_("Tags"), .hint = N_("resources, location, …"),
    .kind = MARCH_FORM_LIST, .wide = TRUE, .offset = ASSERTION (tags) },
  { .name = "quantity", .label = N_("Of what"), .kind = MARCH_FORM_TEXT,
    .offset = ASSERTION (quantity) },
  { .name = "unit", .label = N_("Unit"), .kind = MARCH_FORM_TEXT, .offset = ASSERTION (unit) },
  { .name = "low", .label = N_("At least"), .kind = MARCH_FORM_NUMBER,
    .offset = ASSERTION (low) },
  { .name = "high", .label = N_("At most"), .kind = MARCH_FORM_NUMBER,
    .offset = ASSERTION (high) },
  { .name = "period", .label = N_("In which period"), .hint = N_("not stated"),
    .kind = MARCH_FORM_DATE, .offset = ASSERTION (period) },
  { .name = "valid", .label = N_("True from"), .hint = N_("not stated here"),
    .kind = MARCH_FORM_DATE, .offset = ASSERTION (valid) },
};

static const MarchFormSpec seldom_assertion_specs[] = {
  { .name = "polarity", .label = N_("It is so, or not"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_POLARITY, .offset = ASSERTION (polarity) },
  { .name = "mode", .label = N_("How it is said"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_MODE, .offset = ASSERTION (mode) },
  { .name = "according", .label = N_("According to"), .hint = N_("the author of the dossier"),
    .kind = MARCH_FORM_ACTOR, .offset = ASSERTION (according) },
  { .name = "origin", .label = N_("Stated or concluded"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_ORIGIN, .offset = ASSERTION (origin) },
  { .name = "reasoning", .label = N_("Reasoning"), .kind = MARCH_FORM_PROSE, .wide = TRUE,
    .offset = ASSERTION (reasoning) },
  { .name = "assumption", .label = N_("Assuming that"), .kind = MARCH_FORM_PROSE, .wide = TRUE,
    .offset = ASSERTION (assumption) },
  { .name = "would_change", .label = N_("What would change it"), .kind = MARCH_FORM_PROSE,
    .wide = TRUE, .offset = ASSERTION (would_change) },
  { .name = "confidence", .label = N_("Confidence"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_CONFIDENCE, .offset = ASSERTION (confidence) },
  { .name = "note", .label = N_("Note on the assertion"), .kind = MARCH_FORM_PROSE, .wide = TRUE,
    .offset = ASSERTION (note) },
};

static const MarchFormSpec speaker_specs[] = {
  { LINK (speaker), .label = N_("Said by"), .hint = N_("nobody named") },
};

static const MarchFormSpec office_specs[] = {
  { .name = "title", .label = N_("What office"), .kind = MARCH_FORM_TEXT,
    .offset = OFFICE (title) },
  { .name = "body", .label = N_("Of whom"), .kind = MARCH_FORM_ACTOR, .offset = OFFICE (body) },
  { .name = "valid", .label = N_("From and until"), .hint = N_("as “2019/2031-05” or “2030/..”"),
    .kind = MARCH_FORM_DATE, .wide = TRUE, .offset = OFFICE (valid) },
  { .name = "speaks_for", .label = N_("Its words are the body’s own"), .kind = MARCH_FORM_SWITCH,
    .wide = TRUE, .offset = OFFICE (speaks_for) },
  { .name = "states_policy", .label = N_("Its words can make a claim"), .kind = MARCH_FORM_SWITCH,
    .wide = TRUE, .offset = OFFICE (states_policy) },
};

static const MarchFormSpec quotation_specs[] = {
  { LINK (relay), .label = N_("Quoted by"), .hint = N_("nobody between") },
  { LINK (author), .label = N_("Written by") },
  { .name = "said", .label = N_("Said"), .hint = N_("not told"), .kind = MARCH_FORM_DATE,
    .offset = QUOTATION (said) },
  { .name = "voice", .label = N_("Voice"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_VOICE, .offset = QUOTATION (voice) },
  { .name = "act", .label = N_("Said in"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_ACT, .offset = QUOTATION (act) },
};

static const MarchFormSpec seldom_quotation_specs[] = {
  { LINK (publication), .label = N_("Published by") },
  { .name = "language", .label = N_("Language of the words"), .kind = MARCH_FORM_TEXT,
    .offset = QUOTATION (language) },
  { .name = "translation", .label = N_("Translation"), .kind = MARCH_FORM_PROSE, .wide = TRUE,
    .offset = QUOTATION (translation) },
  { .name = "translator", .label = N_("Translated by"), .kind = MARCH_FORM_TEXT,
    .offset = QUOTATION (translator) },
  { .name = "sic", .label = N_("Misprinted words"), .kind = MARCH_FORM_TEXT,
    .offset = QUOTATION (sic) },
  { .name = "pointer", .label = N_("Keep only where the words stand"), .kind = MARCH_FORM_SWITCH,
    .wide = TRUE, .offset = QUOTATION (pointer) },
  { .name = "note", .label = N_("Note on the quotation"), .kind = MARCH_FORM_PROSE, .wide = TRUE,
    .offset = QUOTATION (note) },
};

static const MarchFormSpec participant_specs[] = {
  { .name = "actor", .label = N_("Who"), .kind = MARCH_FORM_ACTOR, .offset = PARTICIPANT (actor) },
  { .name = "role", .label = N_("As what"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_PARTICIPANT_ROLE, .offset = PARTICIPANT (role) },
  { .name = "side", .label = N_("For whom"), .hint = N_("nobody in particular"),
    .kind = MARCH_FORM_ACTOR, .offset = PARTICIPANT (side) },
};

static GPtrArray *
get_participants (gpointer draft)
{
  return ((MarchAssertionDraft *) draft)->participants;
}

static void
append_participant (gpointer draft)
{
  march_assertion_draft_add_participant (draft, 0, MARCH_PARTICIPANT_MEMBER, 0);
}

static const MarchDraftListSpec participants_spec = {
  .name = "participants", .title = N_("Participants"), .add = N_("Add a _Participant"),
  .remove = N_("Remove this participant"),
  .fields = participant_specs, .n_fields = G_N_ELEMENTS (participant_specs),
  .get = get_participants, .append = append_participant,
};

static const MarchFormSpec proposal_specs[] = {
  { .name = "title", .label = N_("In a few words"), .kind = MARCH_FORM_TEXT, .wide = TRUE,
    .offset = PROPOSAL (title) },
  { .name = "status", .label = N_("Status"), .kind = MARCH_FORM_CHOICE,
    .vocabulary = MARCH_VOCABULARY_PROPOSAL_STATUS, .offset = PROPOSAL (status) },
  { .name = "proposer", .label = N_("Proposed by"), .hint = N_("not said"),
    .kind = MARCH_FORM_ACTOR, .offset = PROPOSAL (proposer) },
  { .name = "dated", .label = N_("When"), .hint = N_("not stated"), .kind = MARCH_FORM_DATE,
    .offset = PROPOSAL (dated) },
  { .name = "terms", .label = N_("What it says besides places"), .kind = MARCH_FORM_PROSE,
    .wide = TRUE, .offset = PROPOSAL (terms) },
};

static const MarchFormSpec term_specs[] = {
  { .name = "place", .label = N_("Place"), .kind = MARCH_FORM_PLACE, .offset = TERM (place) },
  { .name = "holder", .label = N_("Would be held by"), .hint = N_("not said"),
    .kind = MARCH_FORM_ACTOR, .offset = TERM (holder) },
  { .name = "law", .label = N_("In whose law"), .hint = N_("not said"), .kind = MARCH_FORM_ACTOR,
    .offset = TERM (law) },
  { .name = "deferred", .label = N_("Put off for how long"), .hint = N_("not put off"),
    .kind = MARCH_FORM_TEXT, .offset = TERM (deferred) },
  { .name = "terms", .label = N_("Otherwise"), .kind = MARCH_FORM_PROSE, .wide = TRUE,
    .offset = TERM (terms) },
};

static GPtrArray *
get_places (gpointer draft)
{
  return ((MarchProposalDraft *) draft)->places;
}

static void
append_place (gpointer draft)
{
  march_proposal_draft_add_place (draft, 0);
}

static const MarchDraftListSpec places_spec = {
  .name = "places", .title = N_("Terms for each place"), .add = N_("Add _Terms of a Place"),
  .remove = N_("Remove these terms"),
  .fields = term_specs, .n_fields = G_N_ELEMENTS (term_specs),
  .get = get_places, .append = append_place,
};

/** march_coding_new_assertion_form: Returns: (transfer floating): the fields of an assertion but
 * its places; @seldom: those that are seldom needed */
GtkWidget *
march_coding_new_assertion_form (gboolean seldom)
{
  return seldom ? march_draft_form_new (seldom_assertion_specs,
                                        G_N_ELEMENTS (seldom_assertion_specs))
                : march_draft_form_new (assertion_specs, G_N_ELEMENTS (assertion_specs));
}

/** march_coding_new_speaker_form: Returns: (transfer floating): the field of a quotation that names
 * its speaker */
GtkWidget *
march_coding_new_speaker_form (void)
{
  return march_draft_form_new (speaker_specs, G_N_ELEMENTS (speaker_specs));
}

/** march_coding_new_office_form: Returns: (transfer floating): the fields of an office that is put
 * on record with a quotation */
GtkWidget *
march_coding_new_office_form (void)
{
  return march_draft_form_new (office_specs, G_N_ELEMENTS (office_specs));
}

/** march_coding_new_quotation_form: Returns: (transfer floating): the fields of a quotation but its
 * words, speaker and grade; @seldom: those that are seldom needed */
GtkWidget *
march_coding_new_quotation_form (gboolean seldom)
{
  return seldom ? march_draft_form_new (seldom_quotation_specs,
                                        G_N_ELEMENTS (seldom_quotation_specs))
                : march_draft_form_new (quotation_specs, G_N_ELEMENTS (quotation_specs));
}

/** march_coding_new_participants: Returns: (transfer floating): who took part in an event: entries
 * of an assertion */
GtkWidget *
march_coding_new_participants (void)
{
  return march_draft_list_new (&participants_spec);
}

/** march_coding_new_proposal_form: Returns: (transfer floating): the fields of a proposal but what
 * it says of places */
GtkWidget *
march_coding_new_proposal_form (void)
{
  return march_draft_form_new (proposal_specs, G_N_ELEMENTS (proposal_specs));
}

/** march_coding_new_terms: Returns: (transfer floating): what a proposal says of places: entries of
 * it */
GtkWidget *
march_coding_new_terms (void)
{
  return march_draft_list_new (&places_spec);
}

/** march_coding_uses_member: Returns: whether an assertion draft of its kind has that member; a
 * conclusion has some that what is stated lacks, and a title stands where no other member says it
 */
gboolean
march_coding_uses_member (gconstpointer draft, const char *member)
{
  static const char *const concluded[]
      = { "reasoning", "assumption", "would_change", "confidence", NULL };
  const MarchAssertionDraft *assertion = draft;

  if (g_strv_contains (concluded, member))
    return assertion->origin == MARCH_ORIGIN_CONCLUDED;
  if (g_str_equal (member, "title"))
    return march_assertion_kind_get_use (assertion->kind, member) == MARCH_FIELD_NEEDED;
  return march_assertion_kind_get_use (assertion->kind, member) != MARCH_FIELD_UNUSED;
}

/** march_coding_get_actor_label: Returns: what the actor is to an assertion of that kind */
const char *
march_coding_get_actor_label (MarchAssertionKind kind)
{
  switch (kind)
    {
    case MARCH_KIND_CONTROL:
      return _("Held by");
    case MARCH_KIND_CLAIM:
      return _("Says it owns");
    case MARCH_KIND_POSITION:
      return _("Whose position");
    case MARCH_KIND_VALUE:
      return _("For whom");
    case MARCH_KIND_FIGURE:
    case MARCH_KIND_EVENT:
    case MARCH_KIND_THESIS:
    default:
      return _("Actor");
    }
}

/** march_coding_get_valid_label: Returns: what the date is to an assertion of that kind */
const char *
march_coding_get_valid_label (MarchAssertionKind kind)
{
  return kind == MARCH_KIND_EVENT ? _("When it happened") : _("True from");
}
