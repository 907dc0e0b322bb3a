"""What is kept on the disk: requests, their history, and counts without a person.

The only room that imports SQLAlchemy, which costs a start 150 ms and more: so this module gives faces the
errors and the folder, and `open_store` imports the rest when it is called. Call it, and the store's methods,
in a worker.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from botox_faq.store.errors import Changed, StoreUnavailable, UnknownRequest
from botox_faq.store.folder import find_data

if TYPE_CHECKING:
    from botox_faq.store.store import Store

__all__ = ["Changed", "StoreUnavailable", "UnknownRequest", "find_data", "open_store"]


def open_store(folder: Path | None = None) -> Store:
    """Return the store in a data folder (None: the user's own). The file is made at first use, not here."""
    from botox_faq.store.store import Store

    return Store(find_data(folder))
