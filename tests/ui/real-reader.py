# real-reader.py — from an article to a coloured map in a real window: read, find, select, quote, code, save, undo
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   with-screen.sh 1440x900 real-reader.py PROGRAM DOSSIER, where the dossier has the texts of its sources

import re

from atspi import Atspi, BUTTONS, ENTRIES, await_node, find, main, says, wait

AUTHOR = 'Andrey Pertsev'
WORDS = 'The president ordered the troops'
PLACE = 'Kupiansk'


def is_able(node):
    return node.get_state_set().contains(Atspi.StateType.SENSITIVE)


def reader_says(program, pattern):
    return wait(f'the reader says “{pattern}”', lambda: says(program.frame, pattern))


def opens_reader(program):
    """a key opens the reader, and a click on a source its text"""
    wait('the map is painted', lambda: program.count_colours() > 500)
    program.settle()
    program.key('ctrl+r')
    source = reader_says(program, f'^{AUTHOR}$')
    # Nobody presses before the list is drawn.
    program.settle()
    program.click(source)
    reader_says(program, f'^{AUTHOR}, Carnegie Politika$')
    reader_says(program, 'saved copy, unchanged')
    reader_says(program, r'^\d+ quotations')


def shows_quotations(program):
    """a key leads to the next quotation; the margin says what each in view supports, and a click tells more"""
    view = await_node(program.frame, ENTRIES, 'Text of the source')
    program.click_into(view)
    program.key('alt+Down')
    mark = await_node(program.frame, BUTTONS, re.compile(r'^Quotation \d+: .*Pertsev'))
    program.click(mark)
    wait('its card is there', lambda: find(program.frame, BUTTONS, 'Show among the Quotations'))
    program.key('Escape')
    wait('it is gone', lambda: not find(program.frame, BUTTONS, 'Show among the Quotations'))


def finds_words(program):
    """Ctrl+F finds words, counts them, and goes from one to the next"""
    program.key('ctrl+f')
    entry = await_node(program.frame, ENTRIES, 'Find in this text')
    program.wait_for_focus(entry)
    program.type('azov sea')
    reader_says(program, '^1 of 2$')
    program.key('Return')
    reader_says(program, '^2 of 2$')
    program.key('ctrl+a')
    program.type(WORDS)
    reader_says(program, '^1 of 1$')
    program.key('Escape')
    wait('the bar is gone', lambda: not says(program.frame, '^1 of 1$'))


def selects_words(program):
    """keys select words from where the search ended, and the status tells where they stand"""
    view = await_node(program.frame, ENTRIES, 'Text of the source')
    program.wait_for_focus(view)
    program.key(*['ctrl+shift+Right'] * 5)
    reader_says(program, rf'^Selection matches the saved copy exactly, {len(WORDS)} characters from \d+$')
    await_node(program.frame, BUTTONS, 'Quote')


def fill(program, name, typed, chosen=True):
    entry = await_node(program.frame, ENTRIES, name)
    program.click_into(entry)
    program.type(typed)
    if chosen:
        # The list follows the keys.
        program.settle()
        program.key('Return')


def codes_passage(program):
    """L opens the pane; places, actor and day are typed, and Ctrl+Enter saves"""
    program.key('l')
    place = await_node(program.frame, ENTRIES, 'Add a place')
    program.wait_for_focus(place)
    program.type(PLACE[:5])
    program.settle()
    program.key('Return')
    await_node(program.frame, BUTTONS, f'Take {PLACE} out')
    program.key('ctrl+Return')
    reader_says(program, '^Say who holds the place')
    fill(program, 'Held by', 'Russ')
    wait('nothing is missing', lambda: not says(program.frame, '^Say who holds the place'))
    fill(program, 'True from', '2026-01-20', chosen=False)
    reader_says(program, '20 January 2026')
    program.key('ctrl+Return')
    # The toast may be gone before a slow machine has looked; this stays.
    reader_says(program, rf'^The map on .*: {PLACE}\.')


def shows_effect(program):
    """the highlight appears, and the pane and the map tell what is new"""
    reader_says(program, rf'^The map on .*: {PLACE}\. Held by Russia')
    await_node(program.frame, BUTTONS, re.compile(rf'(?s)^Quotation \d+: .*{PLACE}'))
    program.click_named(program.frame, BUTTONS, 'Show on the Map')
    reader_says(program, '^as of ')
    wait('the panel tells it', lambda: says(program.frame, f'^{PLACE}$') and says(program.frame, '^Held by Russia'))


def leads_back(program):
    """a card leads to its place in the text, and Escape back to the map"""
    button = wait('there is a card', lambda: find(program.frame, BUTTONS, 'Open in Reader'))
    program.click(button)
    reader_says(program, f'^{AUTHOR}, Carnegie Politika$')
    program.key('Escape')
    reader_says(program, '^as of ')


def undoes(program):
    """one undo takes all of it back"""
    program.key('ctrl+z')
    # A key that comes while the card that has the focus goes away is lost in newer GTK.
    wait('nothing is left to undo', lambda: not is_able(find(program.frame, BUTTONS, 'Undo')))
    program.settle()
    program.key('ctrl+r')
    reader_says(program, f'^{AUTHOR}, Carnegie Politika$')
    wait('the mark is gone', lambda: not find(program.frame, BUTTONS, re.compile(rf'(?s)^Quotation \d+: .*{PLACE}')))


STEPS = [opens_reader, shows_quotations, finds_words, selects_words, codes_passage, shows_effect, leads_back, undoes]

if __name__ == '__main__':
    main(STEPS)
