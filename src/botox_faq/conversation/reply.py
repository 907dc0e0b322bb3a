"""What the assistant says back, as every face draws it and `ask --json` prints it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

Kind = Literal["answer", "refer", "choices", "unknown", "smalltalk", "booking", "menu", "notice", "urgent", "several"]
Tier = Literal["emergency", "same-day", "crisis", "under-18"]

FOR_FACES = ("heading", "advice", "was_cut")
"""Fields that only help a face to draw; no part of the JSON form."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A question, or in a menu a topic (`entry` is empty), that the visitor can take by its number."""

    entry: str
    topic: str
    question: str


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply: None or empty where a field has nothing to say.

    `answer` holds the text of every kind, the screen of an urgent one too; `name` says which notice or menu.
    `heading`: the question that is answered, where it is more than another spelling of what was asked. `advice`:
    "General information, not medical advice", when it is due. `was_cut`: the message was too long to be read whole.
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
    reviewed: dict[str, str | None] | None = None
    safety_line: str | None = None
    tier: Tier | None = None
    name: str | None = None
    choices: tuple[Choice, ...] = ()
    related: tuple[Choice, ...] = ()
    parts: tuple[Reply, ...] = ()
    heading: str | None = None
    advice: str | None = None
    was_cut: bool = False

    def as_json(self) -> dict[str, Any]:
        """The reply as plain data with every key of the JSON form."""
        out: dict[str, Any] = {one.name: getattr(self, one.name) for one in fields(self) if one.name not in FOR_FACES}
        out["choices"] = [asdict(choice) for choice in self.choices]
        out["related"] = [asdict(choice) for choice in self.related]
        out["parts"] = [part.as_json() for part in self.parts]
        return out
