"""Rules 22 and 28: what the body is asked to do stands among a variant's movements, so that its cautions come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stretchguide.format import prose
from stretchguide.format.problems import quoted
from stretchguide.rules.rule import Finding, Findings, VariantCase, variant_rule

_UP_TO_THREE_WORDS = r"(?:[\s,]+[\w'’-]+){0,3}?[\s,]+"


@variant_rule(28, "steps", "position", "movements")
def words_bring_their_movements(case: VariantCase) -> Findings:
    """A movement is asked for once, where a step first says it."""
    told = {*case.variant.movements, *case.vocabulary.positions[case.variant.position].asks}
    for words in case.step_words:
        if words.name in ("text", "title"):
            for movement, said in _asked(case, words.text):
                if movement not in told:
                    told.add(movement)
                    fact = f"the step says {quoted(said)}, but the variant's movements have no {quoted(movement)}"
                    yield Finding(words.path, f"{fact}; add it, or say it otherwise")


def _asked(case: VariantCase, text: str) -> Iterator[tuple[str, str]]:
    for movement in case.vocabulary.movements.values():
        for phrase in movement.words:
            if found := next(prose.asserted(_phrase(phrase), text), None):
                yield movement.id, found.group()


@cache
def _phrase(phrase: str) -> re.Pattern[str]:
    parts = (re.escape(part.strip()) for part in phrase.split("..."))
    return re.compile(rf"\b{_UP_TO_THREE_WORDS.join(parts)}\b", re.IGNORECASE)


@variant_rule(28, "position", "movements")
def a_position_brings_its_movements(case: VariantCase) -> Findings:
    for movement in case.vocabulary.positions[case.variant.position].asks:
        if movement not in case.variant.movements:
            fact = f"the position {quoted(case.variant.position)} asks for the movement {quoted(movement)}"
            yield Finding((*case.path, "position"), f"{fact}; add it, or choose another position")


RULES = (words_bring_their_movements, a_position_brings_its_movements)
