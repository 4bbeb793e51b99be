/* march-compile-forms.h — the kinds of object in the text form */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-vocabulary.h"

G_BEGIN_DECLS

/**
 * MarchMemberKind:
 *
 * How a member of the text form becomes a column. Members of kind KEY, FEATURE and CHILDREN are
 * read by the code that knows the record.
 */
typedef enum
{
  MARCH_MEMBER_TEXT,
  MARCH_MEMBER_INTEGER,
  MARCH_MEMBER_REAL,
  MARCH_MEMBER_BOOLEAN,
  MARCH_MEMBER_WORD,      /* of a closed vocabulary */
  MARCH_MEMBER_DATE,      /* EDTF */
  MARCH_MEMBER_REFERENCE, /* the key of another record, of the kind in "refers_to" */
  MARCH_MEMBER_OBJECT,    /* stored as JSON */
  MARCH_MEMBER_LINES,     /* an array of strings, stored one a line */
  MARCH_MEMBER_CAPITAL,   /* "state" or "unit" */
  MARCH_MEMBER_KEY,
  MARCH_MEMBER_FEATURE,
  MARCH_MEMBER_CHILDREN,
} MarchMemberKind;

typedef struct
{
  const char     *member;     /* in the text form */
  const char     *column;     /* in the table */
  MarchMemberKind kind;
  MarchVocabulary vocabulary; /* of a word */
  const char     *refers_to;  /* of a reference: the table */
} MarchMember;

/**
 * MarchRecordForm:
 *
 * One kind of object of the text form, and the table that its records go to. Members end with one
 * whose name is NULL.
 */
typedef struct
{
  const char        *table;
  const MarchMember *members;
} MarchRecordForm;

extern const MarchRecordForm march_actor_form;
extern const MarchRecordForm march_actor_name_form;
extern const MarchRecordForm march_office_form;
extern const MarchRecordForm march_place_form;
extern const MarchRecordForm march_name_form;
extern const MarchRecordForm march_place_link_form;
extern const MarchRecordForm march_source_form;
extern const MarchRecordForm march_source_link_form;
extern const MarchRecordForm march_set_aside_form;
extern const MarchRecordForm march_quotation_form;
extern const MarchRecordForm march_span_form;
extern const MarchRecordForm march_chain_form;
extern const MarchRecordForm march_proposal_form;
extern const MarchRecordForm march_proposal_term_form;
extern const MarchRecordForm march_assertion_form;
extern const MarchRecordForm march_control_area_form;
extern const MarchRecordForm march_participant_form;
extern const MarchRecordForm march_evidence_form;

G_END_DECLS
