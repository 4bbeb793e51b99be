#!/usr/bin/env python3
# Three real days of occupied area, and layers of claimed ones, held against GDAL, Shapely and pyproj.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-real-areas.py CLI DOSSIER

Prints TAP. The days are those in the folder that MARCHLAND_TEST_DATA names; the units are read from the dossier with
SQLite. Shapely cuts each day at the units' borders, pyproj measures what it cut as polygons of geodesics.
"""

import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import pyproj
import shapely.geometry
import shapely.ops
import shapely.wkb

from cli_support import DOSSIER, main, run

FOLDER = pathlib.Path(os.environ["MARCHLAND_TEST_DATA"]) / "deepstate_daily_occupied_sample"
CLAIMS = FOLDER.parent / "isw_claims_sample"
CLAIMED = "2022-09-12"
DAYS = {"20240708": "2024-07-08", "20250301": "2025-03-01", "20260822": "2026-08-22"}
NEAR = 1e-5
OVERLAID = 5e-5  # where overlays put other points on a long border: the geodesics between them run beside it
LEAST_KM2 = 1  # of a smaller share the rounding of borders is more than that
HELD_BACK = 2e-7  # of a land: slivers that a day's new digits make stay out (docs/architecture.md)
GEOD = pyproj.Geod(ellps="WGS84")
HEADER = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}  # bytes of a GeoPackage's envelope


def measure(shape):
    """In km², part by part: what touches in lines has none."""
    parts = [p for p in getattr(shape, "geoms", [shape]) if p.geom_type == "Polygon" and not p.is_empty]
    return sum(abs(GEOD.geometry_area_perimeter(shapely.geometry.polygon.orient(p))[0]) for p in parts) / 1e6


def read_units(path):
    """By code: the first-level units of the dossier."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        rows = database.execute("SELECT code, geom FROM place WHERE kind = 'unit' AND level = 1 AND geom IS NOT NULL")
        return {code: shapely.wkb.loads(geom[8 + HEADER[geom[3] >> 1 & 7]:]).buffer(0) for code, geom in rows if code}


def read_day(name):
    """One valid land; nothing has to be repaired on either side."""
    collection = json.loads((FOLDER / f"deepstatemap_data_{name}.geojson").read_text())
    shape = shapely.geometry.shape(collection["features"][0]["geometry"])
    assert len(collection["features"]) == 1 and shape.is_valid
    return shape


def bring_in(folder):
    path = pathlib.Path(folder) / "days.gpkg"
    shutil.copyfile(DOSSIER, path)
    path.chmod(0o644)
    holder = next(h["actor"] for p in json.loads(run("as-of", DOSSIER, "2024-07-08", "--json").stdout) for h in p["holders"])
    run("import", str(path), str(FOLDER), "--holder", holder, "--source", "Days")
    return str(path)


def check_day(path, units, name, day):
    rows = json.loads(run("area", path, day, "--json").stdout)
    land = read_day(name)
    told = {row["code"]: row["km2"] for row in rows if row["place"]}
    expected = {code: measure(unit.intersection(land)) for code, unit in units.items() if unit.intersects(land)}
    large = {code for code, km2 in expected.items() if km2 > LEAST_KM2}
    whole = next(row["km2"] for row in rows if row["place"] is None)
    assert len(large) >= 5, expected
    for code in large:
        assert abs(told[code] - expected[code]) <= NEAR * expected[code], (day, code, told[code], expected[code])
    assert all(km2 <= LEAST_KM2 * 1.01 for code, km2 in told.items() if code not in large), told
    assert abs(whole - measure(land)) <= NEAR * whole, (day, whole, measure(land))


def test_areas_by_unit_agree():
    with tempfile.TemporaryDirectory() as folder:
        path, units = bring_in(folder), read_units(DOSSIER)
        assert len(units) > 20
        for name, day in DAYS.items():
            check_day(path, units, name, day)


def test_gains_and_losses_by_unit_agree():
    with tempfile.TemporaryDirectory() as folder:
        path, units = bring_in(folder), read_units(DOSSIER)
        lands, days = [read_day(name) for name in DAYS], list(DAYS.values())
        for i in (0, 1):
            rows = json.loads(run("compare", path, days[i], days[i + 1], "--json").stdout)
            for member, land in (("gained_km2", lands[i + 1].difference(lands[i])), ("lost_km2", lands[i].difference(lands[i + 1]))):
                for row in rows:
                    expected = measure(units[row["code"]].intersection(land) if row["place"] else land)
                    error = abs(row[member] - expected)
                    assert error <= NEAR * expected + 2 * HELD_BACK * measure(lands[i]), (days[i], row, expected)


