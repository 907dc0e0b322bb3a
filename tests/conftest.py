"""What several tests need: the shipped content and an assistant built from it, once a run."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from botox_faq.content import Content, find_faq
from botox_faq.content.reading import read_content
from botox_faq.conversation import Assistant


@pytest.fixture(scope="session")
def faq() -> Path:
    """The folder of the shipped content."""
    return find_faq()


@pytest.fixture(scope="session")
def content(faq: Path) -> Content:
    """The shipped content, as spoken in its clinic's region."""
    return read_content(faq)


@pytest.fixture(scope="session")
def assistant(content: Content) -> Assistant:
    """An assistant on the shipped content."""
    return Assistant(content)


@pytest.fixture
def now() -> datetime:
    """A Wednesday morning: the sample clinic is open."""
    return datetime(2026, 3, 4, 10, 30, tzinfo=ZoneInfo("Europe/London"))
