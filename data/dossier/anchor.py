#!/usr/bin/env python3
# anchor.py — anchors the quotations of a dossier's text form in their documents, and checks them letter by letter
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Anchors the quotations of a dossier's text form, or checks what is anchored.

anchor.py DIR TEXTS             fill in anchors and hashes, rewrite the files of DIR in their stable form
anchor.py --check DIR [TEXTS]   write nothing; exit with 1 if anything is wrong; without TEXTS, the stored words against their
                                hashes and all that needs no document
anchor.py --coverage DIR TEXTS  print each document, paragraph by paragraph, with what covers it

TEXTS holds the documents. One is found by the SHA-256 of its text, or for a source that has none yet by its name:
"000.json" takes the text whose name starts with "000". docs/dossier-text.md describes the form.
"""

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path

LONGEST_EXACT = 300     # characters of a stored quotation
LONGEST_CONTEXT = 32    # characters of a prefix or suffix
STORED_SHARE = 3        # at most one part in so many of a document is stored
FEWEST_STORED = 50      # stored quotations of a dossier

# Members in the order in which they are written; what is not listed is an error.
MEMBERS = {
    "dossier": "uuid title summary language first last recorded carry_days convention credits geography background",
    "actor": "key kind palette names offices note",
    "actor_name": "text language preferred",
    "office": "body title valid speaks_for states_policy",
    "place": "key kind code level capital state importance geometry names parents note",
    "name": "text language user role",
    "parent": "place kind",
    "source": "key title titled csl published inferred grade grade_reason sha256 length note links quotations set_aside",
    "link": "source kind reason",
    "quotation": "key voice act said credibility language translation translator sic spans chain note",
    "span": "exact words prefix suffix first beyond sha256",
    "chain": "actor role",
    "set_aside": "first beyond words sha256 reason",
    "proposal": "key title status proposer dated terms places evidence",
    "term": "place holder law deferred terms",
    "assertion": "key kind title place places actor according proposal origin polarity mode rank rank_reason valid "
                 "extent basis value_kind comparison stand low high unit quantity period reasoning assumption "
                 "would_change confidence tags participants note evidence",
    "participant": "actor role side",
    "evidence": "quotation stance note",
}
MEMBERS = {kind: names.split() for kind, names in MEMBERS.items()}

CHILDREN = {
    "actor": {"names": "actor_name", "offices": "office"},
    "place": {"names": "name", "parents": "parent"},
    "source": {"links": "link", "quotations": "quotation", "set_aside": "set_aside"},
    "quotation": {"spans": "span", "chain": "chain"},
    "proposal": {"places": "term", "evidence": "evidence"},
    "assertion": {"participants": "participant", "evidence": "evidence"},
}

VALUES = {
    ("actor", "kind"): "state organ group organisation entity person unnamed",
    ("place", "kind"): "state unit composite settlement sea site description",
    ("place", "capital"): "state unit",
    ("name", "role"): "endonym main short variant",
    ("parent", "kind"): "recognised composite described",
    ("source", "grade"): "A B C D E F",
    ("link", "kind"): "independent draws_on",
    ("quotation", "voice"): "verbatim translated single_word report",
    ("quotation", "act"): "law decree treaty vote speech communique interview report commentary",
    ("chain", "role"): "speaker relay author publication subject",
    ("proposal", "status"): "negotiated drafted offered reported never_adopted",
    ("assertion", "kind"): "control claim position value figure event thesis",
    ("assertion", "origin"): "stated concluded",
    ("assertion", "polarity"): "is is_not",
    ("assertion", "mode"): "stated hedged conditional predicted intended asked",
    ("assertion", "rank"): "preferred normal deprecated",
    ("assertion", "extent"): "whole most part foothold none contested not_whole not_stated",
    ("assertion", "basis"): "law treaty borders demand aspiration not_stated",
    ("assertion", "value_kind"): "strategic economic symbolic",
    ("assertion", "stand"): "accepts rejects conditional silent",
    ("assertion", "confidence"): "low moderate high",
    ("participant", "role"): "head member host party absent mediator expected",
    ("evidence", "stance"): "supports disputes qualifies",
}
VALUES = {where: set(values.split()) for where, values in VALUES.items()}

REFERENCES = {
    ("office", "body"): "actor", ("place", "state"): "actor", ("name", "user"): "actor", ("parent", "place"): "place",
    ("link", "source"): "source", ("chain", "actor"): "actor", ("proposal", "proposer"): "actor",
    ("term", "place"): "place", ("term", "holder"): "actor", ("term", "law"): "actor", ("assertion", "place"): "place",
    ("assertion", "actor"): "actor", ("assertion", "according"): "actor", ("assertion", "proposal"): "proposal",
    ("participant", "actor"): "actor", ("participant", "side"): "actor", ("evidence", "quotation"): "quotation",
}

DATES = {("office", "valid"), ("source", "published"), ("quotation", "said"), ("proposal", "dated"),
         ("assertion", "valid"), ("assertion", "period"), ("dossier", "first"), ("dossier", "last")}

NEEDED = {
    "control": ("place", "actor", "extent"), "claim": ("place", "actor", "basis"), "value": ("place", "value_kind"),
    "position": ("actor", "stand", "title"), "figure": ("quantity",), "event": ("title",), "thesis": ("title",),
}

DAY = r"-?\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[?~%]?"
EDTF = re.compile(rf"(?:{DAY}|(?:{DAY}|\.\.)?/(?:{DAY}|\.\.)?)")
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Problem(Exception):
    """What is wrong with the text form, in a sentence."""


def digest(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def read_text(path):
    """A document as it is stored: no byte order mark, CRLF as LF, nothing else changed."""
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


class Dossier:
    """The files of a dossier's text form, as lists of records by kind."""

    def __init__(self, folder, texts):
        self.folder = folder
        self.files = {}      # path -> (kind, list of records, whether the file is an array)
        self.load("dossier.json", "dossier")
        self.load("actors.json", "actor")
        self.load("places.json", "place")
        self.load("proposals.json", "proposal")
        for path in sorted((folder / "sources").glob("*.json")):
            self.load(path.relative_to(folder), "source")
        for path in sorted((folder / "assertions").glob("*.json")):
            self.load(path.relative_to(folder), "assertion")
        self.texts = texts
        self.documents = {path: read_text(path) for path in sorted(texts.glob("*.txt"))} if texts else {}

    def load(self, name, kind):
        path = self.folder / name
        with path.open(encoding="utf-8") as stream:
            content = json.load(stream)
        array = isinstance(content, list)
        self.files[path] = (kind, content if array else [content], array)

    def records(self, kind):
        for path, (file_kind, records, _) in self.files.items():
            if file_kind == kind:
                for record in records:
                    yield path, record

    def document(self, path, source):
        """The text of a source, or None if it never had one or no texts are given."""
        for text_path, text in self.documents.items():
            if source.get("sha256"):
                if digest(text) == source["sha256"]:
                    return text
            elif text_path.name.startswith(path.stem):
                return text
        if self.texts and (source.get("sha256") or source.get("quotations")):
            raise Problem(f"{path.name}: no document in the folder of texts has its SHA-256 or name")
        return None

    def write(self):
        for path, (kind, records, array) in self.files.items():
            ordered = [arrange(record, kind) for record in records]
            text = json.dumps(ordered if array else ordered[0], indent=2, ensure_ascii=False)
            path.write_text(text + "\n", encoding="utf-8")


