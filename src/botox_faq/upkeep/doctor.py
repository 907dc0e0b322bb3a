"""What a kiosk or a chat needs of its machine, looked at one by one: each a line, a fault with how to mend it."""

from __future__ import annotations

import grp
import locale
import os
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from botox_faq.content import Content, ContentError, sign_off
from botox_faq.content.spoken import LINES
from botox_faq.store import StoreUnavailable, open_store

SMALLEST = (60, 20)
FEW_COLOURS = ("vt", "ansi", "cons25")
"""How the names of terminals begin that can't show the kiosk's colours and have no mouse."""

ROOM = 50_000_000
"""Bytes free on the disk below which it is time to make room: a kiosk refuses requests below a tenth of it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `mend` is empty where all is well; a fault makes the exit code 1, a hint does not."""

    about: str
    says: str
    mend: str = ""
    fault: bool = False


def terminal(size: tuple[int, int] | None, environment: Mapping[str, str]) -> Iterator[Finding]:
    """Size, colours, glyphs and the mouse; `size` is None where there is no terminal."""
    if size is None:
        yield Finding("terminal", "none here", "Run this in the terminal where the kiosk will be.")
        return
    width, height = size
    if width < SMALLEST[0] or height < SMALLEST[1]:
        yield Finding("size", f"{width} by {height}", f"Make it at least {SMALLEST[0]} by {SMALLEST[1]}.", True)
    else:
        small = width < 80 or height < 24
        yield Finding("size", f"{width} by {height}", "80 by 24 shows more." if small else "")
    term = environment.get("TERM", "")
    if term in ("", "dumb"):
        yield Finding("colours", f"TERM is {term or 'not set'}", "Set TERM, as to xterm-256color.", True)
    elif term == "linux":
        yield Finding("colours", "16 (the Linux console)", "Start the kiosk with --console.")
        yield Finding("mouse", "none on the Linux console", "For touch, use cage with foot: docs/kiosk.md.")
    elif term.startswith(FEW_COLOURS):
        yield Finding("colours", f"few with TERM={term}", "Set TERM, as to xterm-256color, if it can do more.")
    else:
        full = environment.get("COLORTERM") in ("truecolor", "24bit")
        yield Finding("colours", "all" if full else "256", "" if full else "Set COLORTERM=truecolor if it can do more.")
        yield Finding("mouse", f"{term} reports it")
    set_by = [name for name in environment if name.startswith("TEXTUAL_")]
    if set_by:
        yield Finding("environment", f"{', '.join(sorted(set_by))} set", "A kiosk ignores them; take them out.")
    if "NO_COLOR" in environment:
        yield Finding("environment", "NO_COLOR is set", "Take it out, unless grey is what you want.")


def glyphs(encoding: str) -> Iterator[Finding]:
    """The locale's encoding: without UTF-8, letters with accents and the QR codes are lost."""
    good = encoding.lower().replace("-", "") == "utf8"
    yield Finding("locale", encoding, "" if good else "Set LANG=C.UTF-8 in the kiosk's environment.", not good)


def content(read: Callable[[], Content]) -> Iterator[Finding]:
    """The content: valid, reviewed, the region and its numbers set, the clinic's time zone known."""
    try:
        found = read()
    except ContentError as error:
        first, number = error.problems[0], len(error.problems)
        says = f"{number} error{'s' * (number != 1)}, the first: {first.file}:{first.line}: {first.message}"
        mend = f"{first.mend.rstrip('.')}. All of them: botox-faq check"
        yield Finding("content", says.rstrip("."), mend.removeprefix(". "), True)
        return
    unsigned = [entry.id for entry in found.entries if sign_off(found.reviews, entry) is None]
    yield Finding("content", f"valid, {len(found.entries)} entries")
    yield Finding("reviewed", f"{len(found.entries) - len(unsigned)} of {len(found.entries)} entries",
                  "Let a clinician sign what is left: botox-faq review" if unsigned else "")  # fmt: skip
    clinic = found.clinic
    if clinic.sample:
        yield Finding("clinic", "still the sample", "Make clinic.yaml yours, then take out sample: true.", True)
    of_region = found.safety.numbers.get(clinic.region)
    missing = [one for one in LINES if not (getattr(clinic, one) or getattr(of_region, one, None))]
    mend = f"Set {', '.join(missing)} in clinic.yaml." if missing else ""
    yield Finding("region", f"{clinic.region}, numbers to ring {'missing' if missing else 'set'}", mend, bool(missing))
    try:
        at = datetime.now(ZoneInfo(clinic.timezone))
    except (ZoneInfoNotFoundError, ValueError):
        yield Finding("time zone", f"{clinic.timezone} is unknown here", "Install tzdata, or correct it.", True)
    else:
        yield Finding("time zone", f"{clinic.timezone}, now {at:%H:%M}")


