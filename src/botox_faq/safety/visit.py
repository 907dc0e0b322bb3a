"""What is known of a visit so far, and what one message adds to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Level = Literal[
    "emergency", "crisis", "same-day", "under-18", "prompt", "line", "fail-safe", "none"
]  # the strictest first
TextName = Literal[
    "emergency", "overdose", "same_day", "crisis", "under_18", "prompt", "line", "fear", "signs", "fail_safe"
]


@dataclass(frozen=True, slots=True)
class Signs:
    """The record of a visit; immutable, and empty at its start.

    `seen`: ids of the signs that somebody has, and names of what was found by likeness. `added`: those of them that
    the last message brought. `asked`: those that it only asked about. `treated`, `outside`, `child`: treatment
    happened; outside a clinic; to somebody under 18. `listed`: the last reply listed warning signs, so that "a bit" is
    a yes.
    """

    seen: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    treated: bool = False
    outside: bool = False
    child: bool = False
    listed: bool = False

    def listing(self) -> Signs:
        """The record after a reply that listed the signs: the fail-safe notice, "Unwell after treatment?", help."""
        return replace(self, listed=True)

    def taken_back(self) -> Signs:
        """The record when the visitor says of the last message: I was asking in general."""
        return replace(self, seen=self.seen - self.added, added=frozenset(), listed=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a message means for safety.

    `level`: emergency, crisis, same-day and under-18 have the screen to themselves; prompt and line stand above
    the reply; fail-safe takes the place of a reply that is no confident answer. `rule`: the sign or reading that
    decided. `text`: which of the rules' texts is said (same_day: the open or the closed one; fear: the line,
    then the kind answer; signs: the line, then the list). `signs`: the record now. `because` is for `--explain`.
    """

    level: Level
    signs: Signs
    rule: str | None = None
    text: TextName | None = None
    because: str = ""

    @property
    def urgent(self) -> bool:
        """Whether the reply is a screen of its own, kind `urgent`."""
        return self.level in ("emergency", "crisis", "same-day", "under-18")
