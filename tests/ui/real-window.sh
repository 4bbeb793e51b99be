#!/bin/bash
# Uses the installed or built program as a reader does, with a real pointer and keyboard, on a screen of its own.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   real-window.sh PROGRAM DOSSIER
#
# Each step says what it does and waits until the part of the screen that should change has changed.
set -u

if [ -z "${REAL_WINDOW_INSIDE-}" ]; then
  # Paths are made absolute before the shell inside takes over.
  program=$(realpath "$1") dossier=$(realpath "$2")
  REAL_WINDOW_INSIDE=1 exec xvfb-run -a -s '-screen 0 1440x900x24' dbus-run-session -- "$0" "$program" "$dossier"
fi

program=$1 dossier=$2
patience=40
work=$(mktemp -d)
export XDG_STATE_HOME=$work/state XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache
export GSETTINGS_BACKEND=memory ADW_DISABLE_PORTAL=1 GDK_BACKEND=x11 GTK_A11Y=none LC_ALL=C.UTF-8 LANGUAGE=en

openbox --sm-disable >/dev/null 2>&1 &
manager=$!
"$program" "$dossier" >"$work/log" 2>&1 &
app=$!
trap 'kill $app $manager 2>/dev/null; rm -rf "$work"' EXIT

step=0
ok () { step=$((step + 1)); echo "ok $step - $1"; }
fail () { step=$((step + 1)); echo "not ok $step - $1"; sed 's/^/# /' "$work/log"; echo "1..$step"; exit 1; }

# part WIDTHxHEIGHT+X+Y: what is to be seen there
part () { import -window root -crop "$1" +repage rgb:- 2>/dev/null | md5sum; }

# changes NAME PART COMMAND…: the command changes that part of the screen
changes () {
  local name=$1 where=$2 before end
  shift 2
  before=$(part "$where")
  "$@"
  end=$((SECONDS + patience))
  while [ $SECONDS -lt $end ]; do
    kill -0 $app 2>/dev/null || fail "$name: the program ended"
    [ "$(part "$where")" = "$before" ] || { sleep 1; ok "$name"; return; }
    sleep 0.2
  done
  fail "$name: nothing changed"
}

end=$((SECONDS + patience)) window=
while [ $SECONDS -lt $end ]; do
  window=$(xdotool search --onlyvisible --pid $app --name . 2>/dev/null | tail -1)
  [ -n "$window" ] && [ "$(import -window root png:- 2>/dev/null | identify -format %k -)" -gt 500 ] && break
  window=
  sleep 0.3
done
[ -n "$window" ] || fail 'a painted window'
xdotool windowactivate --sync "$window" windowsize "$window" 1440 900 windowmove "$window" 0 0
sleep 2
ok 'a painted window'

panel=360x600+1060+80 map=500x400+500+150 line=700x100+300+770
changes 'a click on a region fills the panel' $panel xdotool mousemove 745 500 click 1
changes 'the key [ moves the day' $line xdotool key bracketleft
changes 'Ctrl+1 changes the lens' $map xdotool key ctrl+1
changes 'Alt+Left goes a day back' $line xdotool key alt+Left
changes 'a drag on the timeline moves the day' $line xdotool mousemove 700 839 mousedown 1 mousemove 640 839 mousemove 600 839 mouseup 1
changes 'the wheel zooms' $map xdotool mousemove 740 400 click 4 click 4
changes 'a drag moves the map' $map xdotool mousemove 740 400 mousedown 1 mousemove 700 380 mousemove 640 360 mouseup 1
changes 'Escape clears the selection' $panel xdotool key Escape
changes 'Ctrl+K opens the search' $panel xdotool key ctrl+k
changes 'typing finds' $panel xdotool type --delay 30 oblast
changes 'F9 hides the panel' $panel xdotool key F9

xdotool key ctrl+w
end=$((SECONDS + patience))
while kill -0 $app 2>/dev/null && [ $SECONDS -lt $end ]; do sleep 0.2; done
kill -0 $app 2>/dev/null && fail 'Ctrl+W ends the program'
wait $app || fail 'the program ends well'
grep -q CRITICAL "$work/log" && fail 'no criticals in the log'
ok 'Ctrl+W ends the program, which complained of nothing'
echo "1..$step"
