"""The themes can be told apart from their backgrounds, with and without colour."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from botox_faq.tui.themes import CONTRAST, THEMES, next_theme
from tests.tui.conftest import Open


def ratio(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    levels = sorted(map(luminance, (one, other)))
    return (levels[1] + 0.05) / (levels[0] + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in Color.parse(colour).normalized
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_has_the_contrast_of_wcag(theme: Theme) -> None:
    look = {**theme.variables, **{name: getattr(theme, name) for name in ("foreground", "primary", "warning")}}
    least = 7.0 if theme is CONTRAST else 4.5
    grounds = [theme.background, theme.surface, theme.panel]
    for name in ("foreground", "quiet", "primary"):
        for ground in grounds:
            assert ratio(look[name], ground or "") >= least, (name, ground)
    assert ratio(look["warning"], theme.background or "") >= least
    assert ratio(look["warning"], look["safety"]) >= least
    assert ratio(look["on-accent"], look["primary"]) >= least
    assert ratio(look["on-urgent"], look["urgent"]) >= 7


async def test_a_key_goes_through_the_themes(open_chat: Open) -> None:
    async with open_chat() as window:
        for theme in ("light", "contrast", "dark"):
            await window.press("f4")
            assert window.app.theme == theme


async def test_without_colour_everything_is_still_said(open_chat: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_chat() as window:
        await window.ask("i am nervous")
        for word in ("You", "Safety", "Answer", "Worth knowing"):
            assert word in window.text


def test_the_themes_go_round() -> None:
    assert [next_theme(theme.name) for theme in THEMES] == ["light", "contrast", "dark"]
