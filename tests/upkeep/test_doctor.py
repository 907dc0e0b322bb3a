"""The doctor: each thing looked at is a line, each fault says how to mend it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from botox_faq.cli import cli
from botox_faq.content import Content, ContentError, Problem
from botox_faq.upkeep.doctor import Finding, clock, glyphs, newest_file, pin, store, terminal

GOOD = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


def faults(findings: Iterable[Finding]) -> list[str]:
    """What is faulty; every fault and hint must say how to mend it."""
    found = list(findings)
    assert all(one.mend for one in found if one.fault)
    return [one.about for one in found if one.fault]


def test_a_good_terminal_has_no_fault() -> None:
    assert faults(terminal((120, 40), GOOD)) == []


def test_too_small_a_window_and_no_term_are_faults() -> None:
    assert faults(terminal((50, 24), GOOD)) == ["size"]
    assert faults(terminal((80, 24), {})) == ["colours"]


def test_the_linux_console_is_told_about_console_and_touch() -> None:
    said = " ".join(one.mend for one in terminal((80, 24), {"TERM": "linux"}))
    assert "--console" in said
    assert "cage" in said


@pytest.mark.parametrize("term", ["vt100", "vt220", "ansi"])
def test_a_terminal_without_colour_is_not_said_to_have_256(term: str) -> None:
    said = [one for one in terminal((80, 24), {"TERM": term}) if one.about in ("colours", "mouse")]
    assert [(one.about, one.says) for one in said] == [("colours", f"few with TERM={term}")]
    assert "xterm-256color" in said[0].mend


def test_variables_of_textual_are_named() -> None:
    assert any("TEXTUAL_PRESS" in one.says for one in terminal((80, 24), GOOD | {"TEXTUAL_PRESS": "q"}))


def test_a_locale_without_utf_8_is_a_fault() -> None:
    assert faults(glyphs("ANSI_X3.4-1968")) == ["locale"]
    assert faults(glyphs("UTF-8")) == []


def test_content_with_errors_and_the_sample_clinic_are_faults(content: Content) -> None:
    from botox_faq.upkeep import doctor

    def broken() -> Content:
        raise ContentError([Problem("clinic.yaml", 1, 1, "bad", "it is bad", "Mend it")])

    [found] = doctor.content(broken)
    assert found.fault
    assert found.says == "1 error, the first: clinic.yaml:1: it is bad"
    assert found.mend == "Mend it. All of them: botox-faq check"
    assert faults(doctor.content(lambda: content)) == ["clinic"]


def test_a_store_that_cannot_be_made_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    assert faults(store(tmp_path / "data")) == ["store"]


@pytest.mark.parametrize(
    ("mode", "expected"), [(0o700, []), (0o2770, []), (0o770, ["access"]), (0o777, ["access"]), (0o2775, ["access"])]
)
def test_a_folder_that_others_can_open_or_that_is_half_shared_is_a_fault(
    tmp_path: Path, mode: int, expected: list[str]
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(mode)
    if os.stat(folder).st_mode & 0o7777 != mode:
        pytest.skip("this system does not let us set the mode")
    assert faults(store(folder)) == expected


def test_a_file_of_another_group_is_a_fault(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a file to any group")
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(0o2770)
    list(store(folder))
    os.chown(folder / "requests.db", -1, folder.stat().st_gid + 1)
    *_, found = store(folder)
    assert found.fault
    assert "requests.db" in found.says
    assert found.mend.startswith("chgrp ")


def test_a_fault_ends_with_one_full_stop(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    [found] = store(tmp_path / "data")
    assert not found.says.endswith(".")


def test_no_pin_is_a_fault(tmp_path: Path) -> None:
    kept = tmp_path / "kiosk-pin"
    [found] = pin(kept, None)
    assert found.fault
    assert found.mend == f"Set one: botox-faq --data {tmp_path} kiosk --set-pin"
    kept.write_text("scrypt$...")
    assert faults(pin(kept, "scrypt$...")) == []


def test_a_pin_that_only_the_kiosk_may_read_is_no_fault(tmp_path: Path) -> None:
    kept = tmp_path / "kiosk-pin"
    kept.write_text("scrypt$...")
    [found] = pin(kept, None)  # as the desk's user sees it
    assert not found.fault
    assert "another user" in found.says
    assert found.mend


def test_a_clock_behind_the_files_is_a_fault() -> None:
    now = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
    assert faults(clock(now, now.timestamp() - 60)) == []
    assert faults(clock(now, now.timestamp() + 3 * 86_400)) == ["clock"]
    assert faults(clock(datetime(1970, 1, 2, tzinfo=UTC), 0)) == ["clock"]


def test_the_newest_file_counts(tmp_path: Path) -> None:
    assert newest_file(tmp_path / "missing") == 0
    (tmp_path / "one").write_text("x")
    os.utime(tmp_path / "one", (1000, 1000))
    assert newest_file(tmp_path) == 1000


def test_the_command_says_each_and_exits_1_on_a_fault(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["--data", str(tmp_path / "data"), "doctor"])
    assert done.exit_code == 1
    for about in ("content", "region", "store", "access", "PIN", "clock", "time zone", "locale"):
        assert f" {about}: " in done.output
    assert f"FAULT PIN: not set. Set one: botox-faq --data {tmp_path / 'data'} kiosk --set-pin" in done.output