def clock(now: datetime, newest: float) -> Iterator[Finding]:
    """The machine's clock: a file that was written later than now gives a wrong one away. `newest` is its time."""
    late = newest > now.timestamp() + 86_400 or now < datetime(2025, 1, 1, tzinfo=UTC)
    mend = "Set the clock, or let systemd-timesyncd do it: timedatectl" if late else ""
    yield Finding("clock", f"{now:%Y-%m-%d %H:%M %Z}", mend, late)


def store(folder: Path) -> Iterator[Finding]:
    """The store: it can be written, there is room, and nobody may read it but its owner or the group that shares it."""
    try:
        with closing(open_store(folder)) as opened:
            opened.tallies.count_all(date.today(), {})
    except StoreUnavailable as error:
        yield Finding("store", error.message.rstrip("."), error.mend, True)
        return
    yield Finding("store", f"{folder} can be written")
    free = shutil.disk_usage(folder).free
    yield Finding("disk", f"{free / 1e9:.1f} GB free", "Make room." if free < ROOM else "", free < ROOM)
    yield _shared(folder)


def _shared(folder: Path) -> Finding:
    about = folder.stat()
    mode = stat.S_IMODE(about.st_mode)
    if mode & stat.S_IRWXO:
        return Finding("access", f"everybody can open {folder}", f"chmod o-rwx {folder}", True)
    if not mode & stat.S_IRWXG:
        return Finding("access", "this user alone")
    try:
        group = grp.getgrgid(about.st_gid).gr_name
    except KeyError:
        group = str(about.st_gid)
    if not mode & stat.S_ISGID:
        return Finding("access", f"shared with group {group}, new files are not", f"chmod g+s {folder}", True)
    files = [*folder.glob("requests.db*")]
    foreign = [path.name for path in files if path.stat().st_gid != about.st_gid]
    if foreign:
        return Finding("access", f"{', '.join(foreign)} of another group", f"chgrp {group} {folder}/requests.db*", True)
    closed = [path.name for path in files if stat.S_IMODE(path.stat().st_mode) & 0o777 != 0o660]
    if closed:
        return Finding("access", f"{', '.join(closed)} not shared", f"chmod 660 {folder}/requests.db*", True)
    return Finding("access", f"shared with group {group}")


def pin(path: Path, kept: str | None) -> Iterator[Finding]:
    """Whether staff can leave the kiosk: `path` is the PIN's file, `kept` what could be read of it."""
    if kept:
        yield Finding("PIN", "set")
    elif os.path.exists(path):
        yield Finding("PIN", "kept by another user", "To see that it is right, run this as the kiosk's user.")
    else:
        yield Finding("PIN", "not set", f"Set one: botox-faq --data {path.parent} kiosk --set-pin", True)


def newest_file(folder: Path) -> float:
    """When a file of the folder was last written, in seconds since 1970; 0 where there is none."""
    return max((path.stat().st_mtime for path in folder.glob("*") if path.is_file()), default=0.0)


def encoding() -> str:
    """The encoding of this locale."""
    return locale.getpreferredencoding(do_setlocale=False)


def terminal_size() -> tuple[int, int] | None:
    """Columns and rows of the terminal, None where there is none."""
    try:
        size = os.get_terminal_size(2)
    except OSError:
        return None
    return size.columns, size.lines
