"""`botox-faq doctor`: whether this machine has what the kiosk, the desk and the chat need."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from botox_faq.cli import Folders


@click.command
@click.pass_obj
def doctor(folders: Folders) -> None:
    """Look at the terminal, the content, the store, the PIN and the clock, and say how to mend what is wrong.

    Exit code 1: at least one fault. Run it as the kiosk's user, in the kiosk's terminal, with its --faq and --data.

    \b
    Example:
      botox-faq --faq /srv/botox-faq/faq --data /srv/botox-faq/data doctor
    """
    from botox_faq.cli.kiosk import PIN_FILE, read_pin
    from botox_faq.content import find_faq
    from botox_faq.content.reading import read_content
    from botox_faq.store import find_data
    from botox_faq.upkeep import doctor as looks

    data = find_data(folders.data)
    findings = [
        *looks.terminal(looks.terminal_size(), os.environ),
        *looks.glyphs(looks.encoding()),
        *looks.content(lambda: read_content(find_faq(folders.faq))),
        *looks.store(data),
        *looks.pin(data / PIN_FILE, read_pin(data)),
        *looks.clock(datetime.now().astimezone(), looks.newest_file(data)),
    ]
    for one in findings:
        mark = "FAULT" if one.fault else "hint" if one.mend else "ok"
        click.echo(f"{mark:<6}{one.about}: {one.says}{'. ' + one.mend if one.mend else ''}")
    faults = sum(one.fault for one in findings)
    click.echo(f"{faults} fault{'s' * (faults != 1)}." if faults else "No faults.")
    sys.exit(1 if faults else 0)
