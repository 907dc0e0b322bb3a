"""The kiosk as it looks on a screen, photographed in xterm: python scripts/kiosk_xterm_picture.py [FILE]

Needs Xvfb, xterm, xdotool and ImageMagick's import.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.end_to_end.terminal import ATTRACT  # noqa: E402
from tests.end_to_end.xterm import Xterm  # noqa: E402


def main(path: Path) -> None:
    """Ask, and then for bigger text, by touch alone; take a picture of the answer."""
    with tempfile.TemporaryDirectory() as folder, Xterm(Path(folder), Path(folder), rows=36, points=12) as kiosk:
        kiosk.wait_for(ATTRACT)
        kiosk.touch("Bigger buttons")
        kiosk.touch("touch the screen")
        kiosk.wait_for("Type your question")
        kiosk.touch("How long do results last?")
        kiosk.wait_for("You How long")
        kiosk.touch("Keys")
        kiosk.wait_for("send")
        kiosk.touch("123 abc")
        kiosk.wait_for("1 2 3 4 5")
        kiosk.touch_keys("96")
        kiosk.touch("send")
        kiosk.wait_until(lambda: "█" in kiosk.text, "large letters")
        time.sleep(1)  # xterm paints after the kiosk has written
        kiosk.picture(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "kiosk-xterm.png")
