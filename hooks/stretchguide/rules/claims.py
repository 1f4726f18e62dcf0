"""Rules 11, 12, 32: what a record may say that a stretch does."""

from __future__ import annotations

import re
from functools import cache

from stretchguide.format import prose
from stretchguide.format.any_of import any_of
from stretchguide.format.problems import quoted
from stretchguide.rules.rule import Case, Finding, Findings, Speech, record_rule, text_rule

BANNED = ("cure", "heal", "detox", "toxins", "guarantee", "fixes posture", "prevents injury")
"""Claims that no stretch may make; each claim of the vocabulary adds its own list."""

_HEDGED = re.compile(r"\b(may|can|feels?)\b", re.IGNORECASE)
_ENDINGS = ("ing", "ies", "ied", "es", "ed", "er", "ers", "e", "s", "y", "d", "ify", "ifies", "ifying")


def _phrases(speech: Speech) -> tuple[str, ...]:
    return (*BANNED, *speech.vocabulary.banned)


@text_rule(11)
def no_banned_claim(speech: Speech) -> Findings:
    banned = _pattern(_phrases(speech))
    for words in speech.words:
        for found in banned.finditer(words.text):
            yield Finding(
                words.path, f"{quoted(found.group())} is a claim that no stretch may make; say what the evidence allows"
            )


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(_inflected(phrase) for phrase in phrases)}\b", re.IGNORECASE)


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


_BETWEEN = r"(?:\s+[\w'’-]+){1,4}?\s+"
"""Up to four words that stand inside a claim and make it no truer: "prevents every kind of injury"."""
_LASTING = re.compile(
    r"\b(?:for good(?=\s*$|\s*[.,;:!?]|\s+(?:and|in|with|by)\b)|for ?ever|once and for all|permanently|never again)\b"
    r"|\bprevent(?:s|ed|ing)?\b"
    r"|\b(?:straighten|correct|realign|restor|revers|undo|fix)\w*(?:\s+[\w'’-]+){0,3}\s+"
    r"(?:posture|spine|back|neck|shoulders|discs?|hunch|slouch|slump|alignment)\b"
    r"|\bin (?:\d+|a few|two|three|four|five|six|ten) (?:days|weeks|months)\b",
    re.IGNORECASE,
)
"""A promise that lasts, or that a shape of the body changes: stretching has no evidence for either."""
_PROMISING = ("purpose", "tagline", "intro", "benefits")
"""Where a record says what the stretch is good for; elsewhere "straighten your back" is an instruction."""


@text_rule(32)
def no_claim_with_words_between(speech: Speech) -> Findings:
    banned, spread = _pattern(_phrases(speech)), _spread(_phrases(speech))
    for words in speech.words:
        patterns = [spread, _LASTING] if words.path[0] in _PROMISING else [spread]
        found = [each for one in patterns for each in prose.asserted(one, words.text)]
        for each in [] if banned.search(words.text) else found[:1]:
            claim = quoted(prose.folded(each.group()))
            yield Finding(words.path, f"{claim} is a claim that no stretch may make; say what the evidence allows")


@cache
def _spread(phrases: tuple[str, ...]) -> re.Pattern[str]:
    several = [phrase.split() for phrase in phrases if " " in phrase]
    return re.compile(rf"\b{any_of(_BETWEEN.join(map(_any_ending, phrase)) for phrase in several)}\b", re.IGNORECASE)


RULES = (no_banned_claim, weak_claims_are_worded_weakly, no_claim_with_words_between)
