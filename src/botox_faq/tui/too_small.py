"""Too small a window says so, in place of a rubble of half a screen."""

from textual.widgets import Static

WIDTH, HEIGHT = 60, 20
HORIZONTAL = [(0, "-too-narrow"), (WIDTH, "-narrow"), (80, "-normal")]
VERTICAL = [(0, "-too-low"), (HEIGHT, "-low"), (24, "-normal-height")]


class TooSmall(Static):
    """Covers the screen while the window is too small; `text` may name {width} and {height}."""

    SCOPED_CSS = False  # it is the screen that knows its size
    DEFAULT_CSS = """
    TooSmall {
        display: none;
        layer: too-small;
        dock: top;
        width: 100%;
        height: 100%;
        padding: 1 2;
        background: $background;
        color: $foreground;
    }
    .-too-narrow TooSmall, .-too-low TooSmall { display: block; }
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text.format(width=WIDTH, height=HEIGHT), markup=False)
        self.text = text

    def fill(self, text: str) -> None:
        """Show the words, once they have been read."""
        self.text = text
        self.update(text.format(width=WIDTH, height=HEIGHT))
