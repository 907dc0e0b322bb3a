"""`botox-faq publish` stops at the advertising rule until somebody answers for it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from botox_faq.cli import cli


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--faq", str(folder), "publish", *arguments], catch_exceptions=False)


@pytest.mark.parametrize("name", [[], ["--acknowledge-advertising", " "]])
def test_it_stops_with_the_rule_and_its_source(good: Path, name: list[str]) -> None:
    result = run(good, *name)
    assert result.exit_code == 1
    assert "CAP Code rule 12.12" in result.output
    assert "Source: ASA and CAP" in result.output
    assert "<html" not in result.output


def test_it_writes_when_somebody_answers_for_it(good: Path, tmp_path: Path) -> None:
    name = ("--acknowledge-advertising", "A. Sample")
    assert run(good, *name).output.startswith("<!DOCTYPE html>")
    assert run(good, "--format", "markdown", *name).output.startswith("# Questions and answers: Elm Street Clinic")
    assert run(good, "--to", str(tmp_path / "faq.html"), *name).exit_code == 0
    assert (tmp_path / "faq.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert run(good, "--to", str(tmp_path), *name).exit_code == 1


def test_the_help_s_examples_run(good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    examples = re.findall(r"^ +botox-faq publish ?(.*)$", run(good, "--help").output, re.MULTILINE)
    assert len(examples) >= 2
    assert all(run(good, *shlex.split(example)).exit_code == 0 for example in examples)
