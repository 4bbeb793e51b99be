/* march-assertion-draft.h — an assertion of any kind as the analyst has typed it so far */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"

G_BEGIN_DECLS

/**
 * MarchAssertionPlace:
 * @assertion: the id that the assertion of this place has or will have; that of the first place is
 *   the draft's own
 * @place: a place of the dossier, or one drafted along
 */
typedef struct
{
  gint64 assertion;
  gint64 place;
} MarchAssertionPlace;

/**
 * MarchParticipantDraft:
 * @side: for whom; 0: for nobody in particular
 */
typedef struct
{
  gint64               actor;
  MarchParticipantRole role;
  gint64               side;
} MarchParticipantDraft;

/**
 * MarchAssertionDraft:
 * @supersedes: the version that it takes the place of; 0: it is new
 * @places: (element-type MarchAssertionPlace): of several, one assertion is written for each
 * @actor: holder, claimant, who takes the position, for whom the value is
 * @according: 0: the author of the dossier
 * @valid: EDTF, or words that march_edtf_new_from_words() reads, as all dates here
 * @low: of a figure; %NAN where not stated
 * @tags: (element-type utf8): of a value
 * @participants: (element-type MarchParticipantDraft): of an event
 * @areas: (element-type MarchControlArea): of a control of one place, with @valid as EDTF; their
 *   periods are not read
 * @read_holder: how the analyst reads a figure; 0: it is not read
 *
 * Members that its kind does not have are kept as they are, and not written:
 * march_assertion_kind_get_use() tells which those are.
 */
typedef struct
{
  gint64             id;
  gint64             supersedes;
  MarchAssertionKind kind;
  char              *title;
  GArray            *places;
  gint64             actor;
  gint64             according;
  gint64             proposal;
  MarchOrigin        origin;
  MarchPolarity      polarity;
  MarchMode          mode;
  MarchRank          rank;
  char              *rank_reason;
  char              *valid;
  MarchExtent        extent;
  MarchClaimBasis    basis;
  MarchValueKind     value_kind;
  char              *comparison;
  MarchStand         stand;
  double             low;
  double             high;
  char              *unit;
  char              *quantity;
  char              *period;
  char              *reasoning;
  char              *assumption;
  char              *would_change;
  MarchConfidence    confidence;
  gint64             read_holder;
  gint64             read_place;
  char              *read_period;
  char              *note;
  GPtrArray         *tags;
  GPtrArray         *participants;
  GPtrArray         *areas;
} MarchAssertionDraft;

/**
 * MarchFieldUse:
 * @MARCH_FIELD_UNUSED: this kind of assertion has no such member
 * @MARCH_FIELD_OPTIONAL: it may stay empty
 * @MARCH_FIELD_NEEDED: it is not written without
 */
typedef enum
{
  MARCH_FIELD_UNUSED,
  MARCH_FIELD_OPTIONAL,
  MARCH_FIELD_NEEDED,
} MarchFieldUse;

MarchFieldUse        march_assertion_kind_get_use    (MarchAssertionKind kind, const char *field);

MarchAssertionDraft *march_assertion_draft_new       (MarchAssertionKind kind);
MarchAssertionDraft *march_assertion_draft_new_after (const MarchAssertionDraft *last);
MarchAssertionDraft *march_assertion_draft_new_from  (const MarchAssertion *assertion);
MarchAssertionDraft *march_assertion_draft_copy      (const MarchAssertionDraft *draft);
void                 march_assertion_draft_free      (MarchAssertionDraft *draft);

gint64   march_assertion_draft_get_place     (const MarchAssertionDraft *draft);
void     march_assertion_draft_set_place     (MarchAssertionDraft *draft, gint64 place);
gboolean march_assertion_draft_add_place     (MarchAssertionDraft *draft, gint64 place);
void     march_assertion_draft_remove_place  (MarchAssertionDraft *draft, guint index);
void     march_assertion_draft_add_tag       (MarchAssertionDraft *draft, const char *tag);
MarchParticipantDraft *
march_assertion_draft_add_participant (MarchAssertionDraft *draft, gint64 actor,
                                       MarchParticipantRole role, gint64 side);
void     march_assertion_draft_add_area      (MarchAssertionDraft *draft, const char *valid,
                                              MarchGeometry *geometry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchAssertionDraft, march_assertion_draft_free)

G_END_DECLS
