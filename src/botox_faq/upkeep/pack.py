"""Everything to be reviewed on paper: all answers with sources, topics and lines for the reviewer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from botox_faq.content import Content
from botox_faq.content.reviewing import Reviewable, last_review, reviewables, standing
from botox_faq.upkeep.page import page, paragraphs, text

_SAID = {
    "valid": "Signed by {by}, {role}, on {on}.",
    "overdue": "Signed by {by}, {role}, on {on}; due again on {due}.",
    "void": "Changed since {by}, {role}, signed it on {on}.",
    "unsigned": "Not signed yet.",
}


def pack(content: Content, today: date) -> str:
    """A printable page of everything that a clinician signs, in the order of the menu, safety last."""
    return page(f"For review: {content.clinic.name}", _body(content, today))


def _body(content: Content, today: date) -> Iterator[str]:
    items = {item.id: item for item in reviewables(content)}
    yield f"<h1>For review: {text(content.clinic.name)}</h1>"
    yield f"<p>{len(items)} texts, printed on {today.isoformat()}. A sign-off holds for the text as it stands here.</p>"
    for topic in content.topics:
        entries = [entry for entry in content.entries if entry.topic == topic.id]
        if entries:
            yield f"<h2>{text(topic.title)}</h2>"
        for entry in entries:
            yield from _item(items.pop(entry.id), content, today)
    yield "<h2>Safety</h2>"
    for item in items.values():
        yield from _item(item, content, today)


def _item(item: Reviewable, content: Content, today: date) -> Iterator[str]:
    last = last_review(content.reviews, item.id)
    said = _SAID[standing(content.reviews, item, today)]
    yield "<article>"
    yield f"<h3>{text(item.title)}</h3>"
    yield paragraphs(item.text)
    filled = said.format(by=last.by, role=last.role, on=last.on, due=last.due or "") if last else said
    yield f'<p class="id">{text(item.id)} · {text(item.fingerprint)} · {text(filled)}</p>'
    yield '<table class="sign"><tbody><tr><td>Right as it stands ☐</td><td>Change:</td></tr>'
    yield "<tr><td>Name, role:</td><td>Date, signature:</td></tr></tbody></table>"
    yield "</article>"
