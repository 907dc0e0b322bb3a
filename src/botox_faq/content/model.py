"""What faq/ says, as typed and frozen values.

These plain dataclasses are the model of the YAML files: `reading` checks the files against them, the JSON Schemas
are generated from them, and everything else works with their instances.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, TypeVar, dataclass_transform


class Limit:
    """A bound on a value, for pydantic to check, by pydantic's names: `min_length`, `max_length`, `ge`, `le`.

    The package annotated_types says the same and costs every start 7 ms.
    """

    __slots__ = ("_bounds",)

    def __init__(self, **bounds: float) -> None:
        self._bounds = bounds

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> dict[str, Any]:
        return {**handler(source), **self._bounds}


Region = Literal["uk", "ie", "eu", "us", "au"]
LongText = Annotated[str, Limit(min_length=1)]
Text = Annotated[str, Limit(min_length=1, max_length=10_000)]
"""A text for people; ten times the longest answer, so that no check can take long over one."""
Days = Annotated[int, Limit(ge=1)]


T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make `cls` a frozen dataclass that is the same only as itself: comparing and printing 45 classes of texts that
    nobody compares or prints would cost every start 10 ms.
    """
    return dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)(cls)


class Strict:
    """Base of every model class: an unknown key is an error."""

    __slots__ = ()
    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - read by pydantic, never changed


@record
class Source(Strict):
    """Where an answer comes from: the article's heading, the clinic itself, or a named document."""

    article: Text | None = None
    clinic: Text | None = None
    title: Text | None = None
    publisher: Text | None = None
    checked: Text | None = None
    url: Text | None = None


@record
class Note(Strict):
    """One sentence that qualifies an answer, with the short name of who says so."""

    text: Text
    source: Text
    regions: tuple[Region, ...] = ()


@record
class Line(Strict):
    """One line of further detail; `regions` empty means everywhere."""

    text: Text
    source: Text | None = None
    regions: tuple[Region, ...] = ()


@record
class Entry(Strict):
    """One question of the FAQ with its phrasings and its answer; a draft is not shown to anyone.

    `indirect`: how people come to the question in a roundabout way, telling of a plan or a situation. Matching learns
    from them as from phrasings; `test` asks only phrasings, because what is roundabout can't be known unseen.
    """

    id: Text
    draft: bool = False
    topic: Text
    kind: Literal["answer", "refer"]
    question: Text
    neutral: Text | None = None
    phrasings: Annotated[tuple[Text, ...], Limit(min_length=1)]
    indirect: tuple[Text, ...] = ()
    answer: Text
    note: Note | None = None
    more: Text | tuple[Line, ...] | None = None
    related: tuple[Text, ...] = ()
    source: Source
    facts: tuple[Text, ...] = ()
    regions: tuple[Region, ...] = ()


@record
class Topic(Strict):
    """What an entry is about; the order of the file is the order of the menu."""

    id: Text
    title: Text
    neutral: Text | None = None


@record
class Fact(Strict):
    """One fact of the article, so that none is lost; `because` says why it is not kept as it stands."""

    id: Text
    section: Text
    fact: Text
    handling: Literal["kept", "softened", "neutral"]
    because: Text | None = None


@record
class Smalltalk(Strict):
    """Hello, thanks, who are you: a phrase to recognise and a short reply."""

    id: Text
    phrasings: Annotated[tuple[Text, ...], Limit(min_length=1)]
    reply: Text


@record
class Vocabulary(Strict):
    """Words that the clinic's owner may teach the matcher.

    `synonyms`: groups of words or short phrases with one meaning, the first stands for all. `shorthand`: texting.
    `keep`: words that spelling repair leaves alone. `medicine`: words that name the medicine.
    """

    synonyms: tuple[Annotated[tuple[Text, ...], Limit(min_length=2)], ...] = ()
    shorthand: dict[str, Text] = field(default_factory=dict)
    keep: tuple[Text, ...] = ()
    medicine: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Strict):
    """One sign-off; the last line for an id counts, while `hash` is that of what the patient reads now."""

    id: Text
    hash: Text
    text: LongText
    by: Text
    role: Text
    on: Text
    due: Text | None = None
