"""What the tests of the command line share: running it, and telling the results as TAP."""
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import subprocess
import sys
import tempfile
import traceback

CLI, DOSSIER = sys.argv[1:3]
STATE = tempfile.TemporaryDirectory()  # what editing keeps of a dossier is gone with its copy


def run(*arguments, status=0, env=None):
    done = subprocess.run([CLI, *arguments], capture_output=True, text=True, env={**os.environ, "XDG_STATE_HOME": STATE.name, **(env or {})})
    assert done.returncode == status, f"{arguments}: status {done.returncode}, not {status}\n{done.stdout[-500:]}\n{done.stderr}"
    return done


def as_of(day, *options, env=None):
    return json.loads(run("as-of", DOSSIER, day, "--json", *options, env=env).stdout)


def main(namespace):
    tests = [(name, test) for name, test in namespace.items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    failed = 0
    for number, (name, test) in enumerate(tests, 1):
        try:
            test()
            print(f"ok {number} - {name}")
        except Exception:  # each test is told, whatever it died of
            failed += 1
            print(f"not ok {number} - {name}")
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
    return 1 if failed else 0
