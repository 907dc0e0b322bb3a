"""Telling systemd that the kiosk is there and its event loop still turns: the few lines of sd_notify(3)."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping


class Watchdog:
    """Speaks to the socket that systemd names in the environment; without one it says nothing.

    It does not compare WATCHDOG_PID with its own: in cage and foot that is the launcher, and the beats are the kiosk's.
    """

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._address = environment.get("NOTIFY_SOCKET", "").replace("@", "\0", 1)
        microseconds = environment.get("WATCHDOG_USEC", "")
        # Four beats within the time that systemd waits: one or two may be late.
        self.every = int(microseconds) / 4e6 if microseconds.isdigit() else None
        """Seconds between two beats; None where nobody waits for them."""

    def ready(self) -> None:
        """The attract screen is up."""
        self._send(b"READY=1")

    def beat(self) -> None:
        """The event loop turns."""
        self._send(b"WATCHDOG=1")

    def stopping(self) -> None:
        """Staff leave: no more beats come, and the end may take its time."""
        self._send(b"STOPPING=1")

    def _send(self, state: bytes) -> None:
        if self._address:
            try:
                with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
                    line.sendto(state, self._address)
            except OSError:
                return  # nobody listens any more; systemd itself would have ended us
