"""How hard a text is to read: the Flesch-Kincaid grade, the years of school that it asks for.

Formula: Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas for Navy enlisted personnel",
Naval Technical Training Command, Research Branch Report 8-75, 1975. It was made for running English: for some sentences
together, never for a single one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache

from pyphen import Pyphen  # type: ignore[import-untyped]

LONG = 3
"""Syllables from which a word weighs on the reader."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+")
_STOP_AT_END = re.compile(r"[.!?…][^\w.!?…]*$")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
# Endings without a sound of their own, as in "whole", "blades", "raised"; but "able", "ranges" and "seated" have one.
_SILENT = re.compile(r"(?:(?<![^aeiou]l)e|(?<![sxzcg])(?<![cs]h)(?<![^aeiouy]l)es|(?<![td])ed)$")


def sentences(text: str) -> list[str]:
    """The sentences of a plain text; what ends without a full stop counts as one."""
    return [part for part in _SENTENCE_END.split(text.strip()) if _WORD.search(part)]


def is_sentence(text: str) -> bool:
    """Whether a text ends with a stop, emoji and closing marks aside: the formula knows sentences, not labels."""
    return bool(_STOP_AT_END.search(text))


def words(text: str) -> list[str]:
    """The words of a text. A word with a hyphen or an apostrophe is one; an emoji is none."""
    return _WORD.findall(text)


@cache
def syllables(word: str) -> int:
    """The syllables of an English word; one for a figure.

    A hyphenation dictionary alone counts too few, because it splits nothing near the ends of a word ("apart",
    "above"); so the vowels within each of its pieces are counted as well. Measured against 120 words that were counted
    by ear (tests/data/syllables.yml): the dictionary alone is wrong in 11 of them and 6 % low, this in 1 and 0.5 % low.
    """
    pieces = _hyphenation().inserted(word.lower().replace("’", "").replace("'", "")).split("-")
    return sum(map(_vowel_sounds, pieces))


@cache
def _hyphenation() -> Pyphen:
    # American rules divide by sound; the British ones divide by origin.
    return Pyphen(lang="en_US")


def _vowel_sounds(piece: str) -> int:
    sounding = _SILENT.sub("", piece)
    return max(1, len(_VOWELS.findall(sounding)))


@dataclass(frozen=True)
class Sentence:
    """A sentence with what the formula asks of it."""

    text: str
    words: int
    weighed: int
    """Words whose syllables count: all but long names."""
    syllables: int
    """Those of the weighed words."""
    long_words: tuple[str, ...]
    """Weighed words of three syllables and more, in order."""


def weigh(text: str, names: Container[str]) -> Sentence:
    """A sentence, weighed. ``names`` are words, in small letters, that a writer cannot do without.

    A long name counts as a word, but not among the syllables: those of ``names``, and a word with a capital inside the
    sentence. No simpler word stands for "trapezius", but a sentence is shorter without it.
    """
    found = words(text)
    weighed = [word for at, word in enumerate(found) if not _is_long_name(word, at, names)]
    long_words = tuple(word for word in weighed if syllables(word) >= LONG)
    return Sentence(text, len(found), len(weighed), sum(map(syllables, weighed)), long_words)


def _is_long_name(word: str, at: int, names: Container[str]) -> bool:
    is_name = word.lower() in names or (at > 0 and word[0].isupper())
    return is_name and syllables(word) >= LONG


def grade(text: Sequence[Sentence]) -> float:
    """The Flesch-Kincaid grade of some sentences; 0 of none."""
    if not text:
        return 0.0
    length = sum(each.words for each in text) / len(text)
    weight = sum(each.syllables for each in text) / max(1, sum(each.weighed for each in text))
    return 0.39 * length + 11.8 * weight - 15.59


def hardest(text: Sequence[Sentence]) -> int:
    """Which sentence makes the text hardest: the one without which its grade would be lowest."""
    return min(range(len(text)), key=lambda at: grade([*text[:at], *text[at + 1 :]]))
