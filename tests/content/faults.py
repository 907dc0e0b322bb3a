"""Faults to put into a good folder, one at a time: what is changed, and what must be said about which place.

In the new text `⟦` marks the place that must be named; it is taken out before the file is written. Without a mark
the place is the file's first line and column.
"""

# ruff: noqa: E501 - one fault a line reads best

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MARK = "⟦"


@dataclass(frozen=True, slots=True)
class Fault:
    """Replace `old` (once) by `new` in `file`; "" as `old` replaces the whole file. `also`: codes that follow."""

    name: str
    file: str
    old: str
    new: str
    code: str
    also: frozenset[str] = frozenset()

    def make(self, folder: Path) -> tuple[int, int]:
        """Spoil `folder`; return the line and column to be named."""
        path = folder / self.file
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        if self.old:
            assert text.count(self.old) == 1, f"{self.old!r} stands {text.count(self.old)} times in {self.file}"
        marked = text.replace(self.old, self.new) if self.old else self.new
        before, mark, after = marked.partition(MARK)
        path.write_bytes((before + after).encode())
        if not mark:
            return 1, 1
        return before.count("\n") + 1, len(before) - before.rfind("\n")


YAML_FAULTS = [
    Fault("tab", "article.yaml", "  topic: permanence", "⟦\ttopic: permanence", "tab"),
    Fault("tab after a key", "article.yaml", "topic: permanence", "topic:⟦\tpermanence", "tab"),
    Fault("byte order mark inside", "article.yaml", "does it last", "does ⟦\ufeffit last", "hidden-character"),
    Fault("zero-width space", "article.yaml", "for ever", "for⟦\u200b ever", "hidden-character"),
    Fault("line separator", "article.yaml", "for ever", "for ⟦\u2028ever", "hidden-character"),
    Fault("right-to-left override", "article.yaml", "for ever", "for ⟦\u202eever", "hidden-character"),
    Fault("escape code", "general.yaml", "Does it hurt?", "⟦\x1b[31mDoes it hurt?", "hidden-character"),
    Fault("escaped escape code", "general.yaml", "Does it hurt?", '⟦"Does \\x1b[31m it hurt?"', "hidden-character"),
    Fault("escaped override", "general.yaml", "Does it hurt?", '⟦"Does \\u202e it hurt?"', "hidden-character"),
    Fault("null byte", "general.yaml", "is it painful", "is it⟦\x00 painful", "hidden-character"),
    Fault("doubled key", "article.yaml", "  topic: permanence", "  topic: permanence\n  ⟦topic: pain", "duplicate-key"),
    Fault("doubled key in braces", "general.yaml", "publisher: NHS", "publisher: NHS, ⟦publisher: X", "duplicate-key"),
    Fault("doubled key in clinic", "clinic.yaml", "region: uk", "region: uk\n⟦region: us", "duplicate-key"),
    Fault("anchor and alias", "article.yaml", "facts: [A3]", "facts: &a [A3]\n  regions: ⟦*a", "alias"),
    Fault("alias bomb", "negatives.yaml", "", "- &a [x, x]\n- &b [⟦*a, *a]\n- [*b, *b]\n", "alias"),
    Fault("merge key", "clinic.yaml", "assessment:\n", "assessment:\n  <<: ⟦*x\n", "alias"),
    Fault("python tag", "clinic.yaml", '"hello@clinic.example"', '⟦!!python/object/apply:os.system ["id"]', "tag"),
    Fault("own tag", "clinic.yaml", '"hello@clinic.example"', "⟦!text hello", "tag"),
    Fault("binary tag", "clinic.yaml", '"hello@clinic.example"', "⟦!!binary aGVsbG8=", "tag"),
    Fault("second document", "negatives.yaml", "- do you sell", "⟦---\n- do you sell", "documents"),
    Fault(
        "quotes never closed",
        "clinic.yaml",
        'parking: "There are three spaces behind the house."\nassessment:\n  fee: "£30"',
        "parking: ⟦'There are three spaces",
        "syntax",
    ),
    Fault("colon in a text", "article.yaml", "Is Botox permanent?", "Is it⟦: permanent?", "syntax"),
    Fault("text that begins with %", "article.yaml", "Is Botox permanent?", "⟦%Botox", "syntax"),
    Fault("text that begins with @", "article.yaml", "Is Botox permanent?", "⟦@Botox", "syntax"),
    Fault("bracket left open", "article.yaml", "facts: [A3]", "facts: ⟦[A3", "syntax"),
    Fault("brace left open", "general.yaml", "source: {clinic: $clinic}", "source: ⟦{clinic: $clinic", "syntax"),
    Fault("outdented", "article.yaml", "  kind: answer\n  question: Is", " ⟦kind: answer\n  question: Is", "syntax"),
    Fault("no colon", "clinic.yaml", "region: uk", "⟦region uk", "syntax"),
    Fault("bad escape", "clinic.yaml", '"Elm Street Clinic"', '"Elm ⟦\\q Clinic"', "syntax"),
    Fault("500 nested brackets", "negatives.yaml", "", "[" * 20 + MARK + "[" * 480, "too-deep"),
    Fault("500 nested braces", "negatives.yaml", "", "{" + MARK + "{" * 499, "key"),
    Fault("100,000 nested dashes", "negatives.yaml", "", "- " * 20 + MARK + "- " * 99_980 + "x", "too-deep"),
    Fault("too many values", "negatives.yaml", "", "- a\n" * 99_999 + "- ⟦a\n" + "- a\n" * 9, "too-many-values"),
    Fault("a line of 10 MB", "negatives.yaml", "", "- " + "a," * 5_000_000, "file-too-large"),
    Fault("a mapping as a key", "topics.yaml", "- id: pain", "- ? ⟦{a: b}\n  : c\n- id: pain", "key"),
    Fault("a list as a key", "topics.yaml", "- id: pain", "- ? ⟦[a]\n  : c\n- id: pain", "key"),
]

