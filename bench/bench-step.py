#!/usr/bin/env python3
# Times the control of another day against QGIS redrawing its control layer, on one core.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-step.py BUILD DOSSIER [FOLDER [ROUNDS]]

Two dossiers. "days" is DOSSIER with daily areas imported: those of FOLDER if they are many, else 240 days derived from the first of
them by moving its longest ring a little in three places a day (bench-import.py). "units" is DOSSIER as it is, in which whole units
change at a time. QGIS draws what has a colour on the last day, the disputed places and the areas, each filled, hatched and outlined,
onto a transparent picture. Marchland draws the bands, hatches, edges and marks: what the next day changes, what a random other day
changes, and everything from nothing. bench-step holds every pixel of each step and jump against the whole picture. Times are of the
processor; medians. Needs (Debian): python3-qgis.
"""

import importlib.util
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

MANY_DAYS = 30


def load(name):
    spec = importlib.util.spec_from_file_location(name.replace("-", "_"), pathlib.Path(__file__).with_name(name + ".py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


bench_map = load("bench-map")
bench_import = load("bench-import")


class Control(bench_map.Qgis):
    def make(self, layer):
        from qgis.core import QgsFillSymbol, QgsLinePatternFillSymbolLayer, QgsSingleSymbolRenderer, QgsUnitTypes

        made = super().make({**layer, "outline": bench_map.LINE})
        symbol = QgsFillSymbol.createSimple({"color": bench_map.hexed(layer["rgb"]), "outline_width": "1",
                                             "outline_width_unit": "Pixel"})
        hatch = QgsLinePatternFillSymbolLayer()
        hatch.setLineAngle(45)
        hatch.setDistance(7)
        hatch.setDistanceUnit(QgsUnitTypes.RenderPixels)
        symbol.appendSymbolLayer(hatch)
        made.setRenderer(QgsSingleSymbolRenderer(symbol))
        return made


def with_days(build, dossier, folder, home):
    """A copy of the dossier with daily areas, and what they are called."""
    files = sorted(folder.glob("*json"))
    days, name = folder, "days"
    if len(files) < MANY_DAYS:
        days, name = home / "days", "derived days"
        days.mkdir()
        bench_import.derive(files[0], days, 240)
    bench_import.import_ours(build, dossier, days, home)
    return home / "dossier.gpkg", name


def compare(build, dossier, kind, rounds):
    command = [os.path.join(build, "bench", "bench-map-layers"), str(dossier), "control"]
    layers = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    peer = Control([{"kind": "ground", "rgb": [255, 255, 255], "shapes": []}] + layers)
    for name, extent in bench_map.EXTENTS.items():
        box = bench_map.fitted(extent)
        times = {"step": [], "jump": [], "whole": [], "QGIS": []}
        peer.paint(box)
        for _ in range(rounds):
            command = [os.path.join(build, "bench", "bench-step"), str(dossier), *(str(v) for v in extent)]
            count, *ours = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
            for side, time in zip(("step", "jump", "whole"), ours):
                times[side].append(float(time))
            times["QGIS"].append(peer.paint(box) * 1000)
        median = {side: statistics.median(values) for side, values in times.items()}
        print(f"{kind:12} {name:8} {count:>3} steps   QGIS {median['QGIS']:6.2f} ms   "
              + "   ".join(f"{side} {median[side]:6.3f} ms, {median['QGIS'] / median[side]:5.1f} ×" for side in ("step", "jump", "whole")),
              flush=True)


def main():
    build, dossier = sys.argv[1:3]
    folder = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as home:
        if folder is not None:
            compare(build, *with_days(build, dossier, folder, pathlib.Path(home)), rounds)
        compare(build, dossier, "units", rounds)
    sys.stdout.flush()
    os._exit(0)  # QGIS's own clean-up crashes without a display


if __name__ == "__main__":
    main()
