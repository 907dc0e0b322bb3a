"""Draw the pictures in docs/ from the real chat: `python scripts/screenshots.py [FOLDER]`.

Each picture is Textual's own SVG. Leading blanks of a run of text become an offset, because some viewers swallow
them, and the font is one that every viewer has.
"""

from __future__ import annotations

import asyncio
import re
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from botox_faq.assistant import load_assistant
from botox_faq.content import find_faq
from botox_faq.conversation import Assistant
from botox_faq.tui.app import ChatApp
from botox_faq.tui.chat import ChatScreen

CELL = 12.2
"""Width of a cell in the SVG."""

NOW = datetime(2026, 3, 4, 10, 30, tzinfo=ZoneInfo("Europe/London"))

PICTURES: dict[str, tuple[tuple[int, int], str, list[str]]] = {
    "chat": ((80, 24), "dark", ["how offen shoud i get botox"]),
    "chat-light": ((80, 24), "light", ["is it permanant?"]),
    "chat-contrast": ((80, 24), "contrast", ["is it permanant?"]),
    "chat-wide": ((120, 40), "dark", ["does it hurt and how long does it last"]),
    "chat-small": ((60, 20), "light", ["who should give it"]),
    "greeting": ((80, 24), "light", []),
    "unknown": ((80, 24), "light", ["do you sell bicycles"]),
    "urgent": ((80, 24), "dark", ["my throat feels tight since the jabs"]),
    "urgent-contrast": ((80, 24), "contrast", ["my throat feels tight since the jabs"]),
}
"""Name of the file: size of the window, theme, what is asked."""


async def draw(assistant: Assistant, size: tuple[int, int], theme: str, questions: list[str]) -> str:
    """Return the picture of a chat in which these questions were asked."""
    app = ChatApp(lambda: ChatScreen(lambda: assistant, clock=lambda _: NOW))
    app.title = assistant.content.clinic.name
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        await app.workers.wait_for_complete()
        await pilot.pause()
        for question in questions:
            await pilot.press(*("space" if letter == " " else letter for letter in question.replace("?", "")), "enter")
            await pilot.pause()
        await pilot.pause(0.2)
        return app.export_screenshot()


def for_every_viewer(svg: str) -> str:
    """Return the picture without leading blanks in its texts and with fonts that need not be fetched."""
    pattern = r'(<text class="[^"]*" x=")([\d.]+)("[^>]*textLength=")([\d.]+)("[^>]*>)((?:&#160;)+)'

    def moved(found: re.Match[str]) -> str:
        offset = CELL * found[6].count("&#160;")
        return f"{found[1]}{float(found[2]) + offset:g}{found[3]}{float(found[4]) - offset:g}{found[5]}"

    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return re.sub(pattern, moved, svg).replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")


def main() -> None:
    """Draw all pictures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[1] / "docs")
    folder.mkdir(exist_ok=True)
    assistant = load_assistant(find_faq())
    for name, (size, theme, questions) in PICTURES.items():
        svg = asyncio.run(draw(assistant, size, theme, questions))
        (folder / f"{name}.svg").write_text(for_every_viewer(svg), encoding="utf-8")
        print(folder / f"{name}.svg")


if __name__ == "__main__":
    main()
