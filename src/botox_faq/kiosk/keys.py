"""The keys that a visitor needs; every other key does nothing on a kiosk."""

from __future__ import annotations

MOVING = frozenset({"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab"})
EDITING = frozenset({"enter", "escape", "backspace", "delete", "space"})
FUNCTIONS = frozenset({"f1", "f2", "f3", "f4", "f9"})
NAMED = MOVING | EDITING | FUNCTIONS

HELD = frozenset({"ctrl", "alt", "super", "hyper", "meta"})

STAFF = ("ctrl+x", "ctrl+e")
"""Pressed one after the other within `CHORD` seconds, they ask for the staff's PIN. Every terminal knows both."""

CHORD = 2.0

ALONE = frozenset(
    f"{side}_{key}" for side in ("left", "right") for key in ("shift", "control", "alt", "super", "hyper", "meta")
)
"""Keys that terminals as foot and kitty report by themselves, so one lies between the two of the chord."""


def allowed(key: str, character: str | None) -> bool:
    """Whether a key may reach the visitor's screens: a letter, a digit, a sign, or one of the named keys."""
    if key in NAMED:
        return True
    return bool(character) and str(character).isprintable() and not HELD & {*key.split("+")[:-1]}


class Chord:
    """Notices the staff's chord among all keys."""

    def __init__(self) -> None:
        self._begun: float | None = None

    def pressed(self, key: str, now: float) -> bool:
        """Take a key at a time in seconds; True when it completes the chord."""
        if key in ALONE:
            return False
        begun, self._begun = self._begun, now if key == STAFF[0] else None
        return key == STAFF[1] and begun is not None and now - begun <= CHORD
