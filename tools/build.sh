#!/bin/sh
# Installs what is missing and builds everything into build/.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cd "$(dirname "$0")/.."

sh tools/install-deps.sh

# Suites that need data from outside the tree are registered only where these data are.
texts=${MARCHLAND_TEST_TEXTS:-}
data=${MARCHLAND_TEST_DATA:-}
[ -n "$texts" ] || [ ! -d ../shared/seeds ] || texts=$(cd ../shared/seeds && pwd)
[ -n "$data" ] || [ ! -d ../shared/data ] || data=$(cd ../shared/data && pwd)

if [ -f build/build.ninja ]; then
  meson configure build -Dtest_texts="$texts" -Dtest_data="$data"
else
  meson setup build -Dtest_texts="$texts" -Dtest_data="$data"
fi
ninja -C build
