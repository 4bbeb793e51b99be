# real-window.py — the main job in a real window: click a region, move the day, search, read the panel
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   with-screen.sh 1280x800 real-window.py PROGRAM DOSSIER

import re

from atspi import Atspi, BUTTONS, ENTRIES, Failure, await_node, children, find, main, says, texts, wait

REGION = 'Zaporizhzhia Oblast'
found = {}  # what is looked up once, by name


def title_says(pattern):
    return wait(f'the title says “{pattern}”', lambda: re.search(pattern, found['title'].get_name()))


def get_legend():
    if 'legend' not in found:
        # The card that holds the button which folds it.
        found['legend'] = await_node(found['map'], BUTTONS, 'Legend').get_parent()
    return found['legend']


def is_pressed(button):
    states = button.get_state_set()
    return states.contains(Atspi.StateType.CHECKED) or states.contains(Atspi.StateType.PRESSED)


def page_says(program, pattern):
    """GTK 4.18 tells of the page only while it is on the screen, so it is looked for each time."""
    def look():
        page = find(program.frame, 'list', 'Quotations')
        return page and says(page, pattern)
    return wait(f'the page of the place says “{pattern}”', look).get_name()


def is_painted(program):
    """the map is painted"""
    found['map'] = program.get_map()
    found['title'] = wait('the title says the day', lambda: says(program.frame, '^as of '))
    wait('the map is painted', lambda: program.count_colours() > 500)
    program.settle()
    found['map'] = program.get_map()


def clicks_region(program):
    """a click on a region selects it, and changes what is seen"""
    region = wait('the region is on the map', lambda: find(found['map'], 'list item', REGION))
    before = program.get_signature()
    program.click(region)
    page_says(program, f'^{REGION}$')
    wait('something else is seen', lambda: program.get_signature() != before)


def reads_panel(program):
    """the panel says who holds it, who says it owns it, and quotes"""
    page_says(program, '^Partly held by Russia')
    page_says(program, 'Russia says it owns it')
    page_says(program, 'Ukraine says it owns it')
    page = find(program.frame, 'list', 'Quotations')
    quotes = lambda: says(page, '“.{20,}”') or program.scroll(page, down=True)
    wait('the page quotes', quotes)
    # The head of the page is told again only when it is seen again.
    wait('the page is at its top', lambda: says(page, f'^{REGION}$') or program.scroll(page))


def set_day(program, words):
    button = await_node(program.frame, BUTTONS, re.compile('^Day of the map: '))
    program.click(button)
    entry = wait('there is an entry', lambda: find(button, ENTRIES, 'Day of the map'))
    program.wait_for_focus(entry)
    program.type(words)
    program.key('Return')
    title_says(rf'^as of {words}\b')
    # Keys go to the window again once the little calendar is gone.
    program.settle()


def types_day(program):
    """a typed day becomes the day of the map"""
    set_day(program, '1 October 2022')


def steps_days(program):
    """keys go a day or a month back and on"""
    program.key('alt+Left')
    title_says(r'^as of 30 September 2022\b')
    program.key('alt+Right', 'alt+Right')
    title_says(r'^as of 2 October 2022\b')
    program.key('shift+alt+Left')
    title_says(r'^as of 2 September 2022\b')


def steps_changes(program):
    """keys go from change to change, and the panel with them"""
    program.click_named(found['map'], 'list item', REGION)
    page_says(program, f'^{REGION}$')
    program.key('bracketright')
    title_says(r'^as of (?!2 September 2022\b)')
    later = found['title'].get_name()
    program.key('bracketleft')
    wait('the day is another', lambda: found['title'].get_name() != later)


def changes_lens(program):
    """each lens has its key, looks different, and says in the legend what it shows"""
    legends = []
    for number in (1, 2, 4, 5, 3):
        before = program.get_signature()
        program.key(f'ctrl+{number}')
        wait(f'lens {number} looks different', lambda: program.get_signature() != before)
        wait(f'the legend of lens {number} is another', lambda: texts(get_legend()) not in legends)
        legends.append(texts(get_legend()))


