# no-display.py — on a machine without a display the program says so and writes the map as a picture
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   no-display.py PROGRAM DOSSIER

import os
import struct
import subprocess
import sys
import tempfile


def run_without_display(program, dossier, folder):
    environment = {name: value for name, value in os.environ.items() if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'GDK_BACKEND')}
    # Nor does a compositor stand in the folder where one would be looked for.
    environment['XDG_RUNTIME_DIR'] = folder
    environment['XDG_STATE_HOME'] = folder
    return subprocess.run([program, dossier], cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False)


def read_size(path):
    """The width and height that a PNG says it has (its first chunk)."""
    with open(path, 'rb') as picture:
        head = picture.read(24)
    assert head[:8] == b'\x89PNG\r\n\x1a\n', 'not a PNG'
    return struct.unpack('>II', head[16:24])


def tells_and_draws(program, dossier):
    """without a display it says so, writes the map, and ends well"""
    with tempfile.TemporaryDirectory() as folder:
        done = run_without_display(program, dossier, folder)
        name = os.path.splitext(os.path.basename(dossier))[0] + '.png'
        assert done.returncode == 0, f'status {done.returncode}: {done.stderr}'
        assert 'no display' in done.stdout and os.path.join(folder, name) in done.stdout, f'it said: {done.stdout}'
        assert done.stderr == '', f'it complained: {done.stderr}'
        path = os.path.join(folder, name)
        width, height = read_size(path)
        assert width >= 1000 and height >= 600, f'{width}×{height}'
        colours = int(subprocess.run(['identify', '-format', '%k', path], capture_output=True, text=True, check=True).stdout)
        assert colours > 500, f'{colours} colours'


def refuses_damaged(program, dossier):
    """what is no dossier is refused in a sentence, with status 1 and no picture"""
    with tempfile.TemporaryDirectory() as folder:
        bad = os.path.join(folder, 'bad.gpkg')
        with open(bad, 'w', encoding='ascii') as file:
            file.write('This is no dossier.')
        done = run_without_display(program, bad, folder)
        assert done.returncode == 1, f'status {done.returncode}'
        assert done.stderr.startswith('marchland: ') and 'bad.gpkg' in done.stderr, f'it said: {done.stderr}'
        assert not os.path.exists(os.path.join(folder, 'bad.png')), 'there is a picture'


def explains_itself(program, dossier):
    """help is told without a display, and draws nothing"""
    with tempfile.TemporaryDirectory() as folder:
        done = run_without_display(program, '--help', folder)
        assert done.returncode == 0 and 'marchland' in done.stdout, f'status {done.returncode}: {done.stderr}'
        assert not os.listdir(folder), 'it wrote ' + ', '.join(os.listdir(folder))


def main():
    program, dossier = (os.path.realpath(path) for path in sys.argv[1:3])
    for number, step in enumerate((tells_and_draws, refuses_damaged, explains_itself), 1):
        try:
            step(program, dossier)
            print(f'ok {number} - {step.__doc__}')
        except (AssertionError, OSError, subprocess.SubprocessError) as error:
            print(f'not ok {number} - {step.__doc__}')
            print('# ' + str(error).replace('\n', '\n# '))
    print('1..3')


if __name__ == '__main__':
    main()
