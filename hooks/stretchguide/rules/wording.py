"""Rules 6, 7, 14: what the words may say, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from stretchguide.format import prose
from stretchguide.format.drafts import WrittenWords
from stretchguide.format.limits import INTRO_WORDS, PURPOSE_WORDS
from stretchguide.format.problems import quoted
from stretchguide.rules.rule import Case, Finding, Findings, Speech, record_rule, text_rule

MAY_HOLD_EMOJI = ("tagline", "intro", "tip")

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


@text_rule(14)
def emoji_stand_where_they_may(speech: Speech) -> Findings:
    for words in speech.words:
        found = prose.emoji_in(words.text)
        if words.kind == "emoji" and (len(found) != 1 or found[0] != words.text.strip()):
            yield Finding(words.path, f"{quoted(words.text)} is not one emoji; write exactly one, or delete the key")
        elif found and words.kind != "emoji" and words.name not in MAY_HOLD_EMOJI:
            fact = f"emoji {found[0]} may not stand in {words.name}"
            yield Finding(words.path, f"{fact}; take it out, or use an 'emoji' field, tagline, intro or tip")


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
    emoji_stand_where_they_may,
    links_go_somewhere_allowed,
)
