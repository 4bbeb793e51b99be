/* march-compile-forms.c — the kinds of object in the text form, member by member */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "march-exchange"

#include "config.h"

#include "exchange/march-compile-forms.h"

#define TEXT(name) { name, name, MARCH_MEMBER_TEXT }
#define INTEGER(name) { name, name, MARCH_MEMBER_INTEGER }
#define REAL(name) { name, name, MARCH_MEMBER_REAL }
#define BOOLEAN(name) { name, name, MARCH_MEMBER_BOOLEAN }
#define WORD(name, list) { name, name, MARCH_MEMBER_WORD, MARCH_VOCABULARY_##list }
#define DATE(name) { name, name "_edtf", MARCH_MEMBER_DATE }
#define REFERENCE(name, column, table) { name, column, MARCH_MEMBER_REFERENCE, 0, table }
#define LINES(name) { name, name, MARCH_MEMBER_LINES }
#define KEY() { "key", NULL, MARCH_MEMBER_KEY }
#define CHILDREN(name) { name, NULL, MARCH_MEMBER_CHILDREN }

static const MarchMember actor_members[] = {
  KEY (),        WORD ("kind", ACTOR_KIND), INTEGER ("palette"),
  TEXT ("note"), CHILDREN ("names"),        CHILDREN ("offices"),
  { NULL },
};
static const MarchMember actor_name_members[] = { TEXT ("text"),
                                                  TEXT ("language"),
                                                  BOOLEAN ("preferred"),
                                                  { NULL } };
static const MarchMember office_members[] = {
  REFERENCE ("body", "body_id", "actor"),
  TEXT ("title"),
  DATE ("valid"),
  BOOLEAN ("speaks_for"),
  BOOLEAN ("states_policy"),
  { NULL },
};
static const MarchMember place_members[] = {
  KEY (),
  WORD ("kind", PLACE_KIND),
  TEXT ("code"),
  INTEGER ("level"),
  { "capital", "capital", MARCH_MEMBER_CAPITAL },
  REFERENCE ("state", "state_id", "actor"),
  INTEGER ("importance"),
  TEXT ("note"),
  { "geometry", NULL, MARCH_MEMBER_FEATURE },
  CHILDREN ("names"),
  CHILDREN ("parents"),
  { NULL },
};
static const MarchMember name_members[] = {
  TEXT ("text"),
  TEXT ("language"),
  REFERENCE ("user", "user_id", "actor"),
  WORD ("role", NAME_ROLE),
  { NULL },
};
static const MarchMember place_link_members[] = { REFERENCE ("place", "parent_id", "place"),
                                                  WORD ("kind", LINK_KIND),
                                                  { NULL } };
static const MarchMember source_members[] = {
  KEY (),
  TEXT ("title"),
  BOOLEAN ("titled"),
  { "csl", "csl", MARCH_MEMBER_OBJECT },
  DATE ("published"),
  TEXT ("inferred"),
  TEXT ("grade"),
  TEXT ("grade_reason"),
  TEXT ("sha256"),
  INTEGER ("length"),
  TEXT ("note"),
  CHILDREN ("links"),
  CHILDREN ("quotations"),
  CHILDREN ("set_aside"),
  { NULL },
};
static const MarchMember source_link_members[] = {
  REFERENCE ("source", "other_id", "source"), TEXT ("kind"), TEXT ("reason"), { NULL },
};
static const MarchMember set_aside_members[] = { INTEGER ("first"),
                                                 INTEGER ("beyond"),
                                                 TEXT ("sha256"),
                                                 TEXT ("reason"),
                                                 { NULL } };
static const MarchMember quotation_members[] = {
  KEY (),
  WORD ("voice", VOICE),
  WORD ("act", ACT),
  DATE ("said"),
  INTEGER ("credibility"),
  TEXT ("language"),
  TEXT ("translation"),
  TEXT ("translator"),
  LINES ("sic"),
  TEXT ("note"),
  CHILDREN ("spans"),
  CHILDREN ("chain"),
  { NULL },
};
static const MarchMember span_members[] = {
  TEXT ("exact"),     TEXT ("prefix"), TEXT ("suffix"), INTEGER ("first"),
  INTEGER ("beyond"), TEXT ("sha256"), { NULL },
};
static const MarchMember chain_members[] = { REFERENCE ("actor", "actor_id", "actor"),
                                             WORD ("role", CHAIN_ROLE),
                                             { NULL } };
