/* march-why.h — from a colour back to the rule, the assertions, the words and the sources */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-snapshot.h"

G_BEGIN_DECLS

/**
 * MarchSymbol:
 *
 * What is drawn for one thing a snapshot says of a place: one row of "why this colour?", one kind
 * of legend entry.
 */
typedef enum
{
  MARCH_SYMBOL_UNDISPUTED,
  MARCH_SYMBOL_HELD,           /* solid */
  MARCH_SYMBOL_SAYS_HOLDS,     /* own word only: strokes */
  MARCH_SYMBOL_PARTLY,         /* bands */
  MARCH_SYMBOL_FOOTHOLD,       /* one band in four */
  MARCH_SYMBOL_NOT_STATED,     /* solid, broken outline */
  MARCH_SYMBOL_NOT_WHOLE,      /* "not wholly": bands, the holder's share not said */
  MARCH_SYMBOL_CONTESTED,      /* vertical stripes */
  MARCH_SYMBOL_AREA,           /* exact dated area */
  MARCH_SYMBOL_OWNS,           /* hatch */
  MARCH_SYMBOL_ASPIRATION,     /* dots */
  MARCH_SYMBOL_SILENT,         /* cross-ticks */
} MarchSymbol;

/**
 * MarchWhyArea:
 * @share: what it holds of the place, and of which import it is
 * @source: who publishes it
 * @amount: "63 % of it (16,800 km²)"; of a point that it lies inside
 * @day: "area of 15 May 2031", or "area as of 12 May 2031, the newest before"
 * @document: (nullable): "file day.geojson, feature 3 “Name”"; %NULL if the import doesn't tell
 * @import: how it is dated and that days without data are carried or open
 *
 * An imported area that a colour rests on: its evidence is a document, as a quotation is of a text.
 */
typedef struct
{
  const MarchAreaShare *share;
  const MarchSource    *source;
  char                 *amount;
  char                 *day;
  char                 *document;
  char                 *import;
} MarchWhyArea;

typedef struct
{
  MarchSymbol       symbol;
  const MarchActor *actor;       /* whose hue or pattern; NULL for none */
  gboolean          concluded;
  MarchCertainty    certainty;
  const MarchHold  *hold;        /* NULL if it is about a claim or about nothing on record */
  const MarchOwn   *own;         /* NULL if it is about control or about nothing on record */
  char             *drawing;     /* what is drawn, in a few words: "Bands, dashed edge" */
  char             *rule;        /* the drawing rule in a sentence */
  char             *headline;    /* "Partly held by Velmark", "Velmark says it owns it" */
  GPtrArray        *assertions;  /* of const MarchAssertion */
  /* of const MarchQuotation, each once: what supports, then what qualifies, then what disputes */
  GPtrArray        *quotations;
  GPtrArray        *evidence;    /* of const MarchEvidence: how each of @quotations bears on it */
  GPtrArray        *sources;     /* of const MarchSource, each once */
  GPtrArray        *areas;       /* of MarchWhyArea: imported areas that it rests on */
} MarchWhyRow;

typedef struct
{
  MarchSnapshot      *snapshot;
  const MarchFinding *finding;
  char               *summary;   /* the whole answer in a sentence or two */
  GPtrArray          *rows;      /* of MarchWhyRow */
  GPtrArray          *not_known; /* private: ask march_why_get_not_known() */
} MarchWhy;

MarchWhy *march_why_new     (MarchSnapshot *snapshot, const MarchPlace *place);
void      march_why_free    (MarchWhy *why);
MarchWhyArea *march_why_area_new (MarchSnapshot *snapshot, const MarchAreaShare *share);
void          march_why_area_free (MarchWhyArea *area);
char     *march_words_area_conflict (const MarchAreaConflict *conflict);
char     *march_why_to_text (MarchWhy *why);
char     *march_why_to_line (MarchWhy *why);
GPtrArray *march_why_get_not_known (MarchWhy *why);
GPtrArray *march_why_list_quotations (MarchWhy *why);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarchWhy, march_why_free)

G_END_DECLS
