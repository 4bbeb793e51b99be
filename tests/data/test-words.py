#!/usr/bin/env python3
# Holds the shipped dossier against its documents, word for word.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-words.py ROOT CLI DOSSIER TEXTS

TEXTS holds the documents. Both the text form and the compiled file are checked, the latter by the program itself, which also opens
every pointer.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT, CLI, DOSSIER, TEXTS = sys.argv[1:]
sys.argv[1:] = []
ANCHOR = pathlib.Path(ROOT) / "data/dossier/anchor.py"
SHIPPED = pathlib.Path(ROOT) / "data/dossier/ukraine"


def anchor(*arguments):
    result = subprocess.run([sys.executable, ANCHOR, *arguments], capture_output=True, text=True)
    return result.returncode, result.stderr


class Words(unittest.TestCase):
    def test_text_form_stands_in_the_documents(self):
        self.assertEqual(anchor("--check", SHIPPED, TEXTS), (0, ""))

    def test_text_form_is_in_stable_form(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "copy"
            shutil.copytree(SHIPPED, copy)
            self.assertEqual(anchor(copy, TEXTS), (0, ""))
            for path in sorted(SHIPPED.rglob("*.json")):
                self.assertEqual(path.read_bytes(), (copy / path.relative_to(SHIPPED)).read_bytes(), path.name)

    def test_compiled_dossier_stands_in_the_documents(self):
        done = subprocess.run([CLI, "check", DOSSIER, "--texts", TEXTS, "--json"], capture_output=True, text=True, check=True)
        told = json.loads(done.stdout)
        sources = [json.loads(path.read_text(encoding="utf-8")) for path in SHIPPED.glob("sources/*.json")]
        self.assertEqual(told["defects"], [])
        self.assertEqual(told["verified"], sum(len(source.get("quotations", [])) for source in sources))

    def test_a_document_that_was_changed_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            for path in pathlib.Path(TEXTS).iterdir():
                text = path.read_text(encoding="utf-8")
                (pathlib.Path(folder) / path.name).write_text(text.replace("2022", "2021", 1), encoding="utf-8")
            done = subprocess.run([CLI, "check", DOSSIER, "--texts", folder], capture_output=True, text=True)
            self.assertEqual(done.returncode, 1)


if __name__ == "__main__":
    unittest.main()
