"""However the chat ends, nobody's words are left on the terminal."""

from __future__ import annotations

import pytest

from botox_faq.tui.app import ChatApp
from tests.tui.conftest import Open


async def test_a_crash_is_kept_for_the_command_line_and_printed_by_nobody(
    open_chat: Open, capfd: pytest.CaptureFixture[str]
) -> None:
    async def crash() -> None:
        async with open_chat() as window:
            assert window.chat.talk is not None
            window.chat.talk.visit = None  # type: ignore[assignment]
            apps.append(window.app)
            await window.ask("my secret words")

    apps: list[ChatApp] = []
    with pytest.raises(AttributeError):
        await crash()
    assert apps[0].return_code == 1
    assert isinstance(apps[0].failure, AttributeError)
    assert "secret" not in "".join(capfd.readouterr())


async def test_ctrl_q_leaves_with_zero(open_chat: Open) -> None:
    async with open_chat() as window:
        await window.pilot.press("ctrl+q")
    assert window.app.return_code == 0
