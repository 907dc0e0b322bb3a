"""What the kiosk shows between two visits: an invitation that names no medicine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content as Text
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from botox_faq.tui.bars import Link
from botox_faq.tui.legible import Legible
from botox_faq.tui.too_small import HORIZONTAL, VERTICAL, TooSmall

if TYPE_CHECKING:
    from botox_faq.content import Content

LOOKS = {"+": ("app.larger", "larger"), "*": ("app.contrast", "contrast"), "/": ("app.roomy", "roomy")}
"""What changes the look: by its key, the action and the field of the wording that names it."""

MARK = (".####.", "##..##", "....##", "..###.", "..##..", "......", "..##..")


class Look(Link):
    """Changes the look, and begins no visit."""

    async def on_click(self, event: events.Click) -> None:  # type: ignore[override]
        """Only the look."""
        event.stop()
        event.prevent_default()
        await self.run_action(self.does)


class AttractScreen(Screen[Any]):
    """Any key, click or touch begins a visit; a letter begins its first question too."""

    CSS_PATH = "attract.tcss"
    HORIZONTAL_BREAKPOINTS = HORIZONTAL
    VERTICAL_BREAKPOINTS = VERTICAL

    class Begun(Message):
        """Somebody is there; `letter` is what they typed, if it was one."""

        def __init__(self, letter: str = "") -> None:
            super().__init__()
            self.letter = letter

    def __init__(self, faq: Content) -> None:
        super().__init__()
        self.faq = faq

    def compose(self) -> ComposeResult:
        """A large question mark, painted with blanks, and three lines beside it."""
        words, clinic = self.faq.wording.kiosk, self.faq.clinic
        name = f"{clinic.name} {self.faq.wording.chat.sample}" if clinic.sample else clinic.name
        yield Static(Text.styled(name, "bold"), id="clinic", markup=False)
        with Horizontal(id="sheet"):
            yield Static(painted(), id="mark", markup=False)
            with Vertical(id="words"):
                yield Legible(words.invite, id="invite")
                yield Legible(words.ask, id="ask")
                yield Legible(words.start, id="start")
        with Horizontal(id="looks"):
            for key, (action, name) in LOOKS.items():
                link = Look(action, key)
                link.label(getattr(words, name))
                yield link
        yield TooSmall(self.faq.wording.chat.too_small)

    def on_key(self, event: events.Key) -> None:
        """Any key begins, but for those that change the look."""
        event.stop()
        if event.character in LOOKS:
            self.app.call_later(self.run_action, LOOKS[event.character][0])
            return
        letter = event.character if event.character and event.character.isalpha() else ""
        self.post_message(self.Begun(letter))

    def on_click(self) -> None:
        """A click or a touch begins."""
        self.post_message(self.Begun())

    def on_paste(self) -> None:
        """So does a paste, but its words are nobody's yet."""
        self.post_message(self.Begun())


def painted() -> Text:
    """The question mark: each dot is two blanks wide, so that no font can lack it."""
    dots = (Text.assemble(*(("  ", "reverse" if dot == "#" else "") for dot in row)) for row in MARK)
    return Text("\n").join(dots)
