"""`botox-faq requests`: what reception does at the desk, for scripts."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from botox_faq.booking.contact import Contact, country, in_words, read_contact, redacted
from botox_faq.booking.export import as_calendar, as_csv, as_data
from botox_faq.booking.request import STATES, TIMED, Request, State, is_closed
from botox_faq.booking.times import read_time
from botox_faq.cli.common import Failing, login_name, reference_typed, requests_of
from botox_faq.content import Content

if TYPE_CHECKING:
    from botox_faq.cli import Folders
    from botox_faq.store.store import Store

as_json_option = click.option("--json", "as_json", is_flag=True, help="Plain data for programs.")
as_name_option = click.option("--as", "name", metavar="NAME", default=login_name, help="Who does this. [login name]")
contact_option = click.option("--contact", metavar="CONTACT", help="A phone number or an email address.")


@click.group(cls=Failing)
def requests() -> None:
    """Requests for an assessment: list, answer, export, delete.

    Exit code 0: done. 1: refused, or the store can't be used. 6: changed by someone else.

    \b
    Examples:
      botox-faq requests list
      botox-faq requests confirm K7M-PXR --at "2026-03-05 14:30" --as Sam
      botox-faq requests show --contact "020 7946 0123" --json
    """


@requests.command("list")
@click.option("--state", type=click.Choice(STATES), help="Only those in this state.")
@click.option("--open", "only_open", is_flag=True, help="Only those with something left to do.")
@as_json_option
@click.pass_obj
def list_(folders: Folders, state: State | None, only_open: bool, as_json: bool) -> None:
    """List requests, the one due first on top. Names and contacts are shortened; --json gives them whole."""
    with requests_of(folders) as (content, store, now):
        found = {one.reference: one for one in store.all(state)}
        order = [line.reference for line in store.worklist(now) if line.reference in found]
        chosen = [found[one] for one in order if not (only_open and is_closed(found[one], now))]
        if as_json:
            click.echo(json.dumps([as_data(one, content.clinic) for one in chosen], ensure_ascii=False, indent=2))
        elif not chosen:
            click.echo("No requests.")
        else:
            zone = ZoneInfo(content.clinic.timezone)
            click.echo(f"{'REFERENCE':<11}{'STATE':<13}{'ANSWER BY':<18}{'TIME':<18}{'NAME':<6}CONTACT")
            for one in chosen:
                time = _clock(one.time, zone) if one.time else ""
                name = one.first_name[:1] + "…" if one.first_name else ""
                line = f"{one.reference:<11}{one.state:<13}{_clock(one.due, zone):<18}{time:<18}{name:<6}"
                click.echo(line + redacted(one.contact))


@requests.command()
@click.argument("reference", type=reference_typed, required=False)
@contact_option
@as_json_option
@click.pass_obj
def show(folders: Folders, reference: str | None, contact: str | None, as_json: bool) -> None:
    """Show a request with its history; --contact shows all that is held about a person."""
    with requests_of(folders) as (content, store, _):
        one = None if contact is not None else store.get(_needed(reference))
        found = [one] if one else store.of_contact(_contact(contact or "", content))
        shown = [_whole(one, store, content) for one in found]
        if as_json:
            click.echo(json.dumps(shown if contact is not None else shown[0], ensure_ascii=False, indent=2))
        elif not shown:
            click.echo("Nothing is held about this contact.")
        else:
            click.echo("\n\n".join(_lines(one) for one in shown))


@requests.command()
@click.argument("reference", type=reference_typed)
@click.pass_obj
def slip(folders: Folders, reference: str) -> None:
    """Print the slip that a visitor takes along."""
    from botox_faq.booking.slip import slip_text

    with requests_of(folders) as (content, store, now):
        click.echo(slip_text(store.get(reference), now, content.clinic, content.wording))


def _move(
    to: State,
    folders: Folders,
    reference: str,
    name: str,
    version: int | None,
    as_json: bool,
    at: str | None = None,
) -> None:
    """Move a request to the state `to`."""
    with requests_of(folders) as (content, store, now):
        time = read_time(at, now, content.clinic) if at else None
        if isinstance(time, str):
            raise click.BadParameter(time, param_hint="--at")
        _say(store.change(reference, to, name, now, time, version), content, as_json)


def _mover(name: str, to: State, says: str) -> click.Command:
    """The command that moves a request to the state `to`."""
    params: list[click.Parameter] = [
        click.Argument(["reference"], type=reference_typed),
        click.Option(["--as", "name"], metavar="NAME", default=login_name, help="Who does this. [login name]"),
        click.Option(["--version"], type=int, help="Refuse (exit code 6) unless this version is the newest."),
        click.Option(["--json", "as_json"], is_flag=True, help="Plain data for programs."),
    ]
    if to in TIMED:
        params.append(click.Option(["--at"], required=True, metavar="TIME", help='"2026-03-05 14:30", clinic time.'))
    return click.Command(name, callback=click.pass_obj(partial(_move, to)), params=params, help=says)


requests.add_command(_mover("offer", "offered", "Note that a time was suggested."))
requests.add_command(_mover("confirm", "booked", "Book the assessment."))
requests.add_command(_mover("decline", "declined", "Note that the clinic can't see this person."))
requests.add_command(_mover("cancel", "cancelled", "Note that it is off."))
requests.add_command(_mover("unreachable", "unreachable", "Note that the person can't be reached."))
requests.add_command(_mover("reopen", "waiting", "Take up again what was unreachable."))


@requests.command()
@click.argument("reference", type=reference_typed)
@as_name_option
@as_json_option
@click.pass_obj
def called(folders: Folders, reference: str, name: str, as_json: bool) -> None:
    """Note an attempt to ring."""
    with requests_of(folders) as (content, store, now):
        _say(store.note_call(reference, name, now), content, as_json)


@requests.command()
@click.argument("reference", type=reference_typed, required=False)
@contact_option
@click.option("--yes", is_flag=True, help="Don't ask.")
@as_name_option
@click.pass_obj
def delete(folders: Folders, reference: str | None, contact: str | None, yes: bool, name: str) -> None:
    """Delete a request for good, or with --contact all that is held about a person."""
    with requests_of(folders) as (content, store, now):
        if contact is not None:
            value = _contact(contact, content)
            count = len(store.of_contact(value))
            if count and not yes:
                click.confirm(f"Delete {count} for good?", abort=True)
            count = store.delete_contact(value, name, now)
        else:
            one = store.get(_needed(reference)).reference
            if not yes:
                click.confirm(f"Delete {one} for good?", abort=True)
            store.delete(one, name, now)
            count = 1
        click.echo(f"Deleted: {count}")


@requests.command()
@click.option("--format", "kind", type=click.Choice(["csv", "json", "ics"]), default="csv", show_default=True)
@click.option("--state", type=click.Choice(STATES), help="Only those in this state.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Only those booked or offered for this day.")
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="A file, for you alone.")
@click.argument("references", type=reference_typed, nargs=-1)
@click.pass_obj
def export(
    folders: Folders,
    kind: str,
    state: State | None,
    day: datetime | None,
    output: Path | None,
    references: tuple[str, ...],
) -> None:
    """Export requests: all, or those named. ics is the calendar: booked ones only."""
    with requests_of(folders) as (content, store, now):
        found = [store.get(one) for one in references] if references else store.all(state)
        found = [one for one in found if state in (None, one.state) and _on(one, day, content)]
        if kind == "ics":
            data = as_calendar([one for one in found if one.state == "booked"], content.clinic, now)
        elif kind == "json":
            data = json.dumps([as_data(one, content.clinic) for one in found], ensure_ascii=False, indent=2).encode()
        else:
            data = as_csv(found, content.clinic, country(content.clinic)).encode("utf-8-sig")
    if output is None:
        sys.stdout.buffer.write(data)
    else:
        _write(output, data)
    click.echo("This is a copy. It is now yours to keep safe and to delete.", err=True)


@requests.command()
@click.pass_obj
def purge(folders: Folders) -> None:
    """Delete what the clinic's retention time is over for, and old backups. Programs do this daily by themselves."""
    with requests_of(folders) as (content, store, now):
        click.echo(f"Deleted: {store.purge(content.clinic.retention, now)}")


