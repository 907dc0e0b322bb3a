"""The tables of rules in upkeep/rules/ as frozen values, and what they find in a text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from botox_faq.content import ContentError
from botox_faq.content.model import Limit, Region, Strict, Text
from botox_faq.content.problem import Severity
from botox_faq.content.reading import read_as

_RULES = Path(__file__).parent / "rules"
Examples = Annotated[tuple[Text, ...], Limit(min_length=1)]


@dataclass(frozen=True, kw_only=True)
class Patterns(Strict):
    """Patterns to find, patterns that excuse what they cover, and examples of both."""

    id: Text
    message: Text
    mend: Text
    says: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()
    flagged: Examples
    passed: Examples

    @cached_property
    def _compiled(self) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
        return _pattern(self.says), _pattern(self.unless)

    def find(self, text: str) -> Iterator[str]:
        """Yield what of `text` is against the rule."""
        says, unless = self._compiled
        excused = [found.span() for found in unless.finditer(text)] if unless else []
        for found in says.finditer(text) if says else ():
            if not any(start < found.end() and found.start() < end for start, end in excused):
                yield found.group()


@dataclass(frozen=True, kw_only=True)
class WordingRule(Patterns):
    """A rule for every text that patients read."""

    severity: Severity = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Law(Strict):
    """What the rule is called in one region, and who says so."""

    rule: Text
    source: Text


@dataclass(frozen=True, kw_only=True)
class AdvertisingRule(Patterns):
    """A rule for the regions in `laws`."""

    where: Literal["first seen", "anywhere"]
    names_medicine: bool = False
    laws: dict[Region, Law]


def wording_rules() -> tuple[WordingRule, ...]:
    """The rules of rules/wording.yaml."""
    rules: tuple[WordingRule, ...] = _read("wording.yaml", tuple[WordingRule, ...])
    return rules


def advertising_rules(medicine: Collection[str]) -> tuple[AdvertisingRule, ...]:
    """The rules of rules/advertising.yaml; `medicine` are the words that name the medicine."""
    rules: tuple[AdvertisingRule, ...] = _read("advertising.yaml", tuple[AdvertisingRule, ...])
    names = tuple(re.escape(word) + r"\w*" for word in medicine)
    return tuple(_naming(rule, names) if rule.names_medicine else rule for rule in rules)


def easy_words() -> frozenset[str]:
    """The words of rules/easy_words.yaml."""
    return frozenset(word for words in _read("easy_words.yaml", tuple[tuple[Text, ...], ...]) for word in words)


def _naming(rule: AdvertisingRule, names: tuple[str, ...]) -> AdvertisingRule:
    return replace(rule, says=(*rule.says, *names))


def _read(file: str, kind: Any) -> Any:
    value, problems = read_as(kind, file, (_RULES / file).read_bytes())
    if problems:
        raise ContentError(problems)
    return value


def _pattern(texts: tuple[str, ...]) -> re.Pattern[str] | None:
    if not texts:
        return None
    # Whole words only; "!" and "%" need no edge.
    edged = (rf"(?:(?<!\w)|(?=\W))(?:{text})(?:(?!\w)|(?<=\W))" for text in texts)
    return re.compile("|".join(edged), re.IGNORECASE)
