#!/usr/bin/env python3
# Dated areas of an invented land, day by day, by two sources, with answers worked out by hand.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-areas.py CLI DOSSIER AREAS [--write]

Prints TAP; with --write writes the golden pictures anew instead.

All land in Eskmark is made of strips, 0.2 degrees wide and from 34 to 35 degrees north, counted from
30.2 degrees west. A strip is 1 of the figures below; 3.8 are four with the hole of
4 June, whose size follows from its own latitudes. Farrow is all of that unit or nothing.
"""

import contextlib
import json
import math
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from cli_support import DOSSIER, main, run

AREAS = pathlib.Path(sys.argv[3])
GOLDEN = pathlib.Path(__file__).parent / "golden"
SHEETS = [("01", 5, 0), ("02", 6, 0), ("04", 3.8, 1), ("05", 3.8, 1), ("07", 1, 0)]
SIZE = (1600, 1200)
FARROW = [(x, -math.degrees(math.asinh(math.tan(math.radians(y))))) for x, y in (
    (-29.2, 35.6), (-28, 35.5), (-28, 37), (-29.3, 37), (-29.1, 36.3))]
MISSING = {"03": "02", "06": "05"}  # no file, and an empty one


def quantity(latitude):
    """Half of the ellipsoid's area between the equator and a latitude, for a radian, in km²: a closed form."""
    a, f = 6378.137, 1 / 298.257223563
    e = math.sqrt(f * (2 - f))
    s = math.sin(math.radians(latitude))
    return a * a * (1 - e * e) / 2 * (s / (1 - e * e * s * s) + math.atanh(e * s) / e)


def strip(south=34, north=35):
    return math.radians(0.2) * (quantity(north) - quantity(south))


def near(measured, expected):
    return abs(measured - expected) <= 1e-5 * max(expected, strip())


def bring_in(folder, missing="carried", sources=("sheets", "ledger")):
    path = pathlib.Path(folder) / f"{missing}.gpkg"
    shutil.copyfile(DOSSIER, path)
    path.chmod(0o644)
    for source in sources:
        run("import", str(path), str(AREAS / source), "--holder", "Harrow", "--source", source.title(), "--missing", missing)
    return str(path)


def area(path, day, *options, status=0):
    rows = json.loads(run("area", path, f"2023-06-{day}", "--json", *options, status=status).stdout)
    assert all(row["holder"] == "Harrow" for row in rows), rows
    return {row["place"]: row["km2"] for row in rows}


def find_share(path, day, place, *options):
    for finding in json.loads(run("as-of", path, f"2023-06-{day}", "--json", *options).stdout):
        if finding["place"] == place:
            return next((h for h in finding["holders"] if h["actor"] == "Harrow" and "area" in h), None), finding
    raise AssertionError(place)


def check_day(path, day, strips, farrow, told):
    rows = area(path, day)
    eskmark = strips * strip() if strips != 3.8 else 4 * strip() - strip(34.4, 34.6)
    assert near(rows["Eskmark"], eskmark), (day, rows, eskmark)
    assert ("Farrow" in rows) == bool(farrow), (day, rows)
    assert near(rows[None], eskmark + rows.get("Farrow", 0)), (day, rows)
    hold, _ = find_share(path, day, "Eskmark")
    assert hold["extent"] == "part" and hold["basis"] == "independent" and hold["certainty"] == "certain", hold
    assert near(hold["area"]["km2"], eskmark), (day, hold)
    assert hold["area"]["data"] == hold["observed"] == f"2023-06-{told}" and hold["area"]["source"] == "Sheets", hold
    assert find_share(path, day, "Brena Province")[0] is None
    return eskmark / hold["area"]["share"]


def test_days_are_measured_and_told():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder)
        sizes = [check_day(path, day, strips, farrow, day) for day, strips, farrow in SHEETS]
        assert all(near(size, sizes[0]) for size in sizes), sizes


