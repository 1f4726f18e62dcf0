"""Doses as people write them (``2x10``, ``30s/side``, ``6–10``), and the form that a record has."""

from __future__ import annotations

import re

_TIME = r"(?:\d{1,2} min \d{1,2} s|\d{1,3} min|\d{1,4} s)"
DURATION_PATTERN = rf"^(?:\d{{1,4}}-\d{{1,4}} s|\d{{1,3}}-\d{{1,3}} min|{_TIME}(?:-{_TIME})?)$"
COUNT_PATTERN = r"^\d{1,3}(-\d{1,3})?$"
PERCENT_PATTERN = r"^\d{1,3}(-\d{1,3})? %$"

# What people write, and what it is in a record; in this order.
_WAYS = (
    (r"\s*(?:[-–—−‐]|\bto\b)\s*", "-"),
    (r"^(?:about|approx\.?|ca\.?|for|hold)\s+|^[~≈]\s*", ""),
    (r"\s*(?:/|\b(?:per|each|a|on each|on both|both))\s*(?:sides?|legs?|arms?|directions?|ways?)$", ""),
    (r"(?<=\d)\s*(?:minutes?|mins?|m)\b\.?", " min"),
    (r"(?<=\d)\s*(?:seconds?|secs?|s|[\"″])(?!\w)\.?", " s"),
    (r"(?<=\d)\s*(?:percent|%)", " %"),
    (r"(?<=\d)\s*(?:reps?|repetitions?|times|x|sets?|rounds?)$", ""),
)
_SETS = re.compile(r"(\d{1,2}(?:-\d{1,2})?)\s*(?:sets? of|[x×*])\s*(\d.*)")


def right_form(text: str, pattern: str) -> str | None:
    """What to write in place of a dose, where a value of this pattern stands; None where nobody can know.

    >>> right_form("30 sec/side", DURATION_PATTERN)
    "write '30 s'"
    >>> right_form("2x10", COUNT_PATTERN)
    "write 'sets: 2' and 'reps: 10', each as a key of the dose"
    """
    plain = _plain(text)
    if re.fullmatch(pattern, plain):
        return f"write '{plain}'"
    if not (apart := _SETS.fullmatch(plain)):
        return None
    sets, each = apart[1], _plain(apart[2])
    key = "hold" if re.fullmatch(DURATION_PATTERN, each) else "reps" if re.fullmatch(COUNT_PATTERN, each) else None
    return f"write 'sets: {sets}' and '{key}: {each}', each as a key of the dose" if key else None


def _plain(text: str) -> str:
    plain = text.strip().lower()
    for written, right in _WAYS:
        plain = re.sub(written, right, plain)
    return plain
