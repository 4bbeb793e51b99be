# water.py — rivers and lakes from the lines of GSHHG and WDBII
#
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
import math
from collections import defaultdict

from shapely.geometry import LineString, MultiLineString, Point, Polygon, box
from shapely.ops import split, unary_union

import sources
from tables import BEDS, DAMS, DRAINED, LAKES, RIVERS
from topology import area_km2, boundary_lines, faces, node, oriented, parts, polygons, shortest
from topology import simplify, thin

RIVER_CLASSES = range(0, 11)
SEA_KM2 = 1e5  # the Caspian Sea, which is level 2, ends the land instead
REACH = 0.15  # degrees from a river's named point to its line
GAP = 0.06  # degrees that a line may stop short of the next


def lakes(window, shore):
    """Polygons of level 2 with the islands of level 3 as holes."""
    frame = list(box(window[0], window[2], window[1], window[3]).exterior.coords)
    found = faces(node(shore[2] + [frame]))
    wet = sources.gmt_inside([f.representative_point().coords[0] for f in found], 's/s/k/k/k')
    islands = unary_union([f.buffer(0) for f in faces(node(shore[3]))])
    return [p for i, face in enumerate(found) if i in wet
            for p in polygons(face.difference(islands))]


def river_graph(window):
    """Neighbours by vertex, of the rivers of all classes that always carry water."""
    lines = [line for kind in RIVER_CLASSES
             for found in sources.gmt_lines(window, f'-I{kind}').values() for line in found]
    graph = defaultdict(set)
    for line in node(lines):
        for a, b in zip(line, line[1:]):
            graph[a].add(b)
            graph[b].add(a)
    bridge(graph)
    return graph


def components(graph):
    """The component of each vertex, as one vertex of it."""
    part = {}
    for seed in sorted(graph):
        stack = [] if seed in part else [seed]
        while stack:
            point = stack.pop()
            if point not in part:
                part[point] = seed
                stack += graph[point]
    return part


def bridge(graph):
    """Join loose ends to another line close by: the source is cut into bins of two degrees,
    and its lines stop short of their edges."""
    part = components(graph)
    cells = defaultdict(list)
    for x, y in sorted(graph):
        cells[(math.floor(x / GAP), math.floor(y / GAP))].append((x, y))
    ends = [p for p in sorted(graph) if len(graph[p]) == 1]
    for point in ends:
        column, row = math.floor(point[0] / GAP), math.floor(point[1] / GAP)
        near = [q for i in (-1, 0, 1) for j in (-1, 0, 1)
                for q in cells.get((column + i, row + j), []) if part[q] != part[point]]
        best = min(near, key=lambda q: (math.dist(point, q), q), default=None)
        if best and math.dist(point, best) < GAP:
            graph[point].add(best)
            graph[best].add(point)


def course(graph, points):
    """The lines along a river's points; a leg that no line connects is left out."""
    stops = []
    for point in points:
        near = min(graph, key=lambda v: (math.dist(point, v), v))
        stops.append(near if math.dist(near, point) < REACH else None)
    lines = []
    for a, b in zip(stops, stops[1:]):
        path = a and b and a != b and shortest(graph, a, b, 4 * math.dist(a, b) + 0.5)
        if not path:
            continue
        if lines and lines[-1][-1] == path[0]:
            lines[-1] += path[1:]
        else:
            lines.append(path)
    return lines


def rivers(window, detail):
    graph = river_graph(window)
    for ident, name, english, points in RIVERS:
        lines = []
        for line in course(graph, points):
            lines.append(thin(line, {p: detail.tolerance(p) for p in line}))
        if not lines:
            raise SystemExit(f'No line of {ident} was found.')
        yield f'river-{ident}', MultiLineString(lines), {
            'kind': 'river', 'name': name, 'name_en': english}
    for ident, name, english, points in BEDS:
        yield f'river-{ident}', LineString(points), {
            'kind': 'river', 'name': name, 'name_en': english, 'approximate': True}


def thinned(polygon, detail):
    arcs = boundary_lines(polygon)
    arcs = simplify(arcs, {p: detail.tolerance(p) for arc in arcs for p in arc})
    return oriented(Polygon(arcs[0], arcs[1:]))


def behind_dams(found):
    """The Dnipro is one lake in the source: cut it at its dams."""
    for dam in DAMS:
        found = [p for lake in found for p in parts(split(lake, LineString(dam)))]
    return found


def worth(lake, detail):
    beyond = detail.beyond(lake.representative_point().coords[0])
    gone = any(lake.contains(Point(xy)) for xy in DRAINED)
    return not gone and area_km2(lake) >= min(300.0, 2 + 30 * beyond)


def lake_features(window, shore, detail):
    found = [lake for lake in behind_dams(lakes(window, shore)) if worth(lake, detail)]
    found.sort(key=lambda p: (-p.area, p.bounds))
    names = {}
    for row in LAKES:
        number = next((i for i, p in enumerate(found) if p.distance(Point(row[4])) < 0.03), None)
        if number is None or number in names:
            raise SystemExit(f'No lake of its own was found for {row[0]}.')
        names[number] = row
    for number, lake in enumerate(found):
        if area_km2(lake) < SEA_KM2:
            yield lake_row(number, names.get(number), thinned(lake, detail))


def lake_row(number, row, geometry):
    if not row:
        return f'lake-{number}', geometry, {'kind': 'lake'}
    ident, kind, name, english, _point = row
    return ident, geometry, {'kind': kind, 'name': name, 'name_en': english}


def features(window, shore, detail, areas):
    """Rows of id, geometry and properties."""
    yield from rivers(window, detail)
    yield from lake_features(window, shore, detail)
    caspian = next(p for p in areas['sea'].geoms if p.contains(Point(50.5, 42)))
    yield 'caspian-sea', caspian, {'kind': 'lake', 'name': 'Каспий', 'name_en': 'Caspian Sea'}
