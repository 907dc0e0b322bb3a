"""Which keys a visitor may press."""

import pytest

from botox_faq.kiosk.keys import CHORD, Chord, allowed


@pytest.mark.parametrize("key", ["enter", "tab", "shift+tab", "up", "pagedown", "f1", "f2", "f3", "f9", "backspace"])
def test_keys_that_a_visitor_needs(key: str) -> None:
    assert allowed(key, None)


@pytest.mark.parametrize(("key", "character"), [("a", "a"), ("A", "A"), ("é", "é"), ("plus", "+"), ("7", "7")])
def test_whatever_prints(key: str, character: str) -> None:
    assert allowed(key, character)


@pytest.mark.parametrize(
    ("key", "character"),
    [
        ("ctrl+q", "\x11"), ("ctrl+c", "\x03"), ("ctrl+p", "\x10"), ("ctrl+z", "\x1a"), ("ctrl+backslash", "\x1c"),
        ("alt+x", "x"), ("ctrl+shift+c", None), ("super+l", None), ("f5", None), ("f12", None), ("ctrl+f2", None),
        ("shift+up", None), ("ctrl+v", "\x16"), ("insert", None), ("ctrl+a", "a"), ("meta+a", "a"), ("hyper+a", "a"),
        ("x", "\x9b"), ("x", "\u202e"),
    ],
)  # fmt: skip
def test_nothing_else(key: str, character: str | None) -> None:
    assert not allowed(key, character)


def test_the_chord_is_two_keys_in_two_seconds() -> None:
    chord = Chord()
    assert not chord.pressed("ctrl+e", 0)
    assert not chord.pressed("ctrl+x", 1)
    assert chord.pressed("ctrl+e", 1 + CHORD)
    assert not chord.pressed("ctrl+e", 2)


def test_a_key_between_or_too_long_a_pause_breaks_the_chord() -> None:
    chord = Chord()
    chord.pressed("ctrl+x", 0)
    chord.pressed("a", 0.5)
    assert not chord.pressed("ctrl+e", 1)
    chord.pressed("ctrl+x", 2)
    assert not chord.pressed("ctrl+e", 2.1 + CHORD)


def test_a_terminal_that_reports_the_control_key_itself_does_not_break_the_chord() -> None:
    chord = Chord()
    assert not chord.pressed("left_control", 1.0)
    assert not chord.pressed("ctrl+x", 1.1)
    assert not chord.pressed("left_control", 1.4)  # let go, pressed again: foot says so
    assert chord.pressed("ctrl+e", 1.5)
