"""The same conversation line by line: for screen readers, braille displays, pipes and simple terminals."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from botox_faq.content import Content, find_faq
from botox_faq.conversation import Option, Reply, source_line
from botox_faq.passing_on import keep_counts, pass_on

if TYPE_CHECKING:
    from botox_faq.booking.draft import Draft
    from botox_faq.conversation import Visit

WIDTH = 78


def said(content: Content, reply: Reply, options: Iterable[Option] = ()) -> list[str]:
    """The lines of a reply; every part has a label, so that nothing hangs on layout or colour."""
    labels = content.wording.plain
    lines: list[str] = []
    if reply.was_cut:
        lines += _wrapped("", content.wording.conversation.cut)
    if reply.safety_line:
        lines += _wrapped(labels.safety, reply.safety_line)
    for part in reply.parts or (reply,):
        lines += _body(content, part)
    advice = next((part.advice for part in reply.parts or (reply,) if part.advice), None)
    if advice:
        lines += _wrapped("", advice)
    lines += [f"{option.number}. {option.label}" for option in options]
    return lines


def _body(content: Content, reply: Reply) -> list[str]:
    labels = content.wording.plain
    label = labels.urgent if reply.kind == "urgent" else labels.answer
    lines = _wrapped("", reply.heading) if reply.heading else []
    lines += _wrapped(label, reply.answer or "")
    if reply.note:
        about = content.wording.conversation.worth_knowing.format(source=reply.note["source"])
        lines += _wrapped("", f"{about} {reply.note['text']}")
    if source := source_line(content, reply):
        lines += _wrapped(labels.source, source)
    return lines


def _wrapped(label: str, text: str) -> list[str]:
    paragraphs = f"{label} {text}".strip().split("\n")
    return [line for one in paragraphs for line in textwrap.wrap(one, WIDTH) or [""]]


def run_plain(faq: Path | None, data: Path | None) -> int:
    """Hold the conversation on standard input and output until it ends; return the exit code."""
    from botox_faq.assistant import cache_folder, load_assistant

    assistant = load_assistant(find_faq(faq), cache_folder())
    content = assistant.content
    talk = _Talk(content, assistant.new_visit(), data)
    _say([content.clinic.name, *said(content, talk.visit.greeting(), talk.visit.options), content.wording.plain.leave])
    while (message := _ask(content.wording.plain.you)) is not None:
        if message.strip().casefold() in content.wording.plain.quit:
            break
        if message.strip():
            talk.say(message)
    _say([content.wording.plain.bye])
    keep_counts(talk.visit, data)
    return 0


@dataclass(slots=True)
class _Talk:
    """One visit: joins the conversation to the booking form, as every face does."""

    content: Content
    visit: Visit
    data: Path | None
    draft: Draft | None = None  # of a form that was left
    under_18: bool = False

    def say(self, message: str) -> None:
        """Put a message to the visit and print what comes back."""
        reply = pass_on(self.visit, self.visit.say(message, _now()), self.content, self.data)
        if reply.name == "forgotten":
            self.draft = None
        if reply.kind != "booking":
            _say(said(self.content, reply, self.visit.options))
            return
        if reply.entry:
            _say(said(self.content, reply))
        self.book()

    def book(self) -> None:
        """Lead through the form; for a visitor under 18 it stays closed for the visit."""
        from botox_faq.plain_booking import book_in_plain
        from botox_faq.store import open_store

        if self.under_18:
            _say([self.content.wording.booking.young])
            return
        result = book_in_plain(
            self.content,
            lambda: open_store(self.data),
            self.visit.kept,
            self.visit.read_entries,
            now=_now,
            check_safety=lambda text: self.visit.check(text, _now()),
            ask=_ask,
            say=lambda line: _say([line]),
            draft=self.draft,
        )
        self.draft = result.draft
        self.under_18 = result.kind == "under-18"
        if isinstance(result.reply, Reply):
            _say(said(self.content, result.reply, self.visit.options))


def _now() -> datetime:
    return datetime.now().astimezone()


def _say(lines: Iterable[str]) -> None:
    print("\n".join(lines), end="\n\n", flush=True)


def _ask(prompt: str) -> str | None:
    """A line that the visitor typed, or None at the end of the input. Bytes that are no UTF-8 become U+FFFD."""
    print(prompt, end=" ", flush=True)
    try:
        line = sys.stdin.buffer.readline()
    except KeyboardInterrupt:
        line = b""
    if not line:
        print()
        return None
    return line.decode("utf-8", "replace").rstrip("\r\n")
