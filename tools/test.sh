#!/bin/sh
# Installs what is missing, builds, and runs every test.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cd "$(dirname "$0")/.."

sh tools/build.sh
status=0
meson test -C build --print-errorlogs "$@" || status=$?
sed -n 's/^# \(.* is tried a second time from the start.*\)/\1/p' build/meson-logs/testlog.txt
exit "$status"
