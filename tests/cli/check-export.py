#!/usr/bin/env python3
# Land whose longitudes count on past 180 degrees, written again, held against GDAL.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-export.py CLI DOSSIER

Prints TAP. GDAL writes the same file by RFC 7946, which wants land cut at the 180th meridian.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import shapely.geometry
import shapely.ops

from cli_support import DOSSIER, main, run

DAY = "2023-05-01"
RINGS = [
    [[(170, 60), (190.1234567, 60), (190, 70), (170, 70)], [(178, 64), (178, 66), (182, 66), (182, 64)]],  # a hole is cut
    [[(-190, 10), (-170, 10), (-180, 20)]],
    [[(175, -10), (185, -10), (185, -8), (176, -8), (176, -6), (185, -6), (185, -4), (175, -4)]],  # twice across
    [[(175, -20), (185, -20), (185, -15), (175, -15)], [(180, -18), (180, -17), (182, -17), (182, -18)]],  # a hole on the cut
    [[(200, 30), (210, 30), (210, 35)]],  # all beyond
    [[(150, 30), (160, 30), (160, 35)]],  # all before
    [[(175, 45), (185, 45), (185, 50), (175, 50)], [(179, 50), (183, 48), (178, 47)]],  # a hole touches the border
]


def write_land(path):
    features = [{"type": "Feature", "properties": {"number": number}, "geometry": {
        "type": "Polygon", "coordinates": [[*ring, ring[0]] for ring in rings]}} for number, rings in enumerate(RINGS)]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))


def bring_in(folder):
    dossier, land = folder / "land.gpkg", folder / "land_20230501.geojson"
    shutil.copyfile(DOSSIER, dossier)
    dossier.chmod(0o644)
    write_land(land)
    told = run("import", str(dossier), str(land), "--holder", "Harrow", "--source", "Register").stdout
    return str(dossier), land, told


def read(path):
    return [(feature["properties"], shapely.geometry.shape(feature["geometry"])) for feature in json.loads(path.read_text())["features"]]


def ask_gdal(land):
    written = land.with_suffix(".gdal.geojson")
    subprocess.run(["ogr2ogr", "-lco", "RFC7946=YES", "-lco", "COORDINATE_PRECISION=12", written, land], check=True)
    return read(written)


def assert_sound(shape):
    """As RFC 7946 has it: valid, in the world, and outer rings counter-clockwise."""
    west, south, east, north = shape.bounds
    assert shape.is_valid and -180 <= west and east <= 180, shape
    for polygon in getattr(shape, "geoms", [shape]):
        assert polygon.exterior.is_ccw and not any(hole.is_ccw for hole in polygon.interiors), polygon


def test_what_was_read_is_cut_as_gdal_cuts_it():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        dossier, land, told = bring_in(folder)
        run("export", dossier, "-o", str(folder / "out.geojson"))
        ours, theirs = read(folder / "out.geojson"), ask_gdal(land)
        assert "of them repaired: 0" in told, told  # the land was sound, and stays so
        assert len(ours) == len(theirs) == len(RINGS)
        for (properties, shape), (expected_properties, expected) in zip(ours, theirs):
            assert properties["number"] == str(expected_properties["number"])
            assert shape.symmetric_difference(expected).area < 1e-9 * expected.area, shape
            assert len(getattr(shape, "geoms", [shape])) == len(getattr(expected, "geoms", [expected])), shape
            assert_sound(shape)
        assert "-169.8765433," in (folder / "out.geojson").read_text()  # no more digits than the file had


def test_the_land_of_a_day_is_cut_as_gdal_cuts_it():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        dossier, land, _ = bring_in(folder)
        run("export", dossier, "--as-of", DAY, "-o", str(folder / "day.geojson"))
        (_, shape), = read(folder / "day.geojson")
        expected = shapely.ops.unary_union([part for _, part in ask_gdal(land)])
        assert shape.symmetric_difference(expected).area < 1e-6, shape  # on the grid of 1e-7 degrees
        assert_sound(shape)


if __name__ == "__main__":
    sys.exit(main(globals()))
