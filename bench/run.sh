#!/bin/sh
# Runs every benchmark: bench/run.sh [BUILD]. The peers of bench-map.py are Debian's python3-qgis, python3-mapnik and python3-gdal.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cd "$(dirname "$0")/.."
build=${1:-build}
dossier=$build/ukraine.gpkg

/usr/bin/python3 bench/bench-opening.py "$build" "$dossier"
/usr/bin/python3 bench/bench-map.py "$build" "$dossier"
"$build/bench/bench-paint" "$dossier"
"$build/bench/bench-search"
