#!/usr/bin/env python3
# Times a full map against QGIS and Mapnik: the same shapes, style and pixels, in turn, on one core.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-map.py BUILD DOSSIER [ROUNDS [PICTURES]]

BUILD holds bench/bench-map and bench/bench-map-layers, which hands the peers every point of every shape. Data are in
memory and in Web Mercator on every side; hatches and labels are off; each side draws onto a picture made before.
"plain" is land in two colours and all borders a pixel wide, which the peers draw as outlined polygons. "whole" is
Marchland's own map: the coast's glow, land, rivers, lakes, borders and their casing, layer for layer on each side.
Times are of the processor, so that other programs on the machine don't count. Needs (Debian): python3-qgis
python3-mapnik. Prints medians and the ratio peer / Marchland; above 1 Marchland is faster. PICTURES is a folder to
which each side's picture is written.
"""

import json
import math
import os
import statistics
import subprocess
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
SIZE = (1920, 1080)
# West, south, east, north, widened to the picture's shape.
EXTENTS = {"wide": (12, 39, 52, 59), "country": (22, 44, 41, 53), "region": (35, 46.5, 40.5, 50)}
LINE = (0x16, 0x19, 0x1C)


def mercator(longitude, latitude):
    radius = 6378137.0
    return (math.radians(longitude) * radius, math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)) * radius)


def fitted(extent):
    west, south = mercator(*extent[:2])
    east, north = mercator(*extent[2:])
    width, height = east - west, north - south
    shape = SIZE[0] / SIZE[1]
    if width / height < shape:
        grow = (height * shape - width) / 2
        west, east = west - grow, east + grow
    else:
        grow = (width / shape - height) / 2
        south, north = south - grow, north + grow
    return west, south, east, north


def geometries(layer):
    """One GeoJSON geometry a shape; the rings of lakes go into one geometry each, as outer rings or holes of it."""
    if layer["kind"] == "line":
        return [{"type": "LineString", "coordinates": line} for line in layer["shapes"]]
    if layer["kind"] == "rings":
        return [{"type": "Polygon", "coordinates": [ring]} for ring in layer["shapes"]]
    return [{"type": "Polygon", "coordinates": rings} for rings in layer["shapes"]]


def plain(layers):
    """Ground and land, outlined."""
    return [{**layer, "outline": LINE} for layer in layers if layer["kind"] in ("ground", "area")]


def hexed(rgb):
    return "#%02X%02X%02X" % tuple(rgb)


class Qgis:
    name = "QGIS"
    application = None

    def __init__(self, layers):
        from qgis.core import QgsApplication, QgsCoordinateReferenceSystem

        if Qgis.application is None:
            Qgis.application = QgsApplication([], False)
            Qgis.application.initQgis()
        self.crs = QgsCoordinateReferenceSystem("EPSG:3857")
        self.ground = hexed(layers[0]["rgb"])
        self.layers = [self.make(layer) for layer in reversed(layers[1:]) if layer["shapes"]]

    def make(self, layer):
        from osgeo import ogr
        from qgis.core import QgsFeature, QgsFillSymbol, QgsGeometry, QgsLineSymbol, QgsSingleSymbolRenderer, QgsVectorLayer

        line = layer["kind"] == "line"
        made = QgsVectorLayer(("LineString" if line else "Polygon") + "?crs=EPSG:3857", "layer", "memory")
        rows = []
        for geometry in geometries(layer):
            row = QgsFeature()
            row.setGeometry(QgsGeometry.fromWkt(ogr.CreateGeometryFromJson(json.dumps(geometry)).ExportToWkt()))
            rows.append(row)
        made.dataProvider().addFeatures(rows)
        colour = "%d,%d,%d,%d" % (*layer["rgb"], round(255 * layer["alpha"]))
        if line:
            symbol = QgsLineSymbol.createSimple({"line_color": colour, "line_width": str(layer["width"]),
                                                 "line_width_unit": "Pixel", "joinstyle": "bevel", "capstyle": "flat"})
        elif "outline" in layer:
            symbol = QgsFillSymbol.createSimple({"color": colour, "outline_color": hexed(layer["outline"]),
                                                 "outline_width": "1", "outline_width_unit": "Pixel"})
        else:
            symbol = QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"})
        made.setRenderer(QgsSingleSymbolRenderer(symbol))
        return made

    def paint(self, box, path=None):
        from qgis.core import QgsMapRendererCustomPainterJob, QgsMapSettings, QgsRectangle
        from qgis.PyQt.QtCore import QSize
        from qgis.PyQt.QtGui import QColor, QImage, QPainter

        settings = QgsMapSettings()
        settings.setLayers(self.layers)
        settings.setDestinationCrs(self.crs)
        settings.setExtent(QgsRectangle(*box))
        settings.setOutputSize(QSize(*SIZE))
        settings.setBackgroundColor(QColor(self.ground))
        settings.setFlag(QgsMapSettings.Antialiasing, True)
        picture = QImage(QSize(*SIZE), QImage.Format_ARGB32_Premultiplied)
        picture.fill(0)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.Antialiasing)
        job = QgsMapRendererCustomPainterJob(settings, painter)
        start = time.process_time()
        job.renderSynchronously()
        taken = time.process_time() - start
        painter.end()
        if path:
            picture.save(path)
        return taken


class Mapnik:
    name = "Mapnik"

    def __init__(self, layers):
        import mapnik

        self.mapnik = mapnik
        self.map = mapnik.Map(*SIZE, "epsg:3857")
        self.map.background = mapnik.Color(hexed(layers[0]["rgb"]))
        for index, layer in enumerate(layers[1:]):
            self.add(index, layer)

    def add(self, index, layer):
        mapnik = self.mapnik
        source, context = mapnik.MemoryDatasource(), mapnik.Context()
        for number, geometry in enumerate(geometries(layer)):
            row = mapnik.Feature(context, number)
            row.geometry = mapnik.Geometry.from_geojson(json.dumps(geometry))
            source.add_feature(row)
        style, rule = mapnik.Style(), mapnik.Rule()
        if layer["kind"] == "line":
            rule.symbols.append(self.line(layer["rgb"], layer["alpha"], layer["width"]))
        else:
            fill = mapnik.PolygonSymbolizer()
            fill.fill = mapnik.Color(hexed(layer["rgb"]))
            rule.symbols.append(fill)
            if "outline" in layer:
                rule.symbols.append(self.line(layer["outline"], 1, 1))
        style.rules.append(rule)
        self.map.append_style(f"style{index}", style)
        made = mapnik.Layer(f"layer{index}", "epsg:3857")
        made.datasource = source
        made.styles.append(f"style{index}")
        self.map.layers.append(made)

    def line(self, rgb, alpha, width):
        line = self.mapnik.LineSymbolizer()
        line.stroke = self.mapnik.Color(hexed(rgb))
        line.stroke_opacity = alpha
        line.stroke_width = width
        line.stroke_linejoin = self.mapnik.stroke_linejoin.BEVEL_JOIN
        return line

    def paint(self, box, path=None):
        self.map.zoom_to_box(self.mapnik.Box2d(*box))
        picture = self.mapnik.Image(*SIZE)
        start = time.process_time()
        self.mapnik.render(self.map, picture)
        taken = time.process_time() - start
        if path:
            picture.save(path, "png32")
        return taken


def ours(build, dossier, extent, style, path=None):
    arguments = [os.path.join(build, "bench", "bench-map"), dossier, *(str(v) for v in extent), *(str(v) for v in SIZE), "15",
                 style] + ([path] if path else [])
    return float(subprocess.run(arguments, check=True, capture_output=True, text=True).stdout.split()[0]) / 1000


def compare(build, dossier, style, peers, rounds, pictures):
    for name, extent in EXTENTS.items():
        box = fitted(extent)
        times = {peer.name: [] for peer in peers} | {"Marchland": []}
        for peer in peers:
            peer.paint(box, pictures and os.path.join(pictures, f"{style}-{name}-{peer.name}.png"))
        if pictures:
            ours(build, dossier, extent, style, os.path.join(pictures, f"{style}-{name}-Marchland.png"))
        for _ in range(rounds):
            times["Marchland"].append(ours(build, dossier, extent, style))
            for peer in peers:
                times[peer.name].append(peer.paint(box))
        median = {side: statistics.median(values) for side, values in times.items()}
        print(f"{style:6} {name:8} Marchland {median['Marchland'] * 1000:7.1f} ms", end="")
        for peer in peers:
            print(f"   {peer.name} {median[peer.name] * 1000:7.1f} ms, {median[peer.name] / median['Marchland']:5.1f} ×", end="")
        print(flush=True)


def main():
    build, dossier = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    pictures = sys.argv[4] if len(sys.argv) > 4 else None
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    layers = json.loads(subprocess.run([os.path.join(build, "bench", "bench-map-layers"), dossier], check=True,
                                       capture_output=True, text=True).stdout)
    for style, asked in (("plain", plain(layers)), ("whole", layers)):
        compare(build, dossier, style, [Mapnik(asked), Qgis(asked)], rounds, pictures)
    os._exit(0)  # QGIS's own clean-up crashes without a display


if __name__ == "__main__":
    main()
