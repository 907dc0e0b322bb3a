"""Every window from 60x20 on is complete; a smaller one says so."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Open
from tests.tui.fake import FakeAssistant

SIZES = [(60, 20), (61, 21), (80, 24), (100, 30), (120, 40), (200, 60)]


@pytest.mark.parametrize("size", SIZES)
async def test_all_that_is_always_there_is_there(open_chat: Open, fake: FakeAssistant, size: tuple[int, int]) -> None:
    async with open_chat(size) as window:
        await window.ask("how often should i get it")
        assert fake.content.clinic.name in window.rows[0]
        for words in ("F1 Keys", "F2 Menu", "F3 Book"):
            assert words in window.rows[0]
        assert "Unwell after treatment?" in window.rows[-1]
        assert fake.content.wording.chat.small_print in window.rows[-1]
        assert any(row.strip().startswith(">") for row in window.rows)


@pytest.mark.parametrize("size", SIZES)
async def test_the_whole_answer_can_be_read_by_paging(open_chat: Open, size: tuple[int, int]) -> None:
    async with open_chat(size) as window:
        await window.ask("how often should i get it")
        seen = window.prose
        for _ in range(3):
            await window.press("pagedown")
            seen += window.prose
        for text in ("Most people have it", "Worth knowing", "not yet checked", "0 Not what I meant"):
            assert text in seen


@pytest.mark.parametrize("size", SIZES)
async def test_lines_have_at_most_seventy_columns_and_stand_in_the_middle(
    open_chat: Open, size: tuple[int, int]
) -> None:
    async with open_chat(size) as window:
        await window.ask("how often should i get it")
        lines = [row[:-1] for row in window.rows[2:-4] if row[:-1].strip()]
        left = min(len(line) - len(line.lstrip()) for line in lines)
        assert max(len(line[left + 9 :].rstrip()) for line in lines) <= 70
        assert left == (max(0, size[0] - 84) // 2) + (1 if size[0] < 80 else 2)


@pytest.mark.parametrize("size", [(59, 24), (80, 19), (20, 5)])
async def test_a_window_that_is_too_small_says_so(open_chat: Open, size: tuple[int, int]) -> None:
    async with open_chat(size) as window:
        assert "too small" in window.prose
        assert "F3" not in window.text
        await window.pilot.resize_terminal(80, 24)
        await window.settle()
        assert "F3 Book an assessment" in window.text
