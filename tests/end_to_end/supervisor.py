"""Stands in for systemd in a terminal: python supervisor.py UNIT COMMAND ...: restarts and watches as the unit says.

Reads Restart, RestartPreventExitStatus, RestartSec and WatchdogSec of the unit, gives the command a socket to notify,
and makes the terminal sane before each start, as TTYReset does.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def seconds(text: str) -> float:
    """A time span of a unit: 2, 500ms."""
    return float(text[:-2]) / 1000 if text.endswith("ms") else float(text.removesuffix("s"))


def main() -> None:
    """Start the command again and again, until it ends as the unit does not restart."""
    unit = dict(re.findall(r"^(\w+)=(.*)$", Path(sys.argv[1]).read_text(), re.MULTILINE))
    assert unit["Restart"] == "always"
    watch, pause = seconds(unit["WatchdogSec"]), seconds(unit["RestartSec"])
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/notify"
        line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        line.bind(path)
        line.settimeout(0.1)
        while True:
            subprocess.run(["stty", "sane"], check=False)
            sys.stderr.write("\x1b[?1049l\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?25h\x1b[2J\x1b[H")
            sys.stderr.flush()
            environment = os.environ | {"NOTIFY_SOCKET": path, "WATCHDOG_USEC": str(int(watch * 1e6))}
            child = subprocess.Popen(sys.argv[2:], env=environment)
            last = None  # the watch begins with READY
            while child.poll() is None:
                try:
                    line.recv(100)
                    last = time.monotonic()
                except TimeoutError:
                    pass
                if last is not None and time.monotonic() - last > watch:
                    child.send_signal(getattr(signal, unit["WatchdogSignal"]))
                    child.wait()
            if str(child.returncode) in unit["RestartPreventExitStatus"].split():
                return
            time.sleep(pause)


main()
