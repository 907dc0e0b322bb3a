"""One visit on the screen: what is said goes to the visit, what comes back is drawn or opens a screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from botox_faq.conversation import Reply
from botox_faq.passing_on import pass_on
from botox_faq.tui import over
from botox_faq.tui.drawing import reply_lines, sentences, visitor_line
from botox_faq.tui.transcript import Transcript

if TYPE_CHECKING:
    from botox_faq.booking.draft import Draft
    from botox_faq.booking.form import Result
    from botox_faq.conversation import Assistant, Option


class Talk:
    """Draws on `transcript`, opens screens over `screen`; `data` is the store's folder, `clock` tells the time."""

    def __init__(
        self,
        assistant: Assistant,
        screen: Screen[Any],
        transcript: Transcript,
        data: Path | None,
        clock: Callable[[str], datetime],
    ) -> None:
        self.content = assistant.content
        self.visit = assistant.new_visit()
        self.screen = screen
        self.transcript = transcript
        self.data = data
        self.clock = clock
        self.draft: Draft | None = None  # of a booking form that was left
        self.under_18 = False

    def now(self) -> datetime:
        """The present time at the clinic."""
        return self.clock(self.content.clinic.timezone)

    def look_up(self, text: str) -> list[str]:
        """The questions that unfinished text may become."""
        return [choice.question for choice in self.visit.suggest(text)]

    async def greet(self) -> None:
        """The first words."""
        await self.draw(self.visit.greeting())

    async def say(self, text: str, shown: str) -> None:
        """Put a message to the visit and show what comes back; `shown` is what stands beside "You"."""
        reply = self.visit.say(text, self.now())
        if reply.name == "told":
            reply = await asyncio.to_thread(pass_on, self.visit, reply, self.content, self.data)
        if reply.kind == "urgent":
            self.show_urgent(sentences(reply.answer or ""), shown)
            return
        if reply.name == "forgotten":
            await self.transcript.clear()
            self.draft = None
            shown = ""
        if reply.kind != "booking" or reply.entry:
            await self.draw(reply, shown)
        if reply.kind == "booking":
            await self.open_booking()

    async def draw(self, reply: Reply, shown: str = "") -> None:
        """Show one exchange; without a visitor's words it is the assistant's alone."""
        lines = reply_lines(reply, self.content)
        if shown:
            lines.insert(0, visitor_line(shown, self.content.wording.chat.you))
        exchange = await self.transcript.begin(*lines)
        await exchange.offer(self.visit.options)
        self.transcript.turn()

    async def announce(self, name: str, text: str) -> None:
        """Say something that is no reply to a message."""
        await self.draw(Reply(question="", kind="notice", name=name, answer=text))

    def show_urgent(self, lines: Sequence[str], shown: str) -> None:
        """Give what to do now the screen to itself, then go on with what the visitor says there."""

        async def go_on(option: Option | None) -> None:
            if option is None:
                return
            if option.action == "now":
                # The number to ring stays at the top, whatever is said next.
                said = sentences(self.visit.say(str(option.number), self.now()).answer or "")
                self.show_urgent([lines[0], *said, *(line for line in lines[1:] if line not in said)], shown)
            else:
                await self.say(str(option.number), shown)

        self.screen.app.push_screen(over.urgent_screen(lines, self.visit, self.content), go_on)

    async def open_booking(self) -> None:
        """Open the form over the chat; for a visitor under 18 it stays closed for the visit."""
        if self.under_18:
            await self.announce("under-18", self.content.wording.booking.young)
            return
        form = over.booking_screen(self.content, self.visit, self.data, self.now, self.draft)
        self.screen.app.push_screen(form, self.booked)

    async def booked(self, result: Result | None) -> None:
        """The form was closed: keep what was typed for another try, and say what is to be said."""
        if result is None:
            return
        self.draft = result.draft
        self.under_18 = self.under_18 or result.kind == "under-18"
        if isinstance(result.reply, Reply):
            self.show_urgent(sentences(result.reply.answer or ""), "")
        elif result.request is not None:
            words = self.content.wording.booking
            await self.announce("sent", f"{words.sent_title}\n{words.reference}: {result.request.reference}")
