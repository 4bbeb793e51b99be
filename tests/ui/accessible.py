# accessible.py — everything has a name, the map can be read, and the main job is done without a pointer
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   with-screen.sh 1280x800 accessible.py PROGRAM DOSSIER

import re

from atspi import BUTTONS, ENTRIES, Failure, children, find, main, says, wait

found = {}  # what is looked up once, by name
# What the toolkit calls a thing that nobody has named: its type; or a mnemonic with its underscore.
NAMELESS = re.compile(r'^\s*$|^(Gtk|Adw|March|Shumate)[A-Z]\w*$|^_|\w_\w')
NAMED = BUTTONS | ENTRIES | {'list', 'list item', 'table'}


def is_named(node):
    """Whether a screen reader has something to say of node: its name or, for an item of a list, the words in it."""
    return not NAMELESS.search(node.get_name()) or (node.get_role_name() == 'list item' and says(node, r'\w') is not None)


def list_nameless(node, path=()):
    """Where below node something that can be used has no name; what a list of choices is built of has that list's."""
    role = node.get_role_name()
    path += (f'{role} “{node.get_name()}”',)
    if role in NAMED and not is_named(node):
        return [' / '.join(path[-7:])]
    if role == 'combo box':
        return []
    return [line for child in children(node) for line in list_nameless(child, path)]


def is_painted(program):
    """the map has a name and is painted"""
    found['map'] = program.get_map()
    wait('the map is painted', lambda: program.count_colours() > 500)
    program.settle()
    found['map'] = program.get_map()


def names_everything(program):
    """every button, entry, slider and list has a name, with a place, the search and Why this colour? open"""
    program.key('ctrl+k')
    hits = wait('there is a list of what is found', lambda: find(program.frame, 'list', 'Found'))
    wait('something is found', lambda: says(hits, r'\w'))
    program.key('Escape', 'ctrl+y')
    wait('the page is there', lambda: find(program.frame, BUTTONS, 'Copy as Text'))
    # What goes with the search has no name any more while it goes.
    program.settle()
    said = list_nameless(program.frame)
    assert not said, '\n'.join(sorted(set(said)))


def names_places(program):
    """the places on the map are its accessible children, with holder, claimants and day"""
    places = wait('the map has a list of places', lambda: find(found['map'], 'list', 'Places on the map'))
    wait('it is filled', lambda: find(places, 'list item', 'Lviv Oblast'))
    items = {item.get_name(): item.get_description() for item in children(places)}
    assert len(items) > 20, f'only {len(items)} places'
    for name, description in items.items():
        assert 'As of 31 January 2026' in description, f'{name}: {description}'
    said = items['Zaporizhzhia Oblast']
    for part in ('Partly held by Russia', 'Russia says it owns it', 'Ukraine says it owns it'):
        assert part in said, f'“{part}” is missing in “{said}”'
    assert 'Not disputed' in items['Lviv Oblast'], items['Lviv Oblast']


def leads_on(program, key):
    """A key that comes before the map's first picture has no place to start from: it is pressed again, as one would."""
    def describe():
        return program.get_map().get_description()
    before = describe()
    for last in (False, False, False, True):
        program.key(key)
        try:
            wait(f'{key} leads to another place', lambda: describe() not in ('', before), 3)
            return
        except Failure:
            if last:
                raise


def works_by_keys(program):
    """a place is reached on the map, selected and read without a pointer"""
    program.wait_for_focus(found['map'])
    for key in ('Right', 'Right', 'Down'):
        leads_on(program, key)
    description = program.get_map().get_description()
    assert re.search('eld by|[Dd]isputed|No quotation', description), description
    assert 'As of 31 January 2026' in description, description
    name = description.split('. ')[0]
    program.key('Return')
    page = wait('there is a page for a place', lambda: find(program.frame, 'list', 'Quotations'))
    wait(f'the page is about {name}', lambda: says(page, f'^{re.escape(name)}$'))
    wait('the page says who holds it, or that nobody disputes it', lambda: says(page, 'eld by|disputed'))


def changes_day_by_keys(program):
    """the day is changed by keys; the places on the map tell of the new day"""
    title = wait('the title says the day', lambda: says(program.frame, '^as of '))
    program.key('alt+Left')
    wait('the title says the day', lambda: title.get_name().startswith('as of 30 January 2026'))

    def tells():
        # The list is filled anew for the new day.
        item = find(found['map'], 'list item', 'Lviv Oblast')
        return item and 'As of 30 January 2026' in item.get_description()
    wait('the places tell of that day', tells)


STEPS = [is_painted, names_places, works_by_keys, changes_day_by_keys, names_everything]

if __name__ == '__main__':
    main(STEPS)
