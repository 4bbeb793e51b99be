-- 0004-points.sql: imported points, fourth version.
-- SPDX-FileCopyrightText: 2026 The Marchland developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Immutable once released: a later version adds a file with the next number.
-- An import is one batch of dated points of one holder by one source: what it is said to have at a spot. Its row is a record;
-- undoing the import deletes that row alone. Its points name it without a foreign key: those of an import that is not there
-- mean nothing, and are left out of what is saved.

CREATE TABLE point_import (
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  version       INTEGER NOT NULL DEFAULT 1,
  source_id     INTEGER NOT NULL REFERENCES source (id) ON DELETE RESTRICT,
  holder_id     INTEGER NOT NULL REFERENCES actor (id) ON DELETE RESTRICT,
  basis         TEXT NOT NULL CHECK (basis IN ('independent', 'own')),       -- assessed, or the holder says so
  missing       TEXT NOT NULL CHECK (missing IN ('carried', 'open')),        -- a point stays until the next day with data, or not
  dated         TEXT NOT NULL DEFAULT '',    -- where the days come from, in words
  first_day     INTEGER NOT NULL,            -- of the data
  last_day      INTEGER NOT NULL,            -- of the data, inclusive
  n_days        INTEGER NOT NULL CHECK (n_days > 0),                         -- on which a point begins
  n_points      INTEGER NOT NULL CHECK (n_points > 0),
  note          TEXT NOT NULL DEFAULT '',
  CHECK (first_day <= last_day)
) STRICT;

CREATE TABLE point (                         -- what a file had at a spot, with the days on which it counts
  id            INTEGER PRIMARY KEY,
  import_id     INTEGER NOT NULL,
  from_day      INTEGER NOT NULL,            -- days since 1970-01-01
  until_day     INTEGER,                     -- the first day on which it no longer counts; NULL: no day says so
  told_day      INTEGER,                     -- the day after the last of which the file itself tells; NULL: it is without end
  name          TEXT NOT NULL DEFAULT '',
  file          TEXT NOT NULL,               -- its name
  place         INTEGER NOT NULL,            -- which feature or line of the file, from 1; those of a multipoint share it
  properties    TEXT NOT NULL DEFAULT '{}',  -- a JSON object
  geom          POINT NOT NULL               -- as read
);

CREATE INDEX point_of_import ON point (import_id, from_day, until_day);
