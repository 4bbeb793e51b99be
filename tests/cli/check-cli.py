#!/usr/bin/env python3
# Uses the command line as a person or a script would, and reads what it says.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-cli.py CLI DOSSIER

Prints TAP. The facts below are the ones that the shipped dossier has to answer rightly.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

CLI, DOSSIER = sys.argv[1:3]
ANNEXED = {"UA-14", "UA-09", "UA-65", "UA-23"}
PENINSULA = {"UA-43", "UA-40"}


def run(*arguments, status=0, env=None):
    done = subprocess.run([CLI, *arguments], capture_output=True, text=True, env={**os.environ, **(env or {})})
    assert done.returncode == status, f"{arguments}: status {done.returncode}, not {status}\n{done.stdout[-500:]}\n{done.stderr}"
    return done


def as_of(day, *options, env=None):
    return json.loads(run("as-of", DOSSIER, day, "--json", *options, env=env).stdout)


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


def test_known_by_before_the_first_source_is_empty_and_says_why():
    done = run("as-of", DOSSIER, "2022-10-01", "--known-by", "2022", "--json")
    assert json.loads(done.stdout) == []
    assert "May 2025" in done.stderr, done.stderr
    assert "May 2025" in run("as-of", DOSSIER, "2022-10-01", "--known-by", "2022").stdout


def test_json_is_the_same_in_every_locale():
    assert as_of("2025-05-15", env={"LANGUAGE": "uk", "LC_ALL": "C.UTF-8"}) == as_of("2025-05-15", env={"LC_ALL": "C"})


def test_why_leads_to_words_and_sources():
    why = json.loads(run("why", DOSSIER, "UA-23", "2025-05-15", "--json").stdout)
    assert why["rows"] and why["not_known"]
    for row in why["rows"]:
        assert row["assertions"] and row["quotations"] and row["sources"], row
    assert "“" in run("why", DOSSIER, "UA-23", "2025-05-15").stdout


def test_names_and_codes():
    by_name = run("why", DOSSIER, "Київ", "2025-05-15", "--json").stdout
    assert json.loads(by_name)["finding"]["place"] == "Kyiv"
    ambiguous = run("why", DOSSIER, "Zaporizhzhia", "2025-05-15", status=2)
    assert "UA-23" in ambiguous.stderr and ambiguous.stdout == ""
    done = run("why", DOSSIER, "Nowhere at all", "2025-05-15", status=2)
    assert "Nowhere at all" in done.stderr


def test_bad_use():
    run(status=2)
    run("no-such-command", status=2)
    run("as-of", DOSSIER, status=2)
    run("as-of", DOSSIER, "2025-13-45", status=2)
    run("as-of", DOSSIER, "2025", status=2)
    run("as-of", "/no/such/file.gpkg", "2025-05-15", status=2)
    run("as-of", DOSSIER, "2025-05-15", "--according-to", "Nobody at all", status=2)
    run("render", DOSSIER, "--as-of", "2025-05-15", "--size", "0x0", "-o", "/dev/null", status=2)
    run("render", DOSSIER, "--as-of", "2025-05-15", status=2)


def test_json_is_the_same_in_every_language():
    ukrainian = {"LANGUAGE": "uk", "MARCHLAND_LOCALEDIR": os.path.join(os.environ["MARCHLAND_BUILD_ROOT"], "po")}
    for arguments in (["info", DOSSIER], ["check", DOSSIER], ["as-of", DOSSIER, "2025-05-15"], ["why", DOSSIER, "UA-23", "2025-05-15"]):
        assert run(*arguments, "--json", env=ukrainian).stdout == run(*arguments, "--json").stdout, arguments


def test_info():
    info = json.loads(run("info", DOSSIER, "--json").stdout)
    assert info["quotations"] >= 50 and info["sources"] >= 5 and info["title"]
    assert str(info["quotations"]) in run("info", DOSSIER).stdout


def test_check_is_fine_and_a_text_file_is_not():
    run("check", DOSSIER)
    with tempfile.NamedTemporaryFile("w", suffix=".gpkg") as file:
        file.write("not a dossier")
        file.flush()
        assert run("check", file.name, status=1).stdout + run("check", file.name, status=1).stderr


def test_render_writes_a_picture_of_the_asked_size():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "map.png"
        run("render", DOSSIER, "--as-of", "2025-05-15", "--size", "640x480", "-o", str(path))
        data = path.read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n" and data[16:24] == (640).to_bytes(4, "big") + (480).to_bytes(4, "big")
        other = pathlib.Path(folder) / "close.png"
        run("render", DOSSIER, "--as-of", "2025-05-15", "--size", "640x480", "--place", "UA-23", "-o", str(other))
        assert other.read_bytes() != data


def test_queries_leave_the_file_as_it_is():
    before = pathlib.Path(DOSSIER).read_bytes()
    run("info", DOSSIER)
    run("check", DOSSIER)
    assert pathlib.Path(DOSSIER).read_bytes() == before
    siblings = [p.name for p in pathlib.Path(DOSSIER).parent.glob(pathlib.Path(DOSSIER).name + "-*")]
    assert not siblings, siblings


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    failed = 0
    for number, (name, test) in enumerate(tests, 1):
        try:
            test()
            print(f"ok {number} - {name}")
        except Exception:  # each test is told, whatever it died of
            failed += 1
            print(f"not ok {number} - {name}")
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
