"""Reads messages as the assistant does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from botox_faq.conversation import Assistant
from botox_faq.safety import Finding, Signs

Read = Callable[..., Finding]


@pytest.fixture(scope="session")
def read(assistant: Assistant) -> Read:
    """A message, and the signs so far where there are any, to what safety finds."""

    def reading(text: str, so_far: Signs = Signs()) -> Finding:  # noqa: B008 - immutable
        return assistant.safety.read(assistant.reader.read(text), so_far)

    return reading