READING_FAULTS = [
    Fault("unknown key", "article.yaml", "  facts: [A3]", "  ⟦fact: [A3]", "unknown-key"),
    Fault("unknown key in a note", "article.yaml", "    source: US label", "    source: US label\n    ⟦by: me", "unknown-key"),
    Fault("unknown key of the clinic", "clinic.yaml", "website:", "⟦web:", "unknown-key"),
    Fault("unknown day", "clinic.yaml", "  wed:", "  ⟦wednesday:", "unknown-key"),
    Fault("unknown line of wording", "wording.yaml", "  choices:", "  ⟦choises: x\n  choices:", "unknown-key"),
    Fault("missing key", "article.yaml", "- id: is-it-permanent\n  topic: permanence",
          "- ⟦id: is-it-permanent", "missing-key"),
    Fault("missing line of wording", "wording.yaml", 'plain:\n  you: "You:"\n  answer', "plain:\n  ⟦answer", "missing-key"),
    Fault("region missing", "clinic.yaml", 'name: "Elm Street Clinic"\nregion: uk\n', '⟦name: "Elm Street Clinic"\n', "missing-key"),
    Fault("yes where text belongs", "general.yaml", "Does it hurt?", "⟦yes", "not-text"),
    Fault("1.10 where text belongs", "clinic.yaml", '"£30"', "⟦1.10", "not-text"),
    Fault("a number as a phrasing", "article.yaml", "- can it be undone", "- ⟦12", "not-text"),
    Fault("null as a phrasing", "article.yaml", "- can it be undone", "- ⟦null", "empty"),
    Fault("a colon made a phrasing a mapping", "article.yaml", "- can it be undone", "- ⟦undone: can it be", "not-text"),
    Fault("empty text", "general.yaml", "question: Does it hurt?", 'question: ⟦""', "too-short"),
    Fault("a text without end", "general.yaml", "question: Does it hurt?", "question: ⟦" + "a" * 10_001, "too-long"),
    Fault("a text where a list belongs", "article.yaml", "facts: [A3]", "facts: ⟦A3", "not-a-list"),
    Fault("a list where keys belong", "clinic.yaml", "retention: {after_closed: 30, after_made: 90}",
          "retention: ⟦[30, 90]", "not-keys"),
    Fault("keys where a list belongs", "topics.yaml", "", "⟦pain: Does it hurt?\n", "not-a-list"),
    Fault("entries as keys", "general.yaml", "", "⟦pain:\n  topic: pain\n", "not-a-list"),
    Fault("unknown kind", "general.yaml", "kind: refer", "kind: ⟦reffer", "not-a-choice"),
    Fault("unknown region", "clinic.yaml", "region: uk", "region: ⟦gb", "not-a-choice"),
    Fault("unknown route", "clinic.yaml", "[link, request, phone]", "[link, ⟦fax, phone]", "not-a-choice"),
    Fault("a share over 1", "clinic.yaml", "{top1: 0.5}", "{top1: ⟦85}", "not-a-number"),
    Fault("no days at all", "clinic.yaml", "reply_within_days: 1", "reply_within_days: ⟦0", "not-a-number"),
    Fault("words where a number belongs", "clinic.yaml", "after_closed: 30", "after_closed: ⟦a month", "not-a-number"),
    Fault("neither true nor false", "clinic.yaml", "region: uk", "region: uk\nsample: ⟦perhaps", "not-true-or-false"),
    Fault("no phrasings", "vocabulary.yaml", "keep: [lupus]", "keep: [⟦\"\"]", "too-short"),
    Fault("a synonym alone", "vocabulary.yaml", "[injection, jab, shot]", "⟦[injection]", "too-short"),
    Fault("doubled id", "general.yaml", "- id: does-it-hurt", "- id: ⟦how-often", "duplicate-id"),
    Fault("doubled topic", "topics.yaml", "- id: pain", "- id: ⟦how-often", "duplicate-id", frozenset({"unknown-topic"})),
    Fault("an id with spaces", "general.yaml", "- id: does-it-hurt", "- id: ⟦does it hurt", "bad-id"),
    Fault("unknown topic", "article.yaml", "topic: permanence", "topic: ⟦permanent", "unknown-topic"),
    Fault("unknown related", "article.yaml", "related: [how-often]", "related: [⟦how-oft]", "unknown-entry"),
    Fault("related to itself", "article.yaml", "related: [how-often]", "related: [⟦is-it-permanent]", "related-to-itself"),
    Fault("unknown fact", "article.yaml", "[A1, A2]", "[A1, A2, ⟦A9]", "unknown-fact"),
    Fault("a source of two kinds", "general.yaml", "source: {clinic: $clinic}",
          "source: ⟦{clinic: $clinic, article: x}", "source"),
    Fault("a document without its date", "general.yaml", "{title: Botulinum toxin injections, publisher: NHS, checked: May 2025}",
          "⟦{title: Botulinum toxin injections, publisher: NHS}", "source"),
    Fault("unknown name", "article.yaml", "Is Botox permanent?", "⟦Is $botox permanent?", "unknown-name"),
    Fault("unknown name in wording", "wording.yaml", '"None of these"', '⟦"None of $these"', "unknown-name"),
    Fault("unknown name in a safety reply", "safety.yaml", "Call us today on $phone.", "⟦Call us on $fone.", "unknown-name"),
    Fault("hours that end first", "clinic.yaml", '"09:00-12:30"', '⟦"12:30-09:00"', "hours"),
    Fault("hours in words", "clinic.yaml", '"09:00-19:00"', '⟦"9 to 5"', "hours"),
    Fault("hours that overlap", "clinic.yaml", '"13:30-17:30"', '⟦"12:00-17:30"', "hours"),
    Fault("unknown time zone", "clinic.yaml", '"Europe/London"', '⟦"Europe/Londn"', "timezone"),
    Fault("time zone that is a path", "clinic.yaml", '"Europe/London"', '⟦"/etc/passwd"', "timezone"),
    Fault("no numbers for the region", "clinic.yaml", "region: uk", "region: ⟦us", "no-numbers"),
    Fault("a route without its address", "clinic.yaml", '[link, request, phone]\nlink: "https://clinic.example/book"\n',
          "⟦[link, request, phone]\n", "no-link"),
    Fault("a starter that is no entry", "wording.yaml", "starters: [how-often,", "starters: [⟦how-oft,", "unknown-entry"),
    Fault("eight days", "wording.yaml", "days: [Monday,", "days: ⟦[Someday, Monday,", "days"),
    Fault("a phrase that can't be read", "safety.yaml", '"{cannot} .. {breathe}"', '⟦"{cannot} .. .. {breathe}"', "phrase"),
    Fault("a phrase in capitals", "safety.yaml", '"short of breath"', '⟦"Short of breath"', "phrase"),
    Fault("a phrase of no group", "safety.yaml", '"short of breath"', '⟦"{short} of breath"', "phrase"),
    Fault("a group within itself", "safety.yaml", "cannot: [cant, cannot]", 'cannot: [cant, ⟦"{cannot}"]', "phrase"),
    Fault("a group that the program needs", "safety.yaml", "  small: [a, the, my]\n  joins", "  ⟦smal: [a, the, my]\n  joins", "missing-group"),
    Fault("signs together, one unknown", "safety.yaml", "all: [[breathing], [droop]]", "all: [[breathing], [⟦drop]]",
          "unknown-sign"),
    Fault("a reading about no sign", "safety.yaml", "about: [breathing]", "about: [⟦breath]", "unknown-sign"),
    Fault("a reading unless no cue", "safety.yaml", "unless: [happening]", "unless: [⟦now]", "unknown-cue"),
    Fault("a cue that the program needs", "safety.yaml", "  - {id: treated,", "  ⟦- {id: treeted,",
          "missing-cue"),
    Fault("a message of two kinds", "safety-examples.yaml", "calm: [the price", "calm: [⟦im 16 can i have it, the price",
          "two-kinds"),
    Fault("a kind without a message", "safety-examples.yaml", "fear: [i always faint at needles]", "fear: ⟦[]",
          "too-short"),
    Fault("a doubled sign", "safety.yaml", "  - id: droop", "  - id: ⟦breathing", "duplicate-id",
          frozenset({"unknown-sign"})),
    Fault("a sign-off on no day", "reviews.yaml", "",
          '- {id: how-often, hash: "1", text: x, by: A, role: B, on: ⟦soon}\n', "day"),
]  # fmt: skip
