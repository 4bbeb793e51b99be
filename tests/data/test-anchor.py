#!/usr/bin/env python3
# Tests anchor.py, and with it the words of the shipped dossier.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-anchor.py ROOT

Checks the shipped dossier, and that every kind of mistake is found. Where $MARCHLAND_TEST_TEXTS names the documents, the test
"words" holds the dossier against them.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(sys.argv.pop())
ANCHOR = ROOT / "data/dossier/anchor.py"
SHIPPED = ROOT / "data/dossier/ukraine"

DOCUMENT = "The ridge is ours, they said.\r\nLater: the ridge is ours, he said. It isn’t.\r\n" + "Nothing else was told. " * 20


def run(*arguments):
    result = subprocess.run([sys.executable, ANCHOR, *arguments], capture_output=True, text=True)
    return result.returncode, result.stderr


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


class Shipped(unittest.TestCase):
    def test_against_its_hashes(self):
        self.assertEqual(run("--check", SHIPPED), (0, ""))

    def test_golden_table_cites_quotations(self):
        keys = {quotation["key"] for path in SHIPPED.glob("sources/*.json") for quotation in read(path)["quotations"]}
        places = {place["key"] for place in read(SHIPPED / "places.json")}
        cells = read(ROOT / "tests/data/golden-ukraine.json")["cells"]
        self.assertEqual(len(cells), 8 * 6 * 3)
        for cell in cells:
            self.assertIn(cell["place"], places)
            self.assertLessEqual(set(cell["quotations"]), keys)
            self.assertTrue(cell["because"])
            self.assertEqual(cell["disputed"], bool(cell["holders"] or cell["claimants"]))


class Mistakes(unittest.TestCase):
    """Each mistake in a copy of the shipped dossier has to be found."""

    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name) / "copy"
        shutil.copytree(SHIPPED, self.folder)

    def tearDown(self):
        self.temporary.cleanup()

    def change(self, name, edit):
        content = read(self.folder / name)
        edit(content)
        write(self.folder / name, content)

    def expect(self, words):
        status, errors = run("--check", self.folder)
        self.assertEqual(status, 1)
        self.assertIn(words, errors)

    def change_quotation(self, edit):
        def edit_first(source):
            edit(next(quotation for quotation in source["quotations"] if "exact" in quotation["spans"][0]))
        self.change("sources/000.json", edit_first)

    def test_letter_changed(self):
        self.change_quotation(lambda q: q["spans"][0].update(exact=q["spans"][0]["exact"].replace("a", "o", 1)))
        self.expect("its words are not those that were anchored")

    def test_chain_without_speaker(self):
        self.change_quotation(lambda q: q.update(voice="verbatim", chain=q["chain"][-1:]))
        self.expect("starts with the speaker")

    def test_report_in_a_mouth(self):
        self.change_quotation(lambda q: q.update(voice="report", chain=[dict(q["chain"][0], role="speaker"), *q["chain"][1:]]))
        self.expect("a report has an author and no speaker")

    def test_unknown_member(self):
        self.change("places.json", lambda places: places[0].update(colour="red"))
        self.expect("unknown member colour")

    def test_unknown_value(self):
        self.change("assertions/claim.json", lambda claims: claims[0].update(basis="wish"))
        self.expect("basis can't be wish")

    def test_unknown_key(self):
        self.change("assertions/claim.json", lambda claims: claims[0].update(actor="nobody"))
        self.expect("no actor has the key nobody")

    def test_key_twice(self):
        self.change("actors.json", lambda actors: actors.append(actors[0]))
        self.expect("is there twice")

    def test_bad_date(self):
        self.change("assertions/claim.json", lambda claims: claims[0].update(valid="spring 2014"))
        self.expect("valid is no EDTF date")

    def test_no_evidence(self):
        self.change("assertions/control.json", lambda controls: controls[0].update(evidence=[]))
        self.expect("no quotation supports it")

    def test_conclusion_without_reasoning(self):
        self.change("assertions/control.json", lambda controls: next(c for c in controls if c.get("origin")).pop("reasoning"))
        self.expect("needs its reasoning")

    def test_too_much_stored(self):
        self.change("sources/001.json", lambda source: source.update(length=1000))
        self.expect("more than a third")


class Anchoring(unittest.TestCase):
    """Anchors in a small document of its own."""

    def anchor(self, spans):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "texts").mkdir()
            (folder / "texts/000_ridge.txt").write_bytes(b"\xef\xbb\xbf" + DOCUMENT.encode())
            write(folder / "d/dossier.json", {"uuid": "", "title": "Ridge", "first": "2000", "last": "2001"})
            for file in ("actors", "places", "proposals", "assertions/claim"):
                write(folder / f"d/{file}.json", [])
            write(folder / "d/sources/000.json", {"key": "ridge", "title": "Ridge", "csl": {}, "quotations": [
                {"key": "ridge", "voice": "verbatim", "act": "report", "chain": [], "spans": spans}]})
            errors = run(folder / "d", folder / "texts")[1]
            return read(folder / "d/sources/000.json"), errors

    def test_once(self):
        source, _ = self.anchor([{"exact": "It isn’t."}])
        span = source["quotations"][0]["spans"][0]
        self.assertEqual((span["first"], span["beyond"], span["prefix"], span["suffix"]), (65, 74, "", ""))
        self.assertEqual(source["length"], len(DOCUMENT) - 2)

    def test_shortest_context(self):
        source, _ = self.anchor([{"exact": "he ridge is ours, ", "prefix": "Later: t"}])
        span = source["quotations"][0]["spans"][0]
        self.assertEqual((span["first"], span["prefix"], span["suffix"]), (38, "t", ""))

    def test_ambiguous(self):
        _, errors = self.anchor([{"exact": "ridge is ours"}])
        self.assertIn("2 passages fit", errors)

    def test_absent(self):
        _, errors = self.anchor([{"exact": "The ridge was ours"}])
        self.assertIn("not in the document", errors)

    def test_pointer_loses_its_words(self):
        source, _ = self.anchor([{"words": "It isn’t."}])
        self.assertEqual(sorted(source["quotations"][0]["spans"][0]), ["beyond", "first", "sha256"])


if __name__ == "__main__":
    unittest.main()
