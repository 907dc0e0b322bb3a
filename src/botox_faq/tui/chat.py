"""The chat: a prompt first, then everything else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from botox_faq.tui import too_small
from botox_faq.tui.ask import Ask
from botox_faq.tui.bars import FootBar, TopBar
from botox_faq.tui.paging import Paged
from botox_faq.tui.prompt import SENDS, Prompt
from botox_faq.tui.transcript import Transcript

if TYPE_CHECKING:
    from botox_faq.content import Content
    from botox_faq.content.wording import Wording
    from botox_faq.conversation import Assistant
    from botox_faq.tui.options import OptionLine
    from botox_faq.tui.talk import Talk

BREAKPOINTS = [*too_small.HORIZONTAL, (88, "-wide")]
"""From 88 columns on there is room to balance the scrollbar on the other side."""


class ChatScreen(Paged[None]):
    """One visitor's chat.

    `load` returns the assistant; it runs in a thread once the prompt is on the screen. `data` is the folder
    of the store. `clock` returns the present time in the time zone that it is given.
    """

    # Widgets bring their own styles, and so does this screen: read from a file of its own, they are read four
    # times over before the first paint (8 ms).
    DEFAULT_CSS = """
    ChatScreen {
        layers: base too-small;
        layout: vertical;
        background: $background;
        color: $foreground;
        .column { width: 100%; max-width: 84; padding: 0 2; }
        &.-narrow .column { padding: 0 1; }
        &.-wide Transcript { padding: 1 0 0 1; }
        &.-low Ask .column { margin: 0; }
        &.-low Suggestions { height: 4; }
    }
    """
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
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
        self.talk: Talk | None = None  # none while the assistant loads
        self.was_full = False  # the message being typed was cut
        self.waiting: list[str] = []  # asked before the assistant was there

    def compose(self) -> ComposeResult:
        """The prompt and its surroundings, without a word: the words come with the content."""
        self.top, self.foot = TopBar(), FootBar()
        self.transcript = self.reading = Transcript(id="transcript")
        self.ask = Ask()
        yield self.top
        yield self.transcript
        yield self.ask
        yield self.foot

    def on_mount(self) -> None:
        """Let the prompt paint, then read the content."""
        self.ask.prompt.focus()
        self.call_after_refresh(self.run_worker, self.get_ready, thread=True)

    # --- getting ready ---

    class Loaded(Message):
        """The assistant is there, or `failure` says what is wrong with the content."""

        def __init__(self, assistant: Assistant | None, failure: Exception | None = None) -> None:
            super().__init__()
            self.assistant = assistant
            self.failure = failure

    def get_ready(self) -> None:
        """Load the assistant, in a thread beside the running prompt."""
        from botox_faq.content.problem import ContentError

        try:
            loaded = self.Loaded(self.load())
        except ContentError as failure:
            loaded = self.Loaded(None, failure)
        self.post_message(loaded)

    @on(Loaded)
    async def ready(self, event: Loaded) -> None:
        """Greet, or answer what was asked meanwhile; without content there is nothing to say."""
        if event.assistant is None:
            self.app.exit(event.failure, return_code=1)
            return
        # Late: the conversation behind it takes longer to import than the prompt to paint.
        from botox_faq.tui.talk import Talk

        self.talk = Talk(event.assistant, self, self.transcript, self.data, self.clock)
        await self.fill(event.assistant.content)
        await self.transcript.clear()
        if not self.waiting:
            await self.talk.greet()
        for text in self.waiting:
            await self.say(text)
        self.waiting.clear()
        self.ask.look_up = self.talk.look_up
        self.ask.suggest()

    async def fill(self, content: Content) -> None:
        """Put the words on everything that was painted without them."""
        chat, clinic = content.wording.chat, content.clinic
        await self.top.fill(f"{clinic.name} {chat.sample}" if clinic.sample else clinic.name, chat)
        await self.foot.fill(content.wording.conversation.unwell, chat.small_print)
        await self.ask.fill(chat.placeholder)
        await self.mount(too_small.TooSmall(chat.too_small))

    # --- what the visitor does ---

    async def say(self, text: str, shown: str = "") -> None:
        """Put a message to the visit, or keep it until there is one; `shown` stands for it beside "You"."""
        from botox_faq.content import clean_text
        from botox_faq.tui.drawing import visitor_line, waiting_line

        shown = shown or " ".join(clean_text(text).split())
        if self.talk is None:
            self.waiting.append(text)
            await self.transcript.begin(visitor_line(shown, ""), waiting_line())
        else:
            await self.talk.say(text, shown)
            self.ask.prompt.focus()

    @on(Ask.Asked)
    async def asked(self, event: Ask.Asked) -> None:
        """A question was typed, or taken from the suggestions."""
        self.was_full = False
        await self.say(event.text)

    async def on_option_line_taken(self, event: OptionLine.Taken) -> None:
        """A numbered option was clicked, or taken with Enter."""
        await self.say(str(event.option.number), event.option.label)

    @on(Ask.Scrolled)
    def scrolled(self, event: Ask.Scrolled) -> None:
        """An arrow key reads through the conversation."""
        self.transcript.scroll_relative(y=2 * event.step, animate=False)

    @on(Ask.Choosing)
    def choosing(self, event: Ask.Choosing) -> None:
        """Say how to choose while there is something to choose from."""
        if self.talk is not None and not self.was_full:
            self.foot.hint(self.talk.content.wording.chat.suggestions if event.open else "")

    @on(Prompt.Full)
    def full(self) -> None:
        """Say that a message can be no longer."""
        self.was_full = True  # the hint stays until the message is sent: suggestions must not take its place
        if self.talk is not None:
            self.foot.hint(self.talk.content.wording.chat.full)

    def on_key(self, event: events.Key) -> None:
        """Typing anywhere is typing into the prompt, and so is typing before it had the focus."""
        prompt = self.ask.prompt
        if event.is_printable and event.character:
            event.stop()
            prompt.focus()
            prompt.type(event.character)
        elif event.key in SENDS and self.focused is prompt:
            prompt.send()

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
        if self.talk is not None:
            words = self.talk.content.wording
            shown = {"menu": words.chat.menu, "book": words.chat.book, "unwell": words.conversation.unwell}
            self.ask.close()
            await self.say(getattr(words.conversation.commands, name)[0], shown[name])

    def action_help(self) -> None:
        """The keys of this screen."""
        if self.talk is not None:
            from botox_faq.tui import over

            wording = self.talk.content.wording
            self.app.push_screen(over.help_screen(self.keys(wording), wording.chat))

    def keys(self, wording: Wording) -> list[tuple[str, str]]:
        """The keys of this screen, each with what it does."""
        return [(key, getattr(wording.chat, does)) for key, does in self.KEYS]


def system_clock(timezone: str) -> datetime:
    """The present time in a time zone of the IANA list."""
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(timezone))