def test_a_preferred_statement_stays_before_an_area_of_the_whole():
    with tempfile.TemporaryDirectory() as folder:
        hold, finding = find_share(bring_in(folder), "04", "Farrow")
        assert hold["extent"] == "whole" and abs(hold["area"]["share"] - 1) < 1e-9, hold
        assert [h["actor"] for h in finding["holders"]] == ["Velmark", "Harrow"], finding
        assert not finding["conflict"] and finding["disputed"], finding


def test_missing_days_are_carried():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder)
        days = {day: (strips, farrow) for day, strips, farrow in SHEETS}
        for day, before in MISSING.items():
            check_day(path, day, *days[before], before)
        assert area(path, "20") == area(path, "07")


def test_an_empty_file_is_told():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder, sources=())
        told = run("import", path, str(AREAS / "sheets"), "--holder", "Harrow", "--source", "Sheets").stdout
        assert "sheet_20230606.geojson: The file is there" in told and "6 June 2023 counts as a day without data" in told, told
        assert "Days: 5." in told and "3 June" not in told, told


def test_missing_days_are_left_open():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder, "open")
        days = {day: (strips, farrow) for day, strips, farrow in SHEETS}
        for day, figures in days.items():
            check_day(path, day, *figures, day)
        for day in (*MISSING, "08"):
            assert area(path, day, status=1) == {}, day
            hold, finding = find_share(path, day, "Eskmark")
            assert hold is None and not finding["disputed"], finding


def test_sources_stay_apart():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder)
        for day, strips in (("02", 6), ("03", 6), ("04", 4)):
            rows = area(path, day, "--source", "Ledger")
            assert set(rows) == {"Eskmark", None} and near(rows[None], strips * strip()), rows
            hold, _ = find_share(path, day, "Eskmark", "--source", "Ledger")
            assert hold["area"]["source"] == "Ledger" and near(hold["area"]["km2"], strips * strip()), hold
        assert area(path, "01", "--source", "Ledger", status=1) == {}


def test_who_else_covers_a_day_is_told():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder, "open", ("ledger", "sheets"))
        told = run("area", path, "2023-06-01", status=1).stderr
        assert "The areas of “Ledger” begin on 2 June 2023. Another source covers this day: “Sheets”." in told, told
        told = run("area", path, "2023-06-05", "--source", "Ledger", "--json", status=1).stderr
        assert "“Ledger” end on 4 June 2023. Another source covers this day: “Sheets”." in told, told
        told = run("area", path, "2023-06-08", status=1).stderr
        assert "“Ledger” end on" in told and "covers" not in told, told


def list_outlines(path):
    """The straight outlines of a path."""
    for part in path.split("M")[1:]:
        if "C" in part:
            continue
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", part.split("Z")[0])]
        points = list(zip(numbers[::2], numbers[1::2]))
        corners = [p for i, p in enumerate(points) if math.dist(p, points[i - 1]) > 0.1]
        if len(corners) >= 4:
            yield corners


def is_land(corners):
    """No stripe, swatch or box around something: those hang on the view, and on the fonts that make room for it."""
    sides = [math.dist(p, corners[i - 1]) for i, p in enumerate(corners)]
    boxed = all(p[0] == corners[i - 1][0] or p[1] == corners[i - 1][1] for i, p in enumerate(corners))
    whole = boxed and all(x == int(x) and y == int(y) for x, y in corners)
    seen = all(-20 < x < SIZE[0] + 20 and -20 < y < SIZE[1] + 20 for x, y in corners)
    return seen and not whole and not (len(corners) == 4 and min(sides) < 21)


def find_view(outlines):
    """Pixels for a degree, and where Greenwich and the equator lie: of Farrow, which the map always has."""
    east, west = max(x for x, _ in FARROW), min(x for x, _ in FARROW)
    for corners in outlines:
        scale = (max(x for x, _ in corners) - min(x for x, _ in corners)) / (east - west)
        left = min(x for x, _ in corners) - scale * west
        top = min(y for _, y in corners) - scale * min(y for _, y in FARROW)
        wanted = [(left + scale * x, top + scale * y) for x, y in FARROW]
        if len(corners) == len(FARROW) and all(any(math.dist(p, q) < 2 for q in wanted) for p in corners):
            return scale, left, top
    raise AssertionError("Farrow is not on the map")


