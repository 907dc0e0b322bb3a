"""However the chat ends, nobody's words are left on the terminal."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Open


async def test_a_crash_is_kept_for_the_command_line_and_printed_by_nobody(
    open_chat: Open, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ZeroDivisionError):
        async with open_chat() as window:

            def broken(text: str, now: object) -> None:  # noqa: ARG001 - a visit's signature
                raise ZeroDivisionError

            assert window.chat.talk is not None
            window.chat.talk.visit.say = broken  # type: ignore[assignment]
            await window.ask("my secret words")
    assert window.app.return_code == 1
    assert isinstance(window.app.failure, ZeroDivisionError)
    assert "secret" not in "".join(capfd.readouterr())


async def test_ctrl_q_leaves_with_zero(open_chat: Open) -> None:
    async with open_chat() as window:
        await window.pilot.press("ctrl+q")
    assert window.app.return_code == 0
