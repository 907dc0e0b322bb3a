"""What must hold within safety.yaml and its examples: phrases, groups, what they refer to, no message in two kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import prod

from botox_faq.content.findings import Findings
from botox_faq.content.safety_examples import SafetyExamples
from botox_faq.content.safety_notation import NotationError, Pattern, parse
from botox_faq.content.safety_rules import SafetyRules
from botox_faq.content.yaml_tree import Path

CUES = ("treated", "outside", "child", "yes", "happening", "complaint", "body")
GROUPS = ("small", "joins", "lead-in")
"""What the program itself looks for, and the groups that it uses by name."""
MOST_WAYS = 20_000
"""Ways to say one place of a phrase, its groups opened; groups within groups multiply."""

_FILE = "safety.yaml"
_MEND_COPY = "Take it from a copy: botox-faq init DIR makes one"


def check_safety(rules: SafetyRules, found: Findings) -> None:
    """Note every phrase that can't be read and every reference to what is not there."""
    sizes = _groups(rules.groups, found)
    if sizes is not None:
        for path, text in _phrases(rules):
            _phrase(path, text, sizes, found)
    _references(rules, found)


def check_examples(examples: SafetyExamples, found: Findings) -> None:
    """Note every message that stands twice: under two kinds it would teach nothing."""
    kinds: dict[str, str] = {}
    for kind, messages in examples.by_kind().items():
        for number, message in enumerate(messages):
            first = kinds.setdefault(" ".join(message.casefold().split()), kind)
            if first != kind:
                found.add("safety-examples.yaml", (kind, number), "two-kinds", f"this message stands under {first} too",
                          "Leave it where it belongs")  # fmt: skip


def _groups(groups: Mapping[str, Sequence[str]], found: Findings) -> dict[str, int] | None:
    """In how many ways each group can be said; None where a group can't be read."""
    for name in GROUPS:
        if name not in groups:
            found.add(_FILE, ("groups",), "missing-group", f"the program needs the group {name!r}", _MEND_COPY)
            return None
    before = len(found.problems)
    parsed: dict[str, list[Pattern]] = {}
    for name, texts in groups.items():
        parsed[name] = []
        for number, text in enumerate(texts):
            try:
                parsed[name] += parse(text)
            except NotationError as error:
                _add(found, ("groups", name, number), error)
    if len(found.problems) > before:
        return None
    sizes: dict[str, int] = {}
    for name in groups:
        try:
            _size(name, parsed, sizes, ())
        except NotationError as error:
            _add(found, ("groups", name), error, "{")
    return sizes if len(found.problems) == before else None


def _size(name: str, parsed: Mapping[str, Sequence[Pattern]], sizes: dict[str, int], inside: tuple[str, ...]) -> int:
    if name in inside:
        raise NotationError(f'"{{{name}}}" contains itself')
    if name not in parsed:
        raise NotationError(f'there is no group "{name}"')
    if name not in sizes:
        ways = 0
        for pattern in parsed[name]:
            if len(pattern.parts) > 1 or any(element.gap or element.none for element in pattern.parts[0]):
                raise NotationError(f'"{pattern.text}": a group holds words and phrases, no gaps, "+" or "!"')
            ways += prod(
                len(element.phrases) + sum(_size(one, parsed, sizes, (*inside, name)) for one in sorted(element.groups))
                for element in pattern.parts[0]
            )
        if ways > MOST_WAYS:
            raise NotationError(f'"{name}" can be said in more than {MOST_WAYS:,} ways')
        sizes[name] = ways
    return sizes[name]


def _phrase(path: Path, text: str, sizes: Mapping[str, int], found: Findings) -> None:
    try:
        patterns = parse(text)
    except NotationError as error:
        _add(found, path, error)
        return
    for element in (element for pattern in patterns for part in pattern.parts for element in part):
        for name in sorted(element.groups - sizes.keys()):
            _add(found, path, NotationError(f'"{text}": there is no group "{name}"'))


def _phrases(rules: SafetyRules) -> Iterator[tuple[Path, str]]:
    for place, sign in enumerate(rules.signs):
        yield from ((("signs", place, "says", number), text) for number, text in enumerate(sign.says))
    for place, reading in enumerate(rules.readings):
        yield from ((("readings", place, "says", number), text) for number, text in enumerate(reading.says))
    for place, cue in enumerate(rules.cues):
        yield from ((("cues", place, "says", number), text) for number, text in enumerate(cue.says))
        yield from ((("cues", place, "not_after", number), text) for number, text in enumerate(cue.not_after))
    for name in ("says", "not_these", "ends"):
        yield from ((("negation", name, at), text) for at, text in enumerate(getattr(rules.negation, name)))


def _references(rules: SafetyRules, found: Findings) -> None:
    signs: set[str] = set()
    for place, sign in enumerate(rules.signs):
        if sign.id in signs:
            found.add(_FILE, ("signs", place, "id"), "duplicate-id", f"the id {sign.id!r} is taken", "Give it another")
        signs.add(sign.id)
    for place, group in enumerate(rules.together):
        for number, ids in enumerate(group.all):
            _known(ids, signs, ("together", place, "all", number), "sign", found)
    cues = {cue.id for cue in rules.cues}
    for place, reading in enumerate(rules.readings):
        _known(reading.about, signs, ("readings", place, "about"), "sign", found)
        _known(reading.unless, cues, ("readings", place, "unless"), "cue", found)
    for name in CUES:
        if name not in cues:
            found.add(_FILE, ("cues",), "missing-cue", f"the program needs the cue {name!r}",
                      _MEND_COPY)  # fmt: skip


def _known(ids: Sequence[str], known: set[str], path: Path, what: str, found: Findings) -> None:
    for number, one in enumerate(ids):
        if one not in known:
            found.add(_FILE, (*path, number), f"unknown-{what}", f"there is no {what} {one!r}",
                      "Correct the id or take it out")  # fmt: skip


def _add(found: Findings, path: Path, error: NotationError, within: str = "") -> None:
    found.add(_FILE, path, "phrase", str(error), "The head of safety.yaml tells how phrases are written", within=within)
