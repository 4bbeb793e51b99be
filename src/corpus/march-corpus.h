/* march-corpus.h — all records of a dossier, in memory, as they stood at one moment */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/march-edtf.h"
#include "corpus/march-vocabulary.h"
#include "geo/march-geometry.h"
#include "geo/march-overlap.h"
#include "geo/march-points.h"

G_BEGIN_DECLS

typedef struct _MarchActor MarchActor;
typedef struct _MarchPlace MarchPlace;
typedef struct _MarchSource MarchSource;
typedef struct _MarchQuotation MarchQuotation;
typedef struct _MarchProposal MarchProposal;
typedef struct _MarchAssertion MarchAssertion;
typedef struct _MarchCorpus MarchCorpus;

/* Records are plain, immutable and owned by their corpus. Strings are never NULL unless said so;
 * arrays hold borrowed records or structs owned with the record. Pointers between records are
 * resolved when the corpus is made. */

typedef struct
{
  char             *text;
  char             *language;  /* BCP 47 */
  MarchNameRole     role;      /* of a place's name; an actor's preferred name is MARCH_NAME_MAIN */
  const MarchActor *user;      /* who uses it; NULL: in general use */
} MarchName;

typedef struct
{
  const MarchActor *body;
  char             *title;     /* "" for an organ of a body */
  char             *valid;     /* EDTF */
  MarchPeriod       period;
  gboolean          speaks_for;
  gboolean          states_policy;
} MarchOffice;

struct _MarchActor
{
  gint64         id;
  char          *uuid;
  MarchActorKind kind;
  guint          palette;      /* 1 …: slot of hue and pattern; 0: none */
  char          *note;
  GPtrArray     *names;        /* of MarchName, the preferred ones first */
  GPtrArray     *offices;      /* of MarchOffice */
};

typedef struct
{
  const MarchPlace *place;
  MarchLinkKind     kind;
} MarchPlaceLink;

struct _MarchPlace
{
  gint64            id;
  char             *uuid;
  MarchPlaceKind    kind;
  char             *code;      /* NULL where there is none */
  int               level;     /* of a unit, 1 the first below the state; 0 else */
  int               capital;   /* 0 no, 1 of a state, 2 of a first-level unit */
  const MarchActor *state;     /* of a state: the actor that it is; NULL else */
  int               importance;
  char             *note;
  MarchGeometry    *geometry;  /* NULL: listed, never drawn */
  GPtrArray        *names;     /* of MarchName */
  GPtrArray        *parents;   /* of MarchPlaceLink */
  GPtrArray        *children;  /* of MarchPlaceLink */
};

typedef struct
{
  const MarchSource *other;
  gboolean           independent;  /* FALSE: draws on it */
  char              *reason;
} MarchSourceLink;

typedef struct
{
  guint  first;                /* code points */
  guint  beyond;
  char  *sha256;
  char  *reason;
} MarchSetAside;

struct _MarchSource
{
  gint64      id;
  char       *uuid;
  char       *title;
  gboolean    titled;          /* FALSE: the title describes an unidentified report */
  char       *csl;             /* one CSL-JSON item */
  char       *author;          /* from it: names as a reader is told, "" if none */
  char       *publication;     /* from it: container-title, "" if none */
  char       *published;       /* EDTF, "" if not known */
  MarchPeriod publication_period;
  char       *inferred;
  char        grade;           /* 'A' … 'F', 0 if not graded */
  char       *grade_reason;
  char       *sha256;          /* NULL if no text was ever archived */
  gint64      length;
  char       *text;            /* the archived text, NULL if it is not in the file */
  char       *taken;           /* when it was: ISO 8601 or EDTF, "" if not known */
  char       *note;
  GPtrArray  *links;           /* of MarchSourceLink */
  GPtrArray  *quotations;      /* of MarchQuotation, in the order of the text */
  GPtrArray  *set_asides;      /* of MarchSetAside */
};

typedef struct
{
  char  *exact;                /* NULL in a pointer */
  char  *prefix;
  char  *suffix;
  guint  first;                /* code points */
  guint  beyond;
  char  *sha256;
} MarchSpan;

typedef struct
{
  const MarchActor *actor;
  MarchChainRole    role;
} MarchChainLink;

typedef struct
{
  const MarchQuotation *quotation;
  const MarchAssertion *assertion;  /* NULL if it bears on a proposal */
  const MarchProposal  *proposal;   /* NULL if it bears on an assertion */
  MarchStance           stance;
  char                 *note;
} MarchEvidence;

struct _MarchQuotation
{
  gint64             id;
  char              *uuid;
  const MarchSource *source;
  char              *exact;        /* NULL: a pointer */
  MarchVoice         voice;
  MarchAct           act;
  char              *said;         /* EDTF, "" where not told */
  MarchPeriod        said_period;
  guint              credibility;  /* 1 … 6, 0 if not graded */
  char              *language;
  char              *translation;
  char              *translator;
  char              *sic;          /* misprinted words, one a line */
  char              *note;
  GPtrArray         *spans;        /* of MarchSpan */
  GPtrArray         *chain;        /* of MarchChainLink */
  GPtrArray         *evidence;     /* of MarchEvidence: what it bears on */
};

