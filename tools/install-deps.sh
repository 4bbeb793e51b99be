#!/bin/sh
# Installs what building, testing and running Marchland needs from Debian 12 or later; does nothing if all is there.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu

packages='
  build-essential pkg-config meson ninja-build gettext libxml2-utils desktop-file-utils appstream
  libgtk-4-dev libadwaita-1-dev libshumate-dev libjson-glib-dev libsqlite3-dev libgeos-dev libproj-dev proj-data libxml2-dev libarchive-dev libpoppler-glib-dev libgmime-3.0-dev
  libglib2.0-bin adwaita-icon-theme librsvg2-common fonts-cantarell fonts-noto-core
  xvfb xauth openbox xdotool imagemagick x11-utils x11-xkb-utils x11-xserver-utils dbus-daemon dbus-x11 at-spi2-core gir1.2-atspi-2.0 python3-gi
  gdal-bin python3 python3-shapely python3-pyproj sqlite3 locales man-db poppler-utils'

missing=
for package in $packages; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

sudo=
[ "$(id -u)" = 0 ] || sudo=sudo
echo "Installing:$missing"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
# shellcheck disable=SC2086 # a list of words
$sudo apt-get install -y --no-install-recommends $missing
