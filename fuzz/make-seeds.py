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
import struct
import sys

DATES = ["2014", "2022-09-30", "2025-08~", "2025-12/..", "2024?", "201X", "2021-2X-XX", "Y170000002", "-0044", "/2022",
         "15 May 2025", "autumn 2024", "2024-21", "2024-05-06T10:00:00Z", "1985/1990~", "../1999", "today"]

KML = """<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Style id="s"><PolyStyle><color>7f0000ff</color>
</PolyStyle></Style><Folder><name>a</name><Placemark><name>b</name><styleUrl>#s</styleUrl><TimeSpan><begin>2022-02-24</begin></TimeSpan>
<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
</Folder></Document></kml>"""
TABLES = ["name;lat;lng;date\n\"a, b\";50.1;30,5;24.02.2022\n", "\ufeffid,latitude,longitude,from,to\n1,50,30,2022,2023\n2,n/a,30,,\n"]
SEQUENCE = '\x1e{"type":"Feature","properties":{"date":1645660800000},"geometry":null,"time":{"interval":["2022-01-01",".."]}}\n'


def changes():
    """What files of changes hold once unpacked: nothing, a tag that was added and one that was changed, a history, an import."""

    def text(string):
        data = string.encode()
        return struct.pack("<I", len(data)) + data

    def table(tag, name, *columns):
        return tag + text(name) + struct.pack("<I", len(columns)) + b"".join(map(text, columns))

    def values(*values):
        return b"".join(b"i" + struct.pack("<q", value) if isinstance(value, int) else b"t" + text(value) for value in values)

    start = b"D" + text("0d6c1f9e-3f6e-4b57-9f0e-7a3f5d1c2b4a") + text("Velmark") + struct.pack("<I", 4) + text("Jora") + text("") + text("")
    tags = table(b"T", "tag", "id", "uuid", "version", "assertion_id", "text")
    added = tags + b"A" + values(7, "u-7", 1, 9, "kin")
    changed = tags + b"C" + values(8, "u-8", 2, 9, "land") + struct.pack("<II", 1, 4) + values("sea") + b"X" + values(9, "u-9", 1, 9, "home")
    history = b"H" + struct.pack("<q", 5) + text("h-5") + text("2031-05-15T12:00:00Z") + text("Jora") + text("Tag a value") + struct.pack("<qI", 0, 1)
    history += text("tag") + struct.pack("<q", 7) + text("insert")
    blank = table(b"P", "blank", "id", "import_id", "from_day", "until_day") + b"R" + values(1, 2, 3, 4)
    end = [b"E" + struct.pack("<I", n) for n in range(4)]
    return [start + end[0], start + added + end[1], start + changed + history + end[2], start + added + changed + blank + end[3]]


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
    write(out / "changes", changes())
    write(out / "dossier", [dossier.read_bytes()])
    point = {"type": "Feature", "id": 1, "properties": {"a": [None, 1.5, "b"]}, "geometry": {"type": "Point", "coordinates": [1, 2, 3]}}
    collections = [json.dumps({"type": "FeatureCollection", "features": [point]}).encode()]
    collections += [path.read_bytes() for path in sorted((root / "tests/data").rglob("*.geojson"))]
    write(out / "geojson", [text for text in collections if len(text) < 20000])
    write(out / "html", [path.read_bytes() for path in sorted((root / "tests/data/texts").glob("*html"))])
    write(out / "layer", [text.encode() for text in [KML, SEQUENCE, *TABLES]] + collections[:1])


if __name__ == "__main__":
    main()
