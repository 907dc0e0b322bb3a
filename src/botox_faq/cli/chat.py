"""The chat: full-screen where there is a screen, else line by line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from botox_faq.cli import Folders


def chat(folders: Folders, plain: bool) -> int:
    """Hold the conversation until the visitor leaves; return the exit code."""
    if plain or not _has_screen():
        from botox_faq.plain import run_plain

        return run_plain(folders.faq, folders.data)
    from botox_faq.tui.app import run_chat

    return run_chat(folders.faq, folders.data)


def _has_screen() -> bool:
    """Whether a full-screen face can work: without a terminal Textual would spin for ever."""
    # Textual draws on standard error.
    terminal = all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    return terminal and os.environ.get("TERM", "dumb") != "dumb"
