"""The guide's examples are read and run: its YAML is valid, its commands are those of the program."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from botox_faq.cli import COMMANDS, cli
from botox_faq.content.reading import read_as, read_file
from botox_faq.upkeep.expected import Expected

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "content.md").read_text(encoding="utf-8")
YAML = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
SHELL = [line for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL) for line in block.splitlines()]


def test_the_entry_is_one() -> None:
    _, entries, problems = read_file("article.yaml", YAML[0].encode())
    assert (problems, [entry.id for entry in entries]) == ([], ["does-it-hurt"])


def test_the_question_file_is_one() -> None:
    (block,) = (one for one in YAML if "question: how offen" in one)
    questions, problems = read_as(tuple[Expected, ...], "ours.yaml", block.encode())
    assert (problems, len(questions)) == ([], 3)


@pytest.mark.parametrize("line", SHELL)
def test_each_command_has_these_options(line: str) -> None:
    """As far as its options go; what they do is tested with the commands."""
    words = shlex.split(line)
    assert words.pop(0) == "botox-faq"
    context = click.Context(cli)
    command: click.Command = cli
    rest = words[2:] if words[0] == "--faq" else words
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        found = command.get_command(context, rest[0])
        assert found is not None, rest[0]
        command, rest = found, rest[1:]
    options = {name for one in command.params for name in one.opts}
    assert {word for word in rest if word.startswith("--")} <= options


def test_the_guide_knows_every_command_of_upkeep() -> None:
    upkeep = {"init", "check", "test", "trace", "review", "misses", "publish"}
    assert upkeep <= set(COMMANDS)
    assert all(f"botox-faq {name}" in GUIDE or f"our-clinic {name}" in GUIDE for name in upkeep)


def test_the_hook_is_the_one_that_is_shipped() -> None:
    hooks = (DOCS.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert "id: botox-faq-check" in hooks
    assert "botox-faq-check" in GUIDE


@pytest.mark.parametrize("name", ["content.md", "governance.md"])
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", (DOCS / name).read_text(encoding="utf-8")):
        assert (DOCS / target).exists(), target
