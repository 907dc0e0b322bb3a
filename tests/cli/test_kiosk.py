"""`botox-faq kiosk` without a terminal: the PIN, the self-check, the log."""

from __future__ import annotations

import os
from pathlib import Path

from click.testing import CliRunner

from botox_faq.cli import cli
from botox_faq.cli.kiosk import LOG_SIZE, logger, read_pin
from botox_faq.kiosk.pin import is_pin


def test_a_pin_is_asked_for_twice_and_only_its_hash_is_kept(tmp_path: Path) -> None:
    data = tmp_path / "data"
    done = CliRunner().invoke(cli, ["--data", str(data), "kiosk", "--set-pin"], input="246810\n246810\n")
    assert done.exit_code == 0, done.output
    kept = read_pin(data)
    assert kept
    assert is_pin("246810", kept)
    assert (data / "kiosk-pin").stat().st_mode & 0o777 == 0o600
    assert "246810" not in done.output


def test_a_short_pin_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["--data", str(tmp_path), "kiosk", "--set-pin"], input="1234\n1234\n")
    assert done.exit_code == 1
    assert read_pin(tmp_path) is None


def test_without_a_terminal_it_says_so_and_does_not_spin(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["--data", str(tmp_path), "kiosk"])
    assert done.exit_code == 1
    assert "needs a terminal" in done.output


def test_the_self_check_prints_what_it_searched_and_exits_0(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["--data", str(tmp_path), "kiosk", "--self-check"])
    assert done.exit_code == 0, done.output
    assert "live objects: nothing" in done.output
    assert "Nothing of the visit is left." in done.output


def test_the_log_is_its_owners_alone_and_stays_short(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.log"
    note = logger(path)
    for number in range(3000):
        note(f"line {number} of a log that must not grow for ever")
    assert path.stat().st_size < LOG_SIZE + 200
    assert path.read_text().endswith("line 2999 of a log that must not grow for ever\n")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_log_that_cannot_be_written_troubles_nobody(tmp_path: Path) -> None:
    logger(tmp_path / "missing" / "kiosk.log")("a line")
    assert not os.path.exists(tmp_path / "missing")
