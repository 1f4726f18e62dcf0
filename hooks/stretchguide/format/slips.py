"""Slips of the pen that YAML lets pass: a text cut off by a comment, a merge that nobody ended, an entity of HTML."""

from __future__ import annotations

import re
from html import unescape

from stretchguide.format.doses import DURATION_PATTERN
from stretchguide.format.fields import ID_PATTERN
from stretchguide.format.problems import quoted

_MARKER = re.compile(r"^(?:(?:<{7}|\|{7}|>{7})(?: .*)?|={7})\r?$", re.MULTILINE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);")
_COMMENT = re.compile(r"[ \t]*#(.*)")
# Ids (with a side before them), numbers, days and durations are no texts: a comment may follow them.
_NO_TEXT = re.compile(rf"(?:(?:right|left) )?{ID_PATTERN}|[-+\d.]+( %)?|{DURATION_PATTERN[1:-1]}")

MERGE = "git marks two versions here; keep one of them, and delete the other and the markers"


def merge_marker(text: str) -> int | None:
    """Where git began to mark two versions of a text; None where it did not."""
    found = _MARKER.search(text)
    return found.start() if found else None


def cut_off(value: str, rest: str) -> str | None:
    """What is wrong with a value without quotes, after which a line goes on with ``rest``; None where nothing is.

    >>> cut_off("Sit tall", " #1 on a chair")
    "the text ends before '#1 on a chair', which YAML takes for a comment; put quotes round the whole text"
    >>> cut_off("cat-cow", "  # a comment")
    """
    comment = _COMMENT.match(rest)
    if not comment or _NO_TEXT.fullmatch(value):
        return None
    fact = f"the text ends before {quoted('#' + comment[1])}, which YAML takes for a comment"
    return f"{fact}; put quotes round the whole text"


def entity(value: str) -> str | None:
    """What is wrong with a text that holds an entity of HTML; None where it holds none.

    >>> entity("Child&rsquo;s pose")
    "'&rsquo;' is an entity of HTML, and is shown as typed; type the character itself: '’'"
    """
    for found in _ENTITY.finditer(value):
        meant = unescape(found.group())
        if meant != found.group():
            fact = f"{quoted(found.group())} is an entity of HTML, and is shown as typed"
            return f"{fact}; type the character itself: {quoted(meant)}"
    return None
