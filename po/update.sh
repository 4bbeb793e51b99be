#!/bin/sh
# update.sh — brings the translations up to what the program says; what is new waits to be translated
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cd "$(dirname "$0")/.."
sh po/POTFILES.sh
meson compile -C build marchland-update-po
# Without lines of the source, a change tells what was translated and no more.
while read -r language; do
  msgattrib --no-location --no-wrap --no-obsolete "po/$language.po" -o "po/$language.po"
done < po/LINGUAS
