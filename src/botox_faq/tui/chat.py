"""The chat: a prompt first, then everything else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static, TextArea

from botox_faq.content.clean import clean_text
from botox_faq.tui import too_small
from botox_faq.tui.bars import FootBar, TopBar
from botox_faq.tui.drawing import reply_lines, visitor_line, waiting_line
from botox_faq.tui.options import OptionLine
from botox_faq.tui.prompt import Prompt
from botox_faq.tui.suggestions import Suggestions
from botox_faq.tui.transcript import Transcript

if TYPE_CHECKING:
    from botox_faq.content.wording import Wording
    from botox_faq.conversation import Assistant, Option, Reply, Visit

SUGGEST_AFTER = 0.08
"""Seconds without a key before questions are suggested: what is typed in one go is looked up once."""


class ChatScreen(Screen[None]):
    """One visitor's chat.

    `load` returns the assistant; it runs in a thread once the prompt is on the screen. `data` is the folder
    of the store. `clock` returns the present time in the time zone that it is given.
    """

    CSS_PATH = "chat.tcss"
    HORIZONTAL_BREAKPOINTS = too_small.HORIZONTAL
    VERTICAL_BREAKPOINTS = too_small.VERTICAL
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", show=False),
        Binding("f2", "menu", show=False),
        Binding("f3", "book", show=False),
        Binding("f4", "app.next_theme", show=False),
        Binding("ctrl+q", "app.quit", show=False),
    ]
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Enter", "key_send"),
        ("Up Down", "key_suggestion"),
        ("Tab", "key_tab"),
        ("0-9 Enter", "key_number"),
        ("PgUp PgDn", "key_page"),
        ("F2", "key_menu"),
        ("F3", "key_book"),
        ("F4", "key_theme"),
        ("Ctrl+Q", "key_quit"),
    )

    def __init__(
        self,
        load: Callable[[], Assistant],
        *,
        data: Path | None = None,
        clock: Callable[[str], datetime] | None = None,
    ) -> None:
        super().__init__()
        self.load = load
        self.data = data
        self.clock = clock or system_clock
        self.assistant: Assistant | None = None  # none while it loads
        self.visit: Visit | None = None
        self.waiting: list[str] = []
        self.looking: Timer | None = None

    def compose(self) -> ComposeResult:
        """The prompt and its surroundings, without a word: the words come with the content."""
        self.top, self.foot = TopBar(), FootBar()
        self.transcript = Transcript(id="transcript")
        self.prompt = Prompt(id="prompt")
        self.suggestions = Suggestions(id="suggestions")
        self.small = too_small.TooSmall()
        yield self.top
        yield self.transcript
        with Horizontal(id="ask"), Horizontal(classes="column"):
            yield Static(">", id="mark", markup=False)
            yield self.prompt
        yield self.suggestions
        yield self.foot
        yield self.small

    def on_mount(self) -> None:
        """Let the prompt paint, then read the content."""
        self.prompt.focus()
        self.call_after_refresh(self.run_worker, self.get_ready, exit_on_error=True)

    # --- getting ready ---

    async def get_ready(self) -> None:
        """Load the assistant beside the running prompt, greet, and answer what was asked meanwhile."""
        from botox_faq.content.problem import ContentError

        try:
            assistant = await asyncio.to_thread(self.load)
        except ContentError as failure:
            self.app.exit(failure, return_code=1)
            return
        self.assistant, self.visit = assistant, assistant.new_visit()
        self.fill(assistant.content.wording)
        waiting, self.waiting = self.waiting, []
        if not waiting:
            await self.draw(self.visit.greeting(self.now()), "")
        else:
            await self.transcript.clear()
        for text in waiting:
            await self.say(text)
        self.suggest_soon()

    def fill(self, wording: Wording) -> None:
        """Put the words on everything that was painted without them."""
        assert self.assistant is not None
        chat, clinic = wording.chat, self.assistant.content.clinic
        name = f"{clinic.name} {chat.sample}" if clinic.sample else clinic.name
        self.top.fill(name, chat.keys, chat.menu, chat.book)
        self.foot.fill(wording.conversation.unwell, wording.conversation.general_information)
        self.small.fill(chat.too_small)
        self.prompt.placeholder = chat.placeholder

    def now(self) -> datetime:
        """The present time at the clinic."""
        assert self.assistant is not None
        return self.clock(self.assistant.content.clinic.timezone)

    # --- saying and being answered ---

    async def say(self, text: str, shown: str | None = None) -> None:
        """Put a message to the visit and show what comes back; `shown` is what stands beside "You"."""
        shown = shown or " ".join(clean_text(text).split())
        if self.visit is None:
            self.waiting.append(text)
            await self.transcript.begin(visitor_line(shown, None), waiting_line())
            return
        reply = self.visit.say(text, self.now())
        self.tell_the_clinic()
        if reply.kind == "urgent":
            self.show_urgent(reply, shown)
            return
        if reply.name == "forgotten":
            await self.transcript.clear()
            shown = ""
        await self.draw(reply, shown)
        if reply.kind == "booking":
            self.open_booking()

    async def draw(self, reply: Reply, shown: str) -> None:
        """Show one exchange; without a visitor's words it is the greeting."""
        assert self.assistant is not None
        assert self.visit is not None
        content = self.assistant.content
        lines = reply_lines(reply, content)
        if shown:
            lines.insert(0, visitor_line(shown, content.wording.chat))
        exchange = await self.transcript.begin(*lines)
        await exchange.offer(self.visit.options)
        self.transcript.turn()
        self.prompt.placeholder = content.wording.chat.placeholder
        self.prompt.focus()

    def show_urgent(self, reply: Reply, shown: str) -> None:
        """Give the urgent reply a screen of its own, and go on with what the visitor says there."""
        from botox_faq.tui.urgent import UrgentScreen

        assert self.assistant is not None
        assert self.visit is not None

        async def go_on(option: Option | None) -> None:
            if option is not None:
                await self.say(str(option.number), shown)

        self.app.push_screen(UrgentScreen(reply, self.visit.options, self.assistant.content), go_on)

    def open_booking(self) -> None:
        """Open the booking form over the chat."""

    def tell_the_clinic(self) -> None:
        """Store what the clinic is to be told; a store that fails is no visitor's problem."""

    # --- what the visitor does ---

    @on(Prompt.Sent)
    async def send(self, event: Prompt.Sent) -> None:
        """Enter: take the marked suggestion, or send what was typed."""
        marked = self.suggestions.chosen
        self.suggestions.close()
        if text := marked or event.text.strip():
            await self.say(text)

    @on(Prompt.Completed)
    async def complete(self) -> None:
        """Tab: take the marked suggestion, or the first."""
        await self.take(self.suggestions.chosen or self.suggestions.questions[0])

    @on(Suggestions.Taken)
    async def suggestion_taken(self, event: Suggestions.Taken) -> None:
        """A suggestion was clicked."""
        await self.take(event.question)

    async def take(self, question: str) -> None:
        """Ask a suggested question in place of what was typed."""
        self.prompt.text = ""
        self.close_suggestions()
        await self.say(question)

    @on(OptionLine.Taken)
    async def option_taken(self, event: OptionLine.Taken) -> None:
        """A numbered option was clicked, or taken with Enter."""
        await self.say(str(event.option.number), event.option.label)

    @on(Prompt.Moved)
    def move(self, event: Prompt.Moved) -> None:
        """An arrow key: through the suggestions while they are open, else through the conversation."""
        if self.suggestions.questions:
            self.suggestions.move(event.step)
        else:
            self.transcript.scroll_relative(y=2 * event.step, animate=False)

    @on(Prompt.Left)
    def leave(self) -> None:
        """Escape: close the suggestions."""
        self.close_suggestions()

    @on(Prompt.Full)
    def full(self) -> None:
        """Say that a message can be no longer."""
        if self.assistant is not None:
            self.foot.hint(self.assistant.content.wording.chat.full)

    async def on_key(self, event: events.Key) -> None:
        """Typing anywhere is typing into the prompt."""
        if event.is_printable and event.character and self.focused is not self.prompt:
            event.stop()
            self.prompt.focus()
            self.prompt.insert(event.character)

    # --- suggestions ---

    @on(TextArea.Changed)
    def suggest_soon(self) -> None:
        """Look for suggestions once the visitor pauses; a number is no question."""
        if self.looking is not None:
            self.looking.stop()
        typed = self.prompt.text.strip()
        if self.visit is None:
            return
        if not typed or typed.isdigit():
            self.close_suggestions()
        else:
            self.looking = self.set_timer(SUGGEST_AFTER, self.suggest)

    def suggest(self) -> None:
        """Offer the questions that fit what is typed."""
        assert self.visit is not None
        self.suggestions.offer([choice.question for choice in self.visit.suggest(self.prompt.text)])
        self.prompt.choosing = bool(self.suggestions.questions)

    def close_suggestions(self) -> None:
        """Put the suggestions away until something is typed again."""
        self.suggestions.close()
        self.prompt.choosing = False

    # --- keys ---

    async def action_menu(self) -> None:
        """All topics."""
        await self.command("menu")

    async def action_book(self) -> None:
        """An assessment."""
        await self.command("book")

    async def action_unwell(self) -> None:
        """The warning signs and the numbers to ring."""
        await self.command("unwell")

    async def command(self, name: str) -> None:
        """Say one of the words that work everywhere, as if typed."""
        if self.assistant is None:
            return
        words = self.assistant.content.wording.conversation
        self.close_suggestions()
        await self.say(getattr(words.commands, name)[0], getattr(words, name))

    def action_page(self, step: int) -> None:
        """Scroll by a page."""
        height = self.transcript.scrollable_content_region.height
        self.transcript.scroll_relative(y=step * max(1, height - 2))

    def action_help(self) -> None:
        """The keys of this screen."""
        if self.assistant is not None:
            from botox_faq.tui.help import HelpScreen

            self.app.push_screen(HelpScreen(self.KEYS, self.assistant.content.wording.chat))


def system_clock(timezone: str) -> datetime:
    """The present time in a time zone of the IANA list."""
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(timezone))
