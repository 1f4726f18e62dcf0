"""Rules 6, 7, 11, 12, 14: what the words may say, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from stretchguide.format import prose
from stretchguide.format.drafts import WrittenWords
from stretchguide.format.limits import INTRO_WORDS, PURPOSE_WORDS
from stretchguide.format.problems import quoted
from stretchguide.rules.rule import Case, Finding, Findings, Speech, record_rule, text_rule

BANNED = ("cure", "heal", "detox", "toxins", "guarantee", "fixes posture", "prevents injury")
"""Claims that no stretch may make; each claim of the vocabulary adds its own list."""

MAY_HOLD_EMOJI = ("tagline", "intro", "tip")

_HEDGED = re.compile(r"\b(may|can|feels?)\b", re.IGNORECASE)
_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|"
    r"forty-five|fifty|sixty|ninety)"
)
_COUNTED = re.compile(
    rf"\b(?:{_NUMBER}(?:\s*[-–]\s*|\s+(?:to|or)\s+))?{_NUMBER}[\s-]*(?:seconds?|secs?|minutes?|mins?|times|repeats|reps?|repetitions?)\b"
    r"|\b\d+\s?s\b|\b(?:twice|thrice)\b",
    re.IGNORECASE,
)
_NO_PROSE = ("also_known_as", "complaints", "written_by", "reviewed_by")
_ENDINGS = ("ing", "ies", "ied", "es", "ed", "er", "ers", "e", "s", "y", "d", "ify", "ifies", "ifying")


@record_rule(6, "purpose", "intro")
def purpose_and_intro_are_short(case: Case) -> Findings:
    yield from too_long("purpose", case.record.purpose, PURPOSE_WORDS)
    yield from too_long("intro", case.record.intro, INTRO_WORDS)


def too_long(key: str, text: str, most: int) -> Findings:
    """Rule 6."""
    count = len(prose.plain(text).split())
    if count > most:
        yield Finding((key,), f"{key} has {count} words, {most} at most; shorten it")


@text_rule(7)
def numbers_come_from_the_dose(speech: Speech) -> Findings:
    for words in speech.words:
        found = _COUNTED.search(words.text)
        if found and words.name not in _NO_PROSE:
            fact = f"{quoted(found.group())} is a number that the dose already gives"
            yield Finding(words.path, f"{fact}; say it without ('Hold and breathe.')")


@text_rule(11)
def no_banned_claim(speech: Speech) -> Findings:
    banned = _pattern(
        (*BANNED, *(phrase for claim in speech.vocabulary.claims.values() for phrase in claim.do_not_say))
    )
    for words in speech.words:
        for found in banned.finditer(words.text):
            yield Finding(
                words.path, f"{quoted(found.group())} is a claim that no stretch may make; say what the evidence allows"
            )


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_inflected(phrase) for phrase in phrases)})\b", re.IGNORECASE)


def _inflected(phrase: str) -> str:
    """A pattern for the phrase with every ending of its words: "prevents injury" also finds "prevent injuries"."""
    return r"\s+".join(_any_ending(word) for word in phrase.split())


def _any_ending(word: str) -> str:
    stem = _stem(word.lower())
    if len(word) < 4:
        return re.escape(word)
    doubled = rf"{re.escape(stem[-1])}?" if stem[-1].isalpha() else ""
    bare = "" if _needs_ending(word.lower(), stem) else "?"
    return rf"{re.escape(stem)}(?:{doubled}(?:{'|'.join(_ENDINGS)})){bare}"


def _stem(word: str) -> str:
    for ending in ("ies", "es", "ed", "e", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) > 2 and not word.endswith("ss"):
            return word.removesuffix(ending)
    return word


def _needs_ending(word: str, stem: str) -> bool:
    """Whether the stem alone is another word ("cur", "tr") than the one that is meant."""
    return word != stem and not word.endswith("s")


@record_rule(12, "benefits")
def weak_claims_are_worded_weakly(case: Case) -> Findings:
    for index, benefit in enumerate(case.record.benefits):
        claim = case.vocabulary.claims[benefit.claim]
        if claim.certainty == "low" and not _HEDGED.search(f"{benefit.lead} {benefit.text}"):
            fact = f"the claim {quoted(claim.id)} has low certainty"
            yield Finding(("benefits", index, "text"), f"{fact}; word the benefit with may, can or feel")


@text_rule(14)
def emoji_stand_where_they_may(speech: Speech) -> Findings:
    for words in speech.words:
        found = prose.emoji_in(words.text)
        if words.kind == "emoji" and (len(found) != 1 or found[0] != words.text.strip()):
            yield Finding(words.path, f"{quoted(words.text)} is not one emoji; write exactly one, or delete the key")
        elif found and words.kind != "emoji" and words.name not in MAY_HOLD_EMOJI:
            yield Finding(
                words.path,
                f"emoji {found[0]} may not stand in {words.name}; use an 'emoji' field, tagline, intro or tip",
            )


@text_rule(1)
def links_go_somewhere_allowed(speech: Speech) -> Findings:
    for words in _prose(speech.words):
        for link in prose.links(words.text):
            if not link.is_web and not link.is_stretch:
                fact = f"a link may not go to {quoted(link.target)}"
                yield Finding(words.path, f"{fact}; write an http(s) address or the id of a stretch")


def _prose(words: Iterable[WrittenWords]) -> Iterable[WrittenWords]:
    return (each for each in words if each.kind == "prose" and "](" in each.text)


RULES = (
    purpose_and_intro_are_short,
    numbers_come_from_the_dose,
    no_banned_claim,
    weak_claims_are_worded_weakly,
    emoji_stand_where_they_may,
    links_go_somewhere_allowed,
)
