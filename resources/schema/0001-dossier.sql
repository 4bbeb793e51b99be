-- 0001-dossier.sql: the tables of a dossier, first version.
-- SPDX-FileCopyrightText: 2026 The Marchland developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Immutable once released: a later version adds a file with the next number.
-- Every record table has an id (random, positive, 52 bits), a uuid and a version that counts its edits.
-- Columns *_edtf hold a date as given; the *_day columns are derived from it: days since 1970-01-01 in the
-- proleptic Gregorian calendar, NULL where the bound is open or unknown. Names of persons and places live
-- in "name" and "actor_name". RESTRICT throughout: the edit layer deletes
-- children in the same edit. Tables with a geometry can't be STRICT, as GeoPackage wants their column typed GEOMETRY.

CREATE TABLE dossier (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  title         TEXT NOT NULL,
  summary       TEXT NOT NULL DEFAULT '',
  language      TEXT NOT NULL DEFAULT 'en',
  first_edtf    TEXT NOT NULL,               -- the timeline's first day
  last_edtf     TEXT NOT NULL,               -- the timeline's last day
  carry_days    INTEGER NOT NULL DEFAULT 30 CHECK (carry_days >= 0),
  convention    TEXT NOT NULL DEFAULT '',    -- whose borders are drawn as recognised, named on every map
  credits       TEXT NOT NULL DEFAULT ''     -- of the geography, one a line
) STRICT;

