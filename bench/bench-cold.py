#!/usr/bin/env python3
# Times a full map from a file that is not open yet, against QGIS from the same GeoPackage.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-cold.py BUILD DOSSIER [ROUNDS]

Both sides begin without the file open and end with 1920×1080 pixels, hatches and labels off: Marchland opens the dossier, reads all
its records, prepares its shapes and paints; QGIS opens the layers of places and of the background and paints them in one colour a
kind, outlined. The programs themselves are running, and the file is in the system's cache. Times are of the processor, on one core;
medians. Needs (Debian): python3-qgis.
"""

import importlib.util
import os
import pathlib
import statistics
import sys
import time

SPEC = importlib.util.spec_from_file_location("bench_map", pathlib.Path(__file__).with_name("bench-map.py"))
bench_map = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(bench_map)

LAYERS = (("background", "LineString"), ("place", "Polygon"), ("background", "Polygon"))


class Cold(bench_map.Qgis):
    def __init__(self, dossier):
        super().__init__([{"kind": "ground", "rgb": (0xC4, 0xD8, 0xE2), "shapes": []}])
        self.dossier = dossier

    def make_layers(self):
        from qgis.core import QgsFillSymbol, QgsLineSymbol, QgsSingleSymbolRenderer, QgsVectorLayer

        self.layers = []
        for name, kind in LAYERS:
            layer = QgsVectorLayer(f"{self.dossier}|layername={name}|geometrytype={kind}", name, "ogr")
            if not layer.isValid():
                sys.exit(f"QGIS can't open {kind} of {name}")
            if kind == "LineString":
                symbol = QgsLineSymbol.createSimple({"line_width": "1", "line_width_unit": "Pixel"})
            else:
                symbol = QgsFillSymbol.createSimple({"color": "#F1EFEA", "outline_width": "1", "outline_width_unit": "Pixel"})
            layer.setRenderer(QgsSingleSymbolRenderer(symbol))
            self.layers.append(layer)

    def paint_cold(self, box, path=None):
        start = time.process_time()
        self.make_layers()
        opened = time.process_time() - start
        taken = opened + self.paint(box, path)
        self.layers = []
        return taken


def main():
    build, dossier = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.environ["CPL_LOG"] = os.devnull  # that others should not write to the dossier
    os.environ["XDG_STATE_HOME"] = os.devnull  # no earlier edits of it, which would be looked for
    peer = Cold(os.path.abspath(dossier))
    for name, extent in bench_map.EXTENTS.items():
        box = bench_map.fitted(extent)
        times = {"Marchland": [], "QGIS": []}
        peer.paint_cold(box, sys.argv[4] + f"-{name}.png" if len(sys.argv) > 4 else None)
        for _ in range(rounds):
            times["Marchland"].append(bench_map.ours(build, dossier, extent, "cold"))
            times["QGIS"].append(peer.paint_cold(box))
        median = {side: statistics.median(values) for side, values in times.items()}
        print(f"cold   {name:8} Marchland {median['Marchland'] * 1000:7.1f} ms   QGIS {median['QGIS'] * 1000:7.1f} ms, "
              f"{median['QGIS'] / median['Marchland']:5.1f} ×", flush=True)
    os._exit(0)  # QGIS's own clean-up crashes without a display


if __name__ == "__main__":
    main()
