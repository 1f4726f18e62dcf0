"""Rule 31: nothing that a reader is told to do asks for force."""

from __future__ import annotations

import re

from stretchguide.format import prose
from stretchguide.format.drafts import WrittenWords
from stretchguide.format.problems import quoted
from stretchguide.rules.rule import Case, Finding, Findings, VariantCase, record_rule, variant_rule

_FORCED = re.compile(
    r"\b(?:bounc|jerk|yank|wrench)\w*|\bforc(?:e|es|ed|ing)\b"
    r"|\b(?:as|so) (?:hard|far|deep|deeply|low|high|wide) as (?:you (?:\w+ )?can|possible|it goes|it will go)\b"
    r"|\b(?:press|push|pull|lean|squeeze|stretch|turn|twist)\w*(?:\s+[\w'’-]+){0,4}?\s+(?<!as )(?<!too )hard(?:er)?\b"
    r"|\bpull\w*(?:\s+(?!above\b|over\b|behind\b|past\b|to\b|towards\b)[\w'’-]+){0,7}?\s+(?:head|neck)\b"
    r"|\bwith (?:all your|full) (?:might|strength|force|weight)\b|\b(?:through|into) (?:the |any )?pain\b"
    r"|\buntil it hurts\b",
    re.IGNORECASE,
)


@variant_rule(31, "steps")
def no_step_asks_for_force(case: VariantCase) -> Findings:
    for words in case.step_words:
        yield from _forced(words)


@variant_rule(31, "easier", "deeper")
def no_change_asks_for_force(case: VariantCase) -> Findings:
    for words in case.words_of("easier", "deeper"):
        yield from _forced(words)


@record_rule(31)
def no_advice_asks_for_force(case: Case) -> Findings:
    for words in case.words:
        if words.path[0] in ("safety", "tip") or words.name == "instead":
            yield from _forced(words)


def _forced(words: WrittenWords) -> Findings:
    if found := next(prose.asserted(_FORCED, words.text), None):
        fact = f"{quoted(prose.folded(found.group()))} asks for force"
        yield Finding(words.path, f"{fact}; let the reader ease in, and stop while the stretch is mild")


RULES = (no_step_asks_for_force, no_change_asks_for_force, no_advice_asks_for_force)
