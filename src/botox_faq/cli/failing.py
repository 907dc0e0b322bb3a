"""Errors as messages: what is wrong, where, and how to mend it; never a traceback, never a visitor's words."""

from __future__ import annotations

import os
import traceback

import click

from botox_faq.content import ContentError


def report(error: Exception) -> int:
    """Say on standard error what went wrong and return the exit code."""
    if isinstance(error, ContentError):
        for problem in error.problems:
            click.echo(str(problem), err=True)
        count = len(error.problems)
        click.echo(f"The content can't be used: {count} error{'s' * (count != 1)}.", err=True)
    else:
        # Only the place and the type: a value in the message might be what a visitor typed.
        frames = traceback.extract_tb(error.__traceback__)
        where = f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else "an unknown place"
        click.echo(
            f"Something went wrong in botox-faq ({type(error).__name__} at {where}). "
            "Please report this line; nothing that was acknowledged is lost.",
            err=True,
        )
    return 1
