#!/usr/bin/env python3
# Checks what the layout of the tree promises.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-structure.py ROOT

Each room includes only rooms to its left; the interface rooms meet through the session and the dossier, never through
each other's widgets; nothing above the dossier includes sqlite3.h, and only the rooms of the window gtk.h; no place,
actor, quotation or year of the shipped dossier occurs in src/; no line of C is longer than 100 columns.
"""

import json
import pathlib
import re
import sys
from xml.etree import ElementTree

LIBRARY = ["base", "texts", "geo", "corpus", "asof", "dossier", "coding", "exchange", "render"]
ALLOWED = {room: set(LIBRARY[: i + 1]) for i, room in enumerate(LIBRARY)}
ALLOWED["cli"] = set(LIBRARY) | {"cli"}
# The rooms of the interface know the session alone; the window puts them together.
INTERFACE = {"map", "timeline", "panel", "transfer", "changes", "sources", "editing", "reader"}
ALLOWED["session"] = set(LIBRARY) | {"session"}
ALLOWED["widgets"] = set(LIBRARY) | {"widgets"}
ALLOWED["forms"] = set(LIBRARY) | {"widgets", "forms"}
for room in INTERFACE:
    ALLOWED[room] = set(LIBRARY) | {"session", "widgets", "forms", room}
ALLOWED["app"] = set(LIBRARY) | {"session", "widgets", "forms", "app"} | INTERFACE
WITHOUT_GTK = LIBRARY + ["cli", "session"]

COLUMNS = 100
INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]', re.M)


def check_includes(root):
    for path in sorted((root / "src").rglob("*.[ch]")):
        room = path.relative_to(root / "src").parts[0]
        for included in INCLUDE.findall(path.read_text()):
            where = f"{path.relative_to(root)} includes {included}"
            if room in WITHOUT_GTK and re.match(r"(gtk|gdk|adwaita|shumate)", included):
                yield f"{where}: the library, the command line and the session know no GTK"
            if included.startswith("sqlite3") and room != "dossier":
                yield f"{where}: only the dossier knows SQLite"
            target = included.split("/")[0]
            if target in ALLOWED and "/" in included and target not in ALLOWED.get(room, set()):
                yield f"{where}: {room} may not know {target}"


def check_lines(root):
    for folder in ("src", "tests", "bench", "fuzz"):
        for path in sorted((root / folder).rglob("*.[ch]")):
            for number, line in enumerate(path.read_text().splitlines(), 1):
                if len(line) > COLUMNS:
                    yield f"{path.relative_to(root)}:{number}: {len(line)} columns, more than {COLUMNS}"


def check_mnemonics(root):
    """In a dialog, a letter that two buttons share only moves the focus between them."""
    pattern = re.compile(r'<property name="(?:label|title)" translatable="yes">([^<]*_(\w)[^<]*)<')
    for path in sorted((root / "resources/ui").glob("*-dialog.ui")):
        seen = {}
        for label, letter in pattern.findall(path.read_text()):
            other = seen.setdefault(letter.lower(), label)
            if other != label:
                yield f"{path.relative_to(root)}: “{other}” and “{label}” share a letter"


def translations(path):
    """The translated words of a po file by those that they stand for; of plain messages on one line only."""
    return dict(re.findall(r'^msgid "([^"]+)"\nmsgstr "([^"]+)"$', path.read_text(), re.MULTILINE))


def check_menu(root):
    """In the main menu, a letter that two entries share only moves between them: in no language."""
    menu = ElementTree.parse(root / "resources/ui/march-window.ui").find("menu[@id='primary_menu']")
    labels = [label.text for label in menu.findall("section/*/attribute[@name='label']")]
    appended = re.compile(r'\(self->areas_section, _\("([^"]+)"\)')
    labels += appended.findall((root / "src/app/march-window-areas.c").read_text())
    for language, words in [("en", {}), *((path.stem, translations(path)) for path in sorted((root / "po").glob("*.po")))]:
        seen = {}
        for label in (words.get(label, label) for label in labels):
            letter = label[label.find("_") + 1].lower()
            other = seen.setdefault(letter, label)
            if other != label:
                yield f"resources/ui/march-window.ui: in {language}, “{other}” and “{label}” share a letter"


def check_numbers(root):
    pattern = re.compile(r'_ ?\(\s*"(?:[^"%]|%%|%[^"%aefg.]*[^"%aefg.])*%(?:\d+\$)?[-+0\']*[\d*]*(?:\.[\d*]+)?[aefg]')
    for path in sorted((root / "src").rglob("*.[ch]")):
        text = path.read_text()
        for found in pattern.finditer(text):
            yield (f"{path.relative_to(root)}:{text.count(chr(10), 0, found.start()) + 1}: a number in words "
                   "for a reader looks as its language has it by march_words_for_decimals() only")


def proper_names(dossier):
    for file in ("places.json", "actors.json"):
        for record in json.loads((dossier / file).read_text()):
            for name in record.get("names", []):
                text = name["text"]
                if len(text) >= 4 and text[0].isupper():
                    yield text


def quoted_words(dossier):
    for file in sorted((dossier / "sources").glob("*.json")):
        for quotation in json.loads(file.read_text()).get("quotations", []):
            for span in quotation["spans"]:
                if len(span.get("exact", "")) >= 12:
                    yield span["exact"]


DATED = {"valid", "said", "published", "dated", "period"}
COPYRIGHT = "The Marchland developers"


def years(value, member=""):
    """The years of all that is dated in a JSON value."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from years(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from years(inner, member)
    elif member in DATED:
        yield from re.findall(r"\d{4}", str(value))


def check_dossier_years(root, dossier):
    """An example with a day of the dossier would be a piece of it in the code: examples are of other years."""
    found = sorted({year for path in dossier.rglob("*.json") for year in years(json.loads(path.read_text()))})
    if not found:
        return
    pattern = re.compile(r"(?<!\d)(" + "|".join(found) + r")(?!\d)")
    paths = [path for path in (root / "src").rglob("*") if path.suffix in {".c", ".h"}]
    for path in sorted(paths + list((root / "resources/ui").glob("*.ui"))):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if COPYRIGHT not in line and pattern.search(line):
                yield f"{path.relative_to(root)}:{number}: {pattern.search(line)[0]} is a year of the dossier"


def check_dossier_words(root, dossier):
    names = sorted(set(proper_names(dossier)), key=len, reverse=True)
    if not names:
        return
    # A name inside a longer word, or a mere English word such as a title, is none of the dossier's.
    pattern = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, names)) + r")(?!\w)")
    quotations = sorted(set(quoted_words(dossier)))
    for path in sorted((root / "src").rglob("*")):
        if path.suffix not in {".c", ".h", ".ui", ".build"}:
            continue
        text = path.read_text()
        for found in sorted(set(pattern.findall(text))):
            yield f"{path.relative_to(root)} speaks of “{found}”, which belongs in the dossier"
        for words in quotations:
            if words in text:
                yield f"{path.relative_to(root)} quotes “{words[:40]}…”"


def main():
    root = pathlib.Path(sys.argv[1])
    defects = [*check_includes(root), *check_lines(root), *check_mnemonics(root), *check_menu(root), *check_numbers(root)]
    for dossier in sorted(path.parent for path in (root / "data" / "dossier").glob("*/dossier.json")):
        defects += [*check_dossier_words(root, dossier), *check_dossier_years(root, dossier)]
    for defect in defects:
        print(defect)
    print(f"{len(defects)} defects")
    return 1 if defects else 0


if __name__ == "__main__":
    sys.exit(main())
