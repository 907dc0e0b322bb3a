"""HTML that can be printed: everything escaped, nothing fetched, one small style for paper and screen."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_STYLE = """\
body { font: 1.05rem/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
h1, h2, h3 { font-family: system-ui, sans-serif; line-height: 1.25; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #bbb; }
article { break-inside: avoid; margin-bottom: 1.6rem; }
.note { border-left: 3px solid #777; padding-left: .8rem; }
.source, .id { color: #555; font-size: .85rem; }
.sign td { border: 1px solid #999; padding: .4rem; height: 1.6rem; }
.sign { border-collapse: collapse; width: 100%; font-size: .85rem; }
@media print { body { margin: 0; max-width: none; } }
"""


def text(value: str) -> str:
    """`value` as HTML text."""
    return escape(value, quote=True)


def paragraphs(value: str, css: str = "") -> str:
    """Each line of `value` as a paragraph."""
    mark = f' class="{css}"' if css else ""
    return "\n".join(f"<p{mark}>{text(line)}</p>" for line in value.split("\n") if line.strip())


def link(address: str, label: str) -> str:
    """A link, where the address is a web address; else its label alone."""
    if not address.startswith(("https://", "http://")):
        return text(label)
    return f'<a href="{text(address)}">{text(label)}</a>'


def page(title: str, body: Iterable[str], head: str = "") -> str:
    """A whole page; `body` and `head` are HTML."""
    return "\n".join([
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{text(title)}</title>",
        f"<style>\n{_STYLE}</style>",
        *([head] if head else []),
        "</head>",
        "<body>",
        *body,
        "</body>",
        "</html>",
        "",
    ])  # fmt: skip
