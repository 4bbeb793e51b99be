/* tiny.h — a land of a few places, for tests that say in a line what is asserted of it and what
 * comes of that */
/* SPDX-FileCopyrightText: 2026 The Marchland developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "asof/march-snapshot.h"

G_BEGIN_DECLS

/* Places: V, a state that is the actor V; its units u and w; s, a settlement in u; c, the composite
 * of u and w; d, a part of V by description, of which w is described as a part; z, a sea; e, a
 * composite in V, and t, a unit of V and of e; g, a large unit of no state. Actors: V, A and B;
 * their officials v, a and b, in office from 2000 through 2029, and o, in A's office until 2010;
 * A's adviser n, who doesn't speak for it; k, an organ of A's, and m, in its office until 2010; p,
 * a person without an office; q, who speaks for A without a title; x and y, reporters. Sources: 1
 * published on 2021-01-01, 2 on 2023-01-01, 3 at an unknown time, 4 in 2022. */

/* Assertions, one a line or separated by ";": "control PLACE ACTOR EXTENT EDTF [OPTION …]", "claim
 * PLACE ACTOR BASIS EDTF [OPTION …]", "value PLACE ACTOR KIND EDTF [OPTION …]", "figure PLACE LOW
 * HIGH PERIOD [OPTION …]". Options: by=ACTOR (x if left out, for a claim the claimant), src=1 … 4,
 * said=EDTF, and the nicks of modes, ranks, origins and polarities; "disputed" and "qualified" give
 * their quotation that stance; "retracted"; "supersedes=N", the assertion of line N; "pointer",
 * whose words aren't stored; "note=WORD" of the evidence; "title=WORD". "evidence N [OPTION …]" is
 * a further quotation that bears on the assertion of line N. "strip N EDTF WEST EAST" is where the
 * control of line N holds then. "area ACTOR DAY WEST EAST [OPTION …]" is an imported area of one
 * day, carried on: a strip of full height between two longitudes in tenths of a degree; then u
 * reaches from 0 to 1, w to 2, t to 3, g from 4 to 204, and s is a point at 0.5. Its options:
 * "own", "open", src=1 … 4. */
MarchCorpus *tiny_corpus_new (const char *assertions);

const MarchPlace *tiny_place (MarchCorpus *corpus, const char *code);
const MarchActor *tiny_actor (MarchCorpus *corpus, const char *name);

/* "state[ [HOLD]…][ (HOLD)…][ {OWN}…][ !…][ =…]": drawn holds, others, claims; "!" an open
 * conflict, "=" a settled one. A hold is "A part own", a claim "A law"; then "?" possible, "^"
 * against interest, "~" last reported, "<V" inherited, "*2" its assertions, "@50" the percentage of
 * an imported area and "@" that a point is in one. "#" is an open conflict with an area. */
char *tiny_describe (MarchSnapshot *snapshot, const char *place);

/* The day that @text is, or @otherwise where it is NULL. */
MarchDay tiny_read_day (const char *text, MarchDay otherwise);

/* The answer as of a day; @known_by may be NULL. */
MarchSnapshot *tiny_ask (MarchCorpus *corpus, const char *day, const char *known_by);

G_END_DECLS
