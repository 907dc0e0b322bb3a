"""`botox-faq misses`: what visitors asked that had no answer, and making answers of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from botox_faq.cli.common import Failing
from botox_faq.content import find_faq

if TYPE_CHECKING:
    from botox_faq.cli import Folders
    from botox_faq.store.store import Store
    from botox_faq.upkeep.misses import Miss
    from botox_faq.upkeep.promoting import Change


@click.group(cls=Failing, invoke_without_command=True)
@click.option("--counts", is_flag=True, help="Count what was asked and answered instead; no words.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_context
def misses(ctx: click.Context, counts: bool, as_json: bool) -> None:
    """List the questions that visitors wanted the clinic to know of in the last 90 days, like ones together.

    Each with how often it was told, the nearest entry and its score (0 to 1).

    \b
    Examples:
      botox-faq misses
      botox-faq misses --counts
      botox-faq misses promote 1 --to does-it-hurt
      botox-faq misses promote 2 --new flying-home --topic downtime
    """
    if ctx.invoked_subcommand is not None:
        return
    with closing(_store(ctx.obj)) as store:
        if counts:
            _counts(store, as_json)
            return
        found = _misses(ctx.obj, store)
    if as_json:
        click.echo(json.dumps([_as_json(one) for one in found], ensure_ascii=False))
        return
    for one in found:
        near = one.nearest
        click.echo(f"{one.number:>5}  {len(one.told)} x  {one.questions[0]}")
        for question in one.questions[1:4]:
            click.echo(f"              {question}")
        click.echo(f"              nearest: {near.entry or 'none'}, score {near.score:.2f}")
    click.echo(f"{len(found)} question{'s' * (len(found) != 1)} without an answer.")


@misses.command
@click.argument("number", type=int)
@click.option("--to", "entry", metavar="ENTRY", help="Add it to this entry, each wording as a phrasing.")
@click.option("--new", metavar="ID", help="Begin a new entry with it, as a draft.")
@click.option("--topic", help="The new entry's topic.")
@click.option("--file", "file", default="general.yaml", show_default=True, help="The file for the new entry.")
@click.option("--as", "wording", metavar="TEXT", help="Put it in these words.")
@click.option("--yes", is_flag=True, help="Do not ask before writing.")
@click.pass_obj
def promote(
    folders: Folders,
    number: int,
    entry: str | None,
    new: str | None,
    topic: str | None,
    file: str,
    wording: str | None,
    yes: bool,
) -> None:
    """Make a phrasing or a new draft entry of the question NUMBER: shows the change, runs the test with it, asks.

    \b
    Examples:
      botox-faq misses promote 1 --to does-it-hurt --yes
      botox-faq misses promote 2 --new flying-home --topic downtime --yes
    """
    if (entry is None) == (new is None) or (new is not None and topic is None):
        raise click.UsageError("Say --to ENTRY, or --new ID with --topic TOPIC.")
    with closing(_store(folders)) as store:
        miss = next((one for one in _misses(folders, store) if one.number == number), None)
        if miss is None:
            raise click.ClickException(f"There is no question {number}. See: botox-faq misses")
        questions = (wording,) if wording else miss.questions
        change = _change(find_faq(folders.faq), entry, new, topic or "", file, questions)
        click.echo("\n".join(change.difference()))
        if entry is not None:
            _test(change)
        else:
            click.echo("A draft is shown to nobody, so there is nothing to test. Write its answer next.")
        if not yes and not click.confirm("Write it?"):
            click.echo("Nothing was written.")
            return
        _write(change)
        store.tallies.forget_told(*(one.id for one in miss.told))
    click.echo(f"Written to {change.path}.")


def _store(folders: Folders) -> Store:
    from botox_faq.store import open_store

    return open_store(folders.data)


def _misses(folders: Folders, store: Store) -> list[Miss]:
    from botox_faq.content.reading import read_content
    from botox_faq.upkeep.misses import grouped, too_old

    told = store.tallies.told()
    if old := too_old(told, date.today()):
        store.tallies.forget_told(*old)
    vocabulary = read_content(find_faq(folders.faq)).vocabulary
    return grouped((one for one in told if one.id not in old), vocabulary)


def _change(
    folder: Path, entry: str | None, new: str | None, topic: str, file: str, questions: Sequence[str]
) -> Change:
    from botox_faq.upkeep.inserting import CannotInsert
    from botox_faq.upkeep.promoting import as_draft, as_phrasings

    try:
        if entry is not None:
            return as_phrasings(folder, entry, questions)
        return as_draft(folder, file, new or "", topic, questions)
    except KeyError:
        raise click.ClickException(f"There is no entry {entry!r}.") from None
    except CannotInsert as error:
        raise click.ClickException(str(error)) from None


def _test(change: Change) -> None:
    """Run the regression test with the change and say what came of it."""
    from botox_faq.cli.test import progress, summed_up
    from botox_faq.content.reading import read_content
    from botox_faq.conversation import Assistant
    from botox_faq.upkeep.promoting import tried
    from botox_faq.upkeep.trial import figures, held_out

    with tried(change) as copy:
        assistant = Assistant(read_content(copy))
    with progress() as report:
        outcomes = held_out(assistant, report)
    for line in summed_up(figures(outcomes), assistant.content.clinic.floors):
        click.echo(line)


def _write(change: Change) -> None:
    from botox_faq.upkeep.inserting import CannotInsert

    try:
        change.write()
    except CannotInsert as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{change.path} can't be written ({error.strerror}).") from None


def _counts(store: Store, as_json: bool) -> None:
    total: Counter[tuple[str, str]] = Counter()
    counted = store.tallies.counts()
    for one in counted:
        total[one.what, one.detail] += one.number
    if as_json:
        rows = [asdict(one) | {"day": one.day.isoformat()} for one in counted]
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for (what, detail), number in sorted(total.items(), key=lambda item: (item[0][0], -item[1], item[0][1])):
        click.echo(f"{number:>7}  {what}{' ' + detail if detail else ''}")
    if not total:
        click.echo("Nothing has been counted yet.")


def _as_json(miss: Miss) -> dict[str, object]:
    near = miss.nearest
    return {
        "number": miss.number,
        "times": len(miss.told),
        "questions": list(miss.questions),
        "nearest": near.entry,
        "score": near.score,
        "days": [one.day.isoformat() for one in miss.told],
    }
