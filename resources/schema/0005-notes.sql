-- 0005-notes.sql: notes among what a search finds, fifth version.
-- SPDX-FileCopyrightText: 2026 The Marchland developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Immutable once released: a later version adds a file with the next number.
-- What a search reads is made anew after this: it follows from the records.

DROP TABLE search;
DROP TABLE search_entry;

CREATE TABLE search_entry (                  -- what a search finds; derived, rewritten by the edit layer
  id            INTEGER PRIMARY KEY,         -- notes from 2^39 on, quotations from 2^40 on, all else below
  kind          TEXT NOT NULL CHECK (kind IN ('place', 'actor', 'source', 'quotation', 'event', 'thesis', 'proposal', 'figure', 'note')),
  record_id     INTEGER NOT NULL,            -- of a note: that of the record which it is a note of
  field         TEXT NOT NULL DEFAULT '',    -- of a note: the record's table and what the note tells, as 'assertion.reasoning'
  body          TEXT NOT NULL,               -- as written
  folded        TEXT NOT NULL,               -- lower case, without diacritics, transliterated into Latin letters
  UNIQUE (kind, record_id, field)
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (body, folded, content = 'search_entry', content_rowid = 'id',
                                        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4');

CREATE INDEX assertion_supersedes ON assertion (supersedes_id) WHERE supersedes_id IS NOT NULL;
CREATE INDEX set_aside_source ON set_aside (source_id);
CREATE INDEX proposal_term_proposal ON proposal_term (proposal_id);
