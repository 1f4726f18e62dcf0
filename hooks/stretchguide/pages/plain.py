"""A page as plain text, for a terminal: what its Markdown says, without pictures, addresses and marks of looks."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.token import Token

WIDTH = 100
"""Characters of a line."""

_MARKDOWN = MarkdownIt("commonmark")
_LOOKS = re.compile(r"\s*\{ ?[.#][^{}]*\}|:material-[a-z-]+:")
"""What a line says of its looks and its name: ``{ .crumbs }``, ``{ #ids }``; and icons."""
_CRUMBS = "{ .crumbs }"
_UNDERLINES = {"h1": "=", "h2": "-"}


def as_plain(page: str) -> str:
    """The text of a page of ours, whose front matter is left out."""
    _, _, text = page.removeprefix("---\n").partition("\n---\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(filter(None, _parts(_MARKDOWN.parse(text))))).strip() + "\n"


def _parts(tokens: Iterable[Token]) -> Iterator[str]:
    """The blocks of a page, each with the blank line before it that it has."""
    depth, tag, is_first = 0, "", False
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                depth += 1
                yield "\n" * (depth == 1)
            case "bullet_list_close" | "ordered_list_close":
                depth -= 1
            case "list_item_open":
                is_first = True
            case "heading_open":
                tag = token.tag
            case "heading_close":
                tag = ""
            case "fence" | "code_block":
                yield "\n" + textwrap.indent(token.content, "    ")
            case "html_block":
                yield from map(_item, _texts(token.content))
            case "inline" if _CRUMBS not in token.content and (text := _LOOKS.sub("", _inline(token)).strip()):
                yield _heading(text, tag) if tag else _block(text, depth, is_first)
                is_first = False


def _heading(text: str, tag: str) -> str:
    return f"\n\n{text}\n{_UNDERLINES[tag] * len(text) if tag in _UNDERLINES else ''}".rstrip()


def _block(text: str, depth: int, is_first: bool) -> str:
    """A paragraph, or what an item of a list says; what a key means stands under it."""
    if depth:
        return _wrapped(text, "  " * (depth - 1) + ("- " if is_first else "  "), "  " * depth)
    key, *about = text.split("\n")
    means = [_wrapped(line.removeprefix(":").strip(), "    ", "    ") for line in about if line.startswith(":")]
    return "\n" + ("\n".join([key, *means]) if means else _wrapped(text, "", ""))


def _item(text: str) -> str:
    return _wrapped(" ".join(map(_inline, _MARKDOWN.parseInline(text))), "- ", "  ")


def _wrapped(text: str, first: str, rest: str) -> str:
    words = " ".join(text.split())
    return textwrap.fill(words, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _inline(token: Token) -> str:
    """The words of a line; a picture has none here, and of a link they are what it is called.

    Where a line begins with a word of code, what comes after a blank says what that is.
    """
    said = {"softbreak": "\n", "hardbreak": "\n", "image": "", "html_inline": ""}
    children = token.children or []
    text = "".join(said.get(each.type, each.content) for each in children)
    code = children[1].content if children[0].content == "<code>" else ""
    return text.replace(f"{code} ", f"{code}: ", 1) if code and text.startswith(f"{code} ") else text


def _texts(html: str) -> list[str]:
    """The texts that stand in some HTML, one for each element that holds one."""
    reader = _Reader()
    reader.feed(html)
    return [text for each in reader.found if (text := each.strip())]


class _Reader(HTMLParser):
    """Collects the text of HTML; an element of a list or of a paragraph begins another one."""

    def __init__(self) -> None:
        super().__init__()
        self.found = [""]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in ("code", "em", "strong", "a"):
            self.found.append("")

    def handle_data(self, data: str) -> None:
        self.found[-1] += data