static const MarchMember proposal_members[] = {
  KEY (),
  TEXT ("title"),
  WORD ("status", PROPOSAL_STATUS),
  REFERENCE ("proposer", "proposer_id", "actor"),
  DATE ("dated"),
  TEXT ("terms"),
  CHILDREN ("places"),
  CHILDREN ("evidence"),
  { NULL },
};
static const MarchMember proposal_term_members[] = {
  REFERENCE ("place", "place_id", "place"),
  REFERENCE ("holder", "holder_id", "actor"),
  REFERENCE ("law", "law_id", "actor"),
  TEXT ("deferred"),
  TEXT ("terms"),
  { NULL },
};
static const MarchMember assertion_members[] = {
  KEY (),
  WORD ("kind", ASSERTION_KIND),
  TEXT ("title"),
  REFERENCE ("place", "place_id", "place"),
  CHILDREN ("places"),
  REFERENCE ("actor", "actor_id", "actor"),
  REFERENCE ("according", "according_id", "actor"),
  REFERENCE ("proposal", "proposal_id", "proposal"),
  WORD ("origin", ORIGIN),
  WORD ("polarity", POLARITY),
  WORD ("mode", MODE),
  WORD ("rank", RANK),
  TEXT ("rank_reason"),
  DATE ("valid"),
  WORD ("extent", EXTENT),
  WORD ("basis", CLAIM_BASIS),
  WORD ("value_kind", VALUE_KIND),
  TEXT ("comparison"),
  WORD ("stand", STAND),
  REAL ("low"),
  REAL ("high"),
  TEXT ("unit"),
  TEXT ("quantity"),
  DATE ("period"),
  TEXT ("reasoning"),
  TEXT ("assumption"),
  TEXT ("would_change"),
  WORD ("confidence", CONFIDENCE),
  TEXT ("note"),
  CHILDREN ("tags"),
  CHILDREN ("participants"),
  CHILDREN ("areas"),
  CHILDREN ("evidence"),
  { NULL },
};
static const MarchMember control_area_members[] = {
  DATE ("valid"),
  { "geometry", NULL, MARCH_MEMBER_FEATURE },
  { NULL },
};
static const MarchMember participant_members[] = {
  REFERENCE ("actor", "actor_id", "actor"),
  WORD ("role", PARTICIPANT_ROLE),
  REFERENCE ("side", "side_id", "actor"),
  { NULL },
};
static const MarchMember evidence_members[] = {
  REFERENCE ("quotation", "quotation_id", "quotation"),
  WORD ("stance", STANCE),
  TEXT ("note"),
  { NULL },
};

const MarchRecordForm march_actor_form = { "actor", actor_members };
const MarchRecordForm march_actor_name_form = { "actor_name", actor_name_members };
const MarchRecordForm march_office_form = { "office", office_members };
const MarchRecordForm march_place_form = { "place", place_members };
const MarchRecordForm march_name_form = { "name", name_members };
const MarchRecordForm march_place_link_form = { "place_link", place_link_members };
const MarchRecordForm march_source_form = { "source", source_members };
const MarchRecordForm march_source_link_form = { "source_link", source_link_members };
const MarchRecordForm march_set_aside_form = { "set_aside", set_aside_members };
const MarchRecordForm march_quotation_form = { "quotation", quotation_members };
const MarchRecordForm march_span_form = { "span", span_members };
const MarchRecordForm march_chain_form = { "chain", chain_members };
const MarchRecordForm march_proposal_form = { "proposal", proposal_members };
const MarchRecordForm march_proposal_term_form = { "proposal_term", proposal_term_members };
const MarchRecordForm march_assertion_form = { "assertion", assertion_members };
const MarchRecordForm march_control_area_form = { "control_area", control_area_members };
const MarchRecordForm march_participant_form = { "participant", participant_members };
const MarchRecordForm march_evidence_form = { "evidence", evidence_members };
