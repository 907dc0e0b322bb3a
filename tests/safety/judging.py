"""Judges how warning signs are read by the message sets of sets/; the tests and benchmarks/safety.py share it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from botox_faq.content import find_faq
from botox_faq.content.reading import read_as
from botox_faq.content.safety_examples import SafetyExamples
from botox_faq.safety import Finding, Signs
from botox_faq.safety.reader import URGENT

SETS = Path(__file__).with_name("sets")
STRICTER = ("under-18", "same-day", "crisis", "emergency")
ALONE = ("crisis", "under-18")
"""Tiers for which no stricter one will do."""
LINE = ("line", "prompt")

Read = Callable[[str, Signs], Finding]


@dataclass(frozen=True, slots=True)
class Judged:
    """The rows of one set that went wrong, out of how many."""

    wrong: list[str] = field(repr=False)  # a failing test must not show the held half
    rows: int

    @property
    def right(self) -> float:
        """The share (0 to 1) of the rows that went right."""
        return 1 - len(self.wrong) / self.rows if self.rows else 1.0


def rows(name: str, half: str) -> list[dict[str, Any]]:
    """The rows of one half of a set: "tune", what the assistant learns from, or "held", what it has never seen; of that
    also those of one author, by number.
    """
    if half == "tune" and name != "dialogues":
        return _learned(name)
    with (SETS / f"{name}.jsonl").open(encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    if half.isdigit():
        return [row for row in found if row["author"] == int(half) and row.get("half", "held") == "held"]
    return [row for row in found if row.get("half", "held") == half]


def _learned(name: str) -> list[dict[str, Any]]:
    examples, problems = read_as(
        SafetyExamples, "safety-examples.yaml", (find_faq() / "safety-examples.yaml").read_bytes()
    )
    assert not problems
    kinds = examples.by_kind()
    lines = {"asked": "required", "fear": "required", "calm": "allowed"}
    return {
        "urgent": [{"text": text, "tier": tier} for kind, tier in URGENT.items() for text in kinds[kind]],
        "calm": [{"text": text, "safety_line": line} for kind, line in lines.items() for text in kinds[kind]],
        "prompt": [{"text": text} for text in kinds["prompt"]],
        "complaints": [{"text": text} for text in kinds["complaint"]],
    }[name]


def urgent(read: Read, half: str) -> Judged:
    """Messages that need an urgent reply and did not get one of their tier or a stricter one."""
    found = rows("urgent", half)
    return Judged(
        [row["text"] for row in found if not strict_enough(read(row["text"], Signs()), row["tier"])], len(found)
    )


def unseen(read: Read, half: str) -> Judged:
    """Messages that need an urgent reply and got none of any tier."""
    found = rows("urgent", half)
    return Judged([row["text"] for row in found if not read(row["text"], Signs()).urgent], len(found))


def false_alarms(read: Read, half: str) -> Judged:
    """Calm messages that got an urgent reply."""
    found = rows("calm", half)
    return Judged([row["text"] for row in found if read(row["text"], Signs()).urgent], len(found))


def lines(read: Read, half: str) -> Judged:
    """Calm messages without the safety line that they need, or with one that is noise."""
    found = [row for row in rows("calm", half) if row["safety_line"] != "allowed"]
    wrong = [row for row in found if (read(row["text"], Signs()).level in LINE) != (row["safety_line"] == "required")]
    return Judged([row["text"] for row in wrong], len(found))


def prompts(read: Read, half: str) -> Judged:
    """Signs for the clinic within a day that got no safety line, or an urgent reply."""
    found = rows("prompt", half)
    return Judged([row["text"] for row in found if read(row["text"], Signs()).level not in LINE], len(found))


def complaints(read: Read, half: str) -> Judged:
    """Complaints after treatment that would end as "unknown"."""
    found = rows("complaints", half)
    return Judged([row["text"] for row in found if read(row["text"], Signs()).level == "none"], len(found))


def dialogues(read: Read, half: str) -> Judged:
    """Visits of several turns in which a turn was read otherwise than expected."""
    found = rows("dialogues", half)
    wrong = []
    for row in found:
        signs = Signs()
        for turn, expected in zip(row["turns"], row["expect"], strict=True):
            finding = read(turn, signs)
            signs = finding.signs
            if not as_expected(finding, expected):
                wrong.append(" / ".join(row["turns"]))
                break
    return Judged(wrong, len(found))


def as_expected(finding: Finding, expected: str) -> bool:
    """Whether a turn of a dialogue was read as its set says (see sets/README.md)."""
    if expected == "any":
        return True
    if expected == "none":
        return not finding.urgent
    if expected == "line":
        return finding.level in (*LINE, "fail-safe")
    return strict_enough(finding, expected)


def strict_enough(finding: Finding, tier: str) -> bool:
    """Whether an urgent reply is of this tier or a stricter one."""
    if tier in ALONE or not finding.urgent:
        return finding.level == tier
    return STRICTER.index(finding.level) >= STRICTER.index(tier)