def arrange(record, kind):
    """A copy of a record with its members in their fixed order."""
    unknown = set(record) - set(MEMBERS[kind])
    if unknown:
        raise Problem(f"{record.get('key', kind)}: unknown members {sorted(unknown)}")
    result = {}
    for name in MEMBERS[kind]:
        if name in record:
            child = CHILDREN.get(kind, {}).get(name)
            result[name] = [arrange(item, child) for item in record[name]] if child else record[name]
    return result


# Anchoring


def occurrences(text, words):
    first = text.find(words)
    while first >= 0:
        yield first
        first = text.find(words, first + 1)


def find(text, words, span, where):
    """The place of a span's words: where it was before, where its prefix and suffix say, or the only one."""
    places = list(occurrences(text, words))
    if not places:
        raise Problem(f"{where}: these words are not in the document: {words}")
    if span.get("first") in places:
        return span["first"]
    prefix, suffix = span.get("prefix", ""), span.get("suffix", "")
    fitting = [p for p in places if text[:p].endswith(prefix) and text[p + len(words):].startswith(suffix)]
    if len(fitting) != 1:
        raise Problem(f"{where}: {len(fitting)} passages fit, give a prefix or suffix: {words}")
    return fitting[0]


def context(text, first, beyond, where):
    """The shortest prefix and suffix with which the words stand in the document only once."""
    words = text[first:beyond]
    if text.count(words) == 1 and len(list(occurrences(text, words))) == 1:
        return "", ""
    for total in range(1, 2 * LONGEST_CONTEXT + 1):
        for before in range(min(total, LONGEST_CONTEXT), max(-1, total - LONGEST_CONTEXT - 1), -1):
            after = total - before
            if before > first or beyond + after > len(text):
                continue
            if len(list(occurrences(text, text[first - before:beyond + after]))) == 1:
                return text[first - before:first], text[beyond:beyond + after]
    raise Problem(f"{where}: no prefix and suffix tells these words from others like them: {words}")


