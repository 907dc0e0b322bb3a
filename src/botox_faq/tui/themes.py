"""Three themes: dark, light and high contrast. A test holds their contrasts (WCAG 2.2: 1.4.3, 1.4.6)."""

from textual.theme import Theme

DARK = Theme(
    name="dark",
    dark=True,
    primary="#7cc4b8",
    accent="#7cc4b8",
    warning="#f0b46a",
    error="#b3261e",
    foreground="#e9e5dd",
    background="#15191b",
    surface="#1d2326",
    panel="#262e31",
    variables={
        "quiet": "#9aa5a3",
        "on-accent": "#0d2421",
        "urgent": "#8c1d18",
        "on-urgent": "#ffffff",
        "safety": "#3a2c17",
        "scrollbar": "#36413f",
        "scrollbar-hover": "#4a5856",
        "scrollbar-active": "#7cc4b8",
        "scrollbar-background": "#15191b",
        "scrollbar-background-hover": "#15191b",
        "scrollbar-background-active": "#15191b",
        "input-cursor-background": "#7cc4b8",
        "input-cursor-foreground": "#15191b",
    },
)

LIGHT = Theme(
    name="light",
    dark=False,
    primary="#0b5f58",
    accent="#0b5f58",
    warning="#8a4b00",
    error="#b3261e",
    foreground="#23282a",
    background="#faf7f2",
    surface="#f0ece4",
    panel="#e6e0d6",
    variables={
        "quiet": "#5d6664",
        "on-accent": "#ffffff",
        "urgent": "#a11b15",
        "on-urgent": "#ffffff",
        "safety": "#fbe6c8",
        "scrollbar": "#cfc8bb",
        "scrollbar-hover": "#b4ac9d",
        "scrollbar-active": "#0b5f58",
        "scrollbar-background": "#faf7f2",
        "scrollbar-background-hover": "#faf7f2",
        "scrollbar-background-active": "#faf7f2",
        "input-cursor-background": "#0b5f58",
        "input-cursor-foreground": "#faf7f2",
    },
)

CONTRAST = Theme(
    name="contrast",
    dark=True,
    primary="#ffe14d",
    accent="#ffe14d",
    warning="#ffe14d",
    error="#ffffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    variables={
        "quiet": "#ffffff",
        "on-accent": "#000000",
        "urgent": "#000000",
        "on-urgent": "#ffffff",
        "safety": "#000000",
        "scrollbar": "#ffffff",
        "scrollbar-hover": "#ffe14d",
        "scrollbar-active": "#ffe14d",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
        "input-cursor-background": "#ffe14d",
        "input-cursor-foreground": "#000000",
    },
)

THEMES = (DARK, LIGHT, CONTRAST)


def next_theme(name: str) -> str:
    """Return the name of the theme that follows `name`, round and round."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)]