def drags_day(program):
    """a drag on the timeline moves the day"""
    day = found['title'].get_name()
    slider = await_node(program.frame, 'slider', 'Day of the map')
    program.drag(slider, (0.9, 0.45), (0.6, 0.45))
    wait('the day is another', lambda: found['title'].get_name() != day)


def moves_map(program):
    """wheel and drag move the map, 0 fits it again"""
    for move in (lambda: program.scroll(found['map']), lambda: program.drag(found['map'], (0.5, 0.2), (0.4, 0.3)),
                 lambda: program.key('0')):
        before = program.get_signature()
        move()
        wait('the map has moved', lambda: program.get_signature() != before)


def searches(program, word, title):
    program.key('ctrl+k')
    entry = wait('there is an entry to search in', lambda: find(program.frame, ENTRIES, 'Search everything'))
    program.wait_for_focus(entry)
    program.key('ctrl+a')
    with program.keyboard('us' if word.isascii() else 'ua'):
        program.type(word)
        wait(f'{title} is found', lambda: next(iter(texts(find(program.frame, 'list', 'Found') or [])), None) == title)
    program.key('Return')
    page_says(program, f'^{title}$')


def searches_cyrillic(program):
    """a Cyrillic name is found and leads to its place"""
    searches(program, 'Енергодар', 'Enerhodar')


def searches_latin(program):
    """a Latin name is found and leads to its place"""
    searches(program, 'Odesa Obl', 'Odesa Oblast')


def asks_why(program):
    """Why this colour? opens by a key, gives the chain to the quotations, and Escape leads back"""
    set_day(program, '15 May 2025')
    searches(program, 'Zaporizhzhia Obl', REGION)
    program.key('ctrl+y')
    # The button stands in a row of the page's head; the page is what holds the head.
    why = await_node(program.frame, BUTTONS, 'Copy as Text').get_parent().get_parent().get_parent()
    wait('it says the answer', lambda: says(why, 'Partly held by Russia'))
    wait('it quotes', lambda: says(why, '“.{20,}”'))
    before = program.get_signature()
    program.key('Escape')
    wait('the map is seen again', lambda: program.get_signature() != before)


def hides_panel(program):
    """F9 hides the panel and shows it again"""
    button = await_node(program.frame, BUTTONS, 'Side panel')
    for shown in (False, True):
        program.key('F9')
        wait('the panel is ' + ('shown' if shown else 'hidden'), lambda: is_pressed(button) == shown)


def shows_dialog_of_menu(program):
    """after a dialog that the menu opened by keys, keys go to the window again"""
    for key in ('F10', 'Return', 'p'):
        program.key(key)
        program.settle()
    wait('there is a dialog', lambda: find_dialog(program, 'Properties'))
    program.key('Escape')
    wait('the dialog is gone', lambda: not find_dialog(program, 'Properties'))
    program.settle()
    hides_panel(program)


def find_dialog(program, name):
    return next((node for node in children(program.application) if node.get_name() == name), None)


def adds_source(program):
    """a source is typed with its text into the dialog, which Ctrl+Shift+I opens; Ctrl+Z takes it back"""
    undo = await_node(program.frame, BUTTONS, 'Undo')
    can_undo = lambda: undo.get_state_set().contains(Atspi.StateType.SENSITIVE)
    program.key('ctrl+shift+i')
    dialog = wait('there is a dialog', lambda: find_dialog(program, 'Add Source'))
    program.wait_for_focus(await_node(dialog, ENTRIES, 'Text of the source'))
    program.type('The envoy spoke.')
    program.key('Tab')
    program.type('A talk in a gym')
    program.key('alt+a')
    wait('it can be undone', can_undo)
    program.key('ctrl+z')
    wait('nothing is left to undo', lambda: not can_undo())


STEPS = [is_painted, clicks_region, reads_panel, types_day, steps_days, steps_changes, changes_lens, drags_day, moves_map,
         searches_cyrillic, searches_latin, asks_why, hides_panel, shows_dialog_of_menu, adds_source]

if __name__ == '__main__':
    main(STEPS)
