"""One pattern for many words, of which Python's engine would try one after the other at each letter of a text."""

from __future__ import annotations

from collections.abc import Iterable


def any_of(patterns: Iterable[str]) -> str:
    """A pattern that matches whatever one of these does, the first that fits; each begins with a
    letter or an escape, once.

    Those that begin alike stand behind their first letter, so most are never looked at.

    >>> any_of(["heal", "cure", r"\\.net", "help"])
    '(?:h(?:eal|elp)|c(?:ure)|\\\\.(?:net))'
    """
    begun: dict[str, list[str]] = {}
    for pattern in patterns:
        first = pattern[: 2 if pattern.startswith("\\") else 1]
        begun.setdefault(first, []).append(pattern.removeprefix(first))
    branches = [f"{first}(?:{'|'.join(rest)})" for first, rest in begun.items()]
    return f"(?:{'|'.join(branches) or _NEVER})"


_NEVER = "(?!)"
"""Matches nothing, as where there are no words."""
