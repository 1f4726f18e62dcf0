"""Doses as people write them (``2x10``, ``20s x3``, ``half a minute``), and the form that a record has."""

from __future__ import annotations

import re

_TIME = r"(?:\d{1,2} min \d{1,2} s|\d{1,3} min|\d{1,4} s)"
DURATION_PATTERN = rf"^(?:\d{{1,4}}-\d{{1,4}} s|\d{{1,3}}-\d{{1,3}} min|{_TIME}(?:-{_TIME})?)$"
COUNT_PATTERN = r"^\d{1,3}(-\d{1,3})?$"
PERCENT_PATTERN = r"^\d{1,3}(-\d{1,3})? %$"

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TENS = {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_NUMBERS = {**{word: number for number, word in enumerate(_ONES, 1)}, **_TENS, "once": 1, "twice": 2, "thrice": 3}

# Units in English, and as they are typed by who thinks in German, French, Spanish or Italian.
_MINUTES = "minutes?|mins?|m|minuten?|minutos?|minuti|['′]"
_SECONDS = "seconds?|secs?|s|sekunden?|sek|secondes?|segundos?|secondi|[\"″]|''"
_UNIT_ENDS = r"(?=$|[^a-z]|x\s*\d)\.?"
"""Not within a word; but `20sx3` are three times 20 s."""

# What people write, and what it is in a record; in this order.
_WAYS = (
    (r"\s*(?:[-–—−‐]|\bto\b)\s*", "-"),
    (r"^(?:about|approx\.?|ca\.?|for|hold)\s+|^[~≈]\s*", ""),
    (r"\s*(?:/|\b(?:per|each|a|on each|on both|both))\s*(?:sides?|legs?|arms?|directions?|ways?)$", ""),
    (r"^(?:half|½|1/2)(?: an?)? min(?:ute)?$", "30 s"),
    (r"^an? (?=min)", "1 "),
    (r"^(\d{1,2}):([0-5]\d)(?: *min)?$", r"\1 min \2 s"),
    (rf"^(\d{{1,2}})(?:[.,]5| ?½| 1/2)\s*(?:{_MINUTES})$", r"\1 min 30 s"),
    (rf"(?<=\d)\s*(?:{_SECONDS}){_UNIT_ENDS}", " s"),
    (rf"(?<=\d)\s*(?:{_MINUTES}){_UNIT_ENDS}", " min"),
    (r"(?<= min)\s*(?:and|,)?\s*(?=\d+ s)", " "),
    (r"( min)\s*(\d{1,2})$", r"\1 \2 s"),
    (r"(?<=\d)\s*(?:percent|%)", " %"),
    (r"(?<=\d)\s*(?:reps?|repetitions?|repeats?|times|x|sets?|rounds?)$", ""),
)
_NUMBER = r"(\d{1,2}(?:-\d{1,2})?)"
_BEFORE = re.compile(rf"{_NUMBER}\s*(?:(?:sets?|rounds?) of|times|[x×*])\s*(\d.*)")
_BEHIND = re.compile(rf"(\d.* (?:s|min))\s*(?:[x×*,]|,?\s*for)?\s*{_NUMBER}")
"""How many sets, before or behind what is done in each."""


def right_form(text: str, pattern: str) -> str | None:
    """What to write in place of a dose, where a value of this pattern stands; None where nobody can know.

    >>> right_form("30 sec/side", DURATION_PATTERN)
    "write '30 s'"
    >>> right_form("20s x3", DURATION_PATTERN)
    "write 'sets: 3' and 'hold: 20 s', each as a key of the dose"
    >>> right_form("10 reps", DURATION_PATTERN)
    "write 'reps: 10', as a key of the dose"
    """
    plain = _plain(_in_figures(text.strip().lower()))
    if re.fullmatch(pattern, plain):
        return f"write '{plain}'"
    if pattern == DURATION_PATTERN and re.fullmatch(r"[\d\s–-]+", text):
        return f"say of what: write '{plain} s' or '{plain} min'"
    if pattern == DURATION_PATTERN and "breath" in plain:
        return "count it in seconds, like '15-30 s'"
    if key := _key(plain):
        or_sets = f" or 'sets: {plain}'" if key == "reps" and "rep" not in text.lower() else ""
        return f"write '{key}: {plain}'{or_sets}, as a key of the dose"
    found = _BEFORE.fullmatch(plain) or _BEHIND.fullmatch(plain)
    sets, each = (found[1], found[2]) if found and found.re is _BEFORE else (found[2], found[1]) if found else ("", "")
    key = _key(each := _plain(each))
    return f"write 'sets: {sets}' and '{key}: {each}', each as a key of the dose" if key else None


def _key(plain: str) -> str | None:
    """The key under which a dose in its right form stands."""
    is_time, is_count = (re.fullmatch(pattern, plain) for pattern in (DURATION_PATTERN, COUNT_PATTERN))
    return "hold" if is_time else "reps" if is_count else None


def _in_figures(text: str) -> str:
    """A text whose numbers are no words.

    >>> _in_figures("twenty-five to thirty seconds")
    '25 to 30 seconds'
    """
    tens, ones = "|".join(word for word in _TENS if word != "fifteen"), "|".join(_ONES[:9])
    text = re.sub(rf"\b({tens})[- ]({ones})\b", lambda two: str(_NUMBERS[two[1]] + _NUMBERS[two[2]]), text)
    return re.sub(rf"\b(?:{'|'.join(_NUMBERS)})\b", lambda word: str(_NUMBERS[word[0]]), text)


def _plain(text: str) -> str:
    for written, right in _WAYS:
        text = re.sub(written, right, text)
    return text