def normalise(corners, view):
    """In a picture of 200 pixels a degree whatever the view; from the least corner on, whichever way it runs."""
    scale, left, top = view
    points = [(round(200 * (x - left) / scale), round(200 * (y - top) / scale)) for x, y in corners]
    turned = points[points.index(min(points)):] + points[:points.index(min(points))]
    return tuple(min(turned, turned[:1] + turned[:0:-1]))


def test_disagreement_is_measured_by_unit():
    def compare(path, day, *options, status=0):
        done = run("compare", path, f"2023-06-{day}", *options, "--json", status=status)
        rows = json.loads(done.stdout or "[]")
        return {row["place"]: (row["only_source_km2"], row["only_against_km2"]) for row in rows}, done.stderr

    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder, "open")
        rows, _ = compare(path, "02", "--against", "Ledger")
        assert set(rows) == {"Eskmark", None}, rows
        assert all(near(km2, 2 * strip()) for row in rows.values() for km2 in row), rows
        rows, _ = compare(path, "04", "--against", "Ledger")
        farrow = area(path, "04")["Farrow"]
        assert set(rows) == {"Eskmark", "Farrow", None}, rows
        assert rows["Eskmark"][0] < 1e-3 and near(rows["Eskmark"][1], strip(34.4, 34.6)), rows
        assert near(rows["Farrow"][0], farrow) and rows["Farrow"][1] < 1e-3, rows
        assert near(rows[None][0], farrow) and near(rows[None][1], strip(34.4, 34.6)), rows
        turned, _ = compare(path, "04", "--source", "Ledger", "--against", "Sheets")
        assert all(near(a, b) for a, b in zip(turned[None], rows[None][::-1])), turned
        for day, title in (("01", "Ledger"), ("03", "Sheets")):
            rows, told = compare(path, day, "--against", "Ledger", status=1)
            assert rows == {} and f"“{title}” doesn’t cover" in told, told
        assert "source itself" in compare(path, "02", "--against", "Sheets", status=2)[1]
        assert "--against TITLE" in run("compare", path, "2023-06-02", status=2).stderr
        run("compare", path, "2023-06-02", "2023-06-04", "--against", "Ledger", status=2)
        run("compare", path, "2023-06-02", "--against", "Nowhere", status=2)
        assert "only by “Ledger”" in run("compare", path, "2023-06-02", "--against", "Ledger").stdout


def frame(shape):
    return tuple(limit(p[i] for p in shape) for limit in (min, max) for i in (0, 1))


def find_land(outlines, view):
    """Those in Eskmark and Farrow, where the areas are."""
    shapes = {normalise(corners, view) for corners in outlines}
    shapes = {shape for shape in shapes if all(-30.62 < x / 200 < -27.98 for x, _ in shape)}
    boxes = {frame(shape) for shape in shapes if len(shape) > 4}  # cairo clips some shapes by these as well
    return {shape for shape in shapes if len(shape) > 4 or frame(shape) not in boxes}


def list_painted(path):
    """For each ink the land that it fills, borders or hatches: what a path is, or what it is clipped by."""
    root = xml.etree.ElementTree.parse(path).getroot()
    clips = {e.get("id"): [p.get("d") for p in e.iter() if p.tag.endswith("}path")] for e in root.iter() if e.tag.endswith("}clipPath")}
    paths = [e.get("d") for e in root.iter() if e.tag.endswith("}path") and not e.get("transform")]
    view = find_view([corners for d in paths for corners in list_outlines(d) if is_land(corners)])
    painted = {}

    def visit(element, around):
        if element.tag.endswith("}defs"):
            return
        own = re.search(r"url\(#([^)]*)\)", get_style(element).get("clip-path", ""))
        around = around + (clips[own[1]] if own else [])
        if element.tag.endswith("}path") and not element.get("transform"):
            outlines = [corners for d in [*around, element.get("d")] for corners in list_outlines(d) if is_land(corners)]
            for ink in get_inks(get_style(element)):
                painted.setdefault(ink, set()).update(find_land(outlines, view))
        for child in element:
            visit(child, around)

    visit(root, [])
    return {ink: shapes for ink, shapes in painted.items() if shapes}


