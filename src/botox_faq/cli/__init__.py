"""The command line. A command's module is imported only when that command runs."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import click

from botox_faq import __version__

COMMANDS = (
    "ask",
    "init",
    "check",
    "test",
    "trace",
    "review",
    "misses",
    "publish",
    "requests",
    "desk",
    "kiosk",
    "doctor",
)
"""In the order in which `--help` lists them; each is the attribute of that name in the module of that name."""


@dataclass(frozen=True, slots=True)
class Folders:
    """What stands before the subcommand: where the content and the data are, None for the usual places."""

    faq: Path | None
    data: Path | None


class _LateGroup(click.Group):
    """A group whose commands are imported by name: `ask` starts without the desk's libraries."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = getattr(import_module(f"botox_faq.cli.{cmd_name}"), cmd_name)
        return found


@click.group(cls=_LateGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--faq", type=click.Path(path_type=Path), envvar="BOTOX_FAQ", help="A clinic's own content folder.")
@click.option("--data", type=click.Path(path_type=Path), envvar="BOTOX_FAQ_DATA", help="Where requests are kept.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers, pipes and simple terminals.")
@click.version_option(__version__, prog_name="botox-faq")
@click.pass_context
def cli(ctx: click.Context, faq: Path | None, data: Path | None, plain: bool) -> None:
    """Answers to questions about Botox in a clinic's own words, and a way to a first assessment.

    Without a command: the chat.

    \b
    Examples:
      botox-faq
      botox-faq --plain
      botox-faq ask "how often should I have it?"
      botox-faq --faq our-clinic ask --json "does it hurt?"
    """
    ctx.obj = Folders(faq, data)
    if ctx.invoked_subcommand is None:
        from botox_faq.cli.chat import chat

        ctx.exit(chat(ctx.obj, plain))


def main() -> None:
    """Run the command line; whatever goes wrong is a message and an exit code, never a traceback."""
    try:
        cli(prog_name="botox-faq")
    except Exception as error:
        from botox_faq.cli.failing import report

        sys.exit(report(error))
