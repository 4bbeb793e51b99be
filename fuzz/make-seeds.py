#!/usr/bin/env python3
# Writes inputs for the fuzzing programs to start from, out of the tree's own files.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-seeds.py ROOT DOSSIER OUT

DOSSIER is a compiled dossier; OUT gets a folder for each program.
"""

import json
import pathlib
import sqlite3
import sys

DATES = ["2014", "2022-09-30", "2025-08~", "2025-12/..", "2024?", "201X", "2021-2X-XX", "Y170000002", "-0044", "/2022",
         "15 May 2025", "autumn 2024", "2024-21", "2024-05-06T10:00:00Z", "1985/1990~", "../1999", "today"]

KML = """<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Style id="s"><PolyStyle><color>7f0000ff</color>
</PolyStyle></Style><Folder><name>a</name><Placemark><name>b</name><styleUrl>#s</styleUrl><TimeSpan><begin>2022-02-24</begin></TimeSpan>
<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
</Folder></Document></kml>"""
TABLES = ["name;lat;lng;date\n\"a, b\";50.1;30,5;24.02.2022\n", "\ufeffid,latitude,longitude,from,to\n1,50,30,2022,2023\n2,n/a,30,,\n"]
SEQUENCE = '\x1e{"type":"Feature","properties":{"date":1645660800000},"geometry":null,"time":{"interval":["2022-01-01",".."]}}\n'


def write(folder, seeds):
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (folder / f"seed-{number}").write_bytes(seed)


def main():
    root, dossier, out = map(pathlib.Path, sys.argv[1:4])
    database = sqlite3.connect(f"file:{dossier}?mode=ro&immutable=1", uri=True)
    blobs = database.execute("SELECT geom FROM place WHERE geom IS NOT NULL ORDER BY length (geom) LIMIT 20")
    items = database.execute("SELECT csl FROM source")
    write(out / "edtf", [date.encode() for date in DATES])
    write(out / "blob", [blob for (blob,) in blobs])
    write(out / "csl", [csl.encode() for (csl,) in items])
    write(out / "dossier", [dossier.read_bytes()])
    point = {"type": "Feature", "id": 1, "properties": {"a": [None, 1.5, "b"]}, "geometry": {"type": "Point", "coordinates": [1, 2, 3]}}
    collections = [json.dumps({"type": "FeatureCollection", "features": [point]}).encode()]
    collections += [path.read_bytes() for path in sorted((root / "tests/data").rglob("*.geojson"))]
    write(out / "geojson", [text for text in collections if len(text) < 20000])
    write(out / "html", [path.read_bytes() for path in sorted((root / "tests/data/texts").glob("*.html"))])
    write(out / "layer", [text.encode() for text in [KML, SEQUENCE, *TABLES]] + collections[:1])


if __name__ == "__main__":
    main()
