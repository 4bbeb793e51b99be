#!/usr/bin/env python3
# Times the import of daily areas, cut into pieces, against ogr2ogr writing the same files to a GeoPackage.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-import.py BUILD DOSSIER FOLDER [DAYS] [ROUNDS]

From the first GeoJSON file of FOLDER that has a day in its name, DAYS files are derived by moving its longest ring a little in three
places a day. Marchland imports the folder into a copy of the dossier, by the command line; ogr2ogr writes one GeoPackage, the first
file creating the layer and the others appended. ogr2ogr is also given all days in one file, which is the least that it can need. Times are
of the processor, on one core; medians. Needs (Debian): gdal-bin.
"""

import datetime
import json
import math
import os
import pathlib
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile


def spent(command, **options):
    """Seconds of processor time of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def rings(document):
    for feature in document["features"]:
        geometry = feature["geometry"]
        polygons = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}.get(geometry["type"], [])
        for polygon in polygons:
            yield from polygon


def push(ring, chance):
    first, count = chance.randrange(len(ring) - 10), 8
    dx, dy = chance.uniform(-0.01, 0.01), chance.uniform(-0.01, 0.01)
    for i in range(1, count):
        weight = math.sin(math.pi * i / count)
        point = ring[first + i]
        ring[first + i] = [round(point[0] + weight * dx, 6), round(point[1] + weight * dy, 6)]


def derive(first, folder, days):
    document, chance = json.loads(first.read_text()), random.Random(1)
    longest = max(rings(document), key=len)
    everything = []
    for number in range(days):
        day = datetime.date(2024, 7, 8) + datetime.timedelta(days=number)
        (folder / f"areas_{day:%Y%m%d}.geojson").write_text(json.dumps(document))
        for feature in document["features"]:
            everything.append(json.dumps({**feature, "properties": {"day": day.isoformat()}}))
        for _ in range(3):
            push(longest, chance)
    return '{"type": "FeatureCollection", "features": [' + ",\n".join(everything) + "]}"


def import_ours(build, dossier, days, home):
    copy = home / "dossier.gpkg"
    shutil.copy(dossier, copy)
    environment = {**os.environ, "XDG_STATE_HOME": str(home), "XDG_DATA_HOME": str(home), "LC_ALL": "C.UTF-8"}
    return spent([os.path.join(build, "marchland-cli"), "import", str(copy), str(days), "--holder", "Russia", "--source", "Derived days"],
                 env=environment)


def import_theirs(files, home):
    target = home / "peer.gpkg"
    target.unlink(missing_ok=True)
    return sum(spent(["ogr2ogr", "-f", "GPKG", *(["-append"] if number else []), "-nln", "areas", "-nlt", "PROMOTE_TO_MULTI",
                      "-lco" if not number else "-gt", "GEOMETRY_NAME=geom" if not number else "65536", str(target), str(file)])
               for number, file in enumerate(files))


def main():
    build, dossier, source = sys.argv[1:4]
    days = int(sys.argv[4]) if len(sys.argv) > 4 else 240
    rounds = int(sys.argv[5]) if len(sys.argv) > 5 else 3
    first = sorted(pathlib.Path(source).glob("*json"))[0]
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as name:
        home = pathlib.Path(name)
        folder = home / "days"
        folder.mkdir()
        (home / "all.geojson").write_text(derive(first, folder, days))
        times = {"ours": [], "by day": [], "at once": []}
        for _ in range(rounds):
            times["ours"].append(import_ours(build, dossier, folder, home))
            times["by day"].append(import_theirs(sorted(folder.glob("*json")), home))
            times["at once"].append(import_theirs([home / "all.geojson"], home))
        ours, by_day, at_once = (statistics.median(values) for values in times.values())
        print(f"import of {days} days: Marchland {ours:.2f} s; ogr2ogr by day {by_day:.2f} s, ours {ours / by_day:.2f} × its time; "
              f"ogr2ogr at once {at_once:.2f} s, {ours / at_once:.2f} ×")
        grown = (home / "dossier.gpkg").stat().st_size - os.path.getsize(dossier)
        print(f"  the dossier grew by {grown / 1e6:.1f} MB, with the areas as they came; the GeoPackage has "
              f"{(home / 'peer.gpkg').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
