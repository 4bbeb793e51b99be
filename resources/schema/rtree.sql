-- rtree.sql: the R-tree of the layer <t>, by GeoPackage 1.3, annex F.3.
-- SPDX-FileCopyrightText: 2026 The Marchland developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- <t> stands for the layer; every layer of ours has its geometry in "geom" and its key in "id".

CREATE VIRTUAL TABLE "rtree_<t>_geom" USING rtree (id, minx, maxx, miny, maxy);

CREATE TRIGGER "rtree_<t>_geom_insert" AFTER INSERT ON "<t>"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty (NEW."geom"))
BEGIN
  INSERT OR REPLACE INTO "rtree_<t>_geom" VALUES (NEW."id", ST_MinX (NEW."geom"), ST_MaxX (NEW."geom"), ST_MinY (NEW."geom"), ST_MaxY (NEW."geom"));
END;

CREATE TRIGGER "rtree_<t>_geom_update1" AFTER UPDATE OF "geom" ON "<t>"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty (NEW."geom"))
BEGIN
  INSERT OR REPLACE INTO "rtree_<t>_geom" VALUES (NEW."id", ST_MinX (NEW."geom"), ST_MaxX (NEW."geom"), ST_MinY (NEW."geom"), ST_MaxY (NEW."geom"));
END;

CREATE TRIGGER "rtree_<t>_geom_update2" AFTER UPDATE OF "geom" ON "<t>"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty (NEW."geom"))
BEGIN
  DELETE FROM "rtree_<t>_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_<t>_geom_update3" AFTER UPDATE ON "<t>"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty (NEW."geom"))
BEGIN
  DELETE FROM "rtree_<t>_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_<t>_geom" VALUES (NEW."id", ST_MinX (NEW."geom"), ST_MaxX (NEW."geom"), ST_MinY (NEW."geom"), ST_MaxY (NEW."geom"));
END;

CREATE TRIGGER "rtree_<t>_geom_update4" AFTER UPDATE ON "<t>"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty (NEW."geom"))
BEGIN
  DELETE FROM "rtree_<t>_geom" WHERE id IN (OLD."id", NEW."id");
END;

CREATE TRIGGER "rtree_<t>_geom_delete" AFTER DELETE ON "<t>"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_<t>_geom" WHERE id = OLD."id";
END;
