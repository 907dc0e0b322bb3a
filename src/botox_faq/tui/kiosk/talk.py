"""A visit at a kiosk: the chat's, with the medicine unnamed where it must be, counted, and heard at the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from textual.message import Message
from textual.screen import Screen
from textual.widget import MountError

from botox_faq.conversation import Reply
from botox_faq.tui.kiosk.backstage import Backstage
from botox_faq.tui.talk import Talk
from botox_faq.tui.transcript import Transcript

UNNAMED = frozenset({"uk", "ie", "au"})
"""Regions in which a prescription medicine may not be advertised to the public."""


class Done(Message):
    """The visitor wants everything gone."""


class Rung(Message):
    """The desk is to be rung now."""


class KioskTalk(Talk):
    """Passes on to the desk what it must know: that an urgent reply is shown, and how many of what there were."""

    def __init__(
        self,
        backstage: Backstage,
        screen: Screen[Any],
        transcript: Transcript,
        clock: Callable[[str], datetime],
    ) -> None:
        super().__init__(backstage.assistant, screen, transcript, backstage.data, clock)
        self.backstage = backstage
        self.rung = False
        if self.content.clinic.region in UNNAMED:
            self.visit = backstage.assistant.new_visit(neutral=True)

    async def draw(self, reply: Reply, shown: str = "") -> None:
        """Count a reply and draw it; to forget means to wipe here."""
        if reply.name == "forgotten":
            self.screen.post_message(Done())
            return
        self.backstage.count_all(self.visit)
        try:
            await super().draw(reply, shown)
        except MountError:
            if self.screen in self.screen.app.screen_stack:
                raise
            # The visit was over before its last words came: nobody is there to read them.

    def show_urgent(self, lines: Sequence[str], shown: str) -> None:
        """Ring the desk, once a visit until it is over, and show what to do."""
        self.backstage.count_all(self.visit)
        if not self.rung:
            self.rung = True
            self.backstage.ring(self.now())
            self.screen.post_message(Rung())
        super().show_urgent(lines, shown)

    @property
    def takes_requests(self) -> bool:
        """Whether the booking form can be opened: a clinic that only hands on needs no store."""
        return self.backstage.writable or "request" not in self.content.clinic.routes

    async def open_booking(self) -> None:
        """Open the form, or say who can help while requests can't be kept."""
        if self.takes_requests:
            await super().open_booking()
        else:
            await self.announce("no-requests", self.content.wording.kiosk.no_requests)
