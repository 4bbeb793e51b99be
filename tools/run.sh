#!/bin/sh
# Installs what is missing, builds, and opens the shipped dossier.
# Without a display the program says so and writes the map as a picture instead.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cd "$(dirname "$0")/.."

sh tools/build.sh
# What it writes without a display goes where everything else that is built stands.
cd build
exec ./marchland "$@" ukraine.gpkg