CREATE TABLE actor (
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  kind          TEXT NOT NULL CHECK (kind IN ('state', 'organ', 'group', 'organisation', 'entity', 'person', 'unnamed')),
  palette       INTEGER CHECK (palette BETWEEN 1 AND 12),  -- the hue and pattern slot of one that holds or claims
  note          TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE actor_name (
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  actor_id      INTEGER NOT NULL REFERENCES actor (id) ON DELETE RESTRICT,
  text          TEXT NOT NULL CHECK (text <> ''),
  language      TEXT NOT NULL,               -- BCP 47
  preferred     INTEGER NOT NULL DEFAULT 0 CHECK (preferred IN (0, 1))
) STRICT;

CREATE TABLE office (                        -- what a person holds, or an organ belongs to, over a period
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  actor_id      INTEGER NOT NULL REFERENCES actor (id) ON DELETE RESTRICT,
  body_id       INTEGER NOT NULL REFERENCES actor (id) ON DELETE RESTRICT,
  title         TEXT NOT NULL DEFAULT '',    -- '' for an organ of a body
  valid_edtf    TEXT NOT NULL DEFAULT '/',
  from_day      INTEGER,                     -- earliest reading
  until_day     INTEGER,                     -- the day after the latest reading
  speaks_for    INTEGER NOT NULL DEFAULT 1 CHECK (speaks_for IN (0, 1)),     -- whose words are the body's own
  states_policy INTEGER NOT NULL DEFAULT 0 CHECK (states_policy IN (0, 1)),  -- whose words can make a claim
  CHECK (actor_id <> body_id)
) STRICT;

CREATE TABLE place (
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  kind          TEXT NOT NULL CHECK (kind IN ('state', 'unit', 'composite', 'settlement', 'sea', 'site', 'description')),
  code          TEXT UNIQUE CHECK (code <> ''),          -- ISO 3166 where there is one
  level         INTEGER,                                 -- of a unit: 1 is the first below the state
  capital       INTEGER NOT NULL DEFAULT 0 CHECK (capital BETWEEN 0 AND 2),  -- 1: of a state, 2: of a first-level unit
  state_id      INTEGER REFERENCES actor (id) ON DELETE RESTRICT,            -- of a state: the actor that it is
  importance    INTEGER NOT NULL DEFAULT 0,              -- larger is labelled first
  note          TEXT NOT NULL DEFAULT '',
  geom          GEOMETRY                                 -- GeoPackage binary, EPSG:4326; NULL: listed, never drawn
);

CREATE TABLE place_link (                    -- the graph of places
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  child_id      INTEGER NOT NULL REFERENCES place (id) ON DELETE RESTRICT,
  parent_id     INTEGER NOT NULL REFERENCES place (id) ON DELETE RESTRICT,
  kind          TEXT NOT NULL CHECK (kind IN ('recognised', 'composite', 'described')),
  UNIQUE (child_id, parent_id),
  CHECK (child_id <> parent_id)
) STRICT;

CREATE TABLE name (                          -- of a place, by language and by who uses it
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  place_id      INTEGER NOT NULL REFERENCES place (id) ON DELETE RESTRICT,
  text          TEXT NOT NULL CHECK (text <> ''),
  language      TEXT NOT NULL,               -- BCP 47
  user_id       INTEGER REFERENCES actor (id) ON DELETE RESTRICT,    -- NULL: in general use
  role          TEXT NOT NULL DEFAULT 'variant' CHECK (role IN ('endonym', 'main', 'short', 'variant'))
) STRICT;

CREATE TABLE source (
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  title         TEXT NOT NULL,               -- as published, or a description of an unidentified report
  titled        INTEGER NOT NULL DEFAULT 1 CHECK (titled IN (0, 1)),         -- 0: the title describes, it was not published
  csl           TEXT NOT NULL CHECK (json_valid (csl)),                      -- one CSL-JSON item
  published_edtf TEXT NOT NULL DEFAULT '',
  published_from_day INTEGER,
  published_until_day INTEGER,               -- the day after the latest possible publication day
  inferred      TEXT NOT NULL DEFAULT '',    -- which fields were inferred and how
  grade         TEXT CHECK (grade IN ('A', 'B', 'C', 'D', 'E', 'F')),
  grade_reason  TEXT NOT NULL DEFAULT '',
  sha256        TEXT,                        -- of the archived text, in hexadecimal
  length        INTEGER,                     -- of that text, in code points
  note          TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE source_link (
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  source_id     INTEGER NOT NULL REFERENCES source (id) ON DELETE RESTRICT,
  other_id      INTEGER NOT NULL REFERENCES source (id) ON DELETE RESTRICT,
  kind          TEXT NOT NULL CHECK (kind IN ('independent', 'draws_on')),
  reason        TEXT NOT NULL DEFAULT '',
  UNIQUE (source_id, other_id),
  CHECK (source_id <> other_id)
) STRICT;

CREATE TABLE source_text (                   -- the archived text, if the analyst has it
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  source_id     INTEGER NOT NULL UNIQUE REFERENCES source (id) ON DELETE RESTRICT,
  text          TEXT NOT NULL,
  sha256        TEXT NOT NULL,
  taken         TEXT NOT NULL DEFAULT ''     -- when, ISO 8601
) STRICT;

CREATE TABLE quotation (
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  source_id     INTEGER NOT NULL REFERENCES source (id) ON DELETE RESTRICT,
  exact         TEXT,                        -- the quoted words, spans joined by " … "; NULL: a pointer
  voice         TEXT NOT NULL CHECK (voice IN ('verbatim', 'translated', 'single_word', 'report')),
  act           TEXT NOT NULL CHECK (act IN ('law', 'decree', 'treaty', 'vote', 'speech', 'communique', 'interview', 'report', 'commentary')),
  said_edtf     TEXT NOT NULL DEFAULT '',    -- '' where the source does not tell
  said_from_day INTEGER,
  said_until_day INTEGER,
  credibility   INTEGER CHECK (credibility BETWEEN 1 AND 6),
  language      TEXT NOT NULL DEFAULT 'en',
  translation   TEXT NOT NULL DEFAULT '',
  translator    TEXT NOT NULL DEFAULT '',
  sic           TEXT NOT NULL DEFAULT '',    -- words of the quotation that are misprinted in the source, one a line
  note          TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE span (                          -- where the words of a quotation stand in the source's text
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  quotation_id  INTEGER NOT NULL REFERENCES quotation (id) ON DELETE RESTRICT,
  position      INTEGER NOT NULL,
  exact         TEXT,                        -- NULL in a pointer
  prefix        TEXT NOT NULL DEFAULT '',
  suffix        TEXT NOT NULL DEFAULT '',
  first         INTEGER NOT NULL CHECK (first >= 0),     -- in code points
  beyond        INTEGER NOT NULL CHECK (beyond > first), -- the code point after the last
  sha256        TEXT NOT NULL,               -- of the exact words in UTF-8
  UNIQUE (quotation_id, position)
) STRICT;

CREATE TABLE chain (                         -- speaker, those who pass it on, author, publication
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  quotation_id  INTEGER NOT NULL REFERENCES quotation (id) ON DELETE RESTRICT,
  position      INTEGER NOT NULL,
  actor_id      INTEGER NOT NULL REFERENCES actor (id) ON DELETE RESTRICT,
  role          TEXT NOT NULL CHECK (role IN ('speaker', 'relay', 'author', 'publication', 'subject')),
  UNIQUE (quotation_id, position)
) STRICT;

CREATE TABLE set_aside (                     -- a passage about territory that is not quoted, and why
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  source_id     INTEGER NOT NULL REFERENCES source (id) ON DELETE RESTRICT,
  first         INTEGER NOT NULL CHECK (first >= 0),
  beyond        INTEGER NOT NULL CHECK (beyond > first),
  sha256        TEXT NOT NULL,
  reason        TEXT NOT NULL CHECK (reason <> '')
) STRICT;

CREATE TABLE proposal (                      -- terms of a settlement
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  title         TEXT NOT NULL,
  status        TEXT NOT NULL CHECK (status IN ('negotiated', 'drafted', 'offered', 'reported', 'never_adopted')),
  proposer_id   INTEGER REFERENCES actor (id) ON DELETE RESTRICT,
  dated_edtf    TEXT NOT NULL DEFAULT '',
  dated_from_day INTEGER,
  dated_until_day INTEGER,
  terms         TEXT NOT NULL DEFAULT ''     -- what it says besides places
) STRICT;

CREATE TABLE proposal_term (                 -- what a proposal says of one place
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  proposal_id   INTEGER NOT NULL REFERENCES proposal (id) ON DELETE RESTRICT,
  place_id      INTEGER NOT NULL REFERENCES place (id) ON DELETE RESTRICT,
  holder_id     INTEGER REFERENCES actor (id) ON DELETE RESTRICT,
  law_id        INTEGER REFERENCES actor (id) ON DELETE RESTRICT,    -- in whose law the place would be
  deferred      TEXT NOT NULL DEFAULT '',
  terms         TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE assertion (
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  kind          TEXT NOT NULL CHECK (kind IN ('control', 'claim', 'position', 'value', 'figure', 'event', 'thesis')),
  title         TEXT NOT NULL DEFAULT '',    -- of an event, a thesis, a position or a figure, in a short sentence
  place_id      INTEGER REFERENCES place (id) ON DELETE RESTRICT,
  actor_id      INTEGER REFERENCES actor (id) ON DELETE RESTRICT,    -- holder, claimant, who takes the position, for whom the value is
  according_id  INTEGER REFERENCES actor (id) ON DELETE RESTRICT,    -- NULL: the author of the dossier
  proposal_id   INTEGER REFERENCES proposal (id) ON DELETE RESTRICT, -- of a position
  origin        TEXT NOT NULL DEFAULT 'stated' CHECK (origin IN ('stated', 'concluded')),
  polarity      TEXT NOT NULL DEFAULT 'is' CHECK (polarity IN ('is', 'is_not')),
  mode          TEXT NOT NULL DEFAULT 'stated' CHECK (mode IN ('stated', 'hedged', 'conditional', 'predicted', 'intended', 'asked')),
  rank          TEXT NOT NULL DEFAULT 'normal' CHECK (rank IN ('preferred', 'normal', 'deprecated')),
  rank_reason   TEXT NOT NULL DEFAULT '',
  valid_edtf    TEXT NOT NULL DEFAULT '',    -- a date that is no interval, on a control, is the day observed: it carries forward
  from_earliest_day INTEGER,
  from_latest_day INTEGER,                   -- certain from here …
  until_earliest_day INTEGER,                -- … to the day before this
  until_latest_day INTEGER,
  extent        TEXT CHECK (extent IN ('whole', 'most', 'part', 'foothold', 'none', 'contested', 'not_whole', 'not_stated')),
  basis         TEXT CHECK (basis IN ('law', 'treaty', 'borders', 'demand', 'aspiration', 'not_stated')),
  value_kind    TEXT CHECK (value_kind IN ('strategic', 'economic', 'symbolic')),
  comparison    TEXT NOT NULL DEFAULT '',    -- the source's own comparison, in its words
  stand         TEXT CHECK (stand IN ('accepts', 'rejects', 'conditional', 'silent')),
  low           REAL,
  high          REAL,
  unit          TEXT NOT NULL DEFAULT '',
  quantity      TEXT NOT NULL DEFAULT '',    -- what a figure counts: figures of one quantity, place and period can conflict
  period_edtf   TEXT NOT NULL DEFAULT '',    -- of a figure; '' where not stated
  reasoning     TEXT NOT NULL DEFAULT '',
  assumption    TEXT NOT NULL DEFAULT '',
  would_change  TEXT NOT NULL DEFAULT '',    -- what would change a conclusion
  confidence    TEXT CHECK (confidence IN ('low', 'moderate', 'high')),
  supersedes_id INTEGER REFERENCES assertion (id) ON DELETE RESTRICT,
  retracted     INTEGER NOT NULL DEFAULT 0 CHECK (retracted IN (0, 1)),
  retract_reason TEXT NOT NULL DEFAULT '',
  note          TEXT NOT NULL DEFAULT '',
  CHECK (kind <> 'control' OR (place_id IS NOT NULL AND actor_id IS NOT NULL AND extent IS NOT NULL)),
  CHECK (kind <> 'claim' OR (place_id IS NOT NULL AND actor_id IS NOT NULL AND basis IS NOT NULL)),
  CHECK (kind <> 'value' OR (place_id IS NOT NULL AND value_kind IS NOT NULL)),
  CHECK (kind <> 'position' OR (actor_id IS NOT NULL AND stand IS NOT NULL)),
  CHECK (kind <> 'figure' OR (quantity <> '' AND (low IS NOT NULL OR high IS NOT NULL))),
  CHECK (kind NOT IN ('event', 'thesis', 'position') OR title <> ''),
  CHECK (origin = 'stated' OR (reasoning <> '' AND confidence IS NOT NULL))
) STRICT;

CREATE TABLE tag (                           -- of a value: resources, location, population, homeland, history, kin …
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  assertion_id  INTEGER NOT NULL REFERENCES assertion (id) ON DELETE RESTRICT,
  text          TEXT NOT NULL CHECK (text <> ''),
  UNIQUE (assertion_id, text)
) STRICT;

CREATE TABLE participant (                   -- in an event
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  assertion_id  INTEGER NOT NULL REFERENCES assertion (id) ON DELETE RESTRICT,
  actor_id      INTEGER NOT NULL REFERENCES actor (id) ON DELETE RESTRICT,
  role          TEXT NOT NULL CHECK (role IN ('head', 'member', 'host', 'party', 'absent', 'mediator', 'expected')),
  side_id       INTEGER REFERENCES actor (id) ON DELETE RESTRICT,    -- for whom
  UNIQUE (assertion_id, actor_id, role)
) STRICT;

CREATE TABLE evidence (                      -- a quotation bears on an assertion or a proposal
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  quotation_id  INTEGER NOT NULL REFERENCES quotation (id) ON DELETE RESTRICT,
  assertion_id  INTEGER REFERENCES assertion (id) ON DELETE RESTRICT,
  proposal_id   INTEGER REFERENCES proposal (id) ON DELETE RESTRICT,
  stance        TEXT NOT NULL DEFAULT 'supports' CHECK (stance IN ('supports', 'disputes', 'qualifies')),
  note          TEXT NOT NULL DEFAULT '',
  CHECK ((assertion_id IS NULL) <> (proposal_id IS NULL))
) STRICT;

CREATE TABLE control_area (                  -- the dated area of a control
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  assertion_id  INTEGER NOT NULL REFERENCES assertion (id) ON DELETE RESTRICT,
  valid_edtf    TEXT NOT NULL,
  from_earliest_day INTEGER,
  from_latest_day INTEGER,
  until_earliest_day INTEGER,
  until_latest_day INTEGER,
  geom          GEOMETRY NOT NULL
);

CREATE TABLE background (                    -- geography that nobody disputes here: neighbours, rivers, lakes
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  kind          TEXT NOT NULL CHECK (kind IN ('country', 'river', 'lake', 'disputed_line')),
  name          TEXT NOT NULL DEFAULT '',
  geom          GEOMETRY NOT NULL
);

CREATE TABLE history (                       -- who changed what, when; travels with the file
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  at            TEXT NOT NULL,               -- ISO 8601, UTC
  who           TEXT NOT NULL,
  label         TEXT NOT NULL,
  undoes_id     INTEGER REFERENCES history (id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE history_row (
  id            INTEGER PRIMARY KEY,
  history_id    INTEGER NOT NULL REFERENCES history (id) ON DELETE RESTRICT,
  record_table  TEXT NOT NULL,
  record_id     INTEGER NOT NULL,
  action        TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete'))
) STRICT;

CREATE TABLE search_entry (                  -- what a search finds; derived, rewritten by the edit layer
  id            INTEGER PRIMARY KEY,
  kind          TEXT NOT NULL CHECK (kind IN ('place', 'actor', 'source', 'quotation', 'event', 'thesis', 'proposal', 'figure')),
  record_id     INTEGER NOT NULL,
  body          TEXT NOT NULL,               -- as written
  folded        TEXT NOT NULL,               -- lower case, without diacritics, transliterated into Latin letters
  UNIQUE (kind, record_id)
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (body, folded, content = 'search_entry', content_rowid = 'id',
                                        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

CREATE INDEX actor_name_actor ON actor_name (actor_id);
CREATE INDEX office_actor ON office (actor_id);
CREATE INDEX name_place ON name (place_id);
CREATE INDEX quotation_source ON quotation (source_id);
CREATE INDEX assertion_place ON assertion (place_id, kind);
CREATE UNIQUE INDEX evidence_assertion ON evidence (assertion_id, quotation_id) WHERE assertion_id IS NOT NULL;
CREATE UNIQUE INDEX evidence_proposal ON evidence (proposal_id, quotation_id) WHERE proposal_id IS NOT NULL;
CREATE INDEX evidence_quotation ON evidence (quotation_id);
CREATE INDEX control_area_assertion ON control_area (assertion_id);
CREATE INDEX history_row_record ON history_row (record_table, record_id);