def list_labels(path):
    """What stands on the map itself, with its halo: words, ink, size, and where."""
    texts = [e for e in xml.etree.ElementTree.parse(path).iter() if e.tag.endswith("}text") and e.get("stroke")]
    return {("".join(e.itertext()), e.get("fill"), e.get("font-size")): (float(e.get("x")), float(e.get("y"))) for e in texts}


def matches(shape, shapes):
    return any(len(shape) == len(other) and all(math.dist(a, b) <= 3 for a, b in zip(shape, other)) for other in shapes)


def get_style(element):
    """Attributes and style alike, as cairo's versions write one or the other."""
    style = dict(part.split(":", 1) for part in element.get("style", "").split(";") if ":" in part)
    return {**element.attrib, **{key.strip(): value.strip() for key, value in style.items()}}


def get_ink(style, kind):
    """Red, green, blue and opacity in whole percents; None for no ink."""
    if style.get(kind, "none") == "none":
        return None
    colour = [float(part.rstrip("%")) * (1 if "%" in part else 100 / 255) for part in style[kind][4:-1].split(",")]
    return tuple(round(part) for part in colour) + (round(100 * float(style.get(f"{kind}-opacity", 1))),)


def get_inks(style):
    """How an element fills and strokes: inks, and the width and dashes of lines."""
    fill, stroke = get_ink(style, "fill"), get_ink(style, "stroke")
    if fill:
        yield ("fill", fill)
    if stroke:
        dashes = [float(dash) for dash in re.findall(r"[0-9.]+", style.get("stroke-dasharray", ""))]
        yield ("stroke", stroke, round(float(style["stroke-width"]), 1), tuple(round(dash, 1) for dash in dashes))


def list_inks(svg):
    """Every way in which a whole picture fills and strokes."""
    root = xml.etree.ElementTree.parse(svg).getroot()
    defined = {id(e) for defs in root.iter() if defs.tag.endswith("}defs") for e in defs.iter()}
    inks = set()
    for element in root.iter():
        if id(element) not in defined and element.tag.split("}")[1] in ("path", "rect"):
            inks.update(get_inks(get_style(element)))
    return inks


def list_legend(svg):
    """The words of the legend, which come after the title's card and before the credits."""
    texts = list_texts(svg)
    return texts[texts.index("according to all sources"):]


def assert_same_labels(svg, golden):
    """The same names and badges, near where they were: fonts differ from place to place."""
    labels, wanted = list_labels(svg), list_labels(golden)
    assert len(wanted) > 10 and labels.keys() == wanted.keys(), labels.keys() ^ wanted.keys()
    moved = [(label, at, wanted[label]) for label, at in labels.items() if math.dist(at, wanted[label]) > 30]
    assert not moved, moved


def assert_same_land(svg, golden):
    painted, wanted = list_painted(svg), list_painted(golden)
    assert len(wanted) >= 5 and painted.keys() == wanted.keys(), painted.keys() ^ wanted.keys()
    for ink, shapes in painted.items():
        odd = [s for s in shapes if not matches(s, wanted[ink])] + [s for s in wanted[ink] if not matches(s, shapes)]
        assert not odd, (ink, odd)


