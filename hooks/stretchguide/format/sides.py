"""Right and left: steps are written for the right side, the second side is made by swapping the two words."""

from __future__ import annotations

import re

SIDES = ("left", "right")
OTHER = {"left": "right", "right": "left"}

# ASCII, because a dotless i counts as a letter of "right" otherwise.
_SIDE_WORD = re.compile(r"\b(right|left)\b", re.IGNORECASE | re.ASCII)

NOT_A_SIDE = re.compile(
    r"\b(?:right[- ]angled?|right angles|right away|right now|right after|all right|"
    r"(?:is|are|was|what) left|left ?over)\b",
    re.IGNORECASE,
)
"""Phrases in which the words name no side of the body, so that swapping them would write nonsense."""


def names_side(text: str) -> bool:
    """Whether the text names the right or the left."""
    return bool(sides_named(text))


def sides_named(text: str) -> frozenset[str]:
    """Which of ``SIDES`` the text names."""
    return frozenset(word.lower() for word in _SIDE_WORD.findall(text))


def mirrored(text: str) -> str:
    """The text for the other side.

    >>> mirrored("Right hand to the left knee")
    'Left hand to the right knee'
    """
    return _SIDE_WORD.sub(_swap, text)


def _swap(found: re.Match[str]) -> str:
    word = found.group()
    other = OTHER[word.lower()]
    if word.isupper():
        return other.upper()
    return other.capitalize() if word[0].isupper() else other
