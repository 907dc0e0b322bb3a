"""Replies as text to look at: pure functions from a reply to the lines that stand on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content as Text

from botox_faq.tui.transcript import Line

if TYPE_CHECKING:
    from botox_faq.content import Content
    from botox_faq.conversation import Reply

TITLE, STRONG, QUIET = "bold $accent", "bold", "$quiet"
LISTS = frozenset({"unwell", "signs"})
"""Notices that list warning signs: each sentence stands by itself."""


def visitor_line(text: str, label: str) -> Line:
    """What the visitor said, as typed."""
    return Line(label, text, classes="you")


def waiting_line() -> Line:
    """What stands in the place of a reply until there is one."""
    return Line("", Text.styled("...", QUIET), classes="answer")


def reply_lines(reply: Reply, content: Content) -> list[Line]:
    """Return a reply's lines in the order in which they are read: safety first, then each part."""
    chat = content.wording.chat
    lines = [Line(chat.safety, reply.safety_line, classes="safety")] if reply.safety_line else []
    for part in reply.parts or (reply,):
        label = chat.answer if part.source else ""
        lines.append(Line(label, body(part, content), classes=f"answer -{part.name or part.kind}"))
    if reply.was_cut:
        lines.append(Line("", Text.styled(content.wording.conversation.cut, QUIET)))
    return lines


def body(reply: Reply, content: Content) -> Text:
    """Return a reply's text: the question it answers, the answer, what qualifies it, where it comes from."""
    return Text("\n\n").join(_paragraphs(reply, content))


def _paragraphs(reply: Reply, content: Content) -> Iterator[Text]:
    # Late, because the prompt paints without the conversation.
    from botox_faq.conversation import source_line

    if reply.name == "greeting":
        yield Text.styled(content.wording.chat.headline, TITLE)
    head = Text.styled(reply.heading, TITLE) + "\n" if reply.heading else Text("")
    yield head + Text(_spaced(reply) if reply.name in LISTS else (reply.answer or "").strip())
    if reply.note:
        lead = content.wording.conversation.worth_knowing.format(source=reply.note["source"])
        yield Text.assemble((lead, STRONG), " ", reply.note["text"])
    if source := source_line(content, reply):
        yield Text.styled(source, QUIET)
    if reply.kind == "refer" and reply.advice:
        yield Text.styled(reply.advice, QUIET)


def _spaced(reply: Reply) -> str:
    return "\n\n".join(sentences(reply.answer or ""))


def sentences(text: str) -> list[str]:
    """Cut a text into its sentences; at least one, empty when there is none."""
    return [sentence for sentence in re.split(r"(?<=[.?!])\s+", text.strip()) if sentence] or [""]
