-- known-triggers.sql: triggers that other programs add to a GeoPackage and that a dossier may keep; never run, only compared.
-- SPDX-FileCopyrightText: 2026 The Marchland developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- <t> stands for the table that the trigger belongs to. Ours are in rtree.sql.

-- GeoPackage 1.2
CREATE TRIGGER "rtree_<t>_geom_update3" AFTER UPDATE OF "geom" ON "<t>"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty (NEW."geom"))
BEGIN
  DELETE FROM "rtree_<t>_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_<t>_geom" VALUES (NEW."id", ST_MinX (NEW."geom"), ST_MaxX (NEW."geom"), ST_MinY (NEW."geom"), ST_MaxY (NEW."geom"));
END;

-- GeoPackage 1.4
CREATE TRIGGER "rtree_<t>_geom_update5" AFTER UPDATE ON "<t>"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty (NEW."geom"))
BEGIN
  DELETE FROM "rtree_<t>_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_<t>_geom" VALUES (NEW."id", ST_MinX (NEW."geom"), ST_MaxX (NEW."geom"), ST_MinY (NEW."geom"), ST_MaxY (NEW."geom"));
END;

CREATE TRIGGER "rtree_<t>_geom_update6" AFTER UPDATE OF "geom" ON "<t>"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty (NEW."geom")) AND (OLD."geom" NOTNULL AND NOT ST_IsEmpty (OLD."geom"))
BEGIN
  UPDATE "rtree_<t>_geom" SET minx = ST_MinX (NEW."geom"), maxx = ST_MaxX (NEW."geom"), miny = ST_MinY (NEW."geom"), maxy = ST_MaxY (NEW."geom") WHERE id = NEW."id";
END;

CREATE TRIGGER "rtree_<t>_geom_update7" AFTER UPDATE OF "geom" ON "<t>"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty (NEW."geom")) AND (OLD."geom" ISNULL OR ST_IsEmpty (OLD."geom"))
BEGIN
  INSERT INTO "rtree_<t>_geom" VALUES (NEW."id", ST_MinX (NEW."geom"), ST_MaxX (NEW."geom"), ST_MinY (NEW."geom"), ST_MaxY (NEW."geom"));
END;

-- GDAL's count of features
CREATE TRIGGER "trigger_insert_feature_count_<t>" AFTER INSERT ON "<t>"
BEGIN
  UPDATE gpkg_ogr_contents SET feature_count = feature_count + 1 WHERE lower (table_name) = lower ('<t>');
END;

CREATE TRIGGER "trigger_delete_feature_count_<t>" AFTER DELETE ON "<t>"
BEGIN
  UPDATE gpkg_ogr_contents SET feature_count = feature_count - 1 WHERE lower (table_name) = lower ('<t>');
END;
