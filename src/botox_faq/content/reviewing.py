"""Sign-offs: which entry a clinician has checked, in the words that the patient reads now."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict

from botox_faq.content.model import Entry, Review


def read_text(entry: Entry) -> str:
    """What a patient reads of an entry: answer, note, more and sources, as one text that a person can read."""
    parts = {key: asdict(entry)[key] for key in ("question", "kind", "answer", "note", "more", "source")}
    return json.dumps(parts, ensure_ascii=False, sort_keys=True)


def fingerprint(text: str) -> str:
    """A short hash of what was signed."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def sign_off(reviews: Iterable[Review], entry: Entry) -> Review | None:
    """The entry's last sign-off, if it is of what the patient reads now; any edit voids it."""
    last = None
    for review in reviews:
        if review.id == entry.id:
            last = review
    return last if last and last.hash == fingerprint(read_text(entry)) else None