def check_golden(name, *options):
    """Fills, hatches and edges with the land that they are on, all other inks, names, and the legend."""
    golden = GOLDEN / f"{name}.svg"
    with tempfile.TemporaryDirectory() as folder:
        path, drawn = bring_in(folder), pathlib.Path(folder) / "map.svg"
        run("render", path, "--size", "1000x750", *options, "-o", str(drawn))
        if "--write" in sys.argv:
            shutil.copyfile(drawn, golden)
        inks, wanted = list_inks(drawn), list_inks(golden)
        assert len(wanted) > 20 and wanted == inks, (wanted - inks, inks - wanted)
        assert list_legend(drawn) == list_legend(golden), (list_legend(drawn), list_legend(golden))
        assert_same_labels(drawn, golden)
        assert_same_land(drawn, golden)


def test_a_hole_is_no_land_in_a_drawing():
    """Each clip by the even-odd rule has it at its path, where readers look for it."""
    with tempfile.TemporaryDirectory() as folder:
        svg = render_compared(bring_in(folder), ".svg", "--as-of", "2023-06-04")[0].read_text()
        used = set(re.findall(r'clip-path="url\(#([^)]*)\)" clip-rule="evenodd"', svg))
        clips = dict(re.findall(r'<clipPath id="([^"]*)">\s*<path([^>]*)', svg))
        assert all('clip-rule="evenodd"' in clips[name] for name in used), used
        assert any('clip-rule="evenodd"' in path for path in clips.values())


def test_a_day_is_drawn_as_ever():
    check_golden("areas-2023-06-02", "--as-of", "2023-06-02")


def test_a_day_with_a_hole_is_drawn_as_ever():
    """Areas over bands and hatches, what is silent, all edges, and the legend that names them."""
    check_golden("areas-2023-06-04", "--as-of", "2023-06-04")


def test_disagreement_is_drawn_as_ever():
    check_golden("disagreement-2023-06-04", "--as-of", "2023-06-04", "--lens", "disagreement")


def test_a_comparison_is_drawn_as_ever():
    check_golden("compared-2023-06-05", "--as-of", "2023-06-05", "--compare", "2023-06-01")


def list_squares(svg):
    """The squares of points on the map, in the order in which they are filled, from the first one's corner: ink and box."""
    squares = []
    for element in xml.etree.ElementTree.parse(svg).getroot().iter():
        fill = get_ink(get_style(element), "fill") if element.tag.endswith("}path") else None
        for box in (frame(corners) for corners in list_outlines(element.get("d") or "") if fill):
            # A mark that stands for nothing on the map is farther west: the legend's.
            if box[0] > SIZE[0] / 4 and max(box[2] - box[0], box[3] - box[1]) <= 13 and all(2 * x == int(2 * x) for x in box[1::2]):
                squares.append((fill, box))
    left, top = squares[0][1][:2]
    return [(fill, tuple(at - (left, top)[i % 2] for i, at in enumerate(box))) for fill, box in squares]


def write_squares(path, squares):
    lines = [f'<path fill="rgb({r}%,{g}%,{b}%)" fill-opacity="{a / 100:g}" d="M {w:g} {n:g} L {e:g} {n:g} L {e:g} {s:g} L {w:g} {s:g} Z"/>'
             for (r, g, b, a), (w, n, e, s) in [(fill, [at + SIZE[0] / 2 for at in box]) for fill, box in squares]]
    path.write_text("\n".join(['<svg xmlns="http://www.w3.org/2000/svg" viewBox="790 790 300 300">', *lines, "</svg>", ""]))


