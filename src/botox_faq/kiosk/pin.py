"""The PIN that lets staff leave the kiosk: its hash, and how long to wait after wrong ones. Pure."""

from __future__ import annotations

import hashlib
import hmac

SHORTEST, LONGEST = 6, 32
_N, _R, _P = 2**14, 8, 1
"""scrypt's costs: 16 MiB and about 50 ms a try, so that a stolen hash of six digits costs half a day to guess."""

FREE_TRIES = 3
LONGEST_WAIT = 300.0


def good_pin(pin: str) -> bool:
    """Whether a PIN is long enough to be one, and can be typed on a keypad."""
    return SHORTEST <= len(pin) <= LONGEST and pin.isascii() and pin.isdigit()


def hash_pin(pin: str, salt: bytes) -> str:
    """Return what is kept of a PIN; `salt` is 16 random bytes."""
    return f"scrypt${_N}${_R}${_P}${salt.hex()}${_scrypt(pin, salt, _N, _R, _P).hex()}"


def is_pin(pin: str, kept: str) -> bool:
    """Whether `pin` is the one whose hash was `kept`; False too where `kept` is no such hash."""
    try:
        name, n, r, p, salt, expected = kept.strip().split("$")
        if name != "scrypt":
            return False
        found = _scrypt(pin, bytes.fromhex(salt), int(n), int(r), int(p))
        return hmac.compare_digest(found, bytes.fromhex(expected))
    except (ValueError, OverflowError, MemoryError):
        return False


def wait_after(failures: int) -> float:
    """Return the seconds to wait after so many wrong PINs in a row: none for three, then 5, 10, 20 ... 300."""
    return 0.0 if failures < FREE_TRIES else min(LONGEST_WAIT, 5.0 * 2 ** min(failures - FREE_TRIES, 10))


def _scrypt(pin: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=n, r=r, p=p, maxmem=64 * 1024 * 1024)
