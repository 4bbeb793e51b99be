#!/usr/bin/env python3
# Times points, and small areas, by the hundred thousand: their import against ogr2ogr, and what the map needs for them.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-points.py BUILD DOSSIER [POINTS] [AREAS] [FOLDER]

Makes up POINTS (300,000) points around 97 centres and in between, half of which count for two years and half on a day of 2025, as a table,
and AREAS (100,000) small polygons side by side, of one day, as GeoJSON. Marchland imports each into a copy of the dossier, by the command
line; ogr2ogr writes it to a GeoPackage. Told are seconds of the processor and the peak of memory. Then bench-points draws the points. The
dossiers stay in FOLDER, if one is given, for bench-frames. Needs (Debian): gdal-bin.
"""

import datetime
import json
import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile


def spent(command, **options):
    """Seconds of processor time of a command, and its peak of memory in MB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, (command, status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def make_points(path, count):
    chance = random.Random(7)
    centres = [(chance.uniform(30, 39), chance.uniform(46, 51)) for _ in range(97)]
    with path.open("w") as table:
        table.write("lat,lng,from,to,name\n")
        for i in range(count):
            x, y = chance.uniform(23, 40), chance.uniform(44.5, 52)
            if i % 3:
                x, y = centres[i % 97][0] + chance.gauss(0, 0.35), centres[i % 97][1] + chance.gauss(0, 0.25)
            day = datetime.date(2025, 1, 1) + datetime.timedelta(days=chance.randrange(365))
            first, last = ("2024-01-01", "2025-12-31") if i % 2 else (day, day)
            table.write(f"{y:.6f},{x:.6f},{first},{last},Post {i % 5000}\n")


def make_areas(path, count):
    chance, side, features = random.Random(5), 0.01, []
    columns = max(int((2.2 * count) ** 0.5), 1)
    for i in range(count):
        x, y = 26 + side * (i % columns), 46 + side * (i // columns)
        corners = [(x + dx * side * 0.9 + chance.uniform(-1e-3, 0), y + dy * side * 0.9 + chance.uniform(-1e-3, 0))
                   for dx, dy in ((0, 0), (0.5, -0.05), (1, 0), (1, 1), (0.4, 1.04), (0, 1))]
        ring = [[round(a, 6), round(b, 6)] for a, b in corners]
        features.append(json.dumps({"type": "Feature", "properties": {"name": f"Plot {i}", "day": "2025-06-01"},
                                    "geometry": {"type": "Polygon", "coordinates": [ring + ring[:1]]}}))
    path.write_text('{"type": "FeatureCollection", "features": [\n' + ",\n".join(features) + "\n]}\n")


def compare(build, dossier, home, what, source, options):
    environment = {**os.environ, "XDG_STATE_HOME": str(home), "XDG_DATA_HOME": str(home), "LC_ALL": "C.UTF-8"}
    target, peer = home / f"{what}.gpkg", home / f"{what}-peer.gpkg"
    shutil.copy(dossier, target)
    target.chmod(0o644)
    ours = spent([os.path.join(build, "marchland-cli"), "import", str(target), str(source), "--holder", "Russia", "--source", "Made up"],
                 env=environment)
    theirs = spent(["ogr2ogr", "-f", "GPKG", "-gt", "65536", *options, str(peer), str(source)], stderr=subprocess.DEVNULL)
    print(f"importing {what}: {ours[0]:.2f} s, {ours[1]:.0f} MB, {target.stat().st_size / 1e6:.0f} MB of file; ogr2ogr {theirs[0]:.2f} s, "
          f"{theirs[1]:.0f} MB, {peer.stat().st_size / 1e6:.0f} MB: {ours[0] / theirs[0]:.1f} × its time", flush=True)
    peer.unlink()
    return target


def main():
    build, dossier = sys.argv[1], sys.argv[2]
    points, areas = (int(sys.argv[i]) if len(sys.argv) > i else n for i, n in ((3, 300_000), (4, 100_000)))
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(sys.argv[5] if len(sys.argv) > 5 else folder)
        make_points(home / "points.csv", points)
        drawn = compare(build, dossier, home, "points", home / "points.csv",
                        ["-oo", "X_POSSIBLE_NAMES=lng", "-oo", "Y_POSSIBLE_NAMES=lat", "-a_srs", "EPSG:4326"])
        subprocess.run([os.path.join(build, "bench", "bench-points"), str(drawn), "2025-06-01"], check=True)
        make_areas(home / "areas.geojson", areas)
        drawn = compare(build, dossier, home, "areas", home / "areas.geojson", [])
        subprocess.run([os.path.join(build, "bench", "bench-points"), str(drawn), "2025-06-01"], check=True)


main()
