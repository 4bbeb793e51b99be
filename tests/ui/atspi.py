# atspi.py — the program on a screen, driven by pointer and keys and read as a screen reader reads it
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests with a real window share. Run them by with-screen.sh: they need a screen, a window manager and a bus."""

import contextlib
import os
import re
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

DEADLINE = 30
POLL = 0.05
# GTK 4.8 and later ones call the same things by different names.
BUTTONS = {'push button', 'button', 'toggle button', 'radio button', 'check box', 'switch', 'menu button'}
# GTK 4.8 places a tooltip whose window went away in the meantime, where no monitor is (gtktooltip.c, gdkpopup on X11).
TOOLKIT = r"gdk_monitor_get_geometry: assertion 'GDK_IS_MONITOR"
ENTRIES = {'text', 'entry', 'password text', 'combo box', 'slider', 'spin button'}


class Failure(Exception):
    """Something did not happen in time."""


def wait(what, condition, deadline=DEADLINE):
    """Polls until condition() is true and returns it; a vanished object only means to look again."""
    end = time.monotonic() + deadline
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Failure('waited in vain until ' + what)
        time.sleep(POLL)


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node):
    """All below node, itself first, in the order of reading; what vanishes meanwhile is passed over."""
    yield node
    try:
        below = list(children(node))
    except GLib.Error:
        return
    for child in below:
        yield from walk(child)


def find(root, role, name):
    """The first node of that role (one or a set) with that name (text, or a compiled pattern that matches), or None."""
    roles = {role} if isinstance(role, str) else role
    for node in walk(root):
        try:
            if node.get_role_name() in roles and (name.search(node.get_name()) if isinstance(name, re.Pattern) else node.get_name() == name):
                return node
        except GLib.Error:
            continue
    return None


def await_node(root, role, name):
    """The same, as soon as it is there."""
    return wait(f'there is a {name}', lambda: find(root, role, name))


def texts(root):
    """What the labels below root say, in the order of reading."""
    said = []
    for node in walk(root):
        try:
            if node.get_role_name() == 'label':
                said.append(node.get_name())
        except GLib.Error:
            continue
    return said


def says(root, pattern):
    """The first label below root that the pattern is found in, or None."""
    return find(root, 'label', re.compile(pattern))


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


class Program:
    """The program with its window, on the screen of DISPLAY."""

    def __init__(self, program, dossier):
        self.home = tempfile.TemporaryDirectory()
        self.log = open(os.path.join(self.home.name, 'log'), 'w+', encoding='utf-8')
        environment = dict(os.environ)
        for name in ('STATE', 'DATA', 'CACHE', 'CONFIG'):
            environment[f'XDG_{name}_HOME'] = os.path.join(self.home.name, name)
        # The bridge of the tests in a process would keep the real one away.
        environment.pop('GTK_A11Y', None)
        # Only the program gets it, not the helpers of this test.
        if 'MARCHLAND_PRELOAD' in environment:
            environment['LD_PRELOAD'] = environment.pop('MARCHLAND_PRELOAD')
        self.process = subprocess.Popen([program, dossier], env=environment, stdout=self.log, stderr=subprocess.STDOUT)
        self.desktop = Atspi.get_desktop(0)
        # The library's own copy of the tree lags behind the program; what the desktop is told does not reach a program
        # that was announced before.
        self.desktop.set_cache_mask(Atspi.Cache.NONE)
        self.application = wait('the program is on the accessibility bus', self.find_application)
        self.application.set_cache_mask(Atspi.Cache.NONE)
        self.application.clear_cache()
        self.frame = wait('there is a window', lambda: next(children(self.application), None))
        self.window = wait('the window is on the screen', self.find_window)
        run('xdotool', 'windowactivate', '--sync', self.window)

    def find_application(self):
        if self.process.poll() is not None:
            raise Failure('the program ended: ' + self.read_log())
        return next((node for node in children(self.desktop) if node.get_process_id() == self.process.pid), None)

    def find_window(self):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid), '--name', '.'],
                               capture_output=True, text=True, check=False).stdout.split()
        return found[-1] if found else None

    def read_log(self):
        self.log.flush()
        with open(self.log.name, encoding='utf-8') as log:
            return log.read()

    def get_complaints(self, known):
        """What is logged as wrong, but for what the pattern finds and what the toolkit says of itself."""
        patterns = [TOOLKIT] + ([known] if known else [])
        return [line for line in self.read_log().splitlines()
                if ('WARNING' in line or 'CRITICAL' in line or 'ERROR' in line)
                and not any(re.search(pattern, line) for pattern in patterns)]

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        self.home.cleanup()

    # Pointer and keys

    def locate(self, node, across=0.5, down=0.5):
        """Where on the screen that part of node is."""
        frame = self.frame.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        component = node.get_component_iface()
        if component is None:
            raise Failure(f'{node.get_name()} is gone, or never had a place')
        place = component.get_extents(Atspi.CoordType.WINDOW)
        geometry = dict(line.split('=') for line in run('xdotool', 'getwindowgeometry', '--shell', self.window).split())
        # Around what the toolkit counts from lies the window's shadow.
        left = int(geometry['X']) + (int(geometry['WIDTH']) - frame.width) // 2
        top = int(geometry['Y']) + (int(geometry['HEIGHT']) - frame.height) // 2
        return str(round(left + place.x + place.width * across)), str(round(top + place.y + place.height * down))

    def press(self):
        """Presses the pointer's button where it is, for as long as a finger does. Newer GTK asks for the pointer's state
        after a change of its layout and drops a click whose release it finds there before it was told of it."""
        run('xdotool', 'mousedown', '1')
        time.sleep(0.1)
        run('xdotool', 'mouseup', '1')

    def aim(self, node, across=0.5, down=0.5):
        """Where a part of node is once it stays there: a form moves what is below when a sentence comes or goes."""
        def stays():
            before = self.locate(node, across, down)
            time.sleep(0.15)
            return before if self.locate(node, across, down) == before else None
        return wait(f'{node.get_name()} stays in its place', stays)

    def click(self, node):
        """Presses the pointer's button in the middle of node."""
        run('xdotool', 'mousemove', *self.aim(node))
        self.press()

    def click_named(self, root, role, name):
        """The same for what find() finds, as soon as it is there and stays. It is looked for again each time: a list that
        is filled anew puts another row of the same name in the place of the one that was found."""
        def stays():
            before = self.locate_named(root, role, name)
            time.sleep(0.15)
            return before if before and self.locate_named(root, role, name) == before else None
        run('xdotool', 'mousemove', *wait(f'there is a {name} which stays in its place', stays))
        self.press()

    def locate_named(self, root, role, name):
        node = find(root, role, name)
        with contextlib.suppress(Failure):
            return self.locate(node) if node else None
        return None

    def drag(self, node, start, end):
        """Drags from one part of node to another, each as shares of its width and height."""
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        run('xdotool', 'mousemove', *self.locate(node, *start), 'mousedown', '1', 'mousemove', *self.locate(node, *middle),
            'mousemove', *self.locate(node, *end), 'mouseup', '1')

    def scroll(self, node, down=False):
        """Turns the wheel a notch, over the middle of node: away from the reader, or towards them."""
        run('xdotool', 'mousemove', *self.locate(node), 'click', '5' if down else '4')

    def key(self, *keys):
        run('xdotool', 'key', '--delay', '30', *keys)

    def type(self, text):
        run('xdotool', 'type', '--delay', '40', text)

    @contextlib.contextmanager
    def keyboard(self, layout):
        """A keyboard that has the letters to be typed. For letters it lacks, xdotool changes a key and changes it back at
        once, and a busy program reads the key when it means nothing any more: stay in here until the letters are seen."""
        run('setxkbmap', layout)
        try:
            yield
        finally:
            run('setxkbmap', 'us')

    def click_into(self, node):
        """Clicks an entry until the keys go to it: on a busy machine a press is lost at times just after a list of names
        has closed over its place, before the program is told of it, and whoever sits there presses again."""
        for _ in range(4):
            self.click(node)
            with contextlib.suppress(Failure):
                return self.wait_for_focus(node, DEADLINE / 4)
        raise Failure('waited in vain until a click gives the keys to ' + node.get_name())

    def wait_for_focus(self, node, deadline=DEADLINE):
        wait('the keys go to ' + node.get_name(), lambda: node.get_state_set().contains(Atspi.StateType.FOCUSED), deadline)

    # What is seen

    def screenshot(self, path):
        run('import', '-window', 'root', path)

    def count_colours(self):
        return int(run('sh', '-c', 'import -window "$1" png:- | identify -format %k -', 'sh', self.window))

    def get_signature(self):
        """A sum over all pixels of the window."""
        return run('sh', '-c', 'import -window "$1" rgb:- | cksum', 'sh', self.window)

    def settle(self):
        """Waits until the window has looked the same for a while: what it is built of comes frame by frame."""
        def is_at_rest():
            before = self.get_signature()
            time.sleep(0.7)
            return self.get_signature() == before
        wait('the window is at rest', is_at_rest)

    def get_ticks(self):
        """The processor time used so far, in hundredths of a second."""
        with open(f'/proc/{self.process.pid}/stat', encoding='ascii') as stat:
            fields = stat.read().rpartition(')')[2].split()
        return int(fields[11]) + int(fields[12])

    # What is read

    def get_map(self):
        return wait('the map has a name', lambda: find(self.frame, {'filler', 'panel', 'grouping', 'generic'}, 'Map'))

    def get_date(self):
        """The subtitle says the day; it is short, and the first text with a day in it."""
        return says(self.frame, r'^as of ')


