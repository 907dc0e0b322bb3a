"""Where the content is: the folder asked for, the one inside the installed package, or the checkout's."""

from pathlib import Path


def find_faq(asked: Path | None = None) -> Path:
    """Return `asked`, else the folder faq/ that came with the package, else the checkout's."""
    if asked is not None:
        return asked
    package = Path(__file__).resolve().parent.parent
    # A wheel carries faq/ inside the package; an editable install has it only at the top of the checkout.
    inside = package / "faq"
    return inside if inside.is_dir() else package.parent.parent / "faq"
