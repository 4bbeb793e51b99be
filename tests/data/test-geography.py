#!/usr/bin/env python3
# Checks the shipped geography, and that its check finds each kind of defect.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-geography.py FOLDER"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

FOLDER = pathlib.Path(sys.argv.pop())


def features(path):
    return json.loads(path.read_text(encoding="utf-8"))["features"]


def save(path, found):
    path.write_text(json.dumps({"type": "FeatureCollection", "features": found}), encoding="utf-8")


def named(found, ident):
    return next(f for f in found if f["id"] == ident)


class Geography(unittest.TestCase):
    def setUp(self):
        self.room = tempfile.TemporaryDirectory()
        self.addCleanup(self.room.cleanup)
        self.copy = pathlib.Path(self.room.name)
        for path in FOLDER.glob("*.geojson"):
            shutil.copy(path, self.copy)

    def check(self):
        return subprocess.run(
            [sys.executable, FOLDER / "check.py", self.copy], capture_output=True, encoding="utf-8", check=False
        )

    def spoil(self, name, change, words):
        path = self.copy / f"{name}.geojson"
        found = features(path)
        save(path, change(found) or found)
        result = self.check()
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn(words, result.stdout)

    def test_shipped(self):
        result = self.check()
        self.assertEqual((result.returncode, result.stderr), (0, ""), result.stdout)

    def test_missing_unit(self):
        self.spoil("units", lambda found: [f for f in found if f["id"] != "UA-48"], "Unit ids differ")

    def test_moved_vertex(self):
        def move(found):
            point = named(found, "UA-53")["geometry"]["coordinates"][0][7]
            point[0] = round(point[0] + 0.001, 5)

        self.spoil("units", move, "UA-53: nothing lies beyond 2 edges")

    def test_moved_country(self):
        def move(found):
            shape = named(found, "MD")["geometry"]
            shape["coordinates"] = [[[round(x + 0.01, 5), y] for x, y in ring] for ring in shape["coordinates"]]

        self.spoil("countries", move, "overlap by")

    def test_crimea_in_a_country(self):
        def annex(found):
            box = [[32.0, 44.0], [36.5, 44.0], [36.5, 46.3], [32.0, 46.3], [32.0, 44.0]]
            named(found, "RU")["geometry"]["coordinates"].append([box])

        self.spoil("countries", annex, "Kerch lies in RU")

    def test_bow_tie(self):
        def twist(found):
            ring = named(found, "UA-53")["geometry"]["coordinates"][0]
            ring[5], ring[60] = ring[60], ring[5]

        self.spoil("units", twist, "Self-intersection")

    def test_missing_sea(self):
        self.spoil("seas", lambda found: [f for f in found if f["id"] != "azov-sea"], "belong to nobody")

    def test_misplaced_settlement(self):
        def move(found):
            named(found, "odesa")["geometry"]["coordinates"] = [31.0, 45.0]

        self.spoil("settlements", move, "odesa does not lie in UA-51")


if __name__ == "__main__":
    unittest.main()