typedef struct
{
  const MarchPlace *place;
  const MarchActor *holder;        /* NULL: not said */
  const MarchActor *law;           /* NULL: not said */
  char             *deferred;
  char             *terms;
} MarchProposalTerm;

struct _MarchProposal
{
  gint64              id;
  char               *uuid;
  char               *title;
  MarchProposalStatus status;
  const MarchActor   *proposer;    /* NULL: not said */
  char               *dated;       /* EDTF */
  MarchPeriod         period;
  char               *terms;
  GPtrArray          *places;      /* of MarchProposalTerm */
  GPtrArray          *evidence;    /* of MarchEvidence */
  GPtrArray          *positions;   /* of MarchAssertion */
};

typedef struct
{
  const MarchActor    *actor;
  MarchParticipantRole role;
  const MarchActor    *side;       /* NULL: for nobody in particular */
} MarchParticipant;

typedef struct
{
  MarchPeriod    period;
  char          *valid;            /* EDTF */
  MarchGeometry *geometry;
} MarchControlArea;

struct _MarchAssertion
{
  gint64                id;
  char                 *uuid;
  MarchAssertionKind    kind;
  char                 *title;
  const MarchPlace     *place;     /* NULL: of none */
  /* holder, claimant, who takes the position, for whom the value is; NULL: of nobody */
  const MarchActor     *actor;
  const MarchActor     *according; /* NULL: the author of the dossier */
  const MarchProposal  *proposal;  /* of a position; NULL else */
  MarchOrigin           origin;
  MarchPolarity         polarity;
  MarchMode             mode;
  MarchRank             rank;
  char                 *rank_reason;
  char                 *valid;     /* EDTF, "" if not stated: then it is valid on no day */
  /* a control on a day, not over an interval: it carries forward */
  gboolean              observed;
  MarchPeriod           period;
  MarchExtent           extent;    /* of a control */
  MarchClaimBasis       basis;     /* of a claim */
  MarchValueKind        value_kind;
  char                 *comparison;
  MarchStand            stand;     /* of a position */
  double                low;       /* of a figure; NAN where not stated */
  double                high;
  char                 *unit;
  char                 *quantity;
  char                 *figure_period;   /* EDTF, "" where not stated */
  char                 *reasoning;
  char                 *assumption;
  char                 *would_change;
  MarchConfidence       confidence;      /* of a conclusion */
  const MarchActor     *read_holder;     /* as the analyst reads a figure; NULL: it is not read */
  const MarchPlace     *read_place;      /* NULL: wherever the land lies */
  char                 *read_period;     /* EDTF: a day, or an interval; "" where it is not read */
  const MarchAssertion *supersedes;      /* NULL: a first version */
  const MarchAssertion *superseded_by;   /* NULL: the current version */
  gboolean              retracted;
  char                 *retract_reason;
  char                 *note;
  GPtrArray            *tags;            /* of char* */
  GPtrArray            *participants;    /* of MarchParticipant */
  GPtrArray            *evidence;        /* of MarchEvidence */
  GPtrArray            *areas;           /* of MarchControlArea */
};

typedef struct
{
  MarchBackgroundKind kind;
  char               *name;
  MarchGeometry      *geometry;
} MarchBackground;

/**
 * MarchAreaDocument:
 * @place: which feature of the file, from 1; of several the first
 * @name: its own; "" if it has none
 * @n_features: how many the file had for these days
 * @n_repaired: of them, how many were not valid
 * @until: the day after the last; #MARCH_DAY_MAX: without end
 *
 * A file of which the areas of some days were taken.
 */
typedef struct
{
  char    *file;
  guint    place;
  char    *name;
  guint    n_features;
  guint    n_repaired;
  MarchDay from;
  MarchDay until;
} MarchAreaDocument;

/**
 * MarchDatedImport:
 * @basis: %MARCH_BASIS_INDEPENDENT (assessed) or %MARCH_BASIS_OWN (the holder says so)
 * @carried: a day without data is as the day before, and a point stays until the next day with
 *   data; else nothing is known of such a day, and a point counts on its own days only
 * @dated: where the days come from, in words
 * @first: first day with data
 * @last: the last day with data, inclusive
 * @n_days: how many days have data; of points, on how many one begins
 * @holdings: of areas: the land, day by day; %NULL of points
 * @documents: (element-type MarchAreaDocument): the files of areas, by their first day; %NULL of
 *   points
 * @points: of points: they, with their days; %NULL of areas
 *
 * A batch of dated areas, or of dated points, of one holder by one source. Those of several sources
 * stay apart. A point is what the holder is said to have at a spot, as settlements held, units or
 * incidents. It is no land: it is drawn as a mark and decides nothing of the place around it.
 */
