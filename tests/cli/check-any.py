#!/usr/bin/env python3
# Uses the command line on any dossier as a script would.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-any.py CLI DOSSIER

Prints TAP. Days and places are taken from the dossier itself.
"""

import contextlib
import datetime
import json
import os
import pathlib
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from cli_support import CLI, DOSSIER, as_of, main, run

DAY = json.loads(run("info", DOSSIER, "--json").stdout)["last"]


def disputed():
    """A disputed place that is held, with a shape; its code, or its name if it has none and shares it with no other."""
    places = as_of(DAY)
    names = [place["place"] for place in places]
    for place in places:
        name = place["code"] or place["place"]
        if place["kind"] == "unit" and place["holders"] and (place["code"] or names.count(name) == 1):
            return name
    raise AssertionError("no unit is held")


def test_bad_use():
    run(status=2)
    run("no-such-command", status=2)
    run("as-of", DOSSIER, status=2)
    run("as-of", DOSSIER, "2025-13-45", status=2)
    run("as-of", DOSSIER, "soon", status=2)
    run("as-of", DOSSIER, "../..", status=2)
    run("as-of", "/no/such/file.gpkg", DAY, status=2)
    run("as-of", DOSSIER, DAY, "--according-to", "Nobody at all", status=2)
    run("render", DOSSIER, "--as-of", DAY, "--size", "0x0", "-o", "/dev/null", status=2)
    run("render", DOSSIER, "--as-of", DAY, status=2)


def test_a_date_that_is_no_day_is_told_which_day_it_became():
    info = json.loads(run("info", DOSSIER, "--json").stdout)
    year = info["last"][:4]
    first = max(f"{year}-01-01", info["first"])
    done = run("as-of", DOSSIER, year, "--json")
    assert f"“{year}” leaves the day open" in done.stderr, done.stderr
    assert json.loads(done.stdout) == as_of(first)
    assert run("as-of", DOSSIER, info["last"]).stderr == ""
    assert run("as-of", DOSSIER, f"spring {year}").stdout == run("as-of", DOSSIER, f"{year}-21").stdout


def test_a_day_outside_the_dossier_is_answered_for_itself():
    done = run("as-of", DOSSIER, "1234-05-06", "--json")
    assert "6 May 1234 is outside the dossier’s days" in done.stderr, done.stderr
    places = json.loads(done.stdout)
    # What is told without a beginning is all that reaches back so far.
    assert places and not any(place["holders"] for place in places), places
    assert all(claim["since"] is None for place in places for claim in place["claimants"]), places
    last = datetime.date.fromisoformat(DAY)
    done = run("as-of", DOSSIER, str(last + datetime.timedelta(1)), "--json")
    assert "outside the dossier’s days" in done.stderr and len(json.loads(done.stdout)) == len(places), done.stderr
    assert run("as-of", DOSSIER, info_first()).stderr == ""


def info_first():
    return json.loads(run("info", DOSSIER, "--json").stdout)["first"]


def test_a_language_that_the_machine_lacks_is_not_mixed_in():
    for command in (("as-of", DOSSIER, DAY), ("why", DOSSIER, disputed(), DAY)):
        lacking, plain = (run(*command, env={"LC_ALL": locale, "LANGUAGE": ""}).stdout for locale in ("uk_ZZ.UTF-8", "C.UTF-8"))
        assert lacking == plain, lacking


def test_a_place_without_a_code_has_a_sign_for_it():
    lines = run("as-of", DOSSIER, DAY, "--all").stdout.splitlines()
    codes = {line.split(None, 1)[0] for line in lines}
    assert all(line[:1].strip() for line in lines), lines
    assert len(lines) == len(as_of(DAY)) and "-" in codes, codes


def test_bad_use_writes_nothing_to_standard_output():
    for arguments in ([], ["nonsense"], ["as-of", DOSSIER, "soon"], ["check", DOSSIER, "--texts", "/no/such/folder"],
                      ["render", DOSSIER, "--as-of", DAY, "-o", "/no/such/map.jpg"]):
        done = run(*arguments, status=2)
        assert done.stdout == "" and done.stderr != "", (arguments, done.stdout)
    assert "“/no/such/folder”" in run("check", DOSSIER, "--texts", "/no/such/folder", status=2).stderr
    assert ".png, .svg or .pdf" in run("render", DOSSIER, "--as-of", DAY, "-o", "/no/such/map.jpg", status=2).stderr
    assert run("--help").stderr == ""


def test_output_that_gets_lost_is_no_success():
    with open("/dev/full", "w") as full:
        done = subprocess.run([CLI, "as-of", DOSSIER, DAY], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2 and "can’t be written" in done.stderr, (done.returncode, done.stderr)


def test_what_is_odd_in_a_file_is_told():
    with tempfile.TemporaryDirectory() as folder:
        odd = os.path.join(folder, "odd.gpkg")
        pathlib.Path(odd).write_bytes(pathlib.Path(DOSSIER).read_bytes())
        with contextlib.closing(sqlite3.connect(odd)) as database:
            database.execute("CREATE VIEW stray AS SELECT * FROM place")
            database.commit()
        before = pathlib.Path(odd).read_bytes()
        assert "stray" in run("check", odd).stderr, run("check", odd).stderr
        assert pathlib.Path(odd).read_bytes() == before and os.listdir(folder) == ["odd.gpkg"]


def test_an_assertion_without_support_is_named_in_words():
    with tempfile.TemporaryDirectory() as folder:
        bare = os.path.join(folder, "bare.gpkg")
        pathlib.Path(bare).write_bytes(pathlib.Path(DOSSIER).read_bytes())
        with contextlib.closing(sqlite3.connect(bare)) as database:
            identifier, uuid = database.execute("SELECT id, uuid FROM assertion WHERE kind = 'control' AND place_id NOT NULL AND actor_id NOT NULL "
                                                "AND valid_edtf <> '' AND NOT retracted AND id NOT IN (SELECT supersedes_id FROM assertion "
                                                "WHERE supersedes_id NOT NULL)").fetchone()
            database.execute("DELETE FROM evidence WHERE assertion_id = ?", (identifier,))
            database.commit()
        found = json.loads(run("check", bare, "--json", status=1).stdout)
        assert len(found["defects"]) == 1 and not any(uuid in note for note in found["notes"]), found
        kind, said, place, when = found["defects"][0].removeprefix("No quotation supports: ").removesuffix(f" ({uuid}).").split(", ", 3)
        assert kind == "control" and said[0] + said[-1] == "“”" and place and any(digit.isdigit() for digit in when), found["defects"]


def test_the_dossier_is_not_written_over():
    with tempfile.TemporaryDirectory() as folder:
        own, link = os.path.join(folder, "own.gpkg"), os.path.join(folder, "map.png")
        pathlib.Path(own).write_bytes(pathlib.Path(DOSSIER).read_bytes())
        os.symlink("own.gpkg", link)
        for command in (["render", own, "--as-of", DAY, "--format", "png", "-o", own], ["render", own, "--as-of", DAY, "-o", link],
                        ["export", own, "-o", own]):
            assert "is the dossier itself" in run(*command, status=2).stderr, command
        assert pathlib.Path(own).read_bytes() == pathlib.Path(DOSSIER).read_bytes()


def test_a_picture_is_whole_or_not_there():
    with tempfile.TemporaryDirectory() as folder:
        there, new = os.path.join(folder, "there.png"), os.path.join(folder, "new.svg")
        pathlib.Path(there).write_text("before")
        def no_room():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        for output in (there, new):
            done = subprocess.run([CLI, "render", DOSSIER, "--as-of", DAY, "--size", "640x480", "-o", output], preexec_fn=no_room,
                                  stderr=subprocess.PIPE, text=True, check=False)
            assert done.returncode == 2 and f"“{output}” can’t be written" in done.stderr, done
        assert pathlib.Path(there).read_text() == "before" and os.listdir(folder) == ["there.png"], os.listdir(folder)
        run("render", DOSSIER, "--as-of", DAY, "--size", "64x64", "--format", "svg", "-o", folder, status=2)
        piped = subprocess.run([CLI, "render", DOSSIER, "--as-of", DAY, "--size", "64x64", "--format", "svg", "-o", "/dev/stdout"],
                               stdout=subprocess.PIPE, check=True)
        assert piped.stdout.rstrip().endswith(b"</svg>")


def test_a_day_before_the_year_0_can_be_asked():
    assert "is outside the dossier’s days" in run("as-of", DOSSIER, "--", "-0044-03-15").stderr


def test_capitals_are_not_turkish():
    with tempfile.TemporaryDirectory() as locales:
        subprocess.run(["localedef", "-i", "tr_TR", "-f", "UTF-8", f"{locales}/tr_TR.UTF-8"], check=True, capture_output=True)
        turkish = {"LOCPATH": locales, "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "en"}
        pictures = []
        for env in (turkish, {"LC_ALL": "C.UTF-8", "LANGUAGE": "en"}):
            path = os.path.join(locales, "map.svg")
            run("render", DOSSIER, "--as-of", DAY, "-o", path, env=env)
            pictures.append(re.findall(">([^<]+)</text", pathlib.Path(path).read_text(encoding="utf-8")))
        assert pictures[0] == pictures[1] and len(pictures[0]) > 10, pictures


def test_errors_name_what_was_typed():
    assert "“/no/such/file.gpkg”" in run("info", "/no/such/file.gpkg", status=2).stderr
    told = run("render", DOSSIER, "--as-of", DAY, "--size", "64x64", "-o", "/no/such/map.png", status=2).stderr
    assert "“/no/such/map.png”" in told, told
    assert "takes 1 argument, not 0" in run("info", status=2).stderr
    assert "takes 2 arguments, not 1" in run("as-of", DOSSIER, status=2).stderr


def test_json_is_the_same_in_every_language():
    ukrainian = {"LANGUAGE": "uk", "MARCHLAND_LOCALEDIR": os.path.join(os.environ["MARCHLAND_BUILD_ROOT"], "po")}
    for arguments in (["info", DOSSIER], ["check", DOSSIER], ["as-of", DOSSIER, DAY], ["why", DOSSIER, disputed(), DAY]):
        assert run(*arguments, "--json", env=ukrainian).stdout == run(*arguments, "--json").stdout, arguments


def test_info():
    info = json.loads(run("info", DOSSIER, "--json").stdout)
    assert info["quotations"] > 0 and info["sources"] > 0 and info["title"]
    assert str(info["quotations"]) in run("info", DOSSIER).stdout


def test_a_place_without_a_shape_is_no_picture():
    described = next(place for place in as_of(DAY, "--all") if place["kind"] == "description")
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "map.png")
        told = run("render", DOSSIER, "--as-of", DAY, "--size", "64x64", "--place", described["place"], "-o", output, status=2).stderr
        assert f"“{described['place']}” has no shape" in told and os.listdir(folder) == [], told
        town = next(place for place in as_of(DAY, "--all") if place["kind"] == "settlement")
        run("render", DOSSIER, "--as-of", DAY, "--size", "64x64", "--place", f"{town['place']} (settlement)", "-o", output)


def test_check_is_fine_and_a_text_file_is_not():
    run("check", DOSSIER)
    with tempfile.NamedTemporaryFile("w", suffix=".gpkg") as file:
        file.write("not a dossier")
        file.flush()
        assert run("check", file.name, status=1).stdout + run("check", file.name, status=1).stderr


def test_why_rests_on_words_and_sources():
    why = json.loads(run("why", DOSSIER, disputed(), DAY, "--json").stdout)
    assert why["rows"]
    for row in why["rows"]:
        assert row["assertions"] and row["quotations"] and row["sources"], row
    assert "“" in run("why", DOSSIER, disputed(), DAY).stdout


def test_before_the_first_source_the_answer_is_empty_and_says_why():
    done = run("as-of", DOSSIER, DAY, "--known-by", "1900", "--json")
    assert json.loads(done.stdout) == [] and done.stderr.strip()


def test_render_writes_a_picture_of_the_asked_size():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "map.png"
        run("render", DOSSIER, "--as-of", DAY, "--size", "640x480", "-o", str(path))
        data = path.read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n" and data[16:24] == (640).to_bytes(4, "big") + (480).to_bytes(4, "big")
        other = pathlib.Path(folder) / "close.png"
        run("render", DOSSIER, "--as-of", DAY, "--size", "640x480", "--place", disputed(), "-o", str(other))
        assert other.read_bytes() != data


def test_info_counts_the_history():
    assert json.loads(run("info", DOSSIER, "--json").stdout)["edits"] == 1
    assert "1 edit" in run("info", DOSSIER).stdout


def tool(*arguments):
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout


def test_pdf_has_pages_sizes_and_selectable_words():
    why = json.loads(run("why", DOSSIER, disputed(), DAY, "--json").stdout)
    sizes = {"A4": (841.89, 595.28), "A3": (1190.55, 841.89), "Letter": (792, 612), "16:9": (960, 540)}
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "map.pdf")
        for name, (width, height) in sizes.items():
            run("render", DOSSIER, "--as-of", DAY, "--page-size", name, "--title", "A title of our own", "-o", path)
            info = dict(line.split(":", 1) for line in tool("pdfinfo", path).splitlines() if ":" in line)
            size = [float(word) for word in info["Page size"].split() if word[0].isdigit()]
            assert abs(size[0] - width) < 1 and abs(size[1] - height) < 1, (name, size)
            assert int(info["Pages"]) >= 2 and info["Title"].strip() == "A title of our own", info
        first = " ".join(tool("pdftotext", "-l", "1", path, "-").split())
        rest = " ".join(tool("pdftotext", "-f", "2", path, "-").split())
        for text in ("A title of our own", "as of", "known by", "km", "Recognised border"):
            assert text in first, (text, first)
        assert "[1]" in rest and "Sources" in rest and "Credits" in rest and "Page 2" in rest
        pointers = re.findall(r"points at without storing its words\)\n(.+?)\nBears on", tool("pdftotext", "-f", "2", path, "-"), re.S)
        assert len(set(pointers)) == len(pointers), pointers
        source = why["rows"][0]["sources"][0]
        assert (source if isinstance(source, str) else source["title"]).split()[0] in rest
        run("render", DOSSIER, "--as-of", DAY, "--page-size", "B5", "-o", path, status=2)


def test_svg_is_xml_whatever_is_in_a_title():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "map.svg")
        run("render", DOSSIER, "--as-of", DAY, "--size", "640x480", "--title", "One\x01\x1b & <two> ]]>", "-o", path)
        texts = [element.text for element in xml.etree.ElementTree.parse(path).getroot().iter() if element.text]
        assert texts.count("One & <two> ]]>") == 2, texts[:5]


def test_svg_keeps_shapes_and_words():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "map.svg")
        run("render", DOSSIER, "--as-of", DAY, "--size", "1600x1200", "--title", "Ours & <theirs>", "-o", path)
        root = xml.etree.ElementTree.parse(path).getroot()
        names = [element.tag.split("}")[1] for element in root.iter()]
        texts = ["".join(element.itertext()) for element in root.iter() if element.tag.endswith("}text")]
        assert root.get("width").startswith("1600") and root.get("height").startswith("1200")
        assert "image" not in names and names.count("path") > 100
        assert "Ours & <theirs>" in texts and "Recognised border" in texts and len(texts) > 10
        assert root[0].text == "Ours & <theirs>", root[0].tag


def list_sizes(path):
    """The sizes of letters that an SVG file writes in."""
    return [float(e.get("font-size")) for e in xml.etree.ElementTree.parse(path).getroot().iter() if e.get("font-size")]


def test_projector_look_is_readable_across_a_room():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "map.svg")
        for size, largest in (("1920x1080", 66), ("2880x1620", 99), ("1600x900", 55)):
            run("render", DOSSIER, "--as-of", DAY, "--size", size, "--theme", "projector", "-o", path)
            sizes = list_sizes(path)
            assert len(sizes) > 20 and min(sizes) > 23.99 * max(largest / 66, 1), (size, sorted(sizes)[:4])
            assert abs(max(sizes) - largest) < 0.1, (size, max(sizes))


def test_projector_legend_is_shorter_before_it_is_small():
    """On a small picture all colours stay in it, and what explains itself goes first."""
    def list_legend(path, size):
        run("render", DOSSIER, "--as-of", DAY, "--size", size, "--theme", "projector", "-o", path)
        texts = {"".join(e.itertext()): float(e.get("font-size")) for e in xml.etree.ElementTree.parse(path).getroot().iter() if e.get("font-size")}
        return {text: size for text, size in texts.items() if re.search(r"^(Partly h|H)eld by|says it (owns|holds) it|^No quotation|^Outside|^Sources dis", text)}

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "map.svg")
        large = list_legend(path, "1920x1080")
        assert min(large.values()) > 23.99, large
        for size, least in (("1280x720", 15), ("800x600", 12)):
            legend = list_legend(path, size)
            lost = {text for text in large if text not in legend and not text.startswith("Outside")}
            assert legend and not lost, (size, legend, lost)
            assert min(legend.values()) >= least, (size, legend)
            assert min(legend.values()) > 23.89 or not [text for text in legend if text.startswith("Outside")], (size, legend)


def test_series_writes_a_picture_for_each_day_that_is_asked_for():
    start = datetime.date.fromisoformat(DAY) - datetime.timedelta(days=62)
    with tempfile.TemporaryDirectory() as folder:
        for every, check in (("month", lambda n: 3 <= n <= 4), ("change", lambda n: 1 <= n <= 63)):
            target = os.path.join(folder, every)
            done = run("render", DOSSIER, "--from", str(start), "--to", DAY, "--every", every, "--size", "160x120", "-o", target)
            files = sorted(os.listdir(target))
            assert check(len(files)) and files[0] == f"{start}.png", files
            assert done.stdout.split() == [os.path.join(target, file) for file in files]
        run("render", DOSSIER, "--from", DAY, "--to", str(start), "-o", folder, status=2)
        run("render", DOSSIER, "--from", DAY, "-o", folder, status=2)
        run("render", DOSSIER, "--as-of", DAY, "--every", "day", "-o", os.path.join(folder, "x.png"), status=2)


def test_areas_come_in_and_are_measured():
    square = {"type": "Polygon", "coordinates": [[[30, 46], [31, 46], [31, 47], [30, 47], [30, 46]]]}
    holder = next(h["actor"] for p in json.loads(run("as-of", DOSSIER, DAY, "--json").stdout) for h in p["holders"])
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "copy.gpkg"
        copy.write_bytes(pathlib.Path(DOSSIER).read_bytes())
        layer = pathlib.Path(folder) / "sheet_20220601.geojson"
        layer.write_text(json.dumps({"type": "Feature", "properties": {}, "geometry": square}))
        run("area", str(copy), "2022-06-02", "--json", status=1)
        done = run("import", str(copy), str(layer), "--holder", holder, "--source", "Sheets", "--missing", "open")
        assert "Areas: 1" in done.stdout, done.stdout
        assert json.loads(run("info", str(copy), "--json").stdout)["imports"] == 1
        rows = json.loads(run("area", str(copy), "2022-06-01", "--json").stdout)
        whole = [row for row in rows if row["place"] is None]
        assert len(whole) == 1 and whole[0]["holder"] == holder and whole[0]["code"] is None, rows
        assert 8500 < whole[0]["km2"] < 8600, rows
        assert sum(row["km2"] for row in rows if row["place"]) <= whole[0]["km2"] + 0.01
        assert run("area", str(copy), "2022-06-02", "--json", status=1).stdout.strip() == "[]"
        run("area", str(copy), "2022-06-01", "--source", "Nowhere", status=2)
        later = pathlib.Path(folder) / "sheet_20220701.geojson"
        larger = {"type": "Polygon", "coordinates": [[[30.5, 46], [31.5, 46], [31.5, 47], [30.5, 47], [30.5, 46]]]}
        later.write_text(json.dumps({"type": "Feature", "properties": {}, "geometry": larger}))
        run("import", str(copy), str(later), "--holder", holder, "--source", "Sheets", "--missing", "open")
        rows = json.loads(run("compare", str(copy), "2022-06-01", "2022-07-01", "--json").stdout)
        whole = [row for row in rows if row["place"] is None]
        assert len(whole) == 1 and whole[0]["holder"] == holder, rows
        assert 4250 < whole[0]["gained_km2"] < 4300 and 4250 < whole[0]["lost_km2"] < 4300, rows
        assert "+4" in run("compare", str(copy), "2022-06-01", "2022-07-01").stdout
        done = run("compare", str(copy), "2022-06-01", "2022-06-15", "--json", status=1)
        assert done.stdout.strip() == "[]" and "Sheets" in done.stderr, done.stderr
        run("compare", str(copy), "2022-07-01", "2022-06-01", status=2)
        run("check", str(copy))


def test_each_holder_of_an_import_has_a_word():
    with contextlib.closing(sqlite3.connect(f"file:{DOSSIER}?immutable=1", uri=True)) as file:
        names = [name for name, in file.execute("SELECT text FROM actor_name WHERE preferred GROUP BY text HAVING count (*) = 1")]
    first, second = sorted(names)[:2]
    with tempfile.TemporaryDirectory() as folder:
        layers = []
        for name, west in (("held", 30), ("said", 31), ("else", 32)):
            square = {"type": "Polygon", "coordinates": [[[west, 46], [west + 1, 46], [west + 1, 47], [west, 47], [west, 46]]]}
            layers.append(pathlib.Path(folder) / f"{name}_20220601.geojson")
            layers[-1].write_text(json.dumps({"type": "Feature", "properties": {"who": name}, "geometry": square}))
        copy = pathlib.Path(folder) / "copy.gpkg"
        copy.write_bytes(pathlib.Path(DOSSIER).read_bytes())
        words = ["import", str(copy), *map(str, layers), "--source", "Sheets"]
        run(*words, "--holder", first, "--holder", second, status=2)
        run(*words, "--by", "nothing", "--holder", first, status=2)
        run(*words, "--by", "file", "--holder", f"nowhere={first}", status=2)
        run(*words, "--by", "file", "--holder", first, "--basis", "nowhere=own", status=2)
        assert copy.read_bytes() == pathlib.Path(DOSSIER).read_bytes()
        done = run(*words, "--by", "file", "--holder", f"held={first}", "--holder", f"said={second}", "--basis", "said=own")
        assert "Areas: 2" in done.stdout and "Left out: 1" in done.stdout, done.stdout
        written = pathlib.Path(folder) / "told.geojson"
        run("export", str(copy), "--as-of", "2022-06-01", "-o", str(written))
        told = json.loads(written.read_text())["features"]
        assert sorted(f["properties"]["basis"] for f in told) == ["independent", "own"], told
        copy.write_bytes(pathlib.Path(DOSSIER).read_bytes())
        run(*words, "--by", "file", "--holder", f"held={first}", "--holder", f"said={first}", "--basis", "said=own")
        rows = json.loads(run("area", str(copy), "2022-06-01", "--json").stdout)
        wholes = {row["basis"]: row["km2"] for row in rows if row["place"] is None}
        assert sorted(wholes) == ["independent", "own"] and abs(wholes["own"] - wholes["independent"]) < 1, rows


def test_points_of_a_day_are_written_and_can_be_left_off_the_map():
    holder = next(name for place in as_of(DAY) for name in place["holders"])
    holder = holder if isinstance(holder, str) else holder["actor"]
    with tempfile.TemporaryDirectory() as folder:
        copy, table, written = (pathlib.Path(folder) / name for name in ("copy.gpkg", "posts.csv", "posts.geojson"))
        copy.write_bytes(pathlib.Path(DOSSIER).read_bytes())
        table.write_text(f"name,lat,lon,date\nPost,47.25,35.5,{DAY}\n,34.5,-30.25,{DAY}\nLater,47,35,2100-01-01\n")
        run("export", str(copy), "--as-of", DAY, "-o", str(written), status=2)
        run("import", str(copy), str(table), "--holder", holder, "--source", "Zeta Register")
        run("export", str(copy), "--as-of", DAY, "--source", "Zeta Register", "-o", str(written))
        told = sorted(json.loads(written.read_text())["features"], key=lambda feature: feature["geometry"]["coordinates"])
        assert [feature["geometry"] for feature in told] == [{"type": "Point", "coordinates": [-30.25, 34.5]},
                                                             {"type": "Point", "coordinates": [35.5, 47.25]}], told
        assert told[1]["properties"] == {"holder": holder, "source": "Zeta Register", "basis": "independent", "date": DAY, "name": "Post"}
        assert "name" not in told[0]["properties"]
        pictures = []
        for words in ([], ["--no-points"]):
            picture = pathlib.Path(folder) / "map.svg"
            run("render", str(copy), "--as-of", DAY, *words, "-o", str(picture))
            pictures.append(picture.read_text())
        run("render", DOSSIER, "--as-of", DAY, "-o", str(picture))
        assert "Zeta Register" in pictures[0] and "Zeta Register" not in pictures[1]
        assert pictures[1] == picture.read_text()


def test_columns_of_a_table_are_named():
    holder = next(name for place in as_of(DAY) for name in place["holders"])
    holder = holder if isinstance(holder, str) else holder["actor"]
    cases = [("up;right\n47.25;35.5\n", ["--column", "up", "--column", "right"]),
             ("right;up\n35.5;47.25\n", ["--column", "right", "--column", "up", "--order", "lng,lat"]),
             ("place;spot\nKern;47.25, 35.5\n", ["--column", "spot"]),
             ("place;spot\nKern;35.5, 47.25\n", ["--column", "spot", "--order", "lng,lat"]),
             ("spot\nPOINT (35.5 47.25)\n", ["--column", "spot", "--order", "wkt"])]
    for text, words in cases:
        with tempfile.TemporaryDirectory() as folder:
            copy, table, written = (pathlib.Path(folder) / name for name in ("copy.gpkg", "posts.csv", "posts.geojson"))
            copy.write_bytes(pathlib.Path(DOSSIER).read_bytes())
            table.write_text(text)
            common = ["import", str(copy), str(table), "--holder", holder, "--source", "Zeta Register", "--date", DAY]
            run(*common, status=2)
            run(*common, *words)
            run("export", str(copy), "--source", "Zeta Register", "-o", str(written))
            feature, = json.loads(written.read_text())["features"]
            assert feature["geometry"] == {"type": "Point", "coordinates": [35.5, 47.25]}, (text, feature)
            for bad in (["--order", "lat,lng"], [*words, "--order", "north"], [*words, "--column", "b", "--column", "c"]):
                run(*common, *bad, status=2)


def test_import_is_refused_as_a_whole():
    before = pathlib.Path(DOSSIER).read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        layer = pathlib.Path(folder) / "sheet.geojson"
        layer.write_text('{"type": "FeatureCollection", "features": []}')
        run("import", DOSSIER, str(layer), status=2)
        run("import", DOSSIER, str(layer), "--holder", "Nobody at all", "--source", "Sheets", status=2)
        run("import", DOSSIER, "--holder", "x", "--source", "Sheets", status=2)
    assert pathlib.Path(DOSSIER).read_bytes() == before


def test_import_of_nothing_usable_tells_each_reason():
    holder = next(name for place in as_of(DAY) for name in place["holders"])
    holder = holder if isinstance(holder, str) else holder["actor"]
    with tempfile.TemporaryDirectory() as folder:
        layer = pathlib.Path(folder) / "odd.geojson"
        words = ["import", DOSSIER, str(layer), "--holder", holder, "--source", "Sheets"]
        line = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": ["x", 1]}}
        layer.write_text(json.dumps(line))
        told = run(*words, status=2).stderr
        assert len(told.splitlines()) == 1 and "odd.geojson, feature 1: " in told, told
        layer.write_text(json.dumps({"type": "FeatureCollection", "features": [line, {"type": "Feature", "properties": {}, "geometry": None}]}))
        told = run(*words, status=2).stderr.splitlines()
        assert [number for row in told[:2] for number in re.findall("feature (.):", row)] == ["1", "2"], told
        assert len(told) == 3 and "2 were left out" in told[2] and "odd.geojson, feature 1: " in told[2], told


def test_queries_leave_the_file_as_it_is():
    before = pathlib.Path(DOSSIER).read_bytes()
    run("info", DOSSIER)
    run("check", DOSSIER)
    assert pathlib.Path(DOSSIER).read_bytes() == before
    siblings = [p.name for p in pathlib.Path(DOSSIER).parent.glob(pathlib.Path(DOSSIER).name + "-*")]
    assert not siblings, siblings


if __name__ == "__main__":
    sys.exit(main(globals()))
