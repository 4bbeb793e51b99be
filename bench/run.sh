#!/bin/sh
# Runs every benchmark: bench/run.sh [BUILD]. The peers of bench-map.py are Debian's python3-qgis, python3-mapnik and python3-gdal.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cd "$(dirname "$0")/.."
build=${1:-build}
echo "$(nproc) cores, load $(cut -d ' ' -f 1-3 /proc/loadavg)"
dossier=$build/ukraine.gpkg

/usr/bin/python3 bench/bench-opening.py "$build" "$dossier"
/usr/bin/python3 bench/bench-map.py "$build" "$dossier"
/usr/bin/python3 bench/bench-cold.py "$build" "$dossier"
"$build/bench/bench-paint" "$dossier"
"$build/bench/bench-search"
"$build/bench/bench-index" "$dossier"
# A smaller one is left for the list that scrolls.
many=$(mktemp -d)
trap 'rm -rf "$many"' EXIT
"$build/bench/bench-index" "$dossier" 100000 "$many/many.gpkg"
"$build/bench/bench-names"
/usr/bin/python3 bench/bench-points.py "$build" "$dossier"
for use in hitches frames; do
  [ ! -x "$build/bench/bench-$use" ] || GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory GSETTINGS_SCHEMA_DIR=$build/data ADW_DISABLE_PORTAL=1 \
    GTK_A11Y=none xvfb-run -a -s '-screen 0 1600x900x24' taskset -c 0 "$build/bench/bench-$use" "$dossier"
done
[ ! -x "$build/bench/bench-scroll" ] || XDG_STATE_HOME=$many GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory GSETTINGS_SCHEMA_DIR=$build/data \
  ADW_DISABLE_PORTAL=1 GTK_A11Y=none xvfb-run -a -s '-screen 0 1600x900x24' taskset -c 0 "$build/bench/bench-scroll" "$many/many.gpkg"
rm -rf "$many"

# 3840 × 2160 pixels of the screen, and as many logical ones, both at scale 2.
for size in '1920 1080' '3840 2160'; do
  [ ! -x "$build/bench/bench-memory" ] || GDK_SCALE=2 GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory GSETTINGS_SCHEMA_DIR=$build/data \
    ADW_DISABLE_PORTAL=1 GTK_A11Y=none xvfb-run -a -s '-screen 0 7680x4320x24' "$build/bench/bench-memory" "$dossier" $size
done

# Dated areas: GeoJSON files with the day as eight digits in their names.
days=${MARCHLAND_BENCH_DAYS:-${MARCHLAND_TEST_DATA:-}/deepstate_daily_occupied_sample}
if [ -d "$days" ]; then
  /usr/bin/python3 bench/bench-step.py "$build" "$dossier" "$days"
  "$build/bench/bench-history" "$days" "$dossier"
  /usr/bin/python3 bench/bench-import.py "$build" "$dossier" "$days"
  for area in "$days"/*.geojson; do :; done
  "$build/bench/bench-areas" "$dossier" "$area"
else
  /usr/bin/python3 bench/bench-step.py "$build" "$dossier"
  echo "bench-step with days, bench-history, bench-import, bench-areas: skipped, MARCHLAND_BENCH_DAYS names no folder of dated areas"
fi
