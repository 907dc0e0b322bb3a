"""A kiosk in a terminal of its own, for the kiosk's benchmarks: typed into, read from, measured from outside."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

ATTRACT = "Questions about lines and wrinkles?"
DONE = b"\x1b[20~"
"""F9."""

_CODES = re.compile(r"\x1b(\[[0-9;?<>=$]*[ -/]*[@-~]|\][^\x07]*\x07|[()][A-Z0-9]|.)")


class KioskTerminal:
    """A kiosk that runs in a pty. `data` is its store's folder."""

    def __init__(self, data: Path, columns: int = 80, rows: int = 24, *options: str) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("TEXTUAL")}
        environment |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            command = [sys.executable, "-m", "botox_faq", "--data", str(data), "kiosk", "--name", "benchmark", *options]
            os.execve(sys.executable, command, environment)
        self.log = data / "kiosk.log"
        self.raw = b""
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, data: bytes) -> None:
        """Send bytes as a terminal does, reading meanwhile, so that neither side waits for the other."""
        while data:
            readable, writable, _ = select.select([self.fd], [self.fd], [], 1.0)
            if readable:
                self._read()
            if writable:
                data = data[os.write(self.fd, data[:512]) :]

    def read(self, seconds: float = 0.0) -> str:
        """What was painted since the last `clear`, without its codes, after waiting for at most so long for more."""
        if select.select([self.fd], [], [], seconds)[0]:
            self._read()
        return _CODES.sub("", self.raw.decode("utf-8", "replace"))

    def _read(self) -> None:
        try:
            self.raw = (self.raw + os.read(self.fd, 65536))[-400_000:]
        except OSError as error:  # the kiosk has ended
            raise EOFError from error

    def clear(self) -> None:
        """Forget what was painted so far."""
        while select.select([self.fd], [], [], 0)[0]:
            self._read()
        self.raw = b""

    def wait_for(self, text: str, seconds: float = 30.0) -> float:
        """Wait until `text` has been painted since the last `clear`; return the seconds it took."""
        begun = time.perf_counter()
        while text not in self.read(0.05):
            if time.perf_counter() - begun > seconds:
                raise TimeoutError(f"{text!r} was not painted in {seconds} s; last:\n{self.read()[-800:]}")
        return time.perf_counter() - begun

    def begin(self, look: str = "") -> None:
        """Begin a visit from the attract screen, after the keys that change the look."""
        self.clear()
        self.send(look.encode() + b"\r")
        self.wait_for("Type your question")

    def done(self) -> float:
        """End the visit; return the seconds until the attract screen is back."""
        self.clear()
        self.send(DONE)
        return self.wait_for(ATTRACT)

    # --- measured from outside ---

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        try:
            return os.waitpid(self.pid, os.WNOHANG) == (0, 0)
        except ChildProcessError:
            return False

    @property
    def memory(self) -> float:
        """Resident memory in MB."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    @property
    def handles(self) -> int:
        """Open files."""
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    @property
    def thread_count(self) -> int:
        """Threads."""
        return len(os.listdir(f"/proc/{self.pid}/task"))

    @property
    def crashes(self) -> int:
        """Crashes that the log tells of."""
        return self.log.read_text().count(" crashed: ") if self.log.exists() else 0

    def end(self) -> None:
        """End it."""
        if self.alive:
            os.kill(self.pid, signal.SIGTERM)
            end = time.monotonic() + 10
            try:
                while time.monotonic() < end:
                    self.read(0.1)
            except EOFError:
                pass
            if self.alive:
                os.kill(self.pid, signal.SIGKILL)
        os.close(self.fd)
