-- 0002-areas.sql: imported control areas, second version.
-- SPDX-FileCopyrightText: 2026 The Marchland developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Immutable once released: a later version adds a file with the next number.
-- An import is one batch of dated areas of one holder by one source. Its row is a record; undoing the import deletes that row
-- alone. What belongs to it names it without a foreign key: pieces of an import that is not there mean nothing, and are left
-- out of what is saved.

CREATE TABLE area_import (
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  source_id     INTEGER NOT NULL REFERENCES source (id) ON DELETE RESTRICT,
  holder_id     INTEGER NOT NULL REFERENCES actor (id) ON DELETE RESTRICT,
  basis         TEXT NOT NULL CHECK (basis IN ('independent', 'own')),       -- assessed, or the holder says that it holds
  missing       TEXT NOT NULL CHECK (missing IN ('carried', 'open')),        -- days without data: as before, or not known
  dated         TEXT NOT NULL DEFAULT '',    -- where the days come from, in words
  first_day     INTEGER NOT NULL,            -- of the data
  last_day      INTEGER NOT NULL,            -- of the data, inclusive
  n_days        INTEGER NOT NULL CHECK (n_days > 0),                         -- that have data
  n_pieces      INTEGER NOT NULL CHECK (n_pieces >= 0),
  note          TEXT NOT NULL DEFAULT '',
  CHECK (first_day <= last_day)
) STRICT;

CREATE TABLE piece (                         -- land with the days through which it was held
  id            INTEGER PRIMARY KEY,
  import_id     INTEGER NOT NULL,
  from_day      INTEGER NOT NULL,            -- days since 1970-01-01
  until_day     INTEGER,                     -- the first day on which it no longer is; NULL: no day says so
  geom          GEOMETRY NOT NULL            -- one polygon, on a grid of 1e-7 degrees
);

CREATE TABLE blank (                         -- days of which an import says nothing: its pieces mean nothing then
  id            INTEGER PRIMARY KEY,
  import_id     INTEGER NOT NULL,
  from_day      INTEGER NOT NULL,
  until_day     INTEGER                      -- the day after the last; NULL: without end
) STRICT;

CREATE TABLE import_feature (                -- what the files had, for export and for the report
  id            INTEGER PRIMARY KEY,
  import_id     INTEGER NOT NULL,
  file          TEXT NOT NULL,               -- its name
  place         INTEGER NOT NULL,            -- which feature of the file, from 1
  name          TEXT NOT NULL DEFAULT '',
  from_day      INTEGER NOT NULL,
  until_day     INTEGER,
  properties    TEXT NOT NULL DEFAULT '{}' CHECK (json_valid (properties)),
  repaired      TEXT NOT NULL DEFAULT '',    -- why its geometry was not valid; '' where it was
  original      BLOB                         -- GeoPackage binary as read; NULL where the pieces of its days give it back
) STRICT;

ALTER TABLE dossier ADD COLUMN area_source_id INTEGER REFERENCES source (id) ON DELETE RESTRICT; -- whose areas are drawn; NULL: none was chosen

CREATE INDEX piece_time ON piece (import_id, from_day, until_day);
CREATE INDEX blank_import ON blank (import_id);
CREATE INDEX import_feature_import ON import_feature (import_id, from_day);
