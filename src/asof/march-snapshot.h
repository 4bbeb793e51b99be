/* march-snapshot.h — the answer to "as of this day, known by that one, according to whom?" */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus.h"

G_BEGIN_DECLS

/**
 * MarchQuestion:
 * @as_of: the day the map shows
 * @known_by: sources published later are left out; #MARCH_DAY_MAX: none is
 * @according_actor: only what this actor, its organs and its office holders assert; 0: anyone
 * @according_source: only what this source gives evidence for; 0: any
 * @area_source: whose imported areas count; 0: those of the dossier's default;
 *   %MARCH_NO_AREA_SOURCE: nobody's
 */
typedef struct
{
  MarchDay as_of;
  MarchDay known_by;
  gint64   according_actor;
  gint64   according_source;
  gint64   area_source;
} MarchQuestion;

#define MARCH_NO_AREA_SOURCE (-1)

/* How much of a place an imported area has to hold to be told as: anything at all (either will do),
 * more than a half, the whole. Borders of units and those that a source draws its areas by are
 * never quite the same. */
#define MARCH_AREA_LEAST_SHARE 0.0005
#define MARCH_AREA_LEAST_KM2 10.0
#define MARCH_AREA_MOST_SHARE 0.5
#define MARCH_AREA_WHOLE_SHARE 0.98

/**
 * MarchAreaShare:
 * @km2: how much of the place it holds, in square kilometres; 0 of a point
 * @share: of the place, up to 1; 1 of a point
 * @point: the place is a point that lies in the area
 * @further: it is a holder's own word beside what the same source assesses of the place; then only
 *   the rest counts, which is not assessed
 * @data: the day whose data it is: the newest up to the day asked
 *
 * What an imported area holds of a place on the day.
 */
typedef struct
{
  const MarchDatedImport *area_import;
  double                  km2;
  double                  share;
  gboolean                point;
  gboolean                further;
  MarchDay                data;
} MarchAreaShare;

/**
 * MarchHold:
 *
 * Somebody's control of a place on the day. A hold whose @extent is %MARCH_EXTENT_NONE says that
 * the holder has nothing there. It rests on assertions, on imported areas, or on both. What a
 * holder says it holds beyond what the same source assesses is a hold of its own, beside that.
 */
typedef struct
{
  const MarchActor *actor;
  MarchExtent       extent;
  MarchBasis        basis;
  MarchCertainty    certainty;
  /* someone of another side, holder or claimant there, says it */
  gboolean          against_interest;
  gboolean          last_reported;     /* observed longer ago than the dossier carries it */
  MarchDay          observed;          /* of a report that carries forward; MARCH_DAY_MAX else */
  const MarchPlace *inherited_from;    /* NULL: asserted of the place itself */
  /* of const MarchAssertion; the one that decides is first, unless an area does */
  GPtrArray        *assertions;
  GPtrArray        *shares;            /* of const MarchAreaShare: of imported areas */
  gboolean          by_area;           /* the first of @shares decides, no assertion */
  MarchGeometry    *area;              /* a dated area that covers the day; NULL else */
} MarchHold;

/**
 * MarchOwn:
 *
 * Somebody says that the place is theirs.
 */
typedef struct
{
  const MarchActor *actor;
  MarchClaimBasis   basis;
  MarchCertainty    certainty;
  /* EDTF of the start of @first, "" if not stated */
  const char       *since;
  /* with which a row of claims without a gap up to the day began; it may be over */
  const MarchAssertion *first;
  const MarchPlace *inherited_from;
  GPtrArray        *assertions;        /* of const MarchAssertion */
} MarchOwn;

/**
 * MarchConflict:
 *
 * Two assertions that can't be true together on the day; @settled if ranks decide between them.
 */
typedef struct
{
  const MarchAssertion *a;
  const MarchAssertion *b;
  gboolean              settled;
} MarchConflict;

/**
 * MarchAreaConflict:
 * @area: an imported area
 * @assertion: (nullable): what can't be true together with it
 * @other: (nullable): the imported area that can't
 * @settled: whether the analyst's rank of @assertion decides
 */
typedef struct
{
  const MarchAreaShare *area;
  const MarchAssertion *assertion;
  const MarchAreaShare *other;
  gboolean              settled;
} MarchAreaConflict;

/**
 * MarchState:
 * @MARCH_STATE_UNDISPUTED: plain land of its state, or a sea nobody claims
 * @MARCH_STATE_HELD: at least one holder decides
 * @MARCH_STATE_SILENT: disputed, with no control on record
 */
typedef enum
{
  MARCH_STATE_UNDISPUTED,
  MARCH_STATE_HELD,
  MARCH_STATE_SILENT,
} MarchState;

