#!/usr/bin/env python3
# Compares what the command line tells of the shipped dossier with the golden table.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-golden.py CLI DOSSIER TABLE

The table is made by hand from the documents, never from the program's answers.
"""

import json
import subprocess
import sys


def ask(cli, dossier, day, actor):
    command = [cli, "as-of", dossier, day, "--json"] + (["--according-to", actor] if actor else [])
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def pick(answer, cell):
    """The place of a cell: by its code, and the one without a code by its name."""
    found = [place for place in answer if place["code"] == cell["code"] and (cell["code"] or place["place"] == cell["name"])]
    if len(found) != 1:
        sys.exit(f"{cell['place']}: {len(found)} places answer to it")
    return found[0]


def shorten(entries, members):
    return sorted(tuple(entry[member] for member in members) for entry in entries)


def compare(place, cell):
    for name, members in (("holders", ("actor", "extent", "basis", "certainty")), ("claimants", ("actor", "basis", "certainty"))):
        told, expected = shorten(place[name], members), shorten(cell[name], members)
        if told != expected:
            yield f"{name} are {told}, the table has {expected}"
    if place["disputed"] != cell["disputed"]:
        yield f"disputed is {place['disputed']}"


def main():
    cli, dossier, table = sys.argv[1:]
    with open(table, encoding="utf-8") as stream:
        cells = json.load(stream)["cells"]
    answers = {}
    defects = 0
    for cell in cells:
        question = (cell["as_of"], cell["according_to"])
        if question not in answers:
            answers[question] = ask(cli, dossier, *question)
        for defect in compare(pick(answers[question], cell), cell):
            print(f"{cell['place']} on {cell['as_of']}, according to {cell['according_to'] or 'all sources'}: {defect}")
            defects += 1
    print(f"{len(cells)} cells, {defects} defects")
    return 1 if defects else 0


if __name__ == "__main__":
    sys.exit(main())
