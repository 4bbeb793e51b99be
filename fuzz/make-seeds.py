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


if __name__ == "__main__":
    main()
