# real-drawing.py — a place drawn on the map with a real pointer, saved, undone, and one of its corners moved
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   with-screen.sh 1280x800 real-drawing.py PROGRAM DOSSIER

import re
import time

from atspi import Atspi, BUTTONS, ENTRIES, await_node, children, find, main, run, says, wait

NAME = 'Newmark'
TWIN = 'Twinmark'
# Where the outline that is changed has its middle, between the bar and the map's edge.
MIDDLE = 0.55
# Shares of the map's width and height, where nothing lies over it and no neighbour is near.
CORNERS = ((0.3, 0.6), (0.45, 0.6), (0.45, 0.85), (0.3, 0.85))
seen = {}


def is_shown(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def is_able(node):
    return node.get_state_set().contains(Atspi.StateType.SENSITIVE)


def get_dialog(program, title):
    return wait(f'there is a dialog {title}', lambda: next(
        (node for node in children(program.application) if node.get_name() == title and is_shown(node)), None))


def point_at(program, corner):
    run('xdotool', 'mousemove', *program.locate(seen['map'], *corner))
    # A person's hand rests before it presses.
    time.sleep(0.3)


def click_map(program, corner):
    point_at(program, corner)
    program.press()
    time.sleep(0.6)


def get_place():
    return find(seen['map'], 'list item', NAME)


def is_painted(program):
    """the map is painted"""
    wait('the title says the day', lambda: says(program.frame, '^as of '))
    wait('the map is painted', lambda: program.count_colours() > 500)
    program.settle()
    seen['map'] = program.get_map()
    seen['undo'] = await_node(program.frame, BUTTONS, 'Undo')


def types_name(program):
    """a key opens the form of a new place, which takes a name"""
    program.key('ctrl+shift+p')
    dialog = get_dialog(program, 'New Place')
    program.wait_for_focus(await_node(dialog, ENTRIES, 'Name'))
    program.type(NAME)
    program.key('alt+r')


def draws(program):
    """four clicks and Enter draw its outline, Backspace takes one back, and Enter finishes it"""
    wait('the form has given way to the map', lambda: says(program.frame, '^Click its corners'))
    for corner in CORNERS[:2]:
        click_map(program, corner)
    click_map(program, (0.4, 0.5))
    program.key('BackSpace')
    for corner in CORNERS[2:]:
        click_map(program, corner)
    program.key('Return')
    wait('it is closed', lambda: says(program.frame, '^Drag a corner'))
    program.key('Return')
    seen['dialog'] = get_dialog(program, 'New Place')
    wait('the form has the shape', lambda: says(seen['dialog'], '4 corners$'))


def saves(program):
    """saved, it is on the map"""
    program.settle()
    program.key('alt+a')
    wait('it can be undone', lambda: is_able(seen['undo']))
    wait('it is among the places on the map', get_place)


def undoes(program):
    """one undo takes it away, and redo brings it back"""
    program.settle()
    program.key('ctrl+z')
    wait('it is gone', lambda: not get_place())
    wait('nothing is left to undo', lambda: not is_able(seen['undo']))
    program.settle()
    program.key('ctrl+shift+z')
    wait('it is there again', get_place)


def follows_border(program):
    """three clicks draw another place along the whole border of it, to the last corner; its form is cancelled, and asks before"""
    program.settle()
    program.key('ctrl+shift+p')
    dialog = get_dialog(program, 'New Place')
    program.wait_for_focus(await_node(dialog, ENTRIES, 'Name'))
    program.type(TWIN)
    program.key('alt+r')
    wait('the map draws', lambda: says(program.frame, '^Click its corners'))
    click_map(program, CORNERS[0])
    wait('it is on a border', lambda: says(program.frame, '^Click another place on the border'))
    click_map(program, CORNERS[2])
    click_map(program, CORNERS[0])
    wait('it is closed', lambda: says(program.frame, '^Drag a corner'))
    program.key('Return')
    dialog = get_dialog(program, 'New Place')
    wait('the form has the shape', lambda: says(dialog, '4 corners$'))
    program.settle()
    program.key('alt+c')
    wait('it is asked whether it may go', lambda: any(says(node, '^It is not in the dossier yet') for node in children(program.application)))
    program.settle()
    program.key('alt+d')
    wait('the form is gone', lambda: not [node for node in children(program.application) if node.get_name() == 'New Place'])


def open_form(program, inside):
    click_map(program, inside)
    wait('its page is shown', lambda: says(program.frame, f'^{NAME}$'))
    program.settle()
    program.click_named(program.frame, BUTTONS, 'Edit place')


def drags_corner(program):
    """a corner is dragged elsewhere, and the map shows it"""
    program.settle()
    seen['before'] = program.get_signature()
    open_form(program, (0.38, 0.72))
    seen['dialog'] = get_dialog(program, 'Edit Place')
    program.settle()
    area = wait('its area is told', lambda: says(seen['dialog'], r'^Area of .* corners$')).get_name()
    program.key('alt+r')
    wait('the map draws', lambda: says(program.frame, '^Drag a corner'))
    program.settle()
    drag_first(program)
    program.key('Return')
    seen['dialog'] = get_dialog(program, 'Edit Place')
    wait('its area is another', lambda: says(seen['dialog'], r'^Area of .* corners$').get_name() != area)
    program.settle()
    program.key('alt+s')
    wait('the form is gone', lambda: not [node for node in children(program.application) if node.get_name() == 'Edit Place'])
    wait('something else is seen', lambda: program.get_signature() != seen['before'])


def get_bar_end(program, box):
    """From the map's top to below the bar, which holds words above its buttons."""
    node = button = await_node(program.frame, BUTTONS, re.compile('Finish'))
    height = button.get_component_iface().get_extents(Atspi.CoordType.WINDOW).height
    while True:
        node = node.get_parent()
        place = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        if place.height > 1.5 * height:
            return place.y + place.height - box.y


def drag_first(program):
    """The map shows the outline as large as it can between the bar and its edges, in the middle."""
    box = seen['map'].get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    top, edge = get_bar_end(program, box) + 12, 72
    wide, high = (CORNERS[1][0] - CORNERS[0][0]) * box.width, (CORNERS[2][1] - CORNERS[1][1]) * box.height
    scale = min((box.width - 2 * edge) / wide, (box.height - top - edge) / high)
    corner = ((box.width - wide * scale) / 2 / box.width, (top + (box.height - top - edge - high * scale) / 2) / box.height)
    program.drag(seen['map'], corner, (corner[0] + 0.1, corner[1] + 0.1))
    wait('a step is done', lambda: is_able(await_node(program.frame, BUTTONS, 'Take the last step of the drawing back')))


def click_square(program, across, down, half):
    for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        click_map(program, (across + x * half, down + y * half))
    program.key('Return')


def changes_shape(program):
    """its form brings the map to where it is drawn"""
    program.settle()
    open_form(program, (0.5, MIDDLE))
    get_dialog(program, 'Edit Place')
    program.settle()
    program.key('alt+r')
    wait('the map draws', lambda: says(program.frame, '^Drag a corner'))
    program.settle()


def cuts_hole(program):
    """a hole is cut, chosen by a click, deleted, and is there again after an undo"""
    program.key('h')
    wait('a hole is begun', lambda: says(program.frame, '^Click the corners of the hole'))
    click_square(program, 0.5, MIDDLE, 0.04)
    wait('it is closed', lambda: says(program.frame, '^Drag a corner'))
    click_map(program, (0.5, MIDDLE))
    wait('it is chosen', lambda: says(program.frame, '^Hole 1'))
    program.key('shift+Delete')
    wait('it is gone', lambda: says(program.frame, '^The hole is gone'))
    program.key('ctrl+z')
    click_map(program, (0.5, MIDDLE))
    wait('it is there again', lambda: says(program.frame, '^Hole 1'))


def adds_part(program):
    """a part is added from the menu, its end undone and done again, and all of it saved and undone at once"""
    program.click_named(program.frame, BUTTONS, 'Parts')
    program.settle()
    program.key('Return')
    wait('a part is begun', lambda: says(program.frame, '^Click the corners of the new part'))
    click_square(program, 0.13, MIDDLE, 0.03)
    wait('it is closed', lambda: says(program.frame, '^Drag a corner'))
    program.key('ctrl+z')
    wait('it is open again', lambda: says(program.frame, '^Go on to the next corner'))
    program.key('ctrl+shift+z')
    wait('it is closed again', lambda: says(program.frame, '^Drag a corner'))
    program.key('Return')
    dialog = get_dialog(program, 'Edit Place')
    wait('the form has all rings', lambda: says(dialog, '12 corners$'))
    program.settle()
    program.key('alt+s')
    wait('the form is gone', lambda: not [node for node in children(program.application) if node.get_name() == 'Edit Place'])
    program.settle()
    program.key('ctrl+z')
    program.settle()
    open_form(program, (0.5, MIDDLE))
    dialog = get_dialog(program, 'Edit Place')
    wait('it has its four corners again', lambda: says(dialog, ', 4 corners$'))


STEPS = [is_painted, types_name, draws, saves, undoes, follows_border, drags_corner, changes_shape, cuts_hole, adds_part]

# A message dialog of newer libadwaita tries narrower widths for its heading than its words have.
KNOWN = r'Trying to measure GtkLabel \S+ for width of \d+, but it needs at least'

if __name__ == '__main__':
    main(STEPS, KNOWN)
