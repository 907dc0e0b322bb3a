"""`botox-faq desk`: only in a terminal, and there until it is told to end."""

from __future__ import annotations

import sys

import pexpect
import pytest
from click.testing import CliRunner

from botox_faq.cli import cli


def test_without_a_terminal_it_says_what_to_use_instead(tmp_path):
    done = CliRunner().invoke(cli, ["--data", str(tmp_path), "desk"])
    assert done.exit_code == 2
    assert "botox-faq requests" in done.stderr


@pytest.mark.terminal
def test_it_starts_in_a_terminal_and_ends_with_q(tmp_path):
    arguments = ["-m", "botox_faq", "--data", str(tmp_path / "data"), "desk", "--as", "Sam"]
    child = pexpect.spawn(sys.executable, arguments, dimensions=(24, 80), timeout=60)
    child.expect_exact("Nothing here.")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
