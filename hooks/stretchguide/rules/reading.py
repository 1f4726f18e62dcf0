"""Rules 9 and 10: a step says first what to do, and all words are plain."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from stretchguide.format import prose
from stretchguide.format.drafts import WrittenWords
from stretchguide.format.limits import OTHER_GRADE, STEP_GRADE
from stretchguide.format.problems import ProblemLevel, quoted
from stretchguide.format.readability import Sentence, grade, hardest, is_sentence, sentences, weigh, words
from stretchguide.format.source import Path
from stretchguide.rules.rule import Case, Finding, Findings, VariantCase, record_rule, variant_rule

VERBS_FILE = "_vocabulary/verbs.yml"

ENOUGH_WORDS = 40
"""Words from which a text has a grade of its own. In a shorter one a single long word would decide, so those are judged
together."""

_LONG_WORDS_SHOWN = 4

Placed = tuple[Path, Sentence]


@variant_rule(9, "steps")
def a_sentence_of_a_step_begins_with_a_verb(case: VariantCase) -> Findings:
    """An adverb or "then" may stand before the verb where the list has it. A phrase ("With your free hand, ...") may
    not: whoever listens from the mat hears what to do before how, and the figure comes with the first words."""
    opening = case.vocabulary.verbs
    for text in _step_texts(case):
        for sentence in sentences(prose.plain(text.text)):
            if not opening.begins(sentence):
                first = sentence.split()[0]
                fact = f"a sentence of a step begins with {quoted(first)}, which is no verb of {VERBS_FILE}"
                yield Finding(text.path, f"{fact}; say first what to do", ProblemLevel.WARNING)


@variant_rule(9, "steps")
def a_step_speaks_plainly(case: VariantCase) -> Findings:
    for text in case.step_words:
        for form, term in case.vocabulary.jargon.found_in(prose.plain(text.text)):
            yield Finding(text.path, f"{quoted(form)} is a term of art; say {quoted(term.plain)}", ProblemLevel.WARNING)


def _step_texts(case: VariantCase) -> list[WrittenWords]:
    return [text for text in case.step_words if text.name == "text"]


@variant_rule(10, "steps", record=["title"])
def steps_are_easy_to_read(case: VariantCase) -> Findings:
    """All sentences of a variant's steps together: they are read one after the other, and one alone is too short."""
    text = _weighed(_step_texts(case), _names(case))
    yield from _too_hard(text, "the steps of this variant", STEP_GRADE)


@record_rule(10, "title")
def other_texts_are_easy_to_read(case: Case) -> Findings:
    """What stands under one key of the record (intro, benefits ...) together, so that no row of tiny sentences
    elsewhere hides a hard intro; keys with few words are joined. Only what ends with a stop is judged."""
    names, texts = _names(case), [text for text in case.words if _is_other_sentence(text)]
    joined: list[Placed] = []
    for key in dict.fromkeys(text.path[0] for text in texts):
        text = _weighed([each for each in texts if each.path[0] == key], names)
        if sum(sentence.words for _, sentence in text) < ENOUGH_WORDS:
            joined += text
        else:
            yield from _too_hard(text, f"{quoted(key)}{' beside the steps' * (key == 'variants')}", OTHER_GRADE)
    yield from _too_hard(joined, "the short texts of this record", OTHER_GRADE)


def _is_other_sentence(text: WrittenWords) -> bool:
    is_step = text.name == "text" and "steps" in text.path
    return text.kind != "emoji" and not is_step and is_sentence(text.text)


@dataclass(frozen=True)
class _Names(Container[str]):
    """Words that the record cannot do without: the vocabulary's, and those of its own title."""

    shared: Container[str]
    own: Container[str]

    def __contains__(self, word: object) -> bool:
        return word in self.own or word in self.shared


def _names(case: Case) -> _Names:
    return _Names(case.vocabulary.names, frozenset(words(case.record.title.lower())))


def _weighed(texts: Iterable[WrittenWords], names: _Names) -> list[Placed]:
    return [(text.path, weigh(each, names)) for text in texts for each in sentences(prose.plain(text.text))]


def _too_hard(text: Sequence[Placed], what: str, most: int) -> Findings:
    found = [sentence for _, sentence in text]
    reached = grade(found)
    if round(reached, 1) > most:
        path, worst = text[hardest(found)]
        simpler = ", ".join(map(quoted, worst.long_words[:_LONG_WORDS_SHOWN]))
        remedy = f"shorten {quoted(worst.text)}" + (f", or find simpler words for {simpler}" if simpler else "")
        yield Finding(
            path, f"the reading grade of {what} is {reached:.1f}, {most} at most; {remedy}", ProblemLevel.WARNING
        )


RULES = (
    a_sentence_of_a_step_begins_with_a_verb,
    a_step_speaks_plainly,
    steps_are_easy_to_read,
    other_texts_are_easy_to_read,
)
