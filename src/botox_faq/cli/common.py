"""What the commands for reception share: opening the store, times as typed, failures as messages."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from botox_faq.booking.reference import as_reference
from botox_faq.booking.request import NotPossible
from botox_faq.content import Content, find_faq
from botox_faq.store import Changed, StoreUnavailable, UnknownRequest, open_store

if TYPE_CHECKING:
    from botox_faq.cli import Folders
    from botox_faq.store.store import Store

CHANGED = 6
"""Exit code: changed by someone else."""


class Failing(click.Group):
    """A group whose commands end with a message and an exit code where the store or the request refuses."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Changed as error:
            click.echo(f"{error} Look at it again, then decide.", err=True)
            raise click.exceptions.Exit(CHANGED) from None
        except UnknownRequest:
            click.echo("There is no such request. It may have been deleted.", err=True)
        except (StoreUnavailable, NotPossible) as error:
            click.echo(str(error), err=True)
        raise click.exceptions.Exit(1)


def reference_typed(typed: str) -> str:
    """A reference however it was typed: K7M-PXR, k7m pxr. For click's `type`."""
    found = as_reference(typed)
    if found is None:
        raise click.BadParameter(f"{typed!r} is no reference; one looks like K7M-PXR.")
    return found


def read_content_of(folders: Folders) -> Content:
    """The clinic's content. Raises ContentError."""
    from botox_faq.content.reading import read_content

    return read_content(find_faq(folders.faq))


@contextmanager
def requests_of(folders: Folders) -> Iterator[tuple[Content, Store, datetime]]:
    """The content, the store (cleared of what is over its time) and the present time of the clinic."""
    content = read_content_of(folders)
    store = open_store(folders.data)
    now = datetime.now(ZoneInfo(content.clinic.timezone)).replace(microsecond=0)
    try:
        store.tidy(content.clinic.retention, now)
        yield content, store, now
    finally:
        store.close()


def login_name() -> str:
    """Who is at the keyboard."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in some containers
        return "unknown"
