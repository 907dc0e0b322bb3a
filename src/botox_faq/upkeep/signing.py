"""Signing off what patients read: a line for each text at the end of reviews.yaml."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from botox_faq.content import Content, ContentError, Review, clean_message
from botox_faq.content.reading import read_content, read_file
from botox_faq.content.reviewing import Reviewable, Standing, last_review, reviewables, standing
from botox_faq.content.yaml_tree import LARGEST_FILE
from botox_faq.upkeep.inserting import replace_file, with_last_line
from botox_faq.upkeep.schemas import head_of

FILE = "reviews.yaml"
SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Due:
    """Something to be signed, and why: never signed, changed since, due again, or due soon."""

    item: Reviewable
    standing: Standing
    last: Review | None


def sign(folder: Path, ids: Sequence[str], by: str, role: str, on: date, due: date | None) -> list[Review]:
    """Append a sign-off for each id, of what the patient reads now; return them.

    Raises ContentError where the content can't be read, ValueError for an unknown id or an empty name, OSError.
    """
    content = read_content(folder)
    items = {item.id: item for item in reviewables(content)}
    if unknown := [one for one in ids if one not in items]:
        raise ValueError(
            f"There is nothing called {', '.join(unknown)}. `botox-faq review due --all` lists what there is."
        )
    by, role = clean_message(by)[0], clean_message(role)[0]
    if not by or not role:
        raise ValueError("A sign-off needs a name and a role.")
    day, when = on.isoformat(), due.isoformat() if due else None
    signed = [
        Review(id=item.id, hash=item.fingerprint, text=item.text, by=by, role=role, on=day, due=when)
        for item in (items[one] for one in dict.fromkeys(ids))
    ]
    path = folder / FILE
    data = path.read_bytes() if path.exists() else f"{head_of(FILE)}\n".encode()
    for review in signed:
        data = with_last_line(data, _line(review))
    if len(data) > LARGEST_FILE:
        raise ValueError(
            "reviews.yaml is full. Keep it in your records under a name that does not end in .yaml, "
            "begin a new one, and sign again what still holds."
        )
    _, kept, problems = read_file(FILE, data)
    if problems:
        raise ContentError(problems)
    assert kept[-len(signed) :] == tuple(signed)
    replace_file(path, data)
    return signed


def due(content: Content, today: date, everything: bool = False) -> Iterator[Due]:
    """What has to be read and signed, or with `everything` all there is; soon due counts as due."""
    for item in reviewables(content):
        state = standing(content.reviews, item, today)
        last = last_review(content.reviews, item.id)
        soon = bool(last and last.due and date.fromisoformat(last.due) <= today + SOON)
        if everything or state != "valid" or soon:
            yield Due(item, state, last)


def changed(content: Content) -> Iterator[tuple[Reviewable, Review, list[str]]]:
    """What was changed since it was signed: the item, its last sign-off and the lines of the difference."""
    for item in reviewables(content):
        last = last_review(content.reviews, item.id)
        if last and last.hash != item.fingerprint:
            yield item, last, difference(last.text, item.text)


def difference(before: str, after: str) -> list[str]:
    """The changed lines, "- " before and "+ " after; a long line is cut into its sentences."""
    lines = difflib.ndiff(_cut(before), _cut(after))
    return [line.rstrip("\n") for line in lines if line[:2] in ("- ", "+ ")]


def signed_at(reviews: Sequence[Review], one: str, at: date) -> Review | None:
    """The sign-off that was the last one on the day `at`."""
    return last_review([review for review in reviews if date.fromisoformat(review.on) <= at], one)


def _cut(text: str) -> list[str]:
    return text.replace(". ", ".\n").split("\n")


def _line(review: Review) -> str:
    # JSON's strings are YAML's double-quoted ones; no text has the few characters in which they differ.
    fields = {name: value for name, value in asdict(review).items() if value is not None}
    fields["text"] = fields.pop("text")
    return "- {" + ", ".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()) + "}"
