#!/bin/sh
# Writes po/POTFILES: every file of the tree that holds text for a reader.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cd "$(dirname "$0")/.."
{
  ls data/*.desktop.in data/*.metainfo.xml.in data/*.gschema.xml 2>/dev/null || true
  ls resources/ui/*.ui 2>/dev/null || true
  grep -lE '\b(N?C?_|ngettext|g_dngettext|Q_) ?\("' -r src --include='*.c' --include='*.h'
} | LC_ALL=C sort -u > po/POTFILES
