#!/usr/bin/env python3
# Times a full map against QGIS and Mapnik: the same polygons, colours and pixels, in turn, on one core.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-map.py BUILD DOSSIER [ROUNDS]

BUILD holds bench/bench-map. Data are in memory and in Web Mercator on every side; hatches and labels are off.
Needs (Debian): python3-qgis python3-mapnik gdal-bin. Prints medians and the ratio peer / Marchland; above 1 Marchland is faster.
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
LAYERS = (("background", "kind = 'country'", "#F5F2EC"), ("place", "kind IN ('unit', 'sea')", "#E4E0D6"))
LINE = "#16191C"


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


def polygons(dossier, layer, where):
    from osgeo import gdal

    gdal.UseExceptions()
    memory = f"/vsimem/{layer}.geojson"
    gdal.VectorTranslate(memory, dossier, layers=[layer], where=where, dstSRS="EPSG:3857", format="GeoJSON", reproject=True,
                         layerCreationOptions=["RFC7946=NO"])
    handle = gdal.VSIFOpenL(memory, "rb")
    size = gdal.VSIStatL(memory).size
    text = gdal.VSIFReadL(1, size, handle).decode()
    gdal.VSIFCloseL(handle)
    return [f for f in json.loads(text)["features"] if f["geometry"] and "Polygon" in f["geometry"]["type"]]


class Qgis:
    name = "QGIS"

    def __init__(self, data):
        from osgeo import ogr
        from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsFeature, QgsFillSymbol, QgsGeometry,
                               QgsSingleSymbolRenderer, QgsVectorLayer)

        self.application = QgsApplication([], False)
        self.application.initQgis()
        self.crs = QgsCoordinateReferenceSystem("EPSG:3857")
        self.layers = []
        for features, colour in data:
            layer = QgsVectorLayer("MultiPolygon?crs=EPSG:3857", "layer", "memory")
            rows = []
            for feature in features:
                row = QgsFeature()
                row.setGeometry(QgsGeometry.fromWkt(ogr.CreateGeometryFromJson(json.dumps(feature["geometry"])).ExportToWkt()))
                rows.append(row)
            layer.dataProvider().addFeatures(rows)
            symbol = QgsFillSymbol.createSimple({"color": colour, "outline_color": LINE, "outline_width": "1",
                                                 "outline_width_unit": "Pixel"})
            layer.setRenderer(QgsSingleSymbolRenderer(symbol))
            self.layers.insert(0, layer)

    def paint(self, box):
        from qgis.core import QgsMapRendererSequentialJob, QgsMapSettings, QgsRectangle
        from qgis.PyQt.QtCore import QSize
        from qgis.PyQt.QtGui import QColor

        settings = QgsMapSettings()
        settings.setLayers(self.layers)
        settings.setDestinationCrs(self.crs)
        settings.setExtent(QgsRectangle(*box))
        settings.setOutputSize(QSize(*SIZE))
        settings.setBackgroundColor(QColor("#DCE6EB"))
        settings.setFlag(QgsMapSettings.Antialiasing, True)
        job = QgsMapRendererSequentialJob(settings)
        start = time.perf_counter()
        job.start()
        job.waitForFinished()
        return time.perf_counter() - start


class Mapnik:
    name = "Mapnik"

    def __init__(self, data):
        import mapnik

        self.mapnik = mapnik
        self.map = mapnik.Map(*SIZE, "epsg:3857")
        self.map.background = mapnik.Color("#DCE6EB")
        for index, (features, colour) in enumerate(data):
            source = mapnik.MemoryDatasource()
            context = mapnik.Context()
            for number, feature in enumerate(features):
                row = mapnik.Feature(context, number)
                row.geometry = mapnik.Geometry.from_geojson(json.dumps(feature["geometry"]))
                source.add_feature(row)
            style, rule = mapnik.Style(), mapnik.Rule()
            fill, line = mapnik.PolygonSymbolizer(), mapnik.LineSymbolizer()
            fill.fill = mapnik.Color(colour)
            line.stroke = mapnik.Color(LINE)
            line.stroke_width = 1
            rule.symbols.extend([fill, line])
            style.rules.append(rule)
            self.map.append_style(f"style{index}", style)
            layer = mapnik.Layer(f"layer{index}", "epsg:3857")
            layer.datasource = source
            layer.styles.append(f"style{index}")
            self.map.layers.append(layer)

    def paint(self, box):
        self.map.zoom_to_box(self.mapnik.Box2d(*box))
        picture = self.mapnik.Image(*SIZE)
        start = time.perf_counter()
        self.mapnik.render(self.map, picture)
        return time.perf_counter() - start


def ours(build, dossier, extent):
    arguments = [os.path.join(build, "bench", "bench-map"), dossier, *(str(v) for v in extent), *(str(v) for v in SIZE), "5"]
    return float(subprocess.run(arguments, check=True, capture_output=True, text=True).stdout.split()[0]) / 1000


def main():
    build, dossier = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    data = [(polygons(dossier, layer, where), colour) for layer, where, colour in LAYERS]
    peers = [Mapnik(data), Qgis(data)]
    for name, extent in EXTENTS.items():
        times = {peer.name: [] for peer in peers} | {"Marchland": []}
        for peer in peers:
            peer.paint(fitted(extent))
        for _ in range(rounds):
            times["Marchland"].append(ours(build, dossier, extent))
            for peer in peers:
                times[peer.name].append(peer.paint(fitted(extent)))
        median = {side: statistics.median(values) for side, values in times.items()}
        print(f"{name:8} Marchland {median['Marchland'] * 1000:7.1f} ms", end="")
        for peer in peers:
            print(f"   {peer.name} {median[peer.name] * 1000:7.1f} ms, {median[peer.name] / median['Marchland']:5.1f} ×", end="")
        print(flush=True)
    os._exit(0)  # QGIS's own clean-up crashes without a display


if __name__ == "__main__":
    main()
