#!/usr/bin/env python3
# Asks the shipped dossier what it has to answer rightly.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-shipped.py CLI DOSSIER

Prints TAP. The facts below were checked by hand against the documents.
"""

import json
import subprocess
import sys
import tempfile

from cli_support import DOSSIER, as_of, main, run

ANNEXED = {"UA-14", "UA-09", "UA-65", "UA-23"}
PENINSULA = {"UA-43", "UA-40"}


def units(places):
    return {place["code"]: place for place in places if (place["code"] or "").startswith("UA-")}


def owned_by(places, actor):
    return {code for code, place in units(places).items() for c in place["claimants"] if c["actor"] == actor}


def hold_of(place, actor):
    return [hold for hold in place["holders"] if hold["actor"] == actor]


def test_2014_russia_says_it_owns_the_peninsula_alone():
    assert owned_by(as_of("2014-12-31"), "Russia") == PENINSULA


def test_2022_four_more():
    assert owned_by(as_of("2022-10-01"), "Russia") == PENINSULA | ANNEXED


def test_four_partly_held_and_how_it_is_known():
    for day in ("2025-05-15", "2025-12-29"):
        places = units(as_of(day))
        for code in ANNEXED:
            holds = hold_of(places[code], "Russia")
            assert len(holds) == 1 and holds[0]["extent"] == "part", (day, code, holds)
            assert holds[0]["basis"] in ("concluded", "independent") and holds[0]["certainty"] == "certain"


def test_lviv_is_plain_on_any_day():
    for day in ("2014-01-01", "2014-12-31", "2018-06-01", "2022-10-01", "2025-05-15", "2025-12-31", "2026-03-01"):
        lviv = units(as_of(day))["UA-46"]
        assert not lviv["disputed"] and not lviv["holders"] and not lviv["claimants"], (day, lviv)


def aspiration(day):
    return [c["certainty"] for place in as_of(day) if place["place"] == "Odesa" for c in place["claimants"] if c["basis"] == "aspiration"]


def test_aspiration_is_possible_then_certain():
    assert aspiration("2025-05-15") == ["possible"]
    assert aspiration("2025-12-31") == ["certain"]
    assert aspiration("2024-12-31") == []


def test_donbas_is_silent_between_2014_and_2022():
    for day in ("2014-12-31", "2018-06-01", "2021-12-31"):
        for place in as_of(day):
            if place["code"] in ("UA-14", "UA-09") or place["place"] == "Donbas":
                assert place["holders"] == [], (day, place)
    notes = run("check", DOSSIER).stdout
    assert "Donetsk" in notes and "2021" in notes, notes


def test_known_by_hides_what_came_later():
    places = as_of("2025-12-29", "--known-by", "2025-06-01")
    assert all(c["basis"] != "aspiration" for place in places for c in place["claimants"])
    assert not [p for p in places if p["place"] == "Myrnohrad" and p["holders"]]
    assert [p for p in as_of("2025-12-29") if p["place"] == "Myrnohrad" and p["holders"]]


def test_according_to_a_publication_is_what_it_published():
    places = units(as_of("2026-01-31", "--according-to", "Carnegie Politika"))
    assert [hold["extent"] for hold in hold_of(places["UA-23"], "Russia")] == ["not_whole"]
    assert not places["UA-43"]["disputed"]


def test_known_by_before_the_first_source_is_empty_and_says_why():
    done = run("as-of", DOSSIER, "2022-10-01", "--known-by", "2022", "--json")
    assert json.loads(done.stdout) == []
    assert "May 2025" in done.stderr, done.stderr
    assert "May 2025" in run("as-of", DOSSIER, "2022-10-01", "--known-by", "2022").stdout


def test_a_perspective_that_disputes_nothing_says_why():
    for actor, words in (("Vladimir Putin", "intended"), ("Ukraine", "no place is disputed")):
        done = run("as-of", DOSSIER, "2025-12-20", "--according-to", actor)
        assert done.stdout.startswith(f"According to {actor} ") and words in done.stdout, done.stdout
        assert len(as_of("2025-12-20", "--according-to", actor)) > 80


def test_ukraine_has_said_so_since_1991_on_both_sides_of_the_text():
    for day in ("2025-05-14", "2025-05-15"):
        for place in as_of(day):
            for claim in place["claimants"]:
                if claim["actor"] == "Ukraine":
                    assert (claim["since"], claim["since_origin"]) == ("1991", "concluded"), (day, claim)


def test_ukraine_is_not_undisputed_in_all_its_parts():
    parts = {place["place"]: place["disputed_parts"] for place in as_of("2020-01-01")}
    assert parts["Ukraine"] == ["Crimea"] and parts["Black Sea"] == [], parts


def test_why_tells_apart_what_qualifies():
    why = json.loads(run("why", DOSSIER, "Ukraine", "2025-05-15", "--json").stdout)
    claim = [row for row in why["rows"] if "owns" in row["headline"]][0]
    stances = [quotation["stance"] for quotation in claim["quotations"]]
    assert stances == sorted(stances, key=["supports", "qualifies", "disputes"].index), stances
    assert "qualifies" in stances and any(quotation["note"] for quotation in claim["quotations"])
    assert "[qualifies]" in run("why", DOSSIER, "Ukraine", "2025-05-15").stdout


def test_last_reported_invents_no_day():
    text = run("as-of", DOSSIER, "2026-01-31").stdout
    assert "last reported about December 2025" in text and "31 December 2025" not in text, text


def test_fifty_quotations_from_five_documents():
    info = json.loads(run("info", DOSSIER, "--json").stdout)
    assert info["quotations"] >= 50 and len(info["source_list"]) >= 5


def test_names_and_codes():
    by_name = run("why", DOSSIER, "Київ", "2025-05-15", "--json").stdout
    assert json.loads(by_name)["finding"]["place"] == "Kyiv"
    ambiguous = run("why", DOSSIER, "Zaporizhzhia", "2025-05-15", status=2)
    assert "UA-23" in ambiguous.stderr and ambiguous.stdout == ""
    done = run("why", DOSSIER, "Nowhere at all", "2025-05-15", status=2)
    assert "Nowhere at all" in done.stderr


def test_a_day_on_which_nothing_is_disputed_is_told():
    assert run("as-of", DOSSIER, "2013-06-01").stdout == "No place is disputed on this day.\n"


def test_places_have_their_ukrainian_name_in_ukrainian():
    english = {place["place"] for place in as_of("2025-05-15") if place["kind"] != "description"}
    lines = run("as-of", DOSSIER, "2025-05-15", "--all", env={"LANGUAGE": "uk"}).stdout.splitlines()
    # A code or its sign, then the name up to its full stop.
    names = [line.split(None, 1)[1].split(". ", 1)[0] for line in lines]
    assert "Румунія" in names and not english & set(names), english & set(names)


def test_what_shares_a_name_can_be_typed_as_it_is_listed():
    listed = run("why", DOSSIER, "Donetsk", "2025-05-15", status=2).stderr
    assert "“Donetsk (settlement)”" in listed and "“UA-14”" in listed, listed
    city = run("why", DOSSIER, "Donetsk (settlement)", "2025-05-15").stdout
    assert "as all of Donetsk Oblast" in city, city


def test_according_to_a_short_name():
    by_name = as_of("2026-01-31", "--according-to", "Andrey Pertsev")
    assert as_of("2026-01-31", "--according-to", "Pertsev") == by_name
    assert as_of("2026-01-31", "--according-to", "Kremlin") == as_of("2026-01-31", "--according-to", "The Kremlin")
    listed = run("as-of", DOSSIER, "2026-01-31", "--according-to", "Vladimir", status=2).stderr
    assert "“Vladimir Putin”" in listed and "“Vladimir Medinsky”" in listed, listed
    actors = json.loads(run("info", DOSSIER, "--json").stdout)["actor_list"]
    assert any(actor["actor"] == "The Kremlin" and actor["kind"] == "organ" for actor in actors)
    assert "The Kremlin (organ)" in run("info", DOSSIER).stdout


def test_the_build_speaks_the_readers_language_throughout():
    # The C library of Debian 13 heeds LANGUAGE only in a locale that is not C's own.
    with tempfile.TemporaryDirectory() as locales:
        subprocess.run(["localedef", "-i", "en_US", "-f", "UTF-8", f"{locales}/en_US.UTF-8"], check=True, capture_output=True)
        ukrainian = {"LANGUAGE": "uk", "LC_ALL": "en_US.UTF-8", "LOCPATH": locales}
        told = run("as-of", DOSSIER, "2025-05-15", env=ukrainian).stdout
    assert "Росія" in told and "eld by" not in told and "says it" not in told, told


def test_the_legend_names_a_site_where_one_is_on_the_map():
    with tempfile.TemporaryDirectory() as folder:
        for code, has_site in (("UA-23", True), ("UA-46", False)):
            path = f"{folder}/{code}.svg"
            run("render", DOSSIER, "--as-of", "2025-05-15", "--place", code, "-o", path)
            with open(path, encoding="utf-8") as svg:
                assert ("Site: a plant" in svg.read()) == has_site, code


if __name__ == "__main__":
    sys.exit(main(globals()))
