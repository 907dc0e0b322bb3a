"""`botox-faq check`: what is wrong with the content, where, and how to mend it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from botox_faq.content import Problem, find_faq
from botox_faq.content.place import find_edited

if TYPE_CHECKING:
    from botox_faq.cli import Folders


@click.command
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to list.")
@click.pass_obj
def check(folders: Folders, folder: Path | None, strict: bool, as_json: bool, form: str) -> None:
    """Name everything that is wrong with the content in FOLDER (or --faq), with its place and how to mend it.

    Without FOLDER: the content in the current folder, else in faq/ there, else the content that came with the program.
    Errors are what must not reach a patient; warnings are what should be better. Exit code 1: errors were found, or
    with --strict warnings.

    \b
    Examples:
      botox-faq check
      botox-faq check our-clinic --strict
      botox-faq check our-clinic --format github
    """
    from botox_faq.upkeep.checking import check as checked

    asked = folder or folders.faq or find_edited()
    where = find_faq(asked)
    if not where.is_dir():
        raise click.ClickException(f"There is no folder {where}.")
    problems = checked(where, date.today())
    errors = sum(one.severity == "error" for one in problems)
    if as_json or form == "json":
        click.echo(
            json.dumps({"folder": str(where), "problems": [asdict(one) for one in problems]}, ensure_ascii=False)
        )
    elif form == "github":
        for one in problems:
            click.echo(_annotation(one, where))
    else:
        for one in problems:
            click.echo(f"{asked}{os.sep}{one}" if asked else str(one))
        click.echo(_summed_up(problems, errors, where))
    sys.exit(1 if errors or (strict and problems) else 0)


def _summed_up(problems: Sequence[Problem], errors: int, where: Path) -> str:
    if not problems:
        return f"{where}: clean. No errors, no warnings."
    warnings = len(problems) - errors
    return f"{where}: {errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}."


def _annotation(problem: Problem, where: Path) -> str:
    """A line that a CI service shows beside the line of the file, which it looks for below the current folder."""
    here, path = Path.cwd(), (where / problem.file).absolute()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    place = f"file={_escaped(str(shown))},line={problem.line},col={problem.column}"
    said = f"{problem.message}. {problem.mend}."
    return f"::{problem.severity} {place},title={_escaped(problem.code)}::{_escaped(said, also='')}"


def _escaped(text: str, also: str = ":,") -> str:
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
