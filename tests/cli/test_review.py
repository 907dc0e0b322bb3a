"""`botox-faq review` as a clinic uses it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from botox_faq.cli import cli


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--faq", str(folder), "review", *arguments], catch_exceptions=False)


def test_sign_then_due_then_edit_then_diff_then_show(good: Path) -> None:
    assert "does-it-hurt: never signed" in run(good, "due").output
    signed = run(good, "sign", "does-it-hurt", "--by", "Dr A. Sample", "--role", "doctor", "--due", "2999-01-01")
    assert (signed.exit_code, "due again on 2999-01-01" in signed.output) == (0, True)
    assert "does-it-hurt" not in run(good, "due").output
    assert "does-it-hurt: signed by Dr A. Sample, doctor" in run(good, "due", "--all").output
    assert run(good, "diff").output == "Nothing was changed since it was signed.\n"
    path = good / "general.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("can sting", "may sting"), encoding="utf-8")
    assert "does-it-hurt: changed since Dr A. Sample signed it" in run(good, "due").output
    shown = run(good, "diff").output
    assert re.search(r"^  - .*can sting", shown, re.MULTILINE)
    assert re.search(r"^  \+ .*may sting", shown, re.MULTILINE)
    said = run(good, "show", "does-it-hurt").output
    assert "signed by Dr A. Sample, doctor" in said
    assert "can sting" in said
    assert run(good, "show", "does-it-hurt", "--at", "2001-01-01").exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("sign", "nothing", "--by", "A", "--role", "B"),
        ("sign", "does-it-hurt", "--by", " ", "--role", "B"),
        ("sign", "does-it-hurt", "--by", "A", "--role", "B", "--due", "2001-01-01"),
        ("sign", "does-it-hurt", "--by", "A"),
        ("show", "does-it-hurt", "--at", "yesterday"),
    ],
)
def test_wrong_usage(good: Path, arguments: tuple[str, ...]) -> None:
    before = (good / "reviews.yaml").read_bytes()
    assert run(good, *arguments).exit_code == 2
    assert (good / "reviews.yaml").read_bytes() == before


def test_a_pack_is_written_or_printed(good: Path, tmp_path: Path) -> None:
    assert run(good, "pack", "--to", str(tmp_path / "p.html")).exit_code == 0
    assert (tmp_path / "p.html").read_text(encoding="utf-8") == run(good, "pack").output
    assert run(good, "pack", "--to", str(tmp_path)).exit_code == 1


@pytest.mark.parametrize("command", [(), ("sign",), ("due",), ("diff",), ("show",), ("pack",)])
def test_the_help_s_examples_run(good: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.chdir(good.parent)
    examples = re.findall(r"^ +botox-faq review (.*)$", run(good, *command, "--help").output, re.MULTILINE)
    assert len(examples) >= (1 if command else 5)
    for example in examples:
        result = run(good, *shlex.split(example))
        assert result.exit_code == 0 or "had signed" in result.output
