#!/usr/bin/env python3
# Times the control of another day against QGIS redrawing its control layer, on one core.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-step.py BUILD DOSSIER [ROUNDS]

QGIS draws the disputed places of the last day, each filled, hatched and outlined, onto a transparent picture. Marchland
draws the bands, hatches, edges and marks of each day on which the map changes: the part that changed, after a step of
one day, and everything, as after a jump. Times are of the processor; medians. Needs (Debian): python3-qgis.
"""

import importlib.util
import json
import os
import pathlib
import statistics
import subprocess
import sys

SPEC = importlib.util.spec_from_file_location("bench_map", pathlib.Path(__file__).with_name("bench-map.py"))
bench_map = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(bench_map)


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


def main():
    build, dossier = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    command = [os.path.join(build, "bench", "bench-map-layers"), dossier, "control"]
    layers = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    peer = Control([{"kind": "ground", "rgb": [255, 255, 255], "shapes": []}] + layers)
    for name, extent in bench_map.EXTENTS.items():
        box = bench_map.fitted(extent)
        times = {"step": [], "jump": [], "QGIS": []}
        peer.paint(box)
        for _ in range(rounds):
            command = [os.path.join(build, "bench", "bench-step"), dossier, *(str(v) for v in extent)]
            count, step, jump = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
            times["step"].append(float(step))
            times["jump"].append(float(jump))
            times["QGIS"].append(peer.paint(box) * 1000)
        median = {side: statistics.median(values) for side, values in times.items()}
        print(f"{name:8} {count} steps   QGIS {median['QGIS']:7.1f} ms   step {median['step']:6.2f} ms, "
              f"{median['QGIS'] / median['step']:5.1f} ×   jump {median['jump']:6.2f} ms, {median['QGIS'] / median['jump']:5.1f} ×",
              flush=True)
    os._exit(0)  # QGIS's own clean-up crashes without a display


if __name__ == "__main__":
    main()