def anchor_words(text, item, words, where):
    item["first"] = find(text, words, item, where)
    item["beyond"] = item["first"] + len(words)
    item["sha256"] = digest(words)


def anchor_span(text, span, where):
    if "exact" in span:
        anchor_words(text, span, span["exact"], where)
        span["prefix"], span["suffix"] = context(text, span["first"], span["beyond"], where)
    elif "words" in span:
        anchor_words(text, span, span.pop("words"), where)
        span.pop("prefix", None)
        span.pop("suffix", None)
    elif "first" not in span:
        raise Problem(f"{where}: a pointer needs its words once")


def anchor(dossier):
    for path, source in dossier.records("source"):
        text = dossier.document(path, source)
        if text is None:
            continue
        source["sha256"], source["length"] = digest(text), len(text)
        for quotation in source.get("quotations", []):
            for span in quotation["spans"]:
                anchor_span(text, span, f"{path.name}: {quotation['key']}")
        for passage in source.get("set_aside", []):
            if "words" in passage:
                anchor_words(text, passage, passage.pop("words"), f"{path.name}: set aside")
        source.get("quotations", []).sort(key=lambda quotation: quotation["spans"][0]["first"])
        source.get("set_aside", []).sort(key=lambda passage: passage["first"])


# Checking


class Check:
    """Collects what is wrong, each in a sentence."""

    def __init__(self, dossier):
        self.dossier = dossier
        self.problems = []
        self.keys = {kind: set() for kind in ("actor", "place", "source", "quotation", "proposal", "assertion")}
        self.source_of = {}     # quotation key -> (source key, text)

    def say(self, where, problem):
        self.problems.append(f"{where}: {problem}")

    def run(self):
        self.collect_keys()
        for kind in ("dossier", "actor", "place", "source", "proposal", "assertion"):
            for path, record in self.dossier.records(kind):
                self.check_record(f"{path.name}: {record.get('key', kind)}", kind, record)
        for path, source in self.dossier.records("source"):
            self.check_source(path, source)
        for kind in ("proposal", "assertion"):
            for path, record in self.dossier.records(kind):
                self.check_evidence(f"{path.name}: {record['key']}", record)
        for path, record in self.dossier.records("assertion"):
            self.check_assertion(f"{path.name}: {record['key']}", path, record)
        self.check_names()
        self.check_share()
        return self.problems

    def add_key(self, kind, path, key):
        if not isinstance(key, str) or not KEY.fullmatch(key):
            self.say(path.name, f"a {kind} without a proper key: {key}")
        elif key in self.keys[kind]:
            self.say(path.name, f"the key {key} is there twice")
        else:
            self.keys[kind].add(key)

    def collect_keys(self):
        for kind in ("actor", "place", "source", "proposal"):
            for path, record in self.dossier.records(kind):
                self.add_key(kind, path, record.get("key"))
        for path, record in self.dossier.records("assertion"):
            for place in record.get("places", [None]):
                self.add_key("assertion", path, record["key"] + (f"-{place}" if place else ""))
        for path, source in self.dossier.records("source"):
            for quotation in source.get("quotations", []):
                self.add_key("quotation", path, quotation.get("key"))

    def check_record(self, where, kind, record):
        for name in record:
            if name not in MEMBERS[kind]:
                self.say(where, f"unknown member {name}")
        for name, value in record.items():
            child = CHILDREN.get(kind, {}).get(name)
            if child:
                for item in value:
                    self.check_record(where, child, item)
            else:
                self.check_member(where, kind, name, value)

    def check_member(self, where, kind, name, value):
        values = VALUES.get((kind, name))
        if values and value not in values:
            self.say(where, f"{name} can't be {value}")
        if (kind, name) in DATES and value and not EDTF.fullmatch(value):
            self.say(where, f"{name} is no EDTF date: {value}")
        target = REFERENCES.get((kind, name))
        if target and value not in self.keys[target]:
            self.say(where, f"no {target} has the key {value}")
        if kind == "assertion" and name == "places":
            for place in value:
                if place not in self.keys["place"]:
                    self.say(where, f"no place has the key {place}")

    def check_source(self, path, source):
        text = self.dossier.document(path, source)
        for quotation in source.get("quotations", []):
            where = f"{path.name}: {quotation['key']}"
            self.source_of[quotation["key"]] = (source["key"], text)
            self.check_stored(where, source, quotation)
            if text is not None:
                self.check_words(where, text, quotation)
        if text is not None:
            self.check_document(path, source, text)

    def check_document(self, path, source, text):
        if source.get("sha256") != digest(text) or source.get("length") != len(text):
            self.say(path.name, "its SHA-256 or length is not the document's")
        for passage in source.get("set_aside", []):
            if digest(text[passage["first"]:passage["beyond"]]) != passage["sha256"]:
                self.say(path.name, f"the passage set aside at {passage['first']} is not the one hashed")

    def check_stored(self, where, source, quotation):
        """What can be told of a quotation without its document."""
        for span in quotation["spans"]:
            if "words" in span:
                self.say(where, "a pointer still carries its words")
            if "exact" in span and (digest(span["exact"]) != span["sha256"] or len(span["exact"]) != span["beyond"] - span["first"]):
                self.say(where, "its words are not those that were anchored")
            if not 0 <= span["first"] < span["beyond"] <= source.get("length", 0):
                self.say(where, "it lies outside the document")
        if len({"exact" in span for span in quotation["spans"]}) != 1:
            self.say(where, "it is neither a quotation nor a pointer throughout")
        if len(" … ".join(span.get("exact", "") for span in quotation["spans"])) > LONGEST_EXACT:
            self.say(where, f"it is longer than {LONGEST_EXACT} characters")
        self.check_chain(where, quotation)

    def check_words(self, where, text, quotation):
        """A quotation against its document, letter by letter."""
        for span in quotation["spans"]:
            found = text[span["first"]:span["beyond"]]
            if digest(found) != span["sha256"] or span.get("exact", found) != found:
                self.say(where, "its words are not those of the document")
            elif "exact" in span and (span["prefix"], span["suffix"]) != context(text, span["first"], span["beyond"], where):
                self.say(where, "its prefix and suffix are not the shortest that suffice")
        for word in quotation.get("sic", []):
            if not any(word in text[span["first"]:span["beyond"]] for span in quotation["spans"]):
                self.say(where, f"the misprint {word} is not in it")

    def check_chain(self, where, quotation):
        roles = [link["role"] for link in quotation["chain"]]
        if quotation["voice"] == "report" and ("speaker" in roles or "author" not in roles):
            self.say(where, "a report has an author and no speaker")
        if quotation["voice"] != "report" and roles[:1] != ["speaker"]:
            self.say(where, "the chain of someone's own words starts with the speaker")
        if "publication" not in roles:
            self.say(where, "the chain names no publication")

    def check_evidence(self, where, record):
        evidence = record.get("evidence", [])
        if not any(item["stance"] == "supports" for item in evidence):
            self.say(where, "no quotation supports it")
        named = [item["quotation"] for item in evidence]
        if len(named) != len(set(named)):
            self.say(where, "a quotation bears on it twice")

    def check_assertion(self, where, path, record):
        if record["kind"] != path.stem:
            self.say(where, f"a {record['kind']} in {path.name}")
        for name in NEEDED[record["kind"]]:
            if not (record.get(name) or (name == "place" and record.get("places"))):
                self.say(where, f"a {record['kind']} needs {name}")
        if record["kind"] == "figure" and "low" not in record and "high" not in record:
            self.say(where, "a figure needs a number")
        if record.get("origin") == "concluded" and not (record.get("reasoning") and record.get("confidence")):
            self.say(where, "a conclusion needs its reasoning and a confidence")
        if record.get("origin") == "concluded" and record.get("according"):
            self.say(where, "a conclusion is the author's of the dossier")
        if record.get("origin") != "concluded" and not record.get("according"):
            self.say(where, "it is not told according to whom")
        self.check_comparison(where, record)

    def check_comparison(self, where, record):
        words = record.get("comparison")
        texts = [self.source_of[item["quotation"]][1] for item in record.get("evidence", []) if item["quotation"] in self.source_of]
        if words and None not in texts and not any(words in text for text in texts):
            self.say(where, "its comparison is not in a source's words")

    def check_names(self):
        for kind, chosen in (("actor", lambda name: name.get("preferred")), ("place", lambda name: name.get("role") == "main")):
            for path, record in self.dossier.records(kind):
                if sum(1 for name in record["names"] if name["language"] == "en" and chosen(name)) != 1:
                    self.say(f"{path.name}: {record['key']}", "it needs exactly one main name in English")

    def check_share(self):
        stored = 0
        for path, source in self.dossier.records("source"):
            stored += sum(1 for quotation in source.get("quotations", []) if "exact" in quotation["spans"][0])
            share, length = self.stored_length(source), source.get("length", 0)
            if share * STORED_SHARE > length:
                self.say(path.name, f"{share} of {length} characters are stored, more than a third")
        if stored < FEWEST_STORED:
            self.say("sources", f"only {stored} quotations are stored")

    def stored_length(self, source):
        """Characters of a document that the dossier holds: words, prefixes and suffixes, misprints, comparisons."""
        length = 0
        for quotation in source.get("quotations", []):
            for span in quotation["spans"]:
                length += sum(len(span.get(name, "")) for name in ("exact", "prefix", "suffix"))
            if "exact" not in quotation["spans"][0]:
                length += sum(len(word) for word in quotation.get("sic", []))
        comparisons = {record["comparison"] for _, record in self.dossier.records("assertion")
                       if record.get("comparison")
                       and any(self.source_of.get(item["quotation"], ("",))[0] == source["key"] for item in record["evidence"])}
        return length + sum(len(words) for words in comparisons)

    def summarise(self):
        for path, source in self.dossier.records("source"):
            if source.get("length"):
                quoted = sum(1 for quotation in source["quotations"] if "exact" in quotation["spans"][0])
                stored = self.stored_length(source)
                print(f"{path.name}: {quoted} quotations, {len(source['quotations']) - quoted} pointers, "
                      f"{len(source.get('set_aside', []))} set aside; {stored} of {source['length']} characters stored "
                      f"({100 * stored / source['length']:.1f} %)")
        for path, (kind, records, _) in self.dossier.files.items():
            if kind == "assertion":
                print(f"{path.name}: {sum(len(record.get('places', [0])) for record in records)}")