def _needed(reference: str | None) -> str:
    if reference is None:
        raise click.UsageError("Name the request by its reference, or a person with --contact.")
    return reference


def _contact(typed: str, content: Content) -> str:
    found = read_contact(typed, country(content.clinic))
    if not isinstance(found, Contact):
        raise click.BadParameter("That is neither a phone number nor an email address.", param_hint="--contact")
    return found.value


def _clock(time: datetime, zone: ZoneInfo) -> str:
    return f"{time.astimezone(zone):%Y-%m-%d %H:%M}"


def _on(request: Request, day: datetime | None, content: Content) -> bool:
    if day is None:
        return True
    when: date | None = request.time.astimezone(ZoneInfo(content.clinic.timezone)).date() if request.time else None
    return when == day.date()


def _whole(request: Request, store: Store, content: Content) -> dict[str, Any]:
    """Everything that is held: the request and its history."""
    zone = ZoneInfo(content.clinic.timezone)
    history = [
        {"at": _clock(line.at, zone), "action": line.action, "by": line.by, "detail": line.detail}
        for line in store.history(request.reference)
    ]
    return as_data(request, content.clinic) | {
        "contact_as_dialled": in_words(request.contact, country(content.clinic)),
        "history": history,
    }


def _lines(data: dict[str, Any]) -> str:
    lines = []
    for name, value in data.items():
        if name == "history":
            lines += [f"  {one['at']}  {one['action']} by {one['by']} {one['detail']}".rstrip() for one in value]
            continue
        if isinstance(value, list | tuple):
            value = "; ".join(map(str, value))
        if value is None or isinstance(value, bool):
            value = {None: "", True: "yes", False: "no"}[value]
        lines.append(f"{name.replace('_', ' '):<20}{value}".rstrip())
    return "\n".join(lines)


def _say(request: Request, content: Content, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(as_data(request, content.clinic), ensure_ascii=False))
    else:
        when = f" for {_clock(request.time, ZoneInfo(content.clinic.timezone))}" if request.time else ""
        click.echo(f"{request.reference} is {request.state}{when} (version {request.version}).")


def _write(path: Path, data: bytes) -> None:
    import os

    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
