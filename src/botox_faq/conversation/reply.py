"""What the assistant says back, as every face draws it and `ask --json` prints it."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

Kind = Literal[
    "answer", "refer", "choices", "unknown", "smalltalk", "booking", "menu", "notice", "urgent", "several"
]
Tier = Literal["emergency", "same-day", "crisis", "under-18"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A question that the visitor can take by its number (its place in the list, from 1)."""

    entry: str
    topic: str
    question: str


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply; every field is a key of the JSON form, None or empty where it has nothing to say.

    `text` of the lines that are no entry's answer (greeting, unknown, notice, urgent ...) stands in `answer` too,
    so that a face has one place to look. `name` says which notice; `offers` the numbered ways on of an unknown.
    """

    question: str
    kind: Kind
    entry: str | None = None
    topic: str | None = None
    read_as: str | None = None
    score: float | None = None
    answer: str | None = None
    note: dict[str, str] | None = None
    more: str | None = None
    source: dict[str, str] | None = None
    reviewed: dict[str, str] | None = None
    safety_line: str | None = None
    tier: Tier | None = None
    name: str | None = None
    choices: tuple[Choice, ...] = ()
    related: tuple[Choice, ...] = ()
    parts: tuple["Reply", ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The reply as plain data, every key present."""
        return asdict(self)
