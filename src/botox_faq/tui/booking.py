"""The booking form on the screen: one question at a time, by keyboard or by mouse."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from botox_faq.booking.draft import Draft
from botox_faq.booking.form import Form, Result
from botox_faq.booking.page import Page
from botox_faq.booking.request import Request
from botox_faq.content import Content as Faq
from botox_faq.conversation.reply import Reply
from botox_faq.tui.booking_parts import Code, Field, OptionRow, Press, leaves
from botox_faq.tui.legible import Legible
from botox_faq.tui.paging import BACK, MORE, ON, Paged
from botox_faq.tui.too_small import HORIZONTAL, VERTICAL, TooSmall

if TYPE_CHECKING:
    from botox_faq.store.store import Store


class BookingScreen(Paged[Result]):
    """Asks for what a request needs and keeps it; the screen's result says how it ended.

    Typed text is shown to `check_safety` before the form goes on; an urgent reply ends the form and is handed
    back. Saving runs in a thread, and a reference is only ever shown for a request that is on the disk.
    """

    CSS_PATH = "booking.tcss"
    HORIZONTAL_BREAKPOINTS = HORIZONTAL
    VERTICAL_BREAKPOINTS = VERTICAL
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    def __init__(
        self,
        content: Faq,
        store_factory: Callable[[], Store],
        kept: Sequence[str],
        read_entries: Sequence[str],
        now: Callable[[], datetime],
        check_safety: Callable[[str], Reply | None],
        draft: Draft | None = None,
    ) -> None:
        """`kept` are the questions kept during the visit, `read_entries` the ids of the entries read in it.

        `store_factory` is called in a worker, so that it may import and open. `draft` is that of an earlier
        result of the same visit: nothing is typed twice.
        """
        super().__init__()
        self.content_of_clinic = content
        self.words = content.wording.booking
        self.form = Form(content.clinic, content.wording, kept, read_entries, draft)
        self.store_factory = store_factory
        self.now = now
        self.check_safety = check_safety
        self.saving = False
        self._failed = False
        self._shown: tuple[str, int] = ("", 0)
        self.leaf = 0
        self.rows: list[OptionRow] = []
        self.reading = VerticalScroll(id="body", can_focus=False)

    def compose(self) -> ComposeResult:
        """The head line, the page, and the foot line; what they say is filled in for each step."""
        with Horizontal(id="head"), Horizontal(classes="column"):
            yield Static(Content.styled(self.words.title, "bold"), id="title", markup=False)
            yield Static("", id="step", markup=False)
        with Horizontal(id="page"), Horizontal(classes="column"):
            with self.reading:
                yield Legible(id="question")
                yield Legible(id="hint")
                yield Field(id="field", select_on_focus=False)  # a letter must not replace what is there
                yield Vertical(id="rows")
                yield Legible(id="error")
                yield Legible(id="safety")
            yield Code(id="code")
        with Horizontal(id="foot"), Horizontal(classes="column"):
            yield Press(BACK, id="back")
            yield Press(id="next")
            yield Press(MORE, id="more")  # the last: it comes and goes, and must not move what a finger aims at
            yield Static("", id="keys", markup=False)
        yield TooSmall()

    async def on_mount(self) -> None:
        """Show the first question."""
        # Held once: query_one would keep every removed row in its cache.
        self.question, self.hint, self.error, self.safety, self.step_label, self.keys = (
            self.query_one(f"#{name}", Static) for name in ("question", "hint", "error", "safety", "step", "keys")
        )
        self.code = self.query_one(Code)
        self.field = self.query_one("#field", Field)
        self.holder = self.query_one("#rows", Vertical)
        self.back_press, self.more_press, self.next_press = (
            self.query_one(f"#{name}", Press) for name in ("back", "more", "next")
        )
        self.more_press.label(self.words.more)
        self.query_one(TooSmall).fill(self.content_of_clinic.wording.chat.too_small)
        await self._show()

    # --- what is shown ---

    async def _show(self) -> None:
        """Draw the form's page as it stands now."""
        page = self.form.page()
        if self._shown[0] != self.form.step:
            self.leaf = 0
        same = self._shown == (self.form.step, self.leaf)
        self._shown = self.form.step, self.leaf
        self.question.update(Content.styled(page.title, "bold"))
        self.hint.update(page.hint)
        self.hint.display = bool(page.hint)
        self.hint.set_class(page.kind == "end", "-said")
        self.step_label.update(self.words.step.format(number=page.number, count=page.count) if page.count else "")
        self._say(page.error)
        self.code.fill(page.code)
        self.field.display = page.kind == "text"
        if page.kind == "text" and not same:
            self.field.value = page.text
            self.field.cursor_position = len(page.text)
        self.back_press.label(self.words.leave if page.number == 1 else self.words.back)
        self.back_press.display = page.kind != "end" or self.form.step == "handed-off"
        self.keys.update(self.words.keys_text if page.kind == "text" else self.words.keys)
        self.next_press.key = "" if page.kind == "text" else ON
        self.next_press.label(self.words.next)
        to_come = page.kind == "summary" and self.leaf + 1 < len(leaves(page))
        self.next_press.display = page.kind in ("text", "several") or to_come
        await self._fill(page, same)
        self.call_after_refresh(self._offer_more)

    def _offer_more(self) -> None:
        """Offer to read on where there is more of the page."""
        self.more_press.display = self.is_longer or len(leaves(self.form.page())) > 1

    def on_resize(self) -> None:
        """A smaller window shows less of the page."""
        self.call_after_refresh(self._offer_more)

    async def _fill(self, page: Page, same: bool) -> None:
        options = list(page.options)
        if self._failed and page.kind == "summary":
            options[-1] = replace(options[-1], label=self.words.again)
        places = leaves(page)[self.leaf]
        if same and [row.number for row in self.rows] == [*places]:
            for row in self.rows:
                row.fill(options[row.number - 1])
        else:
            self.set_focus(None)  # a key that comes now waits for the screen; with a row that goes, it would be lost
            await self.holder.remove_children()
            digits = [str(digit) for digit in range(1, len(places) + 1)]
            last = page.kind == "summary" and len(options) in places
            if last:
                digits[-1] = ON
            self.rows = [
                OptionRow(place, options[place - 1], digit) for place, digit in zip(places, digits, strict=True)
            ]
            if last:
                self.rows[-2].add_class("consent")
                self.rows[-1].add_class("send")
            await self.holder.mount_all(self.rows)
            self.reading.scroll_home(animate=False)
            self._focus_first(page)

    def _focus_first(self, page: Page) -> None:
        if page.kind == "text":
            self.field.focus()
            return
        ticked = [row for row in self.rows if row.option.ticked]
        row = ticked[0] if ticked and page.kind == "one" else self.rows[0]
        row.focus(scroll_visible=False)  # the question comes first

    def _say(self, error: str) -> None:
        self.error.update(error)
        self.error.display = bool(error)
        if error:
            self.call_after_refresh(self.error.scroll_visible, animate=False)

    # --- what the visitor does ---

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Keep every letter, so that nothing is typed twice."""
        if self.field.display:
            self.form.write(event.value)
            if self.form.error:
                self.form.error = ""
                self._say("")

    @on(Input.Submitted)
    async def entered(self) -> None:
        """Enter in a field goes on, unless a digit is all that stands there: it means what it does on other pages."""
        if (digit := self.form.written.strip()) in (MORE, BACK):
            self.form.write("")
            self.field.value = ""
            await self.press(digit)
        else:
            await self.go_on()

    @on(OptionRow.Taken)
    async def taken(self, event: OptionRow.Taken) -> None:
        """A line was clicked, or Enter was pressed on it."""
        await self.take(event.number)

    @on(Press.Pressed)
    async def pressed(self, event: Press.Pressed) -> None:
        """Back, More or Next was clicked."""
        if event.press is self.next_press:
            await self.go_on()
        elif event.press is self.more_press:
            await self.action_more()
        else:
            await self.action_back()

    async def on_key(self, event: events.Key) -> None:
        """A digit is enough where nothing is typed."""
        if event.character and event.character in "0123456789" and not self.field.has_focus:
            event.stop()
            await self.press(event.character)

    async def press(self, digit: str) -> None:
        """Take the line with this digit; else read on, go back, or go on where several can be ticked."""
        row = next((row for row in self.rows if row.digit == digit), None)
        if row is not None:
            await self.take(row.number)
        elif digit == MORE:
            await self.action_more()
        elif digit == BACK:
            await self.action_back()
        elif digit == ON and self.next_press.display:
            await self.go_on()

    async def take(self, number: int) -> None:
        """Take the line with this number."""
        if self.saving:
            return
        wish = self.form.take(number)
        if wish == "leave":
            self._leave()
        elif wish == "send":
            self._send()
        else:
            await self._show()

    async def go_on(self) -> None:
        """On to the next question, if safety has nothing urgent to say about what was typed."""
        if self.saving:
            return
        if self.form.step == "summary":
            self.leaf += 1
            await self._show()
            return
        reply = self.check_safety(self.form.written) if self.form.written.strip() else None
        if reply is not None and reply.kind == "urgent":
            self.form.write("")  # words like these are answered, never stored
            self.dismiss(Result(kind="urgent", reply=reply, draft=self.form.draft))
            return
        if reply is not None and reply.safety_line:
            self.safety.update(reply.safety_line)
            self.safety.display = True
        self.form.next()
        await self._show()

    async def action_back(self) -> None:
        """Back one question; from the first one, out of the form."""
        if self.saving:
            return
        if self.form.back():
            await self._show()
        else:
            self._leave()

    async def action_more(self) -> None:
        """Read on: one page down, then the next leaf, then the first again."""
        count = len(leaves(self.form.page()))
        if count > 1 and self.reading.scroll_offset.y >= self.reading.max_scroll_y:
            self.leaf = (self.leaf + 1) % count
            await self._show()
        else:
            await super().action_more()

    def _leave(self) -> None:
        if self.form.step == "young":
            self.dismiss(Result(kind="under-18"))
        else:
            self.dismiss(Result(kind="left", draft=self.form.draft))

    # --- saving ---

    def _send(self) -> None:
        self.saving = True
        self._say(self.words.saving)
        self._save(self.form.request(self.now()), self.form.token(secrets.token_hex))

    @work(thread=True)
    def _save(self, request: Request, token: str) -> None:
        try:
            with closing(self.store_factory()) as store:
                kept = store.add(request, token)
        except Exception:  # whatever it is: the visitor is told what to do, and keeps what was typed
            self.app.call_from_thread(self.call_later, self._not_saved)
        else:
            self.app.call_from_thread(self._saved, kept)

    async def _not_saved(self) -> None:
        self.saving = False
        self._failed = True
        self.form.error = self.words.unavailable
        await self._show()

    def _saved(self, request: Request) -> None:
        if not self.is_running:  # closed meanwhile: another visitor may be there now
            return
        from botox_faq.tui.booking_sent import SentScreen

        result = Result(kind="sent", request=request)
        self.app.push_screen(SentScreen(request, self.content_of_clinic, self.now()), lambda _: self.dismiss(result))