typedef struct
{
  const MarchPlace *place;
  const MarchActor *recognised;   /* the state inside whose border it lies; NULL: none */
  MarchState        state;
  gboolean          disputed;
  /* whether any control of it, own or inherited, is on record that day, though it be undisputed */
  gboolean          control_on_record;
  /* of const MarchPlace: of an undisputed place the disputed parts, the widest of them alone */
  GPtrArray        *disputed_parts;
  /* of MarchHold: those that are drawn, then the others, each in the order of the rule */
  GPtrArray        *holds;
  guint             n_deciding;   /* the first so many of @holds are drawn */
  GPtrArray        *owns;         /* of MarchOwn */
  GPtrArray        *conflicts;    /* of MarchConflict */
  GPtrArray        *area_conflicts; /* of MarchAreaConflict */
  /* of const MarchQuotation: all that bears on what is shown, each once */
  GPtrArray        *quotations;
} MarchFinding;

typedef struct _MarchSnapshot MarchSnapshot;

MarchSnapshot       *march_snapshot_new (MarchCorpus *corpus, const MarchQuestion *question);
MarchSnapshot       *march_snapshot_ref          (MarchSnapshot *snapshot);
void                 march_snapshot_unref        (MarchSnapshot *snapshot);
MarchCorpus         *march_snapshot_get_corpus   (MarchSnapshot *snapshot);
const MarchQuestion *march_snapshot_get_question (MarchSnapshot *snapshot);
const MarchFinding  *march_snapshot_get_finding  (MarchSnapshot *snapshot, const MarchPlace *place);
GPtrArray           *march_snapshot_list_valid (MarchSnapshot     *snapshot,
                                                MarchAssertionKind kind,
                                                const MarchPlace  *place);
GPtrArray *march_snapshot_list_values (MarchSnapshot    *snapshot,
                                       const MarchPlace *place,
                                       MarchValueKind    kind);
guint march_snapshot_count_value (MarchSnapshot    *snapshot,
                                  const MarchPlace *place,
                                  MarchValueKind    kind);
gboolean march_snapshot_is_known (MarchSnapshot *snapshot, const MarchAssertion *assertion);
gboolean march_snapshot_is_evidence_known (MarchSnapshot *snapshot, const MarchEvidence *evidence);
gboolean march_snapshot_is_source_known (MarchSnapshot *snapshot, const MarchSource *source);
gboolean march_question_restricts (const MarchQuestion *question);
gboolean march_snapshot_is_quotation_heard (MarchSnapshot        *snapshot,
                                            const MarchQuotation *quotation);
gboolean march_snapshot_is_source_heard (MarchSnapshot *snapshot, const MarchSource *source);
gboolean             march_snapshot_is_blank       (MarchSnapshot *snapshot);
GPtrArray *march_snapshot_list_areas (MarchSnapshot *snapshot, const MarchSource *source);
GPtrArray *march_snapshot_list_areas_on (MarchSnapshot     *snapshot,
                                         const MarchSource *source,
                                         MarchDay           day);
gboolean   march_area_import_covers (const MarchDatedImport *area_import, MarchDay day);
const MarchDatedImport *march_areas_find_assessed (GPtrArray              *areas,
                                                   const MarchDatedImport *area_import);
MarchGeometry *march_areas_get_land (GPtrArray              *areas,
                                     const MarchDatedImport *area_import,
                                     MarchDay                day,
                                     GError                **error);
gboolean   march_snapshot_asks_for_areas (MarchSnapshot          *snapshot,
                                          const MarchDatedImport *area_import);
const MarchSource *march_snapshot_get_area_source (MarchSnapshot *snapshot);
const MarchAreaShare *march_hold_get_share (const MarchHold *hold);
char *march_hold_dup_report_date (const MarchHold *hold);
gboolean march_question_is_measured (MarchCorpus *corpus, const MarchQuestion *question);
char                *march_snapshot_describe_empty (MarchSnapshot *snapshot);
GPtrArray           *march_snapshot_list_points   (MarchSnapshot *snapshot);
gboolean             march_snapshot_equal_points  (MarchSnapshot *a, MarchSnapshot *b);
gboolean             march_snapshot_equal_drawing (MarchSnapshot *a, MarchSnapshot *b);
gboolean             march_finding_equal_drawing  (const MarchFinding *a, const MarchFinding *b);
gboolean             march_finding_equal_symbols  (const MarchFinding *a, const MarchFinding *b);
gboolean march_finding_has_only_possible_rivals (const MarchFinding *finding,
                                                 const MarchActor   *actor);
gboolean             march_finding_disagrees      (const MarchFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchSnapshot, march_snapshot_unref)

G_END_DECLS
