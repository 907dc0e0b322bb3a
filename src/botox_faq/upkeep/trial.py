"""The content's own regression test: does each phrasing find its entry when the matcher has not seen it?

The phrasings are dealt into ten parts. Each part is held out once: the matcher learns the rest and is asked what was
held out, as it stands and mistyped. That is leave-one-out but for the shortcut of training ten times instead of some
thousands; as each entry then misses a tenth of its phrasings and not one, the figures come out a little low. The
entries' questions are never held out. Negatives are asked twice: as learned, and by the part that holds them out, which
tells how questions that nobody listed will fare.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Literal

from botox_faq.content import Content, clean_message
from botox_faq.content.clinic import Floors
from botox_faq.conversation import Assistant
from botox_faq.matching import Verdict
from botox_faq.upkeep.mistyping import mistyped

PARTS = 10
Variant = Literal["clean", "mistyped", "seen", "unseen"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question that was asked: `wanted` is its entry (None for a negative); `nearest` the best match's phrasing.

    `variant`: as it stands and held out (clean, unseen), with slips (mistyped), or known to the matcher (seen).
    """

    question: str
    wanted: str | None
    variant: Variant
    verdict: Verdict
    nearest: str = ""

    @property
    def found(self) -> bool:
        """Whether the wanted entry is the best match."""
        return bool(self.verdict.matches) and self.verdict.matches[0].entry == self.wanted

    @property
    def among_three(self) -> bool:
        """Whether the wanted entry is among the best three."""
        return self.wanted in [match.entry for match in self.verdict.matches[:3]]

    @property
    def refused(self) -> bool:
        """Whether no answer was given; choices are none."""
        return self.verdict.decision != "answer"


@dataclass(frozen=True, slots=True)
class Confusion:
    """Phrasings of `wanted` that were taken for `got`, each with the phrasing of `got` that is nearest to it."""

    wanted: str
    got: str
    phrasings: tuple[tuple[str, str], ...]


def held_out(assistant: Assistant, report: Callable[[int, int], None] = lambda done, all_: None) -> list[Outcome]:
    """Ask every phrasing, clean and mistyped, and every negative, of an assistant like this one that has not seen it.

    `report` is called with the parts done and the number of parts.
    """
    outcomes: list[Outcome] = []
    content = assistant.content
    for part in range(PARTS):
        report(part, PARTS)
        unseen = Assistant(_without(content, part), safety=assistant.safety)
        for entry in content.entries:
            for phrasing in _held(entry.phrasings, part):
                outcomes.append(ask(unseen, phrasing, entry.id, "clean"))
                outcomes.append(ask(unseen, mistyped(phrasing), entry.id, "mistyped"))
        outcomes += [ask(unseen, one, None, "unseen") for one in _held(content.negatives, part)]
        outcomes += [ask(unseen, one, None, "seen") for one in _held(content.negatives, (part + 1) % PARTS)]
    report(PARTS, PARTS)
    return outcomes


def ask(assistant: Assistant, question: str, wanted: str | None, variant: Variant) -> Outcome:
    """Ask one question as a visitor's message is read, without a visit around it."""
    words = assistant.reader.read(clean_message(question)[0])
    outcome = Outcome(question, wanted, variant, assistant.matcher.match(words))
    if outcome.found or variant != "clean" or not outcome.verdict.matches:
        return outcome
    return replace(outcome, nearest=assistant.matcher.explain(words).nearest)


def confusions(outcomes: Sequence[Outcome]) -> list[Confusion]:
    """Entry against entry, the most confused first; from the clean phrasings only."""
    pairs: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for one in outcomes:
        if one.wanted and one.variant == "clean" and not one.found and one.verdict.matches:
            pairs[one.wanted, one.verdict.matches[0].entry].append((one.question, one.nearest))
    found = [Confusion(wanted, got, tuple(clashing)) for (wanted, got), clashing in pairs.items()]
    return sorted(found, key=lambda one: (-len(one.phrasings), one.wanted, one.got))


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1, None where nothing was asked; `coverage`: how much of the questions the phrasings know."""

    top1: float | None
    top3: float | None
    mistyped: float | None
    mistyped_top3: float | None
    negatives: float | None
    negatives_unseen: float | None
    coverage: float | None

    def below(self, floors: Floors) -> list[str]:
        """The figures that are below the clinic's floors."""
        return [one.name for one in fields(floors) if _is_below(getattr(self, one.name), getattr(floors, one.name))]


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """What the outcomes come to."""
    by: dict[Variant, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        by[one.variant].append(one)
    return Figures(
        top1=_share(one.found for one in by["clean"]),
        top3=_share(one.among_three for one in by["clean"]),
        mistyped=_share(one.found for one in by["mistyped"]),
        mistyped_top3=_share(one.among_three for one in by["mistyped"]),
        negatives=_share(one.refused for one in by["seen"]),
        negatives_unseen=_share(one.refused for one in by["unseen"]),
        coverage=_share(one.verdict.coverage for one in by["clean"]),
    )


def _share(values: Iterable[float]) -> float | None:
    counted = list(values)
    return round(sum(counted) / len(counted), 4) if counted else None


def _is_below(figure: float | None, floor: float) -> bool:
    return figure is not None and figure < floor


def _without(content: Content, part: int) -> Content:
    entries = tuple(replace(entry, phrasings=_rest(entry.phrasings, part)) for entry in content.entries)
    return replace(content, entries=entries, negatives=_rest(content.negatives, part))


def _held(texts: Sequence[str], part: int) -> Iterator[str]:
    return (text for number, text in enumerate(texts) if number % PARTS == part)


def _rest(texts: Sequence[str], part: int) -> tuple[str, ...]:
    return tuple(text for number, text in enumerate(texts) if number % PARTS != part)
