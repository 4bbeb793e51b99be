#!/usr/bin/python3
# check.py — checks that the shipped geography holds together
#
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exits with 1 and names each defect. Takes the folder of the files, or its own."""

import json
import re
import sys
import warnings
from collections import Counter
from itertools import combinations
from pathlib import Path

from shapely.geometry import Point, box, shape
from shapely.ops import unary_union
from shapely.validation import explain_validity

warnings.simplefilter('ignore')

FILES = ('units', 'countries', 'seas', 'water', 'settlements')
CODES = {f'UA-{n}' for n in ('05 07 09 12 14 18 21 23 26 30 32 35 40 43 46 48 51 53 56 59 61 63 65 '
                             '68 71 74 77').split()}
SETTLEMENTS = set('''kyiv moscow istanbul ankara myrnohrad huliaipole kupiansk siversk zaporizhzhia
    enerhodar zaporizhzhia-npp bucha odesa sevastopol simferopol donetsk luhansk kherson lviv
    kharkiv dnipro mariupol melitopol chisinau bucharest sofia tbilisi yerevan warsaw minsk'''.split())
FRAME = box(11, 38, 53, 60)
NEAR = box(22, 44, 40.5, 52.5)
CRIMEA = {'Simferopol': (34.111, 44.957), 'Sevastopol': (33.521, 44.608), 'Kerch': (36.46, 45.36),
          'Yalta': (34.16, 44.50), 'Yevpatoriia': (33.38, 45.20), 'Armiansk': (33.69, 46.10),
          'Arabat Spit': (35.0775, 45.62), 'Tuzla': (36.545, 45.2705)}
MAX_BYTES = 1500000
MAX_AREA = 1e-9  # square degrees
# Area against the square of the perimeter: a circle has 0.08, the Tendra Spit 0.0027.
THINNEST = 1.5e-3

defects = []


def expect(condition, text):
    if not condition:
        defects.append(text)


def load(folder):
    """Features by file and id; checks what can be seen in the text alone."""
    out = {}
    for name in FILES:
        path = folder / f'{name}.geojson'
        text = path.read_text(encoding='utf-8')
        expect(len(text.encode()) < MAX_BYTES, f'{path.name} is larger than {MAX_BYTES} bytes.')
        expect(not re.search(r'\d\.\d{6}', text), f'{path.name} has more than five decimals.')
        features = json.loads(text)['features']
        out[name] = {f['id']: (shape(f['geometry']), f['properties']) for f in features}
        expect(len(out[name]) == len(features), f'{path.name} uses an id twice.')
    return out


def areas(rows):
    return {ident: g for ident, (g, _p) in rows.items() if g.geom_type.endswith('Polygon')}


def parts(geometry):
    return list(getattr(geometry, 'geoms', [geometry]))


def check_codes(data):
    units = data['units']
    expect(set(units) == CODES | {'UA'}, f'Unit ids differ: {set(units) ^ CODES ^ {"UA"}}.')
    for ident, (_g, properties) in units.items():
        expect(properties == {'code': ident}, f'{ident} has the properties {properties}.')
    missing = SETTLEMENTS - set(data['settlements'])
    expect(not missing, f'Settlements are missing: {sorted(missing)}.')


def check_shapes(data):
    """Whether all shapes are valid, as the checks by area need it."""
    for name, rows in data.items():
        for ident, (geometry, _p) in rows.items():
            expect(not geometry.is_empty, f'{name}: {ident} is empty.')
            expect(geometry.is_valid, f'{name}: {ident}: {explain_validity(geometry)}.')
    if not all(geometry.is_valid for rows in data.values() for geometry, _p in rows.values()):
        return False
    for name in ('units', 'countries', 'seas'):
        for ident, geometry in areas(data[name]).items():
            for part in parts(geometry):
                x, y = part.representative_point().coords[0]
                expect(part.area / part.length ** 2 > THINNEST,
                       f'{name}: {ident} has a sliver near {x:.3f} {y:.3f}.')
    return True


def cover(data):
    """What shares out the map: units, countries and seas, without the whole state."""
    out = areas(data['countries'])
    out.update(areas(data['units']))
    out.update(areas(data['seas']))
    out.pop('UA', None)
    return out


def check_overlaps(owners):
    for (a, one), (b, two) in combinations(sorted(owners.items()), 2):
        if box(*one.bounds).intersects(box(*two.bounds)):
            shared = one.intersection(two).area
            expect(shared < MAX_AREA, f'{a} and {b} overlap by {shared:.3g} square degrees.')


def check_edges(owners):
    """Each edge of a unit has exactly one other owner, with the same two vertices."""
    left = Counter()
    of = {}
    for ident, geometry in owners.items():
        for part in parts(geometry):
            for ring in (part.exterior, *part.interiors):
                coords = list(ring.coords)
                for edge in zip(coords, coords[1:]):
                    left[edge] += 1
                    of[edge] = ident
    loose = {}
    for (a, b), count in left.items():
        owner = of[(a, b)]
        expect(count == 1, f'{owner}: the edge {a} {b} is used {count} times.')
        if owner in CODES and (b, a) not in left:
            loose.setdefault(owner, []).append((a, b))
    for owner, edges in sorted(loose.items()):
        expect(False, f'{owner}: nothing lies beyond {len(edges)} edges, such as {edges[0]}.')


def check_gaps(data, owners):
    state = data['units']['UA'][0]
    union = unary_union([owners[code] for code in sorted(CODES & set(owners))])
    expect(state.symmetric_difference(union).area < MAX_AREA, 'UA is not the union of its units.')
    holes = sum(len(part.interiors) for part in parts(union))
    expect(holes == sum(len(p.interiors) for p in parts(state)), 'There are holes between units.')
    rest = NEAR.difference(unary_union(list(owners.values()))).area
    expect(rest < MAX_AREA, f'Near Ukraine {rest:.3g} square degrees belong to nobody.')


def check_crimea(data):
    for name, xy in CRIMEA.items():
        for ident, area in areas(data['countries']).items():
            expect(not area.contains(Point(xy)), f'{name} lies in {ident}.')
        expect(data['units']['UA'][0].contains(Point(xy)), f'{name} does not lie in Ukraine.')


def check_settlements(data):
    places = areas(data['units']) | areas(data['countries'])
    for ident, (point, properties) in data['settlements'].items():
        owner = properties.get('unit') or properties.get('country')
        expect(owner in places and places[owner].contains(point),
               f'{ident} does not lie in {owner}.')
        expect(FRAME.contains(point), f'{ident} lies outside the window.')


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    data = load(folder)
    owners = cover(data)
    check_codes(data)
    if check_shapes(data):
        check_crimea(data)
        check_settlements(data)
        check_edges(owners)
        check_overlaps(owners)
        check_gaps(data, owners)
    for defect in defects[:40]:
        print(defect)
    print(f'{len(owners)} areas, {len(defects)} defects')
    return 1 if defects else 0


if __name__ == '__main__':
    sys.exit(main())
