"""The little of sparse matrices that training needs; scipy would weigh more than the whole product."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_OFTEN = 40
_CHUNK = 1 << 18
_PAIRS = 1 << 22


@dataclass(frozen=True, slots=True)
class Sparse:
    """A sparse matrix as cells sorted by row; `starts` holds where each row begins, and the end."""

    starts: Ints
    columns: Ints
    values: Floats
    width: int

    def take(self, rows: Ints) -> Sparse:
        """The given rows, in that order."""
        lengths = np.diff(self.starts)[rows]
        starts = np.concatenate([[0], np.cumsum(lengths)])
        cells = np.repeat(self.starts[rows] - starts[:-1], lengths) + np.arange(starts[-1])
        return Sparse(starts, self.columns[cells], self.values[cells], self.width)

    def times(self, dense: Floats) -> Floats:
        """This matrix times `dense`."""
        out = np.zeros((len(self.starts) - 1, dense.shape[1]), np.float32)
        rows = max(1, _CHUNK * (len(self.starts) - 1) // (max(1, len(self.columns)) * max(1, dense.shape[1])))
        for low in range(0, len(out), rows):
            high = min(low + rows, len(out))
            cells = slice(self.starts[low], self.starts[high])
            filled = np.flatnonzero(self.starts[low + 1 : high + 1] > self.starts[low:high])
            if len(filled):
                product = dense[self.columns[cells]] * self.values[cells, None]
                out[low + filled] = np.add.reduceat(product, self.starts[low + filled] - self.starts[low])
        return out

    def turned(self) -> Sparse:
        """Rows for columns."""
        order = np.argsort(self.columns, kind="stable")
        rows = np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))
        counts = np.bincount(self.columns, minlength=self.width)
        starts = np.concatenate([[0], np.cumsum(counts)])
        return Sparse(starts, rows[order], self.values[order], len(self.starts) - 1)

    def likeness(self) -> Floats:
        """This matrix times its transpose."""
        turned, rows = self.turned(), len(self.starts) - 1
        counts = np.diff(turned.starts)
        often = np.flatnonzero(counts >= _OFTEN)
        gram = np.zeros((rows, rows), np.float32)
        for chunk in np.array_split(often, len(often) // 1024 + 1):
            dense = np.zeros((rows, len(chunk)), np.float32)
            for place, column in enumerate(chunk):
                cells = slice(turned.starts[column], turned.starts[column + 1])
                dense[turned.columns[cells], place] = turned.values[cells]
            gram += dense @ dense.T
        flat = gram.reshape(-1)
        for count in range(1, _OFTEN):
            starts = turned.starts[:-1][counts == count]
            for some in np.array_split(starts, len(starts) * count * count // _PAIRS + 1):
                held = some[:, None] + np.arange(count)
                at, value = turned.columns[held], turned.values[held]
                np.add.at(flat, at[:, :, None] * rows + at[:, None, :], value[:, :, None] * value[:, None, :])
        return gram


def sparse(rows: Sequence[Sequence[tuple[int, float]]], width: int) -> Sparse:
    """A sparse matrix from its rows' (column, value) cells."""
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64)
    columns = np.array([column for row in rows for column, _ in row], np.int64)
    return Sparse(starts, columns, np.array([value for row in rows for _, value in row], np.float32), width)
