"""Everything that patients read, with its place in the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from botox_faq.content import Content, Entry
from botox_faq.content.checks import Places
from botox_faq.content.yaml_tree import Path

_COMMANDS = ("conversation", "commands")
_TYPED = ("plain", "quit")
"""What visitors type, not what they read."""
_STAFF = "pin_"
"""How the kiosk's lines for staff begin."""
_IDS = ("starters", "starters_neutral")


@dataclass(frozen=True, slots=True)
class Said:
    """One text and where it stands."""

    file: str
    path: Path
    text: str


def entry_texts(entry: Entry) -> Iterator[tuple[Path, str]]:
    """What a patient reads of an entry, by its path below the entry."""
    yield ("question",), entry.question
    if entry.neutral:
        yield ("neutral",), entry.neutral
    yield ("answer",), entry.answer
    if entry.note:
        yield ("note", "text"), entry.note.text
    if isinstance(entry.more, str):
        yield ("more",), entry.more
    for number, line in enumerate(entry.more if isinstance(entry.more, tuple) else ()):
        yield ("more", number, "text"), line.text


def patients_texts(content: Content, places: Places) -> Iterator[Said]:
    """Every text that a patient may read, as it is written (`$names` unfilled, all regions)."""
    for entry in content.entries:
        file, path = places[entry.id]
        yield from (Said(file, (*path, *below), text) for below, text in entry_texts(entry))
    for number, one in enumerate(content.smalltalk):
        yield Said("smalltalk.yaml", (number, "reply"), one.reply)
    for number, topic in enumerate(content.topics):
        yield Said("topics.yaml", (number, "title"), topic.title)
        if topic.neutral:
            yield Said("topics.yaml", (number, "neutral"), topic.neutral)
    for path, text in _strings(content.wording, ()):
        if path[:2] not in (_COMMANDS, _TYPED) and not set(_IDS) & set(path):
            yield Said("wording.yaml", path, text)
    yield from (Said("safety.yaml", path, text) for path, text in _strings(content.safety.texts, ("texts",)))
    yield from (Said("clinic.yaml", path, text) for path, text in _strings(content.clinic, ()))


def first_seen(content: Content, places: Places) -> Iterator[Said]:
    """What people see without asking: the clinic's name, the greeting, starters and menu in their neutral wording,
    and what a kiosk shows around the chat.
    """
    yield Said("clinic.yaml", ("name",), content.clinic.name)
    lines = content.wording.conversation
    yield Said("wording.yaml", ("conversation", "greeting_neutral"), lines.greeting_neutral)
    yield Said("wording.yaml", ("conversation", "menu"), lines.menu)
    for number, topic in enumerate(content.topics):
        key = "neutral" if topic.neutral else "title"
        yield Said("topics.yaml", (number, key), topic.neutral or topic.title)
    entries = {entry.id: entry for entry in content.entries}
    for one in (one for one in lines.starters_neutral if one in places):
        file, path = places[one]
        key = "neutral" if entries[one].neutral else "question"
        yield Said(file, (*path, key), entries[one].neutral or entries[one].question)
    for path, text in _strings(content.wording.kiosk, ("kiosk",)):
        if not str(path[1]).startswith(_STAFF):
            yield Said("wording.yaml", path, text)


def _strings(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _strings(one, (*path, number))
    elif is_dataclass(value):
        for one in fields(value):
            yield from _strings(getattr(value, one.name), (*path, one.name))
