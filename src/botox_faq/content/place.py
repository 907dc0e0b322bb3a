"""Where the content is: the folder asked for, the one being edited, the installed package's, or the checkout's."""

from pathlib import Path


def find_faq(asked: Path | None = None) -> Path:
    """Return `asked`, else the folder faq/ that came with the package, else the checkout's."""
    if asked is not None:
        return asked
    package = Path(__file__).resolve().parent.parent
    # A wheel carries faq/ inside the package; an editable install has it only at the top of the checkout.
    inside = package / "faq"
    return inside if inside.is_dir() else package.parent.parent / "faq"


def find_edited() -> Path | None:
    """Return the folder of content that is worked on here: the current folder, or faq/ in it; None if neither is one.

    Whoever checks content from the folder that holds it, as a pre-commit hook does, means that content.
    """
    return next((folder for folder in (Path(), Path("faq")) if (folder / "clinic.yaml").is_file()), None)
