"""How long a visit may rest: the idle time, the warning, and what comes after. Pure: times are passed in.

The numbers hold WCAG 2.2's success criterion 2.2.1 (Timing Adjustable): a warning of at least 20 seconds,
one simple action to extend, at least ten times. Here any input extends, as often as the visitor likes.
"""

from __future__ import annotations

from typing import Literal

State = Literal["attract", "visit", "warning", "wipe"]

IDLE = 60.0
"""Seconds without input before the warning, on an empty screen."""

WORDS_A_SECOND = 2
"""Two words on the screen give one second more: 120 words a minute, slow reading."""

SLOW = 2.0
"""Factor on the booking form and on an urgent reply: there people look for a number, or for help."""

WARNING = 30.0
"""Seconds for which the warning counts down."""


def idle_time(words: int, slow: bool = False) -> float:
    """Return the seconds without input that `words` on the screen allow before the warning."""
    return (IDLE + words / WORDS_A_SECOND) * (SLOW if slow else 1)


class Clock:
    """attract → visit → warning → wipe → attract. `now` is in seconds, of any clock that never goes back."""

    def __init__(self) -> None:
        self.state: State = "attract"
        self.since = 0.0
        """The last input; in the warning, when it began."""

    def begin(self, now: float) -> None:
        """A visitor touched the attract screen."""
        self.state, self.since = "visit", now

    def touch(self, now: float) -> None:
        """There was input: the idle time begins anew, and a warning is over."""
        if self.state in ("visit", "warning"):
            self.state, self.since = "visit", now

    def tick(self, now: float, words: int = 0, slow: bool = False) -> State:
        """Let time pass and return the state; `words` and `slow` describe the screen, as for `idle_time`.

        The warning begins when it is noticed, so that a stalled program never cuts it short.
        """
        if self.state == "visit" and now - self.since >= idle_time(words, slow):
            self.state, self.since = "warning", now
        elif self.state == "warning" and now - self.since >= WARNING:
            self.state = "wipe"
        return self.state

    def left(self, now: float) -> int:
        """Whole seconds that the warning has left, rounded up; 0 outside of a warning."""
        return max(0, -int(-(self.since + WARNING - now) // 1)) if self.state == "warning" else 0

    def done(self) -> None:
        """The visitor is done: wipe at once."""
        if self.state != "attract":
            self.state = "wipe"

    def wiped(self) -> None:
        """Nothing of the visit is left."""
        self.state = "attract"
