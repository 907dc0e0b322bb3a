"""The wipe, by the self-check: nothing is left, and whatever is left on purpose is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from botox_faq.tui.booking_parts import Code
from botox_faq.tui.kiosk import wiping
from botox_faq.tui.kiosk.app import KioskApp
from botox_faq.tui.kiosk.chat import KioskChat
from botox_faq.tui.kiosk.planting import PLACES
from botox_faq.tui.kiosk.self_check import Report, check_the_wipe
from botox_faq.tui.kiosk.talk import KioskTalk
from botox_faq.tui.transcript import Line
from tests.content.conftest import make_good


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of content with little in it: fewer live objects to search, in a third of the time."""
    return make_good(tmp_path_factory.mktemp("small") / "faq")


@pytest.fixture
def check(small: Path, cache: Path) -> Callable[..., Report]:
    """Run the self-check; `spoil` breaks something before the wipe."""
    return lambda spoil=lambda app: None: check_the_wipe(small, cache, spoil)


@pytest.mark.parametrize("content", ["faq", "small"])
def test_nothing_is_left_and_what_was_searched_is_said(
    content: str, cache: Path, request: pytest.FixtureRequest
) -> None:
    report = check_the_wipe(request.getfixturevalue(content), cache)
    assert report.clean, report.lines
    said = "\n".join(report.lines)
    for place in (*PLACES, "live objects", "clipboard", "the screen", "terminal after the wipe", "log", "data folder"):
        assert place in said


@pytest.mark.parametrize("step", wiping.STEPS, ids=lambda step: step.__name__)
def test_every_step_of_the_wipe_is_needed(
    check: Callable[..., Report], monkeypatch: pytest.MonkeyPatch, step: Callable[[KioskApp], None]
) -> None:
    monkeypatch.setattr(wiping, "STEPS", tuple(one for one in wiping.STEPS if one is not step))
    assert not check().clean


def chat(app: KioskApp) -> KioskChat:
    """The visit's screen."""
    return next(screen for screen in app.screen_stack if isinstance(screen, KioskChat))


def talk(app: KioskApp) -> KioskTalk:
    """The visit's talk."""
    found = chat(app).talk
    assert isinstance(found, KioskTalk)
    return found


KEPT: dict[str, Callable[[KioskApp], Any]] = {
    "question": lambda app: [str(one.content) for one in chat(app).query(Line)],
    "kept question": lambda app: talk(app).visit.kept,
    "undo": lambda app: chat(app).ask.prompt.history,
    "suggestions": lambda app: [str(one.content) for one in chat(app).query(Line)],
    "paste": lambda app: chat(app).ask.prompt.document,
    "input": lambda app: chat(app).ask.prompt.document,
    "selection": lambda app: chat(app).ask.prompt.selected_text,
    "urgent": lambda app: [str(one.content) for one in chat(app).query(Line)],
    "QR code": lambda app: [one.cells for one in app.screen.query(Code)],
    "clipboard": lambda app: app.clipboard,
    "title": lambda app: app.title,
}
"""How each place could outlive the visit by mistake."""


@pytest.mark.parametrize("place", KEPT)
def test_whatever_is_kept_by_mistake_is_found(check: Callable[..., Report], place: str) -> None:
    def keep(app: KioskApp) -> None:
        app.kept_by_mistake = KEPT[place](app)  # type: ignore[attr-defined]

    report = check(keep)
    assert place in report.found, report.lines


def test_a_pin_kept_by_mistake_is_found(check: Callable[..., Report], monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    watch = Input.watch_value if hasattr(Input, "watch_value") else Input._watch_value

    def watched(self: Input, value: str) -> Any:
        kept.append(value)
        return watch(self, value)

    monkeypatch.setattr(Input, "_watch_value", watched)
    report = check()
    assert "PIN" in report.found or "part of a marker" in report.found, report.lines


@pytest.mark.parametrize("place", ["name", "contact", "request"])
def test_a_form_kept_by_mistake_is_found(
    check: Callable[..., Report], monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    kept: list[Any] = []
    booked = KioskTalk.booked

    async def keep(self: KioskTalk, result: Any) -> None:
        kept.append(result)
        await booked(self, result)

    monkeypatch.setattr(KioskTalk, "booked", keep)
    assert place in check().found


def test_words_that_are_logged_are_found(check: Callable[..., Report]) -> None:
    report = check(lambda app: app.backstage.note(str(talk(app).visit.kept)))
    assert "kept question" in report.found


def test_words_that_are_written_to_the_data_folder_are_found(check: Callable[..., Report]) -> None:
    def write(app: KioskApp) -> None:
        assert app.backstage.data is not None
        (app.backstage.data / "notes.txt").write_text(str(talk(app).visit.kept))

    assert "kept question" in check(write).found


def test_words_that_are_written_to_the_terminal_after_the_wipe_are_found(
    check: Callable[..., Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    clipboard = wiping.clipboard

    def late(app: KioskApp) -> None:
        clipboard(app)
        app.write(said.pop())

    monkeypatch.setattr(wiping, "STEPS", (late, *wiping.STEPS))
    report = check(lambda app: said.append(" ".join(talk(app).visit.kept)))
    assert any("terminal after the wipe: FOUND" in line for line in report.lines), report.lines


def test_a_screen_that_stays_is_found(check: Callable[..., Report], monkeypatch: pytest.MonkeyPatch) -> None:
    async def stays(self: KioskApp) -> None:
        await self.push_screen(self.attract())
        wiping.wipe(self)
        self.visit_clock.wiped()

    monkeypatch.setattr(KioskApp, "wipe", stays)
    report = check()
    assert {"question", "kept question", "input", "undo"} & set(report.found), report.lines