def test_points_are_drawn_as_ever():
    """One, three in one cell, one of another by his own word, and two of both, by halves; each halo, ink and fill."""
    golden = GOLDEN / "points-2023-06-02.svg"
    with tempfile.TemporaryDirectory() as folder:
        path, drawn, posts = bring_in(folder), pathlib.Path(folder) / "map.svg", pathlib.Path(folder) / "posts.csv"
        for holder, basis, rows in (("Harrow", "independent", [(34.5, -30), (34.5, -29.5), (34.5005, -29.5), (34.5, -29.5005), (34.25, -30)]),
                                    ("Velmark", "own", [(34.75, -29.75), (34.25, -30)])):
            posts.write_text("lat,lon,date\n" + "".join(f"{y},{x},2023-06-02\n" for y, x in rows))
            run("import", path, str(posts), "--holder", holder, "--source", f"Posts of {holder}", "--basis", basis)
        run("render", path, "--size", f"{SIZE[0]}x{SIZE[1]}", "--as-of", "2023-06-02", "-o", str(drawn))
        squares = list_squares(drawn)
    if "--write" in sys.argv:
        write_squares(golden, squares)
    wanted = list_squares(golden)
    assert len(wanted) == 14, wanted
    assert [fill for fill, _ in squares] == [fill for fill, _ in wanted], (squares, wanted)
    assert all(math.dist(box, other) <= 1.5 for (_, box), (_, other) in zip(squares, wanted)), (squares, wanted)


def render_compared(path, ending, *options):
    drawn = pathlib.Path(path).with_suffix(ending)
    done = run("render", path, "--size", f"{SIZE[0]}x{SIZE[1]}", *options, "-o", str(drawn))
    return drawn, done.stderr


def list_texts(svg):
    return ["".join(e.itertext()) for e in xml.etree.ElementTree.parse(svg).iter() if e.tag.endswith("}text")]


def list_texts_spaced(svg):
    return ["".join(e.itertext()) for e in xml.etree.ElementTree.parse(svg).iter() if e.tag.endswith("}text") and e.get("letter-spacing")]


def read_pages(pdf, *options):
    return " ".join(subprocess.run(["pdftotext", *options, str(pdf), "-"], check=True, capture_output=True, text=True).stdout.split())


def test_disagreement_credits_both_sources():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder)
        for lens, credited in (("control", "Areas: Sheets"), ("disagreement", "Areas: Sheets, Ledger")):
            page = read_pages(render_compared(path, ".pdf", "--as-of", "2023-06-04", "--lens", lens)[0], "-l", "1")
            assert re.search(credited + r"( ·|$)", page), page


def test_disagreement_numbers_both_sources():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder)
        for lens, numbered in (("control", ["Sheets"]), ("disagreement", ["Sheets", "Ledger"])):
            rest = read_pages(render_compared(path, ".pdf", "--as-of", "2023-06-04", "--lens", lens)[0], "-f", "2")
            assert re.findall(r"\[\d+\] “(Sheets|Ledger)”[^[]* Harrow, area of 4 June 2023", rest) == numbered, rest


def test_source_list_tells_whose_word_an_area_is():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder, sources=("sheets",))
        run("import", path, str(AREAS / "ledger"), "--holder", "Harrow", "--source", "Sheets", "--basis", "own")
        rest = read_pages(render_compared(path, ".pdf", "--as-of", "2023-06-04")[0], "-f", "2")
        assert "Harrow, area of 4 June 2023" in rest and "Harrow (says it holds), area of 4 June 2023" in rest, rest


def test_words_of_a_page_are_whole_and_keep_its_margin():
    """Names of states are spaced; of a credit that runs over the strip below the map no letter comes near the edge."""
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder, sources=("sheets",))
        with contextlib.closing(sqlite3.connect(path)) as database, database:
            database.execute("UPDATE dossier SET credits = ?", (", ".join(40 * ["Drawn by hand"]),))
        drawn, _ = render_compared(path, ".pdf", "--as-of", "2023-06-02")
        svg, _ = render_compared(path, ".svg", "--as-of", "2023-06-02", "--size", "1122x793")  # as large as an A4 page
        html = subprocess.run(["pdftotext", "-bbox", "-l", "1", str(drawn), "-"], check=True, capture_output=True, text=True).stdout
        width = float(re.search(r'<page width="([\d.]+)"', html)[1])
        words = re.findall(r'xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>([^<]*)<', html)
        spaced = {word for name in list_texts_spaced(svg) for word in name.split()}
        assert {"Velmark", "Selm", "Gulf"} <= spaced <= {word for _, _, word in words}, (spaced, words)
        assert len([word for _, _, word in words if word == "hand,"]) > 30, words
        assert all(12 <= float(left) and float(right) <= width - 11.5 for left, right, word in words if word in ("hand,", "by", "Drawn")), words


