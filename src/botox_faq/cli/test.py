"""`botox-faq test`: the content's own regression test."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from botox_faq.content import find_faq

if TYPE_CHECKING:
    from collections.abc import Callable

    from botox_faq.cli import Folders
    from botox_faq.content.clinic import Floors
    from botox_faq.upkeep.trial import Figures, Outcome

BELOW = 5
_MOST_LISTED = 10
_NAMES = {
    "top1": "phrasings that find their entry",
    "top3": "among the best three",
    "mistyped": "mistyped, that find their entry",
    "mistyped_top3": "mistyped, among the best three",
    "negatives": "negatives refused",
    "negatives_unseen": "negatives refused unseen",
    "coverage": "of the words known",
}


@click.command
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object with all figures and confusions.")
@click.pass_obj
def test(folders: Folders, file: Path | None, as_json: bool) -> None:
    """Ask every phrasing of a matcher that has not seen it, as it stands and mistyped, and every negative.

    Takes about a minute for a hundred entries. With FILE, a YAML list of {question, entry} or {question, topic}, those
    questions are asked instead, in a moment; one with neither should not be answered. Exit code 5: a figure is below
    its floor (clinic.yaml, floors).

    \b
    Examples:
      botox-faq test
      botox-faq test our-questions.yaml --json
    """
    from botox_faq.assistant import cache_folder, load_assistant
    from botox_faq.upkeep.expected import asked, read_expected
    from botox_faq.upkeep.trial import figures, held_out

    assistant = load_assistant(find_faq(folders.faq), cache_folder())
    if file:
        outcomes = asked(assistant, read_expected(file, assistant))
    else:
        with progress() as report:
            outcomes = held_out(assistant, report)
    result, floors = figures(outcomes), assistant.content.clinic.floors
    below = result.below(floors)
    if as_json:
        click.echo(json.dumps(_as_json(outcomes, result, floors, below), ensure_ascii=False))
    else:
        for line in _as_text(outcomes, result, floors):
            click.echo(line)
    sys.exit(BELOW if below else 0)


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """A progress bar where someone is watching; figures go to standard output, so it goes to the other."""
    if not sys.stderr.isatty():
        yield lambda done, parts: None
        return
    with click.progressbar(length=1, label="Asking", file=sys.stderr) as bar:

        def report(done: int, parts: int) -> None:
            bar.length = parts
            bar.update(done - bar.pos)

        yield report


def _as_json(outcomes: Sequence[Outcome], result: Figures, floors: Floors, below: list[str]) -> dict[str, object]:
    from botox_faq.upkeep.trial import confusions

    return {
        "asked": len(outcomes),
        "figures": asdict(result),
        "floors": asdict(floors),
        "below": below,
        "confusions": [
            {"wanted": one.wanted, "got": one.got,
             "phrasings": [{"phrasing": phrasing, "nearest": nearest} for phrasing, nearest in one.phrasings]}
            for one in confusions(outcomes)
        ],
        "answered_but_negative": [one.question for one in outcomes if one.variant == "seen" and not one.refused],
    }  # fmt: skip


def _as_text(outcomes: Sequence[Outcome], result: Figures, floors: Floors) -> Iterator[str]:
    from botox_faq.upkeep.trial import confusions

    found = confusions(outcomes)
    for one in found[:_MOST_LISTED]:
        yield f"{one.wanted} is taken for {one.got} ({len(one.phrasings)}):"
        for phrasing, nearest in one.phrasings[:3]:
            yield f"    {phrasing!r} is near {nearest!r}"
    if len(found) > _MOST_LISTED:
        yield f"and {len(found) - _MOST_LISTED} more pairs of entries, see --json"
    answered = [one.question for one in outcomes if one.variant == "seen" and not one.refused]
    yield from (f"answered, but must not be: {question!r}" for question in answered[:_MOST_LISTED])
    yield f"{len(outcomes):,} questions asked"
    yield from summed_up(result, floors)


def summed_up(result: Figures, floors: Floors) -> Iterator[str]:
    """The figures, one a line, each with its floor."""
    for name, figure in asdict(result).items():
        floor = getattr(floors, name, None)
        if figure is not None:
            mark = "" if floor is None else f"  (floor {floor:.0%}{', BELOW' if figure < floor else ''})"
            yield f"{figure:7.1%}  {_NAMES[name]}{mark}"
