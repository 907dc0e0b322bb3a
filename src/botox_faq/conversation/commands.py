"""Messages that are no questions: a number to choose, or one of the words that work everywhere."""

from __future__ import annotations

from dataclasses import dataclass, fields

from botox_faq.content.wording import Commands
from botox_faq.matching import Words


@dataclass(frozen=True, slots=True)
class Option:
    """What the visitor can take by its number; `target` says of what (an entry's or a topic's id)."""

    number: int
    label: str
    action: str
    target: str = ""


def chosen_number(message: str) -> int | None:
    """The number that a message consists of ("2", "2.", "(2)"), or None: "3 days ago" is a question."""
    bare = message.strip(" .()[]#")
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= 2 else None


def command(words: Words, commands: Commands) -> str | None:
    """The name of the command that is the whole message, or None."""
    said = words.read_as
    typed = " ".join(word.typed.lower() for word in words.words)
    for one in fields(commands):
        if {said, typed} & set(getattr(commands, one.name)):
            return one.name
    return None


def numbered(options: list[tuple[str, str, str]], none: tuple[str, str] | None = None) -> tuple[Option, ...]:
    """Options (label, action, target) numbered from 1; `none` (label, action) gets the 0."""
    out = [Option(number, *option) for number, option in enumerate(options, 1)]
    return (*out, Option(0, *none)) if none else tuple(out)
