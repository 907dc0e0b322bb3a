"""`botox-faq kiosk`: the chat on a public screen that nobody leaves without a PIN."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from botox_faq.cli import Folders

PIN_FILE = "kiosk-pin"
LOG_FILE = "kiosk.log"
LOG_SIZE = 64_000
"""Bytes of log that are kept: some 800 lines, of which a good day adds one."""


@click.command
@click.option("--name", default=platform.node, show_default="this machine's name", help="What the desk sees when rung.")
@click.option("--set-pin", is_flag=True, help="Set the PIN with which staff leave the kiosk.")
@click.option("--self-check", is_flag=True, help="Visit, wipe, and search for anything left; needs no terminal.")
@click.option("--console", is_flag=True, help="Use only glyphs and colours that the bare Linux console has.")
@click.pass_obj
def kiosk(folders: Folders, name: str, set_pin: bool, self_check: bool, console: bool) -> None:
    """Run the chat on a public screen, for one visitor after the other.

    Staff leave with Ctrl+X, Ctrl+E and the PIN. Exit code 0: staff left. 1: a crash, or --self-check found something.

    \b
    Examples:
      botox-faq kiosk --set-pin
      botox-faq kiosk --self-check
      botox-faq --faq our-clinic --data /srv/botox-faq kiosk --name "waiting room"
    """
    # Textual reads these when it is imported: a screenshot taken, keys pressed, a foreign driver loaded.
    for variable in [one for one in os.environ if one.startswith("TEXTUAL_")]:
        del os.environ[variable]
    from botox_faq.assistant import cache_folder
    from botox_faq.content import find_faq
    from botox_faq.store import find_data

    data = find_data(folders.data)
    if set_pin:
        ask_and_keep_pin(data)
        return
    faq = find_faq(folders.faq)
    if self_check:
        from botox_faq.tui.kiosk.self_check import check_the_wipe

        report = check_the_wipe(faq, cache_folder())
        click.echo("\n".join(report.lines))
        sys.exit(0 if report.clean else 1)
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise click.ClickException("A kiosk needs a terminal. Start it in one, or check the wipe with --self-check.")
    from botox_faq.tui.kiosk.run import run_kiosk

    code = run_kiosk(
        faq,
        folders.data,
        cache=cache_folder(),
        name=name,
        pin=lambda: read_pin(data),
        note=logger(data / LOG_FILE),
        console=console,
    )
    sys.exit(code)


def ask_and_keep_pin(data: Path) -> None:
    """Ask for a PIN twice and keep its hash in the data folder, for its owner alone."""
    from botox_faq.kiosk.pin import LONGEST, SHORTEST, good_pin, hash_pin
    from botox_faq.store.folder import make_folder

    pin = click.prompt("PIN for staff", hide_input=True, confirmation_prompt="Once more")
    if not good_pin(pin):
        raise click.ClickException(f"A PIN has {SHORTEST} to {LONGEST} digits and nothing else.")
    path = data / PIN_FILE
    try:
        make_folder(data)
        path.unlink(missing_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(handle, "w", encoding="ascii") as file:
            file.write(hash_pin(pin, os.urandom(16)) + "\n")
    except OSError as failure:
        raise click.ClickException(f"{path} can't be written ({failure.strerror}). Name another --data.") from failure
    click.echo(f"The PIN is set. Only its hash is kept, in {path}.")


def read_pin(data: Path) -> str | None:
    """The PIN's hash, or None where none was set or it can't be read."""
    try:
        return (data / PIN_FILE).read_text("ascii").strip() or None
    except (OSError, ValueError):
        return None


def logger(path: Path) -> Callable[[str], None]:
    """Return what adds a line with its time to the log, and keeps that short. A log that fails is no one's problem."""

    def note(line: str) -> None:
        try:
            old = path.read_text("utf-8", "replace")[-LOG_SIZE:] if path.exists() else ""
            if len(old) >= LOG_SIZE:
                path.write_text(old.partition("\n")[2], "utf-8")
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with open(handle, "a", encoding="utf-8") as file:
                file.write(f"{datetime.now().astimezone():%Y-%m-%dT%H:%M:%S%z} {line}\n")
        except OSError:
            return

    return note
