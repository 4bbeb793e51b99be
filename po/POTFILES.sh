#!/bin/sh
# Writes po/POTFILES, or another file: every file of the tree that holds text for a reader. POTFILES.sh [FILE]
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
out=${1-po/POTFILES}
cd "$(dirname "$0")/.."
{
  ls data/*.desktop.in data/*.metainfo.xml.in data/*.gschema.xml 2>/dev/null || true
  ls resources/ui/*.ui 2>/dev/null || true
  grep -lE '\b(N?C?_|ngettext|g_dngettext|Q_) ?\(("|$)' -r src --include='*.c' --include='*.h'
} | LC_ALL=C sort -u > "$out"