class Report:
    """Steps as the Test Anything Protocol has them; the first that fails ends the test."""

    def __init__(self):
        self.count = 0

    def passed(self, what):
        self.count += 1
        print(f'ok {self.count} - {what}', flush=True)

    def failed(self, what, why):
        self.count += 1
        print(f'not ok {self.count} - {what}', flush=True)
        # The harness shows only this of a failed test.
        print(f'{what}: {why}', file=sys.stderr, flush=True)


def attempt(steps, known):
    """Runs the steps against a program of its own, and returns what was tried and, where it failed, why."""
    program_path, dossier = sys.argv[1:3]
    results = []
    program = None
    try:
        program = Program(program_path, dossier)
        for step in steps:
            before = time.monotonic()
            try:
                step(program)
            except Exception as error:  # whatever it is, it is told as a failed step
                program.screenshot(step.__name__ + '-failed.png')
                return results + [(step.__doc__, f'{type(error).__name__}: {error}')]
            results.append((step.__doc__, None))
            print(f'# {step.__doc__}: {time.monotonic() - before:.1f} s', flush=True)
        return results + [('nothing is logged', '\n'.join(program.get_complaints(known)) or None)]
    except Failure as error:
        return results + [('the program starts', str(error))]
    finally:
        if program is not None:
            program.close()


def main(steps, known=None):
    """Runs steps(program) one after another: each is a function whose doc comment says what is tried. The pattern known
    finds what the toolkit says of itself. Pointer, window manager and bus lose something now and then on a busy machine:
    what failed is tried once more from the start, with a new program, and the log tells that it was."""
    started = time.monotonic()
    results = attempt(steps, known)
    what, why = results[-1]
    if why:
        print(f'{what}: {why}', file=sys.stderr, flush=True)
        print(f'# {sys.argv[0]} is tried a second time from the start, for “{what}”', flush=True)
        results = attempt(steps, known)
    report = Report()
    for what, why in results:
        if why:
            report.failed(what, why)
        else:
            report.passed(what)
    print(f'1..{report.count}')
    print(f'# {time.monotonic() - started:.1f} s in all')
