"""Replies put together from the clinic's words: pure functions of content and what was decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from botox_faq.content import Content, Entry, Line, at_clinic, next_opening, open_until, sign_off
from botox_faq.conversation.reply import Choice, Reply


def choice(entry: Entry, neutral: bool) -> Choice:
    """An entry as something to choose; `neutral` avoids the medicine's name."""
    return Choice(entry.id, entry.topic, (entry.neutral if neutral else None) or entry.question)


def answer(content: Content, entry: Entry, related: tuple[Choice, ...], now: datetime) -> Reply:
    """The entry's answer with all that belongs to it."""
    review = sign_off(content.reviews, entry)
    return Reply(
        question="",
        kind="booking" if entry.topic == "book" else entry.kind,
        entry=entry.id,
        topic=entry.topic,
        answer=with_open_now(entry.answer, content, now),
        note={"text": entry.note.text, "source": entry.note.source} if entry.note else None,
        more=more_text(entry.more),
        source={name: value for name, value in _source(entry) if value},
        reviewed={"by": review.by, "role": review.role, "on": review.on, "due": review.due or ""} if review else None,
        related=related,
        advice=content.wording.conversation.general_information if entry.kind == "refer" else None,
    )


def notice(name: str, text: str) -> Reply:
    """A reply that is no answer: help, privacy, a person, the fail-safe."""
    return Reply(question="", kind="notice", name=name, answer=text)


def with_safety_line(reply: Reply, line: str | None) -> Reply:
    """The reply with a safety line before it."""
    return replace(reply, safety_line=line) if line else reply


def more_text(more: str | tuple[Line, ...] | None) -> str | None:
    """Further detail as one text, each line with its source where it names one."""
    if more is None or isinstance(more, str):
        return more
    return "\n".join(f"{line.text} ({line.source})" if line.source else line.text for line in more)


def with_open_now(text: str, content: Content, now: datetime) -> str:
    """Fill `$open_now` in: whether the clinic is open at `now`, until when, or when next."""
    if "$open_now" not in text:
        return text
    local = at_clinic(content.clinic, now)
    lines = content.wording.conversation
    if until := open_until(content.clinic.hours, local):
        said = lines.open_now.format(until=until.strftime("%H:%M"))
    elif opens := next_opening(content.clinic.hours, local):
        said = lines.closed_now.format(day=lines.days[opens.weekday()], time=opens.strftime("%H:%M"))
    else:
        said = ""
    return text.replace("$open_now", said).strip()


def source_line(content: Content, reply: Reply) -> str | None:
    """Where an answer comes from and whether a clinician has checked it, in one line; None where there is none."""
    if not reply.source:
        return None
    lines = content.wording.conversation
    if heading := reply.source.get("article"):
        where = lines.from_article.format(heading=heading)
    elif clinic := reply.source.get("clinic"):
        return clinic
    else:
        where = lines.from_document.format(**reply.source)
    review = reply.reviewed
    checked = (
        lines.reviewed.format(by=review["by"], role=review["role"], on=review["on"]) if review else lines.not_reviewed
    )
    return f"{where} · {checked}"


def _source(entry: Entry) -> list[tuple[str, str | None]]:
    source = entry.source
    return [
        ("article", source.article),
        ("clinic", source.clinic),
        ("title", source.title),
        ("publisher", source.publisher),
        ("checked", source.checked),
        ("url", source.url),
    ]
