"""The content that is worked on is found from where its owner stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from botox_faq.content.place import find_edited


def test_the_content_here_comes_before_the_one_in_faq(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(good.parent)
    assert find_edited() == Path("faq")
    monkeypatch.chdir(good)
    assert find_edited() == Path()


def test_a_folder_without_a_clinic_is_not_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "faq").mkdir()
    monkeypatch.chdir(tmp_path)
    assert find_edited() is None
