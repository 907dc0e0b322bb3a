"""`botox-faq test` as a content owner sees it."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pexpect
import pytest
from click.testing import CliRunner, Result

from botox_faq.cli import cli


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(one) for one in arguments], catch_exceptions=False)


def test_figures_and_floors(good: Path) -> None:
    path = good / "clinic.yaml"
    floors = "floors: {top1: 1.0, mistyped: 0, top3: 0, negatives: 0}"
    path.write_text(path.read_text(encoding="utf-8").replace("floors: {top1: 0.5}", floors), encoding="utf-8")
    result = run("--faq", good, "test", "--json")
    told = json.loads(result.stdout)
    assert told["below"] == ["top1"]
    assert result.exit_code == 5
    assert told["confusions"]
    assert told["asked"] == 5 * 10 * 2 + 3 * 2
    again = run("--faq", good, "test")
    assert again.exit_code == 5
    assert "floor 100%, BELOW" in again.stdout
    assert "is taken for" in again.stdout


def test_content_that_cannot_be_read_is_an_error_without_a_traceback(tmp_path: Path) -> None:
    from botox_faq.content import ContentError

    with pytest.raises(ContentError):
        run("--faq", tmp_path, "test")


def test_the_help_s_examples_run(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = good / "clinic.yaml"
    floors = "floors: {top1: 0, mistyped: 0, top3: 0, negatives: 0}"
    path.write_text(path.read_text(encoding="utf-8").replace("floors: {top1: 0.5}", floors), encoding="utf-8")
    examples = re.findall(r"^ +botox-faq (test.*)$", run("test", "--help").output, re.MULTILINE)
    assert len(examples) == 2
    monkeypatch.chdir(good.parent)
    Path("our-questions.yaml").write_text(
        "- {question: does it last for ever, entry: is-it-permanent}\n", encoding="utf-8"
    )
    for example in examples:
        assert run("--faq", good, *example.split()).exit_code == 0


def test_a_terminal_sees_how_far_it_is(good: Path) -> None:
    child = pexpect.spawn(sys.executable, ["-m", "botox_faq", "--faq", str(good), "test"], timeout=60, encoding="utf-8")
    child.expect("Asking")
    child.expect("100%")
    child.expect("phrasings that find their entry")
    child.expect(pexpect.EOF)