# Coverage


def paragraphs(text):
    """The lines of a document, as pairs of positions."""
    first = 0
    for line in text.split("\n"):
        if line.strip():
            yield first, first + len(line)
        first += len(line) + 1


def marks(source, length):
    """For each character of a document the mark of what covers it: quotation, pointer, set aside."""
    result = bytearray(b"." * length)
    for passage in source.get("set_aside", []):
        result[passage["first"]:passage["beyond"]] = b"-" * (passage["beyond"] - passage["first"])
    for stored in (False, True):
        for quotation in source["quotations"]:
            for span in quotation["spans"]:
                if ("exact" in span) == stored:
                    mark = b"Q" if stored else b"P"
                    result[span["first"]:span["beyond"]] = mark * (span["beyond"] - span["first"])
    return result.decode("ascii")


def pieces(marked, first, beyond):
    """Runs of one mark between two positions."""
    start = first
    for position in range(first + 1, beyond + 1):
        if position == beyond or marked[position] != marked[start]:
            yield marked[start], start, position
            start = position


def print_coverage(dossier):
    words = {"Q": "quoted", "P": "pointer", "-": "set aside", ".": "–"}
    for path, source in dossier.records("source"):
        text = dossier.document(path, source)
        if text is None:
            continue
        marked = marks(source, len(text))
        print(f"\n== {path.name}: {source['title']}")
        for number, (first, beyond) in enumerate(paragraphs(text), 1):
            print(f"{number:3}")
            for mark, start, end in pieces(marked, first, beyond):
                print(f"    {words[mark]:>9}  {text[start:end].strip()}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true", help="verify everything, write nothing")
    mode.add_argument("--coverage", action="store_true", help="print what covers each paragraph")
    parser.add_argument("dir", type=Path, metavar="DIR")
    parser.add_argument("texts", type=Path, metavar="TEXTS", nargs="?")
    arguments = parser.parse_args()
    if arguments.texts is None and not arguments.check:
        parser.error("TEXTS is needed")
    try:
        dossier = Dossier(arguments.dir, arguments.texts)
        if arguments.coverage:
            print_coverage(dossier)
            return 0
        if not arguments.check:
            anchor(dossier)
            dossier.write()
        check = Check(dossier)
        problems = check.run()
        check.summarise()
    except (Problem, OSError, ValueError) as problem:
        problems = [str(problem)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
