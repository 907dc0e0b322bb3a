"""Replies as text to look at: pure functions from a reply to the lines that stand on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content as Text

from botox_faq.tui.transcript import Line

if TYPE_CHECKING:
    from botox_faq.content import Content
    from botox_faq.content.wording import Chat
    from botox_faq.conversation import Reply

TITLE, STRONG, QUIET = "bold $accent", "bold", "$quiet"


def visitor_line(text: str, chat: Chat | None) -> Line:
    """What the visitor said, as typed; without words (still loading) the label stays empty."""
    return Line(chat.you if chat else "", text, classes="you")


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

    head = Text.styled(reply.heading, TITLE) + "\n" if reply.heading else Text("")
    yield head + Text((reply.answer or "").strip())
    if reply.note:
        lead = content.wording.conversation.worth_knowing.format(source=reply.note["source"])
        yield Text.assemble((lead, STRONG), " ", reply.note["text"])
    small = (source_line(content, reply), reply.advice)
    if any(small):
        yield Text.styled("\n".join(filter(None, small)), QUIET)
