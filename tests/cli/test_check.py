"""`botox-faq check` as a content owner and a CI service see it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from botox_faq.cli import cli
from tests.upkeep.faults import ERRORS, WARNINGS

ERROR = next(fault for fault in ERRORS if fault.name == "a promise")
WARNING = next(fault for fault in WARNINGS if fault.name == "few phrasings")


@pytest.fixture
def clean(good: Path) -> Path:
    path = good / "clinic.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "sample: true\n", encoding="utf-8")
    return good


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(one) for one in arguments], catch_exceptions=False)


def test_a_clean_folder(clean: Path) -> None:
    result = run("check", clean)
    assert result.exit_code == 0
    assert "clean" in result.output


def test_errors_end_with_1_and_each_names_its_place_and_mend(clean: Path) -> None:
    line, column = ERROR.make(clean)
    result = run("--faq", clean, "check")
    assert result.exit_code == 1
    first, last = result.output.splitlines()
    assert first.startswith(f"{clean}/general.yaml:{line}:{column}: error promise: ")
    assert last.endswith("1 error, 0 warnings.")


def test_warnings_end_with_0_and_with_strict_1(clean: Path) -> None:
    WARNING.make(clean)
    assert run("check", clean).exit_code == 0
    assert run("check", clean, "--strict").exit_code == 1


def test_a_folder_that_cannot_be_read(tmp_path: Path) -> None:
    result = run("check", tmp_path)
    assert result.exit_code == 1
    assert "missing-file" in result.output
    assert "Traceback" not in result.output


def test_json(clean: Path) -> None:
    ERROR.make(clean)
    told = json.loads(run("check", clean, "--json").output)
    assert [(one["code"], one["severity"], one["file"]) for one in told["problems"]] == [
        ("promise", "error", "general.yaml")
    ]


def test_annotations(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line, column = ERROR.make(clean)
    monkeypatch.chdir(clean.parent)
    out = run("check", clean, "--format", "github").output
    assert re.fullmatch(rf"::error file=faq/general\.yaml,line={line},col={column},title=promise::.*\n", out)


def test_an_annotation_is_one_line_whatever_the_text() -> None:
    from botox_faq.cli.check import _annotation
    from botox_faq.content import Problem

    said = _annotation(Problem("a,b:c.yaml", 1, 2, "x", "50%\n::error::\r", "y"), Path("."))
    assert said == "::error file=a%2Cb%3Ac.yaml,line=1,col=2,title=x::50%25%0A::error::%0D. y."


def test_the_help_s_examples_run(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = re.findall(r"^ +botox-faq (check.*)$", run("check", "--help").output, re.MULTILINE)
    assert len(examples) >= 2
    monkeypatch.chdir(clean.parent)
    clean.rename(clean.parent / "our-clinic")
    for example in examples:
        assert run(*example.split()).exit_code == 0
