# real-editing.py — records changed in a real window: an actor with its office, an assertion, the dossier; each undone, by checksum
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   with-screen.sh 1440x900 real-editing.py PROGRAM DOSSIER

import glob
import hashlib
import os
import re
import sqlite3
import sys

from atspi import Atspi, BUTTONS, ENTRIES, await_node, find, main, says, wait

ACTOR = 'Alexander Fomin'
RENAMED = 'Aleksandr Fomin'
EVENT = 'Russia annexes Crimea'
REASON = 'misread'
MORE = 'of another year'
TITLE = 'Ukraine, looked at again'
MOST_TABS = 40
TABLES = ('dossier', 'actor', 'actor_name', 'office', 'place', 'name', 'place_link', 'source', 'quotation', 'span', 'chain',
          'proposal', 'proposal_term', 'assertion', 'tag', 'participant', 'evidence')


def checksum(path):
    """Of every row of every record, without the history."""
    database = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
    total = hashlib.sha256()
    for table in TABLES:
        for row in database.execute(f'SELECT * FROM {table} ORDER BY id'):
            total.update(repr(row).encode())
    database.close()
    return total.hexdigest()


def get_copy(program):
    """The working copy, which the first edit makes."""
    found = glob.glob(os.path.join(program.home.name, 'STATE', '**', '*.gpkg'), recursive=True)
    return found[0] if found else sys.argv[2]


def records(program):
    return checksum(get_copy(program))


def has_reason(program, reason):
    database = sqlite3.connect(f'file:{get_copy(program)}?mode=ro', uri=True)
    found = database.execute('SELECT count (*) FROM assertion WHERE retract_reason = ?', (reason,)).fetchone()[0]
    database.close()
    return found == 1


def awaits_change(program, before):
    wait('the records differ', lambda: records(program) != before)


def awaits_undo(program, before):
    program.key('ctrl+z')
    wait('the records are as they were', lambda: records(program) == before)


def find_dialog(program, title):
    return wait(f'the dialog “{title}” is there', lambda: find(program.application, ('dialog', 'frame', 'window'), title))


def has_focus(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def retype(program, dialog, name, typed):
    """Goes to an entry by the Tab key, and replaces what stands there."""
    entry = await_node(dialog, ENTRIES, name)
    for _ in range(MOST_TABS):
        if has_focus(entry):
            break
        program.key('Tab')
    program.wait_for_focus(entry)
    program.key('ctrl+a')
    program.type(typed)


def leads_to(program, query, pattern):
    """the search leads to a record"""
    program.key('ctrl+k')
    program.settle()
    program.key('ctrl+a')
    program.type(query)
    row = wait(f'“{query}” is found', lambda: says(program.frame, pattern))
    program.settle()
    program.click(row)


def changes_actor(program):
    """an actor's name and office are typed, what is wrong is told beside the field, and one undo takes both back"""
    wait('the map is painted', lambda: program.count_colours() > 500)
    program.settle()
    before = records(program)
    leads_to(program, 'Fomin', f'^{ACTOR}')
    await_node(program.frame, BUTTONS, 'Edit…')
    program.key('F2')
    dialog = find_dialog(program, 'Change Actor')
    retype(program, dialog, 'Name', RENAMED)
    retype(program, dialog, 'From and until', '2031/2030')
    program.key('ctrl+Return')
    wait('what is wrong is told', lambda: says(dialog, 'before'))
    retype(program, dialog, 'From and until', '2020/2024-05')
    program.key('ctrl+Return')
    wait('the page tells the name', lambda: says(program.frame, f'^{RENAMED}$'))
    wait('and the office’s time', lambda: says(program.frame, '2020.*May 2024'))
    awaits_change(program, before)
    awaits_undo(program, before)
    wait('the page tells the old name', lambda: says(program.frame, f'^{ACTOR}$'))


def retracts_assertion(program):
    """a retraction needs a reason, is told on the page, and is undone"""
    before = records(program)
    leads_to(program, EVENT, f'^{EVENT}')
    program.click_named(program.frame, BUTTONS, 'Retract…')
    dialog = find_dialog(program, 'Retract Assertion')
    program.key('ctrl+Return')
    wait('a reason is asked for', lambda: says(dialog, 'needs a reason'))
    retype(program, dialog, 'Why it no longer holds', REASON)
    program.key('Return')
    program.type(MORE)
    program.key('ctrl+Return')
    wait('the page tells it', lambda: says(program.frame, REASON))
    wait('in two lines', lambda: has_reason(program, f'{REASON}\n{MORE}'))
    await_node(program.frame, BUTTONS, 'Take the Retraction Back')
    awaits_change(program, before)
    awaits_undo(program, before)
    await_node(program.frame, BUTTONS, 'Retract…')


def changes_title(program):
    """a key opens the properties, and the window's title follows what is typed"""
    before = records(program)
    program.key('alt+Return')
    dialog = find_dialog(program, 'Properties')
    retype(program, dialog, 'Title', '')
    program.key('BackSpace')
    program.key('ctrl+Return')
    wait('a title is asked for', lambda: says(dialog, 'needs a title'))
    program.type(TITLE)
    program.key('ctrl+Return')
    wait('the title is told', lambda: says(program.frame, re.escape(TITLE)))
    awaits_change(program, before)
    awaits_undo(program, before)


def asks_to_save(program):
    """a screen reader is told the buttons of the question as they read, each by one name"""
    before = records(program)
    program.key('alt+Return')
    dialog = find_dialog(program, 'Properties')
    retype(program, dialog, 'Title', TITLE)
    await_node(dialog, BUTTONS, 'Save')
    program.key('ctrl+Return')
    awaits_change(program, before)
    program.key('ctrl+w')
    for name in ('Cancel', 'Discard', 'Save'):
        await_node(program.application, BUTTONS, name)
    program.key('Escape')
    wait('the question is gone', lambda: not find(program.application, BUTTONS, 'Discard'))
    awaits_undo(program, before)


# A message dialog of newer libadwaita tries narrower widths for its heading than its words have.
KNOWN = r'Trying to measure GtkLabel \S+ for width of \d+, but it needs at least'
STEPS = [changes_actor, retracts_assertion, changes_title, asks_to_save]

if __name__ == '__main__':
    main(STEPS, KNOWN)
