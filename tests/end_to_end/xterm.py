"""A kiosk in xterm on a screen that nobody sees: clicked by pixels, as a touch screen does, and photographed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.end_to_end.terminal import key_on

NEEDED = ("Xvfb", "xterm", "xdotool")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
PATIENCE = 40.0
"""Seconds until something that should appear is given up."""

TEXT = """
import os, sys
os.environ["COLORTERM"] = "truecolor"  # xterm has it, and says so to nobody
from botox_faq.tui.kiosk.app import KioskApp

def write(app):
    strips = app.screen._compositor.render_strips()
    shown = chr(10).join("".join(part.text for part in strip) for strip in strips)
    with open({path!r} + ".new", "w", encoding="utf-8") as out:
        out.write(shown)
    os.replace({path!r} + ".new", {path!r})

mounted = KioskApp.on_mount
def on_mount(self):
    mounted(self)
    self.set_interval(0.1, lambda: write(self))
KioskApp.on_mount = on_mount

sys.argv[1:] = {arguments!r}
from botox_faq.cli import main
main()
"""
"""The kiosk, which also writes down what it shows: pixels can't be read."""


class Xterm:
    """A kiosk in xterm, `columns` by `rows` cells of a large font, alone on its screen."""

    def __init__(self, folder: Path, cache: Path, *, columns: int = 80, rows: int = 24, points: int = 14) -> None:
        self.shown = folder / "shown"
        script = folder / "kiosk.py"
        arguments = ["--data", str(folder / "data"), "kiosk"]
        script.write_text(TEXT.format(path=str(self.shown), arguments=arguments), "utf-8")
        reading, writing = os.pipe()
        self._screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1200x24", "-nolisten", "tcp"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            display = f":{pipe.readline().strip()}"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("TEXTUAL", "NO_COLOR"))},
            "DISPLAY": display,
            "XDG_CACHE_HOME": str(cache),
            "LC_ALL": "C.UTF-8",
        }
        look = ["-fa", "DejaVu Sans Mono", "-fs", str(points), "-b", "0", "-bw", "0", "+sb", "-bg", "#15191b"]
        self._xterm = subprocess.Popen(
            [
                "xterm",
                "-tn",
                "xterm-256color",
                *look,
                "-geometry",
                f"{columns}x{rows}+0+0",
                "-e",
                sys.executable,
                str(script),
            ],
            env=self.environment,
            stderr=subprocess.DEVNULL,
        )
        self.window = self._do("search", "--sync", "--onlyvisible", "--class", "xterm").split()[0]
        sizes = dict(line.split("=") for line in self._do("getwindowgeometry", "--shell", self.window).split())
        self.cell = int(sizes["WIDTH"]) / columns, int(sizes["HEIGHT"]) / rows

    def __enter__(self) -> Xterm:
        return self

    def __exit__(self, *_: object) -> None:
        for one in (self._xterm, self._screen):
            one.terminate()
            one.wait(10)

    def _do(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, check=True, encoding="utf-8", timeout=60
        )
        return done.stdout

    @property
    def rows(self) -> list[str]:
        """What the kiosk shows."""
        return self.shown.read_text("utf-8").split("\n") if self.shown.exists() else []

    @property
    def text(self) -> str:
        """What the kiosk shows, without its layout."""
        return " ".join(" ".join(self.rows).split())

    def wait_for(self, *texts: str) -> None:
        """Wait until all these texts are shown."""
        self.wait_until(lambda: all(text in self.text for text in texts), " and ".join(texts))

    def wait_until(self, holds: Callable[[], bool], wanted: str) -> None:
        """Wait until something holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for: {wanted}\n" + "\n".join(self.rows))
            time.sleep(0.05)

    def touch(self, text: str) -> None:
        """Touch the middle of where a text is shown, lowest on the screen."""
        self.wait_for(text)
        row, line = next((number, line) for number, line in reversed([*enumerate(self.rows)]) if text in line)
        self.touch_cell(line.index(text) + len(text) / 2, row)

    def touch_keys(self, text: str) -> None:
        """Touch one key on the screen after the other, and see what it wrote."""
        for number, letter in enumerate(text, 1):
            self.touch_cell(*key_on(self.rows, letter))
            self.wait_for(text[:number])

    def touch_cell(self, column: float, row: int) -> None:
        """Touch the middle of a cell, by its pixel."""
        x, y = (column + 0.5) * self.cell[0], (row + 0.5) * self.cell[1]
        self._do("mousemove", "--window", self.window, str(int(x)), str(int(y)), "click", "1")
        time.sleep(0.1)  # a finger takes as long

    def picture(self, path: Path) -> None:
        """Take a picture of the window."""
        with subprocess.Popen(["import", "-window", self.window, str(path)], env=self.environment) as taking:
            taking.wait(30)
