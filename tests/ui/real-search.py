# real-search.py — quotations narrowed by filters, typed and chosen, with real keys
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   with-screen.sh 1280x800 real-search.py PROGRAM DOSSIER

import re
import time

from atspi import Atspi, BUTTONS, ENTRIES, Failure, await_node, find, main, says, texts, wait, walk

SPEAKER = 'Andrey Pertsev'
COUNT = r'^(\d+) of (\d+)\+? quotations?$'


def get_entry(program):
    return wait('there is an entry to search in', lambda: find(program.frame, ENTRIES, 'Search everything'))


def types(program, words):
    """Into the entry, in place of what is there."""
    program.key('ctrl+k')
    program.wait_for_focus(get_entry(program))
    program.key('ctrl+a')
    program.type(words)


def get_count(program):
    label = says(program.frame, COUNT)
    return label and tuple(int(n) for n in re.search(COUNT, label.get_name()).groups())


def await_count(program, condition):
    return wait('the quotations are counted', lambda: (lambda n: n if n and condition(*n) else None)(get_count(program)))


def opens(program):
    """Ctrl+K opens the search"""
    program.get_map()
    types(program, 'land')
    wait('something is found', lambda: texts(find(program.frame, 'list', 'Found')))


def types_filter(program):
    """a typed filter leaves a speaker's quotations, and with a word fewer of them"""
    types(program, 'speaker:Pertsev ')
    few, all_of_them = await_count(program, lambda n, of: 0 < n < of)
    program.type('regions')
    await_count(program, lambda n, of: 0 < n < few and of < all_of_them)


def types_nonsense(program):
    """a filter that nobody fits gets a sentence and stays as it was typed, to be mended"""
    types(program, 'grade:B2x')
    wait('it says why', lambda: says(program.frame, '“B2x” is no grade'))
    types(program, 'speaker:Pertseq')
    wait('it says why', lambda: says(program.frame, '^Nobody is called “Pertseq” here'))
    program.key('BackSpace')
    program.type('v')
    await_count(program, lambda n, of: 0 < n < of)
    wait('it says nothing any more', lambda: not says(program.frame, '^Nobody is called'))


def goes_to(program, node, key):
    """By keys alone; what has the focus may be a part of it."""
    def has_focus():
        return any(part.get_state_set().contains(Atspi.StateType.FOCUSED) for part in walk(node))
    for _ in range(40):
        if has_focus():
            return
        program.key(key)
        time.sleep(0.1)
    raise Failure(f'{key} never comes to {node.get_name()}')


def chooses_filter(program):
    """a speaker is chosen by keys alone, becomes a chip, and is removed by keys"""
    types(program, 'x')
    program.key('BackSpace')
    program.key('Tab', 'space')
    menu = await_node(program.frame, BUTTONS, re.compile('^Filter by speaker'))
    goes_to(program, menu, 'Tab')
    program.key('Return')
    entry = wait('there is an entry to choose by', lambda: find(menu, ENTRIES, 'Filter by speaker'))
    program.wait_for_focus(entry)
    program.type('perts')
    program.key('Return')
    chip = await_node(program.frame, BUTTONS, f'Remove the filter “Speaker: {SPEAKER}”')
    await_count(program, lambda n, of: 0 < n < of)
    goes_to(program, chip, 'shift+Tab')
    program.key('Return')
    wait('the filter is gone', lambda: not find(program.frame, BUTTONS, re.compile('^Remove the filter')))
    wait('nothing is counted', lambda: not get_count(program))


STEPS = [opens, types_filter, types_nonsense, chooses_filter]

if __name__ == '__main__':
    main(STEPS)
