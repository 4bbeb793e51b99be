-- 0003-readings.sql: figures held against the map, third version.
-- SPDX-FileCopyrightText: 2026 The Marchland developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Immutable once released: a later version adds a file with the next number.
-- How the analyst reads a figure that its words state without place or period. What the words state stays as it is.

ALTER TABLE assertion ADD COLUMN read_holder_id INTEGER REFERENCES actor (id) ON DELETE RESTRICT; -- whose land; NULL: it is not read
ALTER TABLE assertion ADD COLUMN read_place_id INTEGER REFERENCES place (id) ON DELETE RESTRICT;  -- NULL: wherever the land lies
ALTER TABLE assertion ADD COLUMN read_edtf TEXT NOT NULL DEFAULT ''; -- a day on which it is held, or an interval in which it is gained
