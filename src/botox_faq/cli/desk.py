"""`botox-faq desk`: reception's worklist."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from botox_faq.cli.common import login_name, read_content_of
from botox_faq.store import open_store

if TYPE_CHECKING:
    from botox_faq.cli import Folders


@click.command()
@click.option("--as", "name", metavar="NAME", default=login_name, help="Who works here. [login name]")
@click.pass_obj
def desk(folders: Folders, name: str) -> None:
    """Work through the requests: the one due first on top.

    \b
    Examples:
      botox-faq desk --as Sam
      botox-faq --data /srv/botox-faq desk
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("The desk needs a terminal. For scripts there is: botox-faq requests --help")
    content = read_content_of(folders)
    from botox_faq.tui.desk.app import run_desk

    zone = ZoneInfo(content.clinic.timezone)
    sys.exit(run_desk(content, lambda: open_store(folders.data), name, lambda: datetime.now(zone)))
