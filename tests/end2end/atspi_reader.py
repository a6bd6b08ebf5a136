"""Reads the accessible tree of what is on a display. Run by the system's Python, which has AT-SPI's bindings.

One line of JSON in (`{"name": part of a name, "role": role}`), one line out: what shows and matches.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

DEEPEST = 40
MANY = 3000


def walk(thing, depth, left):
    """Every accessible below `thing` that shows, parents first."""
    if depth > DEEPEST or left[0] <= 0:
        return
    left[0] -= 1
    yield thing
    for number in range(min(thing.get_child_count(), 400)):
        child = thing.get_child_at_index(number)
        if child is not None and shows(child):
            yield from walk(child, depth + 1, left)


def shows(thing):
    """Whether it is on the screen now."""
    return thing.get_state_set().contains(Atspi.StateType.SHOWING)


def told(thing):
    """What a test wants to know of it."""
    place = thing.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    states = [state.value_nick for state in thing.get_state_set().get_states()]
    return {
        "name": thing.get_name() or "",
        "role": thing.get_role_name(),
        "x": place.x,
        "y": place.y,
        "width": place.width,
        "height": place.height,
        "states": states,
    }


def found(asked):
    """All that matches one question."""
    desktop, left, matches = Atspi.get_desktop(0), [MANY], []
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        if program is None:
            continue
        program.clear_cache()
        for thing in walk(program, 0, left):
            try:
                if asked["name"] not in (thing.get_name() or "") or asked["role"] not in ("", thing.get_role_name()):
                    continue
                if thing.get_component_iface() is not None:
                    matches.append(told(thing))
            except GLib.Error:
                continue
    return matches


def main() -> None:
    """Answer until the pipe ends."""
    Atspi.init()
    print("ready", flush=True)
    for line in sys.stdin:
        try:
            answer = found(json.loads(line))
        except GLib.Error:
            answer = []
        print(json.dumps(answer), flush=True)


main()
