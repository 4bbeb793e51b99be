# topology.py — line work on a grid, its faces, and arcs that neighbours share
#
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything here works on coordinates rounded to a grid of 1e-5 degrees, so that
two polygons which share a border share its vertices to the last digit."""

import heapq
import math
import warnings
from collections import Counter, defaultdict

from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon
from shapely.ops import polygonize, unary_union
from shapely.strtree import STRtree

DIGITS = 5
# A degree of longitude against one of latitude, in the middle of the map.
ASPECT = math.cos(math.radians(48.5))
KM2 = 111.2 * 111.2


class Index:
    """What lies near a geometry; Shapely 1.8 and 2 answer this in different ways."""

    def __init__(self, geometries):
        self.geometries = list(geometries)
        self.numbers = {id(g): i for i, g in enumerate(self.geometries)}
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            self.tree = STRtree(self.geometries)

    def near(self, geometry):
        """Numbers of the geometries whose boxes meet that of the given one."""
        found = self.tree.query(geometry)
        return sorted(self.numbers[id(g)] if hasattr(g, 'geom_type') else int(g) for g in found)


def snap(coords):
    """The coordinates on the grid, without repeats of the same point in a row."""
    out = []
    for x, y in coords:
        point = (round(x, DIGITS) + 0.0, round(y, DIGITS) + 0.0)
        if not out or out[-1] != point:
            out.append(point)
    return out


def parts(geometry):
    """The simple parts of a geometry that may be a collection."""
    return list(getattr(geometry, 'geoms', [geometry]))


def polygons(geometry):
    return [p for p in parts(geometry) if p.geom_type == 'Polygon' and not p.is_empty]


def rings(polygon):
    return [polygon.exterior, *polygon.interiors]


def boundary_lines(geometry):
    return [list(r.coords) for p in polygons(geometry) for r in rings(p)]


def area_km2(polygon):
    middle = (polygon.bounds[1] + polygon.bounds[3]) / 2
    return polygon.area * KM2 * math.cos(math.radians(middle))


def node(lines):
    """Split the lines wherever they meet, until every crossing lies on the grid."""
    for _ in range(12):
        snapped = [line for line in map(snap, lines) if len(line) > 1]
        merged = parts(unary_union(MultiLineString(snapped)))
        lines = [list(line.coords) for line in merged]
        if all(snap(line) == line for line in lines):
            return lines
    raise SystemExit('The line work does not settle on the grid.')


def faces(lines):
    return sorted(polygonize([LineString(line) for line in lines]),
                  key=lambda face: min(face.exterior.coords))


def sided_edges(labelled):
    """Map every directed edge to the label of the face at its left."""
    left = {}
    for face, label in labelled:
        for index, ring in enumerate(rings(face)):
            coords = list(ring.coords)
            if ring.is_ccw != (index == 0):
                coords.reverse()
            for a, b in zip(coords, coords[1:]):
                left[(a, b)] = label
    return left


def absorb(labelled, is_scrap):
    """Give each scrap to the neighbour with which it shares the longest border."""
    for _ in range(8):
        owner = {}
        for index, (face, _label) in enumerate(labelled):
            owner.update(dict.fromkeys(sided_edges([(face, index)]), index))
        changed = False
        for index, (face, label) in enumerate(labelled):
            if not is_scrap(face, label):
                continue
            shared = Counter()
            for a, b in sided_edges([(face, index)]):
                other = labelled[owner[(b, a)]][1] if (b, a) in owner else None
                if other is not None:
                    shared[other] += math.dist(a, b)
            best = max(sorted(shared), key=shared.get, default=None)
            if best is not None and best != label:
                labelled[index] = (face, best)
                changed = True
        if not changed:
            break
    return labelled


def border_edges(left):
    """Undirected edges between different labels, as {(a, b): (left, right)}."""
    out = {}
    for (a, b), label in left.items():
        other = left.get((b, a))
        if label != other and (b, a) not in out:
            out[(a, b)] = (label, other)
    return out


def chain(edges):
    """Join edges into arcs, from node to node; closed arcs have no node."""
    near = defaultdict(list)
    for a, b in edges:
        near[a].append(b)
        near[b].append(a)
    for points in near.values():
        points.sort()
    done = set()
    arcs = []

    def walk(start, step):
        arc = [start]
        while (start, step) not in done:
            done.update(((start, step), (step, start)))
            arc.append(step)
            if len(near[step]) != 2:
                break
            start, step = step, next(p for p in near[step] if p != start)
        return arc

    order = sorted(near)
    for point in [p for p in order if len(near[p]) != 2] + order:
        for other in near[point]:
            if (point, other) not in done:
                arcs.append(walk(point, other))
    return arcs


def offset(point, a, b):
    """Distance of a point from the segment a-b, in degrees of latitude."""
    px, py = (point[0] - a[0]) * ASPECT, point[1] - a[1]
    dx, dy = (b[0] - a[0]) * ASPECT, b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
    return math.hypot(px - t * dx, py - t * dy)


def thin(line, tolerance, factor=1.0):
    """Douglas-Peucker with a tolerance for each vertex."""
    if line[0] == line[-1]:
        return thin_ring(line, tolerance, factor)
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        worst, at = 1.0, None
        for i in range(first + 1, last):
            ratio = offset(line[i], line[first], line[last]) / (tolerance[line[i]] * factor)
            if ratio > worst:
                worst, at = ratio, i
        if at is not None:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [line[i] for i in sorted(keep)]


def thin_ring(ring, tolerance, factor):
    """A ring keeps at least its two points farthest apart and one beside them."""
    far = max(range(len(ring)), key=lambda i: math.dist(ring[0], ring[i]))
    out = thin(ring[:far + 1], tolerance, factor)[:-1] + thin(ring[far:], tolerance, factor)
    if len(out) < 4:
        aside = max(range(len(ring)), key=lambda i: offset(ring[i], ring[0], ring[far]))
        out = [ring[i] for i in sorted({0, far, aside})] + [ring[0]]
    return out


def tangled(arcs):
    """Indices of arcs that cross themselves, or meet another but at their ends."""
    lines = [LineString(arc) for arc in arcs]
    index = Index(lines)
    bad = set()
    for i, line in enumerate(lines):
        if not line.is_simple:
            bad.add(i)
        for j in index.near(line):
            if j <= i:
                continue
            meeting = line.intersection(lines[j])
            if meeting.is_empty:
                continue
            ends = {arcs[i][0], arcs[i][-1]} & {arcs[j][0], arcs[j][-1]}
            points = {p.coords[0] for p in parts(meeting) if p.geom_type == 'Point'}
            if any(p.geom_type != 'Point' for p in parts(meeting)) or not points <= ends:
                bad.update((i, j))
    return bad


def simplify(arcs, tolerance):
    """Thin all arcs, with a finer tolerance where they would get tangled."""
    factors = [1.0] * len(arcs)
    thinned = [thin(arc, tolerance) for arc in arcs]
    for _ in range(12):
        bad = tangled(thinned)
        if not bad:
            return thinned
        for i in bad:
            factors[i] /= 2
            thinned[i] = thin(arcs[i], tolerance, factors[i])
    raise SystemExit(f'{len(bad)} arcs stay tangled, such as {thinned[min(bad)][:4]}')


def labels_of(arcs, original, left):
    """Labels at both sides of the arcs: those of the first edge of the full line."""
    return [(left.get((full[0], full[1])), left.get((full[1], full[0])))
            for full, _arc in zip(original, arcs)]


def rebuild(arcs, sides, name):
    """Polygons by label from arcs; `name` maps a side's label to the label wanted."""
    left = {}
    used = []
    for arc, (lhs, rhs) in zip(arcs, sides):
        if name(lhs) == name(rhs):
            continue
        used.append(LineString(arc))
        for a, b in zip(arc, arc[1:]):
            left[(a, b)], left[(b, a)] = name(lhs), name(rhs)
    out = defaultdict(list)
    for face in polygonize(used):
        coords = list(face.exterior.coords)
        if not face.exterior.is_ccw:
            coords.reverse()
        label = left[(coords[0], coords[1])]
        if label is not None:
            out[label].append(oriented(face))
    return {label: MultiPolygon(sorted(found, key=lambda p: (-p.area, p.bounds)))
            for label, found in out.items()}


def oriented(polygon):
    """Exterior anticlockwise, holes clockwise, each from its smallest vertex."""
    def turned(ring, ccw):
        coords = list(ring.coords)[:-1]
        if ring.is_ccw != ccw:
            coords.reverse()
        start = coords.index(min(coords))
        coords = coords[start:] + coords[:start]
        return coords + coords[:1]
    return Polygon(turned(polygon.exterior, True),
                   sorted(turned(hole, False) for hole in polygon.interiors))


def shortest(graph, start, goal, limit):
    """Dijkstra; the points from start to goal, or None within the limit."""
    best = {start: 0.0}
    before = {}
    queue = [(0.0, start)]
    while queue:
        cost, point = heapq.heappop(queue)
        if point == goal:
            path = [point]
            while path[-1] in before:
                path.append(before[path[-1]])
            return path[::-1]
        if cost > limit:
            return None
        if cost > best[point]:
            continue
        for other in graph[point]:
            new = cost + math.dist(point, other)
            if new < best.get(other, math.inf):
                best[other] = new
                before[other] = point
                heapq.heappush(queue, (new, other))
    return None
