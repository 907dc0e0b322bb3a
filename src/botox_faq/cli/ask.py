"""`botox-faq ask`: one question, or one a line, answered without a screen."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import click

# One short process: looking for garbage while 10 MB of words are read costs a tenth of its time and finds none.
gc.disable()

from botox_faq.assistant import cache_folder, load_assistant  # noqa: E402
from botox_faq.content import find_faq  # noqa: E402

if TYPE_CHECKING:
    from botox_faq.cli import Folders
    from botox_faq.conversation import Assistant, Reply, Visit

EXIT_CODES = {"choices": 3, "unknown": 3, "urgent": 4}


@click.command
@click.argument("words", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a reply.")
@click.option("--visit", "one_visit", is_flag=True, help="Lines of standard input are one visit, not one each.")
@click.option("--explain", is_flag=True, help="Say why: words as read, scores, coverage, the rule that decided.")
@click.option("--now", "now", metavar="ISO", help="The time to answer at, such as 2026-11-23T10:00.")
@click.pass_obj
def ask(
    folders: Folders, words: tuple[str, ...], as_json: bool, one_visit: bool, explain: bool, now: str | None
) -> None:
    """Answer the question WORDS; `-` answers each line of standard input.

    Exit code 0: answered. 3: choices, or the clinic wrote nothing on this. 4: urgent.

    \b
    Examples:
      botox-faq ask how often should i get it
      botox-faq ask --explain "is it permanant?"
      printf '%s\\n' 'does it hurt' 'is it permanent' | botox-faq ask --json -
    """
    if not words:
        raise click.UsageError("What is the question? Write it after ask, or - for standard input.")
    at = _time(now)
    assistant = load_assistant(find_faq(folders.faq), cache_folder())
    visit = assistant.new_visit()
    from_input = words == ("-",)
    code = 0
    for line in _lines() if from_input else [" ".join(words)]:
        if from_input and not one_visit:
            visit = assistant.new_visit()
        reply = visit.say(line, at)
        click.echo(_in_json(assistant, reply, explain) if as_json else _in_words(assistant, visit, reply, explain))
        sys.stdout.flush()
        code = _exit_code(reply)
    # Taking the assistant apart, object by object, at the interpreter's end would cost another tenth.
    os._exit(0 if from_input else code)


def _in_json(assistant: Assistant, reply: Reply, explain: bool) -> str:
    out = reply.as_json()
    if explain:
        from botox_faq.cli.explaining import explained

        out["explain"] = explained(assistant, reply.question)
    return json.dumps(out, ensure_ascii=False)


def _in_words(assistant: Assistant, visit: Visit, reply: Reply, explain: bool) -> str:
    from botox_faq.plain import said

    lines = said(assistant.content, reply, visit.options)
    if explain:
        from botox_faq.cli.explaining import explained_in_words

        lines += ["", explained_in_words(assistant, reply.question)]
    return "\n".join(lines)


def _exit_code(reply: Reply) -> int:
    return max([EXIT_CODES.get(reply.kind, 0), *map(_exit_code, reply.parts)])


def _time(text: str | None) -> datetime:
    if text is None:
        return datetime.now().astimezone()
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise click.UsageError(f"--now {text!r} is no time. Write it like 2026-11-23T10:00.") from None
    return at.astimezone() if at.tzinfo is None else at


def _lines() -> Iterator[str]:
    """The lines of standard input; a byte that is no UTF-8 is shown as such, never an error."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace").rstrip("\r\n")