def test_a_comparison_is_drawn_and_named():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder)
        plain = list_texts(render_compared(path, ".svg", "--as-of", "2023-06-02")[0])
        assert not [text for text in plain if "Compared" in text or "Gained" in text], plain
        for days in (("2023-06-05", "2023-06-01"), ("2023-06-01", "2023-06-05")):  # whichever is the map's
            texts = list_texts(render_compared(path, ".svg", "--as-of", days[0], "--compare", days[1])[0])
            assert "Compared: 1 June 2023 → 5 June 2023" in texts and "Lost by Harrow" in texts, texts
            assert "Gained by Harrow" in texts and "since 1 June 2023" in texts, texts


def test_a_compared_page_lists_square_kilometres():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder)
        drawn, _ = render_compared(path, ".pdf", "--as-of", "2023-06-05", "--compare", "2023-06-01")
        whole = [row for row in json.loads(run("compare", path, "2023-06-01", "2023-06-05", "--json").stdout) if row["place"] is None]
        assert "Compared: 1 June 2023 → 5 June 2023" in read_pages(drawn, "-l", "1")
        rest = read_pages(drawn, "-f", "2")
        assert "Gained, km²" in rest and "Eskmark" in rest and "“Sheets”" in rest, rest
        for row in whole:
            assert f"{row['gained_km2']:,.0f}" in rest and f"{row['lost_km2']:,.0f}" in rest, (row, rest)


def test_a_day_without_data_compares_with_nothing_and_says_so():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder, "open")
        drawn, told = render_compared(path, ".svg", "--as-of", "2023-06-05", "--compare", "2023-06-03")
        assert "doesn’t cover 3 June 2023" in told, told
        assert any("doesn’t cover 3 June 2023" in text for text in list_texts(drawn))
        assert not [text for text in list_texts(drawn) if "Gained by" in text]
        run("render", path, "--as-of", "2023-06-05", "--compare", "someday", "-o", str(drawn), status=2)


def test_a_series_compares_each_day():
    with tempfile.TemporaryDirectory() as folder:
        path, pictures = bring_in(folder), pathlib.Path(folder) / "days"
        run("render", path, "--from", "2023-06-01", "--to", "2023-06-02", "--every", "day", "--compare", "2023-06-01",
            "--format", "svg", "-o", str(pictures))
        assert "Gained by Harrow" in list_texts(pictures / "2023-06-02.svg")
        assert "Gained by Harrow" not in list_texts(pictures / "2023-06-01.svg")


