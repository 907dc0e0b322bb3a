"""QR codes drawn in character cells, small enough for a terminal of 24 rows."""

from __future__ import annotations

LARGEST_VERSION = 4
"""33 modules and the quiet zone are 41, so 21 rows of half blocks; version 5 would take 23 of the 24."""

QUIET = 4
"""Light modules around the code, as the standard asks."""

_CELLS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


class TooLong(ValueError):
    """The text needs a code larger than the screen has room for: more than 78 bytes."""


def draw(text: str) -> tuple[str, ...]:
    """Return the rows of a QR code of `text`, two modules a cell, to be shown in black on white.

    At most 62 bytes are drawn with error correction M, at most 78 with L. Raises TooLong.
    """
    import segno

    for level in ("M", "L"):
        # boost_error would trade the spare room for correction, never for a smaller code: off, so sizes are
        # known.
        code = segno.make(text, error=level, micro=False, boost_error=False)
        if int(code.version) <= LARGEST_VERSION:
            break
    else:
        raise TooLong("The text is too long for a QR code on this screen.")
    rows = [[bool(module) for module in row] for row in code.matrix_iter(border=QUIET)]
    rows.append([False] * len(rows[0]))  # an odd number of modules leaves half a row over
    pairs = zip(rows[::2], rows[1::2], strict=False)
    return tuple("".join(_CELLS[pair] for pair in zip(upper, lower, strict=True)) for upper, lower in pairs)
