"""`botox-faq publish`: the FAQ as a page, for a meeting or a web site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from botox_faq.content import find_faq

if TYPE_CHECKING:
    from botox_faq.cli import Folders


@click.command
@click.option("--format", "form", type=click.Choice(["markdown", "html"]), default="html", help="html by default.")
@click.option("--to", type=click.Path(path_type=Path), help="The file to write; standard output if not said.")
@click.option(
    "--acknowledge-advertising", "acknowledged", metavar="NAME", help="Who answers for it under the advertising rules."
)
@click.pass_obj
def publish(folders: Folders, form: str, to: Path | None, acknowledged: str | None) -> None:
    """Write all questions and answers with their sources as one page.

    Where the clinic's region forbids advertising prescription-only medicines to the public, this stops and names the
    rule, until somebody answers for it by name.

    \b
    Examples:
      botox-faq publish --format markdown --acknowledge-advertising "A. Sample"
      botox-faq publish --to faq.html --acknowledge-advertising "A. Sample"
    """
    from botox_faq.content.reading import read_content
    from botox_faq.upkeep.publishing import as_html, as_markdown, law_for

    content = read_content(find_faq(folders.faq))
    if (found := law_for(content)) and not (acknowledged or "").strip():
        _, law = found
        raise click.ClickException(
            f"Published, this page may count as advertising. {law.rule}. Source: {law.source}. "
            "Have it checked, then say who answers for it: --acknowledge-advertising NAME"
        )
    written = as_html(content) if form == "html" else as_markdown(content)
    if to is None:
        click.echo(written, nl=False)
        return
    try:
        to.write_text(written, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{to} can't be written ({error.strerror}).") from None
    click.echo(f"Written: {to}")
