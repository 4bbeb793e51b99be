/* march-words.h — sentences that panel, command line and accessible names share */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-snapshot.h"

G_BEGIN_DECLS

/* Everywhere @language is BCP 47 or a locale's name and chooses the names of actors and places;
 * NULL: the reader's. */

/* "Partly held by Velmark" · "Velmark says it owns it" · "No quotation on record": what the legend
 * says, too */
char *march_words_hold_headline   (const MarchHold *hold, const char *language);
char *march_words_own_headline    (const MarchOwn *own, const char *language);

/* The same and how it is known, as a sentence: "Partly held by Velmark, concluded, moderate
 * confidence." */
char *march_words_hold            (const MarchHold *hold, const char *language);
char *march_words_own             (const MarchOwn *own, const char *language);

/* When an old report was made, NULL if it isn't old: "about December 2031". Since when somebody
 * says it, NULL if not told: "perhaps since September 2028". Whether an official does. */
char    *march_words_last_reported (const MarchHold *hold);
char    *march_words_since         (const MarchOwn *own);
gboolean march_words_is_official   (const MarchOwn *own);

/* A place's name in the reader's language, with its kind if another place of the dossier bears the
 * same: "Brena (settlement)" */
char *march_words_name_place      (MarchCorpus *corpus, const MarchPlace *place);

/* "Not disputed as a whole in this dossier; in dispute: Brena, Dorn" */
char *march_words_undisputed      (const MarchFinding *finding, const char *language);

/* The same as the question has it: "Not disputed, according to Velmark" */
char *march_words_undisputed_as_asked (MarchSnapshot *snapshot, const MarchFinding *finding);

/* How a position stands to its proposal, and in which mode: "accepts (hedged)" */
char *march_words_stand           (const MarchAssertion *position);

/* The sentences of a finding without the place's name */
char *march_words_answer          (const MarchFinding *finding, const char *language);

/* The whole finding on one line: "Brena. Partly held by Velmark, concluded, moderate confidence.
 * Orr says it owns it, since September 2028." */
char *march_words_finding         (const MarchFinding *finding, const char *language);

/* What a control, claim or figure says, apart from how it is known: "Partly held by Velmark"; the
 * title of another kind */
char *march_words_assertion       (const MarchAssertion *assertion, const char *language);

/* "As of 15 May 2031, known by 1 June 2031, according to Velmark" */
char *march_words_question        (MarchSnapshot *snapshot, const char *language);

/* A quotation's words: in quotation marks if they are the speaker's, with [sic] after misprints;
 * NULL for a pointer */
char *march_words_quote           (const MarchQuotation *quotation);

/* "Ana Orr, governor of Velmark, said 3 May 2031, passed on by The Herald" */
char *march_words_attribution     (const MarchQuotation *quotation, const char *language);

/* How much an imported area holds: "63 % of it (16,800 km²)"; "" of a point. Whose day it is: "area
 * of 15 May 2031", or "area as of 12 May 2031, the newest before". Which file it is of: "file
 * day.geojson, feature 3 “Name” and 2 others"; NULL if that isn't told. */
char *march_words_share           (const MarchAreaShare *share);
char *march_words_share_day       (const MarchAreaShare *share, MarchDay as_of);
char *march_words_share_document  (const MarchAreaShare *share);

/* Whose area it is: "area of “Daily sheet”, 15 May 2031", or "area of “Daily sheet” as of 12 May
 * 2031, the newest before" */
char *march_words_share_origin    (const MarchAreaShare *share, MarchDay as_of);

/* Why no imported areas of a source, or of the one that is drawn, are shown: "The areas of “Daily
 * sheet” end on 3 May 2031. Another source covers this day: “Ledger”."; NULL if some are, or if it
 * never has any. The second sentence alone. The same where nothing at all is an answer, too. */
char *march_words_no_areas         (MarchSnapshot *snapshot, const MarchSource *source);
char *march_words_other_areas      (MarchSnapshot     *snapshot,
                                    const MarchSource *source,
                                    MarchDay           day);
char *march_words_nothing_measured (MarchSnapshot *snapshot, const MarchSource *source);

/* "Ada Lindqvist, “Title”, The Herald, about 15 May 2031" */
char *march_words_source          (const MarchSource *source);

/* "B2"; "" where neither source nor information is graded. Spelt out for a tooltip: "B2: usually
 * reliable, probably true" */
char *march_words_grade           (const MarchQuotation *quotation);
char *march_words_grade_meaning   (const MarchQuotation *quotation);

/* "usually reliable", "probably true": what the grade of a source or of information means; of 0,
 * that there is none */
const char *march_words_reliability (char grade);
const char *march_words_credibility (guint credibility);

const char *march_words_get_language (const char *language);
const char *march_words_get_tag      (void);

/* An imported point: its days, as "15 May 2031" or "from … through …"; and whose it is, of which
 * days, and by which source, a line each. */
char *march_words_point_days      (const MarchPoint *point, MarchDay as_of);
char *march_words_point           (const MarchDatedImport *import, const MarchPoint *point,
                                   MarchDay as_of, const char *language);

G_END_DECLS
