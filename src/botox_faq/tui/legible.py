"""Text that is drawn large for those who asked for it, and as the terminal draws it for everybody else."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.visual import VisualType
from textual.widget import Widget
from textual.widgets import Static

from botox_faq.tui.letters import enlarge, one_line, width_of
from botox_faq.tui.looks import is_large


def typed_row(widget: Widget, y: int, text: str, cursor: int) -> Strip:
    """A row of what is being typed into a widget, in large letters."""
    width = widget.content_size.width
    row = one_line(text, cursor, width)[y]
    strip = Strip(row.render_segments(widget.visual_style), row.cell_length)
    return strip.adjust_cell_length(width, widget.rich_style)


class Legible(Static):
    """A Static that is no markup, and has large letters in the large look."""

    def __init__(self, content: VisualType = "", *, id: str | None = None, classes: str = "") -> None:
        super().__init__(content, id=id, classes=classes, markup=False)

    @property
    def words(self) -> Content:
        """The text to read."""
        return self.content if isinstance(self.content, Content) else Content(str(self.content))

    def drawn(self, width: int) -> list[Content]:
        """The rows of the text in large letters."""
        return enlarge(self.words, width)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """In large letters, as wide as the longest line, or all that there is."""
        if not is_large(self):
            return super().get_content_width(container, viewport)
        return min(container.width, max(map(width_of, self.words.plain.split("\n"))))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the letters take."""
        return len(self.drawn(width)) if is_large(self) else super().get_content_height(container, viewport, width)

    def render(self) -> Content:
        """The rows, for the width that the widget has now."""
        return Content("\n").join(self.drawn(self.content_size.width)) if is_large(self) else self.words

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.refresh()
