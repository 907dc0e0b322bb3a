"""A terminal driver that no byte can end, and no terminal that goes can hold.

Textual's own decodes what is typed strictly: one byte that is not UTF-8, as a terminal set to Latin-1 sends,
ends the program with a traceback. This one reads such a byte as U+FFFD. And Textual's thread that writes dies of a
terminal that has gone; the program then waits for ever for it to take what is still to be written.
"""

import os
import selectors
import sys
from codecs import getincrementaldecoder
from contextlib import suppress
from io import StringIO
from typing import IO, Any

# The one private name here: nothing public parses a terminal's bytes.
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

READ_AT_ONCE = 4096


class Outlet:
    """The file that a driver writes to; what a terminal that has gone can't take is lost."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write `text`, if anybody is there to read it."""
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Hand over what was written."""
        with suppress(OSError):
            self._file.flush()

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._file.isatty()

    def fileno(self) -> int:
        """The file's number."""
        return self._file.fileno()


class SturdyDriver(LinuxDriver):
    """Textual's Linux driver with a lenient decoder, a parser that is replaced when it trips, and a lasting outlet."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._file: Any = Outlet(sys.__stderr__ or StringIO())

    def run_input_thread(self) -> None:
        """Read the terminal until the driver is told to stop, and hand on what was typed."""
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        parser = XTermParser(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = selector.select(0.1)
                try:
                    data = os.read(self.fileno, READ_AT_ONCE) if ready else b""
                except OSError:
                    data = b""
                if ready and not data:  # the terminal has gone; SIGHUP ends the app
                    return
                typed = decode(data)
                if self.stuck(typed):
                    parser = XTermParser(self._debug)
                try:
                    for event in [*(parser.feed(typed) if typed else ()), *parser.tick()]:
                        self.process_message(event)
                except Exception:  # a sequence that the parser cannot digest: begin afresh after it
                    parser = XTermParser(self._debug)

    def stuck(self, typed: str) -> bool:
        """Whether to drop what has been read so far and parse `typed` afresh; here, never."""
        return False
