#!/usr/bin/env python3
# Times exec to a complete map against exec to an empty GTK + libshumate window, and compares their memory.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-opening.py BUILD DOSSIER [ROUNDS]

Runs both programs in turn on a screen of its own (Xvfb), 1600×900, pinned to one core, and prints medians, the difference and the ratio:
by the clock, on which other programs and the screen's own work count too, and in time of the processor, until the program's end.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

ENVIRONMENT = {"GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GSETTINGS_BACKEND": "memory", "ADW_DISABLE_PORTAL": "1",
               "GTK_A11Y": "none"}


def run(command, environment):
    """Seconds from exec to the complete window, the peak of resident memory in MB, and seconds of the processor."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
    line = process.stdout.readline()
    elapsed = time.perf_counter() - start
    _, status, usage = os.wait4(process.pid, 0)
    if line.strip() != b"complete" or status != 0:
        sys.exit(f"{command[0]} did not get to its window (status {status})")
    return elapsed, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def main():
    build, dossier = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    if "DISPLAY" not in os.environ or "MARCHLAND_BENCH_SCREEN" not in os.environ:
        os.environ["MARCHLAND_BENCH_SCREEN"] = "1"
        os.execvp("xvfb-run", ["xvfb-run", "-a", "-s", "-screen 0 1600x900x24", sys.executable, *sys.argv])
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, **ENVIRONMENT, "XDG_STATE_HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": home,
                       "GSETTINGS_SCHEMA_DIR": os.path.join(build, "data")}
        sides = {"empty": [os.path.join(build, "bench", "bench-empty-window")],
                 "full": [os.path.join(build, "bench", "bench-full-window"), dossier]}
        results = {side: [] for side in sides}
        for number in range(rounds + 1):
            for side, command in sides.items():
                result = run(command, environment)
                if number > 0:  # the first round warms the caches
                    results[side].append(result)
    seconds = {side: statistics.median(r[0] for r in rows) for side, rows in results.items()}
    worked = {side: statistics.median(r[2] for r in rows) for side, rows in results.items()}
    memory = {side: statistics.median(r[1] for r in rows) for side, rows in results.items()}
    print(f"opening  empty window {seconds['empty'] * 1000:.0f} ms, complete map {seconds['full'] * 1000:.0f} ms: "
          f"{(seconds['full'] - seconds['empty']) * 1000:+.0f} ms, {seconds['full'] / seconds['empty']:.2f} ×")
    print(f"  processor: empty window {worked['empty'] * 1000:.0f} ms, complete map {worked['full'] * 1000:.0f} ms: "
          f"{(worked['full'] - worked['empty']) * 1000:+.0f} ms")
    print(f"memory   empty window {memory['empty']:.0f} MB, complete map {memory['full']:.0f} MB: {memory['full'] - memory['empty']:+.0f} MB (peaks)")


if __name__ == "__main__":
    main()