def unite_features(path):
    """What GDAL reads as one land."""
    return shapely.ops.unary_union([shapely.geometry.shape(f["geometry"]).buffer(0) for f in ask_gdal(path) if f["geometry"]])


def ask_gdal(path):
    """The features that GDAL reads, as GeoJSON."""
    done = subprocess.run(["ogr2ogr", "-f", "GeoJSON", "/vsistdout/", str(path)], check=True, capture_output=True)
    return json.loads(done.stdout)["features"]


def check_claims(folder, path, holder):
    features = ask_gdal(path)
    land = unite_features(path)
    copy = pathlib.Path(folder) / f"{path.stem}.gpkg"
    shutil.copyfile(DOSSIER, copy)
    copy.chmod(0o644)
    told = run("import", str(copy), str(path), "--holder", holder, "--source", "Claims").stdout
    assert f"Areas: {len(features)}," in told, (path, told, len(features))
    rows = json.loads(run("area", str(copy), CLAIMED, "--json").stdout)
    whole = next(row["km2"] for row in rows if row["place"] is None)
    assert abs(whole - measure(land)) <= NEAR * whole, (path, whole, measure(land))


def test_imported_claims_have_the_counts_and_areas_of_gdal():
    """Layers of many areas a day, some of which lie over each other: land counts once."""
    holder = next(h["actor"] for p in json.loads(run("as-of", DOSSIER, CLAIMED, "--json").stdout) for h in p["holders"])
    layers = sorted(path for path in CLAIMS.rglob("*.geojson") if ask_gdal(path))
    assert len(layers) >= 3, layers
    with tempfile.TemporaryDirectory() as folder:
        for path in layers:
            check_claims(folder, path, holder)


def check_word(rows, basis, units, land, margin):
    told = {row["code"]: row["km2"] for row in rows if row["basis"] == basis}
    for code, unit in [*units.items(), (None, land)]:
        expected = measure(unit.intersection(land))
        if expected > LEAST_KM2:
            assert abs(told[code] - expected) <= margin, (basis, code, told[code], expected)
        else:
            assert told.get(code, 0) <= LEAST_KM2 * 1.01, (basis, code, told[code])


def test_one_source_says_what_is_assessed_and_what_the_holder_says():
    """In either order, whether the holder says the rest or all of it: land counts once, as assessed where it is both."""
    holder = next(h["actor"] for p in json.loads(run("as-of", DOSSIER, CLAIMED, "--json").stdout) for h in p["holders"])
    assessed, said = (sorted(CLAIMS.rglob(f"*{name}*.geojson")) for name in ("RussianAssessed", "RussianClaimed"))
    lands, units = {"independent": unite_features(assessed[0]), "own": unite_features(said[0])}, read_units(DOSSIER)
    rest = lands["own"].difference(lands["independent"])
    assert lands["own"].intersects(lands["independent"]) and measure(rest) > LEAST_KM2
    for order, own in ((("independent", "own"), said), (("own", "independent"), said + assessed)):
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "both.gpkg"
            shutil.copyfile(DOSSIER, copy)
            copy.chmod(0o644)
            for word in order:
                run("import", str(copy), *map(str, own if word == "own" else assessed), "--holder", holder, "--source", "Assessments", "--basis", word)
            rows = json.loads(run("area", str(copy), CLAIMED, "--json").stdout)
            whole = sum(row["km2"] for row in rows if row["place"] is None)
            expected = measure(lands["own"].union(lands["independent"]))
            margin = (OVERLAID if len(own) > 1 else NEAR) * expected
            check_word(rows, "independent", units, lands["independent"], NEAR * expected)
            check_word(rows, "own", units, rest, margin)
            assert abs(whole - expected) <= margin, (whole, expected)
            written = pathlib.Path(folder) / "day.geojson"
            run("export", str(copy), "--as-of", CLAIMED, "-o", str(written))
            shapes = {f["properties"]["basis"]: shapely.geometry.shape(f["geometry"]).buffer(0) for f in json.loads(written.read_text())["features"]}
            assert measure(shapes["own"].intersection(shapes["independent"])) <= NEAR * expected
            run("check", str(copy))


if __name__ == "__main__":
    sys.exit(main(globals()))
