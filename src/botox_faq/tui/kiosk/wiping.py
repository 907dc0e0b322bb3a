"""The end of a visit: what is left of it outside of its screens, place by place."""

from __future__ import annotations

import functools
import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from botox_faq.tui.kiosk.app import KioskApp

FORGET_TERMINAL = "\x1b]52;c;\a\x1b]52;p;\a\x1b[3J"
"""Empty the terminal's clipboard and its selection, and the lines that can be scrolled back to."""

_CACHE = type(functools.lru_cache(lambda: None))
OURS = ("botox_faq", "textual", "rich")


def clipboard(app: KioskApp) -> None:
    """Textual's own clipboard, and by its message the terminal's."""
    app.copy_to_clipboard("")


def terminal(app: KioskApp) -> None:
    """The terminal's clipboards, what it can scroll back to, and the window's title."""
    app.title = app.window_title
    app.write(FORGET_TERMINAL + f"\x1b]0;{app.window_title}\a")


def notices(app: KioskApp) -> None:
    """Passing notices; they belong to the app, not to a screen."""
    app.clear_notifications()


def mouse(app: KioskApp) -> None:
    """The widgets under the mouse: they hold a visitor's words, and their screen with them."""
    app.capture_mouse(None)
    app.mouse_over = app.hover_over = app._mouse_down_widget = None


def layout(app: KioskApp) -> None:
    """The theme and layout that the visitor chose."""
    app.reset_look()


def caches(app: KioskApp) -> None:
    """Caches by text, of this package and of those that draw: what was read and drawn would stay in them."""
    for one in gc.get_objects():
        if type(one) is _CACHE and str(getattr(one, "__module__", "")).startswith(OURS):
            if one.cache_parameters()["maxsize"] != 1:  # those of one item hold word lists, no words of a visitor
                one.cache_clear()


STEPS: tuple[Callable[[KioskApp], None], ...] = (clipboard, terminal, notices, mouse, layout, caches)


def wipe(app: KioskApp) -> None:
    """Wipe every place, then give the memory back."""
    for step in STEPS:
        step(app)
    gc.collect()