def read_figure(path, period, place=True):
    """Makes a figure of the dossier one of land, one and a half to two strips, read as Harrow's."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        holder, = database.execute("SELECT holder_id FROM area_import").fetchone()
        figure, = database.execute("SELECT id FROM assertion WHERE kind = 'figure' AND unit IN ('%', 'km²')").fetchone()
        eskmark, = database.execute("SELECT place_id FROM name WHERE text LIKE 'Eskmark%'").fetchone() if place else (None,)
        database.execute("UPDATE assertion SET unit = 'km²', low = ?, high = ?, read_holder_id = ?, read_place_id = ?, read_edtf = ? "
                         "WHERE id = ?", (1.5 * strip(), 2 * strip(), holder if period else None, eskmark, period, figure))
        database.commit()


def figures(path, day, *options, status=0):
    return json.loads(run("area", path, day, "--figures", "--json", *options, status=status).stdout)


def test_a_stated_figure_is_held_against_each_source():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder)
        assert figures(path, "2023-06-01", status=1) == []
        read_figure(path, "2023-06-01/2023-06-02")  # from five strips to six
        figure, = figures(path, "2023-06-07")  # it has its own time, whatever the day
        assert near(figure["low"], 1.5 * strip()) and figure["unit"] == "km²" and figure["figure"]["kind"] == "figure", figure
        assert figure["read"]["holder"] == "Harrow" and figure["read"]["period"] == "2023-06-01/2023-06-02", figure
        sheets, = (reading for reading in figure["readings"] if reading["source"] == "Sheets")
        assert sheets["covered"] and near(sheets["measured"], strip()) and near(sheets["lost_km2"], 0), sheets
        assert near(sheets["difference"], -0.5 * strip()) and abs(sheets["relative"] + 1 / 3) < 1e-3, sheets
        text = run("area", path, "2023-06-07").stdout
        assert "Stated figures of land" in text and "gained from 1 June 2023 to 2 June 2023" in text and "(−33\u00a0%)" in text, text
        assert "The whole" in text and "The whole" not in run("area", path, "2023-06-07", "--figures").stdout


def test_columns_of_words_line_up():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder, "open")
        lines = run("area", path, "2023-06-01").stdout.split("\n\n")[0].splitlines()
        lines = [line for line in lines if line.endswith("km²")]
        assert len({len(line) for line in lines}) == 1 and len(lines) > 1, lines
        starts = {line.rindex("  Harrow") for line in lines}
        assert len(starts) == 1 and all(line[:starts.copy().pop()].strip() for line in lines), lines


def test_a_figure_that_no_data_cover_says_so():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder, "open")
        read_figure(path, "2023-06-03")
        figure, = figures(path, "2023-06-01")
        assert all(not reading["covered"] and reading["measured"] is None and reading["difference"] is None for reading in figure["readings"])
        assert "doesn’t cover 3 June 2023" in run("area", path, "2023-06-01").stdout


def test_why_tells_the_figures_of_a_place():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder)
        assert json.loads(run("why", path, "Eskmark", "2023-06-01", "--json").stdout)["figures"] == []
        read_figure(path, "2023-06-02")
        figure, = json.loads(run("why", path, "Eskmark", "2023-06-01", "--json").stdout)["figures"]
        assert figure["read"]["place"].startswith("Eskmark"), figure
        sheets, = (reading for reading in figure["readings"] if reading["source"] == "Sheets")
        assert near(sheets["measured"], 6 * strip()) and near(sheets["difference"], 4 * strip()), sheets
        text = run("why", path, "Eskmark", "2023-06-01").stdout
        assert "held on 2 June 2023" in text and "“Sheets”: " in text and "against the figure" in text, text
        assert "Stated figures" not in run("why", path, "Port Calda", "2023-06-01").stdout
        read_figure(path, "2023-06-02", place=False)  # wherever it lies: told of the state, and not of its parts
        state, = json.loads(run("why", path, "Velmark", "2023-06-01", "--json").stdout)["figures"]
        assert state["read"]["place"] is None, state
        assert json.loads(run("why", path, "Eskmark", "2023-06-01", "--json").stdout)["figures"] == []


def test_why_tells_how_far_the_line_of_contact_is():
    with tempfile.TemporaryDirectory() as folder:
        path = bring_in(folder, "open")

        def contact(place, day):
            return json.loads(run("why", path, place, day, "--json").stdout)["contact"]

        through, = contact("Eskmark", "2023-06-02")
        assert through["holder"] == "Harrow" and through["km"] == 0, through
        assert "runs through it" in run("why", path, "Eskmark", "2023-06-02").stdout
        away, = contact("Port Calda", "2023-06-02")
        assert away["km"] > 10 and not away["inside"], away
        assert f"{away['km']:.1f} km to the line of contact" in run("why", path, "Port Calda", "2023-06-02").stdout
        assert contact("Eskmark", "2023-06-03") == []  # nothing is known of that day
        assert "Line of contact" not in run("why", path, "Eskmark", "2023-06-03").stdout


if __name__ == "__main__":
    sys.exit(main(globals()))
