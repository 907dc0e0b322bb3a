"""The end of a visit: what is left of it outside of its screens, place by place."""

from __future__ import annotations

import asyncio
import functools
import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from textual._context import visible_screen_stack

if TYPE_CHECKING:
    from botox_faq.tui.kiosk.app import KioskApp

FORGET_TERMINAL = "\x1b]52;c;\a\x1b]52;p;\a\x1b[3J"
"""Empty the terminal's clipboard and its selection, and the lines that can be scrolled back to."""

_CACHE = type(functools.lru_cache(lambda: None))
THREADS = 4
OURS = ("botox_faq", "textual", "rich")


def let_go_of_screens() -> None:
    """Before a new screen is made: its tasks would inherit, and keep, the list of those last drawn below another."""
    visible_screen_stack.set([])


def clipboard(app: KioskApp) -> None:
    """Textual's own clipboard, and by its message the terminal's."""
    app.copy_to_clipboard("")


def terminal(app: KioskApp) -> None:
    """The terminal's clipboards, what it can scroll back to, and the window's title."""
    app.title = app.window_title
    app.write(FORGET_TERMINAL + f"\x1b]0;{app.window_title}\a")


def mouse(app: KioskApp) -> None:
    """The widgets under the mouse: they hold a visitor's words, and their screen with them."""
    app.capture_mouse(None)
    app.mouse_over = app.hover_over = app._mouse_down_widget = None


def look(app: KioskApp) -> None:
    """The theme and layout that the visitor chose; and the widgets of the visit that still watch for another."""
    app.reset_look()
    app.mutate_reactive(type(app).theme)  # Textual lets go of a watcher that is gone only when it calls them


def threads(app: KioskApp) -> None:
    """The threads that worked for the visit: Textual leaves in each what it did last, and for which screen."""
    done, app.threads = app.threads, ThreadPoolExecutor(THREADS, "kiosk")
    asyncio.get_running_loop().set_default_executor(app.threads)
    done.shutdown(wait=False)  # one that is still saving a request goes when it is done


def caches(app: KioskApp) -> None:
    """Caches by text, of this package and of those that draw: what was read and drawn would stay in them."""
    app.backstage.assistant.reader.forget()
    for one in gc.get_objects():
        ours = type(one) is _CACHE and str(getattr(one, "__module__", "")).startswith(OURS)
        if ours and one.cache_parameters()["maxsize"] != 1:  # those of one item hold lists of words, no visitor's
            one.cache_clear()


STEPS: tuple[Callable[[KioskApp], None], ...] = (clipboard, terminal, mouse, look, threads, caches)


def wipe(app: KioskApp) -> None:
    """Wipe every place, then give the memory back."""
    for step in STEPS:
        step(app)
    gc.collect()
