#!/bin/sh
# with-screen.sh — runs a command on a screen, a session bus and a window manager of its own
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   with-screen.sh WIDTHxHEIGHT COMMAND [ARGUMENT ...]
set -eu

size=$1
shift
here=$(dirname "$(realpath "$0")")
# What the bus starts writes to standard output too, which is the command's alone.
exec 9>&1
# shellcheck disable=SC2016 # for the inner shell
exec xvfb-run -a -s "-screen 0 ${size}x24" dbus-run-session -- sh -c '
  openbox --sm-disable --config-file "$0/openbox.xml" >/dev/null 2>&1 9>&- & manager=$!
  trap "kill $manager 2>/dev/null" EXIT
  "$@" >&9' "$here" "$@" >&2
