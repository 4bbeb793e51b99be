/* march-snapshot-private.h — what is worked out of a place before its finding is written */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corpus/march-corpus-private.h"
#include "asof/march-snapshot.h"

G_BEGIN_DECLS

/* A control assertion, or an imported area, that bears on a place on the day. */
typedef struct
{
  const MarchAssertion *assertion;         /* NULL: it is an area */
  const MarchAreaShare *area;              /* of the snapshot; NULL: it is an assertion */
  const MarchActor     *actor;
  MarchRank             rank;
  gint64                id;                /* of assertion or import, for a stable order */
  const MarchPlace     *inherited_from;    /* NULL: asserted of the place itself */
  MarchExtent           extent;            /* none, where the assertion denies control */
  MarchCertainty        certainty;
  MarchBasis            basis;
  gboolean              against_interest;
  MarchDay              observed;          /* MARCH_DAY_MAX: valid over an interval */
  MarchDay              start;             /* the latest reading of its first day */
} MarchReport;

/* Reports of one actor that can be true together; the first decides. */
typedef struct
{
  GPtrArray *reports;                      /* of MarchReport, borrowed from the study */
  gboolean   decides;                      /* nothing stronger contradicts it */
} MarchAccount;

/* A claim assertion that bears on a place on the day. */
typedef struct
{
  const MarchAssertion *assertion;
  const MarchPlace     *inherited_from;
  MarchCertainty        certainty;
} MarchDemand;

typedef struct
{
  const MarchPlace *place;
  const MarchActor *state;                 /* recognised; NULL: none */

  /* Of the place itself */
  /* asserted of the place itself, so that nothing is inherited but imported areas tell of it too */
  gboolean          own_statement;
  GArray           *own_demands;           /* of MarchDemand, denials included */
  /* of const MarchAssertion: claims and denials that had begun by the day, though they be over */
  GPtrArray        *begun_claims;

  /* Own or inherited */
  GArray           *reports;               /* of MarchReport */
  GArray           *overruled;             /* of MarchReport, deprecated by the analyst */
  GPtrArray        *accounts;              /* of MarchAccount, in the order of the rule */
  /* of MarchDemand, denials left out, in the order they are told */
  GArray           *demands;
} MarchStudy;

struct _MarchSnapshot
{
  gatomicrefcount ref_count;
  MarchQuestion   question;

  /* Owned */
  MarchCorpus    *corpus;
  /* set of MarchAssertion, shared by snapshots of one question but for the day */
  GHashTable     *known;
  GHashTable     *findings;                /* MarchPlace → MarchFinding */
  GStringChunk   *dates;                   /* the starts of claims */
  GPtrArray      *shares;                  /* of MarchAreaShare */

  /* Owned, while it is made */
  GHashTable     *studies;                 /* MarchPlace → MarchStudy */
  GPtrArray      *areas;                   /* of MarchDatedImport: those of the day */
  GPtrArray      *covers;                  /* of GHashTable, as @areas: MarchPlace →
                                              MarchAreaPart */
};

/* march-snapshot.c */
MarchSnapshot *march_snapshot_new_like     (MarchSnapshot *like, MarchDay as_of, GPtrArray *places);
gboolean march_snapshot_is_valid (MarchSnapshot *snapshot, const MarchAssertion *assertion);

/* march-snapshot-areas.c */
void     march_snapshot_measure            (MarchSnapshot *snapshot);
GPtrArray *march_snapshot_list_shares      (MarchSnapshot *snapshot, const MarchPlace *place);

/* march-snapshot-known.c */
void     march_snapshot_learn              (MarchSnapshot *snapshot);
gboolean march_snapshot_speaks_for (MarchSnapshot        *snapshot,
                                    const MarchAssertion *assertion,
                                    const MarchActor     *body);
gboolean march_snapshot_colours (MarchSnapshot        *snapshot,
                                 const MarchAssertion *assertion,
                                 MarchAssertionKind    kind);

/* march-snapshot-inherit.c */
typedef gboolean (*MarchAncestorFunc) (const MarchStudy *ancestor, guint distance, gpointer data);

GPtrArray *march_snapshot_list_lineage     (MarchCorpus *corpus, const MarchPlace *place);
void       march_snapshot_visit_ancestors (MarchSnapshot    *snapshot,
                                           const MarchPlace *place,
                                           MarchAncestorFunc visit,
                                           gpointer          data);

/* march-snapshot-claims.c */
void     march_study_own_claims            (MarchSnapshot *snapshot, MarchStudy *study);
void     march_study_claims                (MarchSnapshot *snapshot, MarchStudy *study);

/* march-snapshot-since.c */
const MarchAssertion *march_study_find_first_claim (MarchSnapshot    *snapshot,
                                                    const MarchStudy *study,
                                                    const MarchOwn   *own);

/* march-snapshot-control.c */
MarchCertainty march_control_at            (const MarchAssertion *assertion, MarchDay day);
void     march_study_control               (MarchSnapshot *snapshot, MarchStudy *study);

/* march-snapshot-order.c */
int      march_report_compare_order        (const MarchReport *a, const MarchReport *b);
void     march_study_accounts              (MarchStudy *study);

/* march-snapshot-conflict.c */
gboolean march_extents_agree               (MarchExtent a, MarchExtent b);
gboolean march_extents_add_up              (MarchExtent a, MarchExtent b);
void     march_study_find_control_conflicts (const MarchStudy *study,
                                             GPtrArray        *conflicts,
                                             GPtrArray        *area_conflicts);
void     march_study_find_claim_conflicts  (const MarchStudy *study, GPtrArray *conflicts);
gboolean march_figures_conflict            (const MarchAssertion *a, const MarchAssertion *b);
void     march_snapshot_find_figure_conflicts (MarchSnapshot    *snapshot,
                                               const MarchPlace *place,
                                               GPtrArray        *conflicts);

/* march-snapshot-parts.c */
void march_snapshot_find_disputed_parts    (MarchSnapshot *snapshot, GPtrArray *places);

/* march-snapshot-finding.c */
MarchFinding *march_finding_new            (MarchSnapshot *snapshot, const MarchStudy *study);
void     march_finding_free                (MarchFinding *finding);

static inline const MarchReport *
march_account_get_head (const MarchAccount *account)
{
  return g_ptr_array_index (account->reports, 0);
}

/* Whether what an import tells counts for the question, whatever the day. */
gboolean march_snapshot_asks_for (MarchSnapshot     *snapshot,
                                  const MarchSource *source,
                                  const MarchActor  *holder,
                                  MarchBasis         basis);

G_END_DECLS
