"""`botox-faq review`: what a clinician has signed, what is due, and what has changed since."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from botox_faq.content import find_faq

if TYPE_CHECKING:
    from botox_faq.cli import Folders

DAY = click.DateTime(["%Y-%m-%d"])
_STANDING = {
    "unsigned": "never signed",
    "void": "changed since {by} signed it on {on}",
    "overdue": "signed by {by} on {on}, due again since {due}",
    "valid": "signed by {by}, {role}, on {on}, due again on {due}",
}


@click.group
def review() -> None:
    """Sign-offs: which answers and safety rules a clinician has checked, word for word.

    \b
    Examples:
      botox-faq review due
      botox-faq review pack --to review.html
      botox-faq review sign does-it-hurt --by "Dr A. Sample" --role "nurse prescriber"
      botox-faq review diff
      botox-faq review show does-it-hurt --at 2026-03-03
    """


@review.command
@click.argument("ids", nargs=-1, required=True)
@click.option("--by", required=True, help="Who has checked it.")
@click.option("--role", required=True, help="Their profession.")
@click.option("--due", "due_on", type=DAY, help="When it is to be checked again; in a year if not said.")
@click.pass_obj
def sign(folders: Folders, ids: tuple[str, ...], by: str, role: str, due_on: object) -> None:
    """Sign off IDS as they are read now: a line for each at the end of reviews.yaml. Any edit voids it.

    \b
    Example:
      botox-faq review sign does-it-hurt --by "Dr A. Sample" --role "nurse prescriber"
    """
    from botox_faq.upkeep.signing import sign as signed

    today = date.today()
    due = _day(due_on) or _in_a_year(today)
    if due <= today:
        raise click.UsageError("--due must be a day to come.")
    try:
        done = signed(_folder(folders), ids, by, role, today, due)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"reviews.yaml can't be written ({error.strerror}). Nothing was signed.") from None
    for one in done:
        click.echo(f"{one.id}: signed by {one.by}, {one.role}; due again on {one.due}")


@review.command
@click.option("--all", "everything", is_flag=True, help="List what is signed and valid, too.")
@click.pass_obj
def due(folders: Folders, everything: bool) -> None:
    """List what has to be read and signed: never signed, changed since, due again, or due within 30 days.

    \b
    Example:
      botox-faq review due --all
    """
    from botox_faq.content.reading import read_content
    from botox_faq.upkeep.signing import due as due_now

    listed = list(due_now(read_content(_folder(folders)), date.today(), everything))
    for one in listed:
        last = one.last
        said = _STANDING[one.standing]
        if last:
            said = said.format(by=last.by, role=last.role, on=last.on, due=last.due or "no day")
        click.echo(f"{one.item.id}: {said}")
    if not listed:
        click.echo("Nothing is due.")


@review.command
@click.argument("ids", nargs=-1)
@click.pass_obj
def diff(folders: Folders, ids: tuple[str, ...]) -> None:
    """Show what was changed since it was signed, of IDS or of everything.

    \b
    Example:
      botox-faq review diff does-it-hurt
    """
    from botox_faq.content.reading import read_content
    from botox_faq.upkeep.signing import changed

    found = [one for one in changed(read_content(_folder(folders))) if not ids or one[0].id in ids]
    for item, last, lines in found:
        click.echo(f"{item.id}, signed by {last.by} on {last.on}:")
        for line in lines:
            click.echo(f"  {line}")
    if not found:
        click.echo("Nothing was changed since it was signed.")


@review.command
@click.argument("one", metavar="ID")
@click.option("--at", type=DAY, help="The day to look at; today if not said.")
@click.pass_obj
def show(folders: Folders, one: str, at: object) -> None:
    """Show the text that was signed last for ID on a day, and who signed it.

    \b
    Example:
      botox-faq review show does-it-hurt --at 2026-03-03
    """
    from botox_faq.content.reading import read_content
    from botox_faq.upkeep.signing import signed_at

    day = _day(at) or date.today()
    last = signed_at(read_content(_folder(folders)).reviews, one, day)
    if last is None:
        raise click.ClickException(f"Nobody had signed {one!r} by {day.isoformat()}.")
    due_again = f", due again on {last.due}" if last.due else ""
    click.echo(f"{one}, signed by {last.by}, {last.role}, on {last.on}{due_again}:")
    click.echo(last.text)


@review.command("pack")
@click.option("--to", type=click.Path(path_type=Path), help="The file to write; standard output if not said.")
@click.pass_obj
def pack_(folders: Folders, to: Path | None) -> None:
    """Write a page to print for a review meeting: every text with its sources, and lines for the reviewer.

    \b
    Example:
      botox-faq review pack --to review.html
    """
    from botox_faq.content.reading import read_content
    from botox_faq.upkeep.pack import pack

    text = pack(read_content(_folder(folders)), date.today())
    if to is None:
        click.echo(text, nl=False)
        return
    try:
        to.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{to} can't be written ({error.strerror}).") from None
    click.echo(f"Written: {to}")


def _folder(folders: Folders) -> Path:
    return find_faq(folders.faq)


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, datetime) else None


def _in_a_year(today: date) -> date:
    try:
        return today.replace(year=today.year + 1)
    except ValueError:  # 29 February
        return today.replace(year=today.year + 1, day=28)
