"""`botox-faq init`: a copy of the content to make one's own."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from botox_faq.content import find_faq


@click.command
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_obj
def init(folders: object, folder: Path) -> None:
    """Copy the content to FOLDER, to make it your clinic's own.

    \b
    Example:
      botox-faq init our-clinic
      botox-faq --faq our-clinic
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.ClickException(f"{folder} is there already. Name a folder that does not exist yet.")
    try:
        faq = find_faq(getattr(folders, "faq", None))
        (folder / "schema").mkdir(parents=True, exist_ok=True)
        for path in sorted([*faq.glob("*.yaml"), *faq.glob("schema/*.json")]):
            shutil.copyfile(path, folder / path.relative_to(faq))
    except OSError as error:
        raise click.ClickException(f"{folder} can't be written ({error.strerror}). Name another folder.") from error
    click.echo(f"Your copy is in {folder}. Begin with {folder / 'clinic.yaml'}, then start: botox-faq --faq {folder}")