typedef struct
{
  gint64             id;
  char              *uuid;
  const MarchSource *source;
  const MarchActor  *holder;
  MarchBasis         basis;
  gboolean           carried;
  char              *dated;
  MarchDay           first;
  MarchDay           last;
  guint              n_days;
  MarchHoldings     *holdings;
  GPtrArray         *documents;
  MarchPoints       *points;
  char              *note;
} MarchDatedImport;

/**
 * MarchAreaPart:
 * @m2: square metres of a place that an import holds on a day
 * @of_m2: of so many; of a place without a shape those of its parts
 * @point: the place is a point, and held; then both are 0
 */
typedef struct
{
  double   m2;
  double   of_m2;
  gboolean point;
} MarchAreaPart;

typedef struct
{
  char    *uuid;
  char    *title;
  char    *summary;
  char    *language;
  MarchDay first;
  MarchDay last;
  guint    carry_days;
  char    *convention;
  char    *credits;
} MarchDossierFacts;

/* Immutable and counted atomically. Arrays are in a stable order: places by kind, level, code and
 * English name, sources by publication, quotations in the order of their source's text, assertions
 * by kind and time. Lists are to be unreferenced, not to be changed. */
MarchCorpus             *march_corpus_ref            (MarchCorpus *corpus);
void                     march_corpus_unref          (MarchCorpus *corpus);
const MarchDossierFacts *march_corpus_get_facts      (MarchCorpus *corpus);
GPtrArray               *march_corpus_get_actors     (MarchCorpus *corpus);
GPtrArray               *march_corpus_get_places     (MarchCorpus *corpus);
GPtrArray               *march_corpus_get_sources    (MarchCorpus *corpus);
GPtrArray               *march_corpus_get_quotations (MarchCorpus *corpus);
GPtrArray               *march_corpus_get_proposals  (MarchCorpus *corpus);
GPtrArray               *march_corpus_get_assertions (MarchCorpus *corpus);
GPtrArray               *march_corpus_get_background (MarchCorpus *corpus);
GPtrArray               *march_corpus_get_area_imports (MarchCorpus *corpus);
GPtrArray               *march_corpus_get_point_imports (MarchCorpus *corpus);
GPtrArray               *march_corpus_list_area_sources (MarchCorpus *corpus);
const MarchSource       *march_corpus_get_area_source (MarchCorpus *corpus);
GHashTable *march_corpus_measure_areas (MarchCorpus            *corpus,
                                        const MarchDatedImport *area_import,
                                        const MarchDatedImport *assessed,
                                        MarchDay                day);
gboolean march_corpus_has_measured (MarchCorpus            *corpus,
                                    const MarchDatedImport *area_import,
                                    const MarchDatedImport *assessed,
                                    MarchDay                day);
MarchOverlap *march_corpus_get_overlap (MarchCorpus            *corpus,
                                        const MarchDatedImport *own,
                                        const MarchDatedImport *assessed);
void march_corpus_adopt_measures (MarchCorpus *corpus, MarchCorpus *earlier);
MarchDay march_area_import_find_data (const MarchDatedImport *area_import, MarchDay day);
const MarchAreaDocument *march_area_import_find_document (const MarchDatedImport *area_import,
                                                          MarchDay                day);

const MarchActor        *march_corpus_get_actor      (MarchCorpus *corpus, gint64 id);
const MarchPlace        *march_corpus_get_place      (MarchCorpus *corpus, gint64 id);
const MarchSource       *march_corpus_get_source     (MarchCorpus *corpus, gint64 id);
const MarchQuotation    *march_corpus_get_quotation  (MarchCorpus *corpus, gint64 id);
const MarchProposal     *march_corpus_get_proposal   (MarchCorpus *corpus, gint64 id);
const MarchAssertion    *march_corpus_get_assertion  (MarchCorpus *corpus, gint64 id);

GPtrArray *march_corpus_list_assertions_of (MarchCorpus *corpus, const MarchPlace *place);

const MarchPlace *
march_corpus_find_place (MarchCorpus *corpus, const char *text, GPtrArray **candidates);
const MarchActor *
march_corpus_find_actor (MarchCorpus *corpus, const char *text, GPtrArray **candidates);
char *march_corpus_dup_place_handle (MarchCorpus *corpus, const MarchPlace *place);

gboolean                 march_language_is_same (const char *a, const char *b);
const char              *march_actor_get_name (const MarchActor *actor, const char *language);
const char              *march_place_get_name (const MarchPlace *place, const char *language);
const char              *march_place_get_short_name (const MarchPlace *place, const char *language);
gboolean                 march_place_is_painted      (const MarchPlace *place);
gboolean                 march_source_is_identified  (const MarchSource *source);
const MarchActor        *march_quotation_get_speaker (const MarchQuotation *quotation);
const MarchPeriod       *march_quotation_get_time    (const MarchQuotation *quotation);
const MarchOffice       *march_actor_get_office (const MarchActor *actor, const MarchPeriod *when);
GPtrArray *march_actor_list_bodies (const MarchActor *actor, const MarchPeriod *when);
gboolean
march_actor_belongs_to (const MarchActor *actor, const MarchActor *body, const MarchPeriod *when);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchCorpus, march_corpus_unref)

G_END_DECLS
