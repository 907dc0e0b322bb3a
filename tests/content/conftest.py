"""A small folder of content with nothing wrong in it, for each test to spoil."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from botox_faq.content import find_faq

GOOD = Path(__file__).parent / "good"
_STARTERS = re.compile(r"(  starters(?:_neutral)?:)[^\n]*\n(?:    - [a-z-]+\n)+")


def make_good(folder: Path) -> Path:
    """Copy the good content to `folder`; its wording is the shipped one, so that a new line there needs no copy."""
    shutil.copytree(GOOD, folder)
    wording = (find_faq() / "wording.yaml").read_text(encoding="utf-8")
    (folder / "wording.yaml").write_text(_STARTERS.sub(r"\1 [how-often, is-it-permanent]\n", wording), encoding="utf-8")
    return folder


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return make_good(tmp_path / "faq")
