#!/usr/bin/env python3
# Exchanges changes of a dossier as two analysts with a script would.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-changes.py CLI DOSSIER

Prints TAP.
"""

import contextlib
import pathlib
import shutil
import sqlite3
import tempfile

from cli_support import DOSSIER, main, run


@contextlib.contextmanager
def copies():
    """Two copies of the dossier, and where the changes go."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name in "base", "mine", "theirs":
            shutil.copy(DOSSIER, folder / f"{name}.gpkg")
        yield [str(folder / f"{name}.gpkg") for name in ("base", "mine", "theirs")] + [str(folder / "a.marchland-changes")]


def edit(path, sql):
    """As another program would; what is derived is made anew."""
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.executescript(sql)


def ask(path, sql):
    with contextlib.closing(sqlite3.connect(path)) as database:
        return database.execute(sql).fetchone()[0]


NOTE = "UPDATE source SET note = '{}', version = version + 1 WHERE id = (SELECT min (id) FROM source);"
SEE_NOTE = "SELECT note FROM source ORDER BY id LIMIT 1"


def test_what_is_written_is_applied_once():
    with copies() as (base, mine, theirs, changes):
        edit(theirs, NOTE.format("read again"))
        assert run("changes", base, theirs, "-o", changes, "--who", "Jora").stdout.startswith("1 record")
        told = run("apply", mine, changes).stdout
        assert "changed: Source" in told and "read again" in told
        assert ask(mine, SEE_NOTE) == "read again"
        assert ask(mine, "SELECT label FROM history ORDER BY at DESC LIMIT 1") == "Apply changes of Jora"
        assert "Nothing to do" in run("apply", mine, changes).stdout
        run("check", mine)


def test_a_conflict_is_told_and_nothing_is_applied():
    with copies() as (base, mine, theirs, changes):
        edit(mine, NOTE.format("by me"))
        edit(theirs, NOTE.format("by them") + "UPDATE dossier SET summary = 'short';")
        run("changes", base, theirs, "-o", changes)
        before = pathlib.Path(mine).read_bytes()
        done = run("apply", mine, changes, status=1)
        assert "by me" in done.stdout and "by them" in done.stdout and "--ours" in done.stderr
        assert pathlib.Path(mine).read_bytes() == before
        run("apply", mine, changes, "--ours")
        assert ask(mine, SEE_NOTE) == "by me" and ask(mine, "SELECT summary FROM dossier") == "short"
        before = pathlib.Path(mine).read_bytes()
        assert "applied already" in run("apply", mine, changes).stdout
        assert pathlib.Path(mine).read_bytes() == before
        run("apply", mine, changes, "--theirs")
        assert ask(mine, SEE_NOTE) == "by them"


def test_a_source_that_is_there_is_told():
    source = "INSERT INTO source (id, uuid, title, csl, grade) VALUES ({0}, 'uuid-{0}', 'A page', '{{\"URL\": \"{1}\"}}', 'B');"
    with copies() as (base, mine, theirs, changes):
        edit(mine, source.format(7001, "https://lake.example/page"))
        edit(theirs, source.format(7002, "http://www.lake.example/page/#here"))
        run("changes", base, theirs, "-o", changes)
        assert "the same address" in run("apply", mine, changes, status=1).stdout
        shutil.copy(mine, theirs)
        run("apply", theirs, changes, "--separate-sources")
        assert ask(theirs, "SELECT count (*) FROM source WHERE id IN (7001, 7002)") == 2
        run("apply", mine, changes, "--same-sources", "--ours")
        assert ask(mine, "SELECT count (*) FROM source WHERE id IN (7001, 7002)") == 1


def test_what_can_not_be_is_refused():
    with copies() as (base, mine, theirs, changes):
        run("changes", base, theirs, status=2)
        run("changes", base, theirs, "-o", base, status=2)
        run("changes", base, theirs, "-o", changes)
        assert "not a file of changes" in run("apply", mine, base, status=2).stderr
        assert "--theirs" in run("apply", mine, changes, "--ours", "--theirs", status=2).stderr
        edit(mine, "UPDATE dossier SET uuid = '11111111-3f6e-4b57-9f0e-7a3f5d1c2b4a'")
        assert "another dossier" in run("apply", mine, changes, status=2).stderr
        assert "two dossiers" in run("changes", base, mine, "-o", changes, status=2).stderr


if __name__ == "__main__":
    raise SystemExit(main(globals()))
