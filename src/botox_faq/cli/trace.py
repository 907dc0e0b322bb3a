"""`botox-faq trace`: where each fact of the article went, and where each entry comes from."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import click

from botox_faq.content import ContentError, find_faq

if TYPE_CHECKING:
    from botox_faq.cli import Folders


@click.command
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_obj
def trace(folders: Folders, as_json: bool) -> None:
    """Show each fact of the article with its entries and how it is said there, then each entry with its source.

    A fact is kept, softened ("may", or a note beside it) or put neutrally. Facts that no entry carries come last.

    \b
    Examples:
      botox-faq trace
      botox-faq trace --json
    """
    from botox_faq.content.reading import read_folder
    from botox_faq.upkeep.tracing import facts_carried, sources

    reading = read_folder(find_faq(folders.faq))
    if reading.content is None:
        raise ContentError(reading.problems)
    facts, entries = facts_carried(reading.content), sources(reading.content)
    lost = [one for one in facts if not one.entries]
    if as_json:
        told = {
            "facts": [
                {"id": one.fact.id, "section": one.fact.section, "fact": one.fact.fact, "handling": one.fact.handling,
                 "because": one.fact.because, "entries": one.entries, "hidden": one.hidden}
                for one in facts
            ],
            "entries": [{"id": one.entry, "source": one.source, "facts": one.facts} for one in entries],
            "not_carried": [one.fact.id for one in lost],
        }  # fmt: skip
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    for one in facts:
        click.echo(f"{one.fact.id:<4} {one.fact.handling:<8} {', '.join(one.entries) or 'NO ENTRY'}")
        click.echo(f"{'':14}{one.fact.section}: {one.fact.fact}")
        if one.fact.because:
            click.echo(f"{'':14}because {one.fact.because}")
    click.echo()
    for entry in entries:
        click.echo(f"{entry.entry}: {entry.source}{' (' + ', '.join(entry.facts) + ')' if entry.facts else ''}")
    click.echo()
    handled = Counter(one.fact.handling for one in facts)
    click.echo(f"{len(facts)} facts: {', '.join(f'{number} {how}' for how, number in handled.items())}.")
    names = ", ".join(f"{one.fact.id}{' (hidden)' if one.hidden else ''}" for one in lost)
    click.echo(f"Not carried: {names or 'none'}.")
