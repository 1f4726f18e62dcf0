"""What a machine checks in a record beyond its format.

Each rule is a function that yields findings; its number is that of the table in the contributors' page. A rule says
which parts of the record it reads, and is left out where one of them did not parse, so that one fault makes one line.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from stretchguide.drafts import Draft, WrittenWords
from stretchguide.memory import Memory
from stretchguide.problems import Level, Problem, has_errors
from stretchguide.records import Exercise, Variant
from stretchguide.source import Path
from stretchguide.vocabulary import Vocabulary


@dataclass(frozen=True)
class Finding:
    """Something wrong at a path of a record."""

    path: Path
    message: str
    level: Level = Level.ERROR


@dataclass(frozen=True)
class Case:
    """What a rule may look at: a record, the vocabulary, the day."""

    record: Exercise
    words: tuple[WrittenWords, ...]
    vocabulary: Vocabulary
    today: datetime.date


@dataclass(frozen=True)
class VariantCase(Case):
    """A case with one of its variants in view."""

    index: int
    variant: Variant

    @property
    def path(self) -> Path:
        return ("variants", self.index)

    @property
    def is_static(self) -> bool:
        return self.vocabulary.types[self.record.type_of(self.variant)].mode == "static"

    @property
    def side(self) -> str | None:
        return self.record.side_of(self.variant)

    @property
    def step_words(self) -> Iterator[WrittenWords]:
        """The texts of the variant's steps."""
        return self._words_of("steps")

    @property
    def swapped_words(self) -> Iterator[WrittenWords]:
        """The texts in which right and left change places for the second side."""
        return self._words_of("steps", "feel")

    def _words_of(self, *keys: str) -> Iterator[WrittenWords]:
        inside = [(*self.path, key) for key in keys]
        return (words for words in self.words if words.path[:3] in inside and words.kind != "emoji")


Findings = Iterator[Finding]


@dataclass(frozen=True)
class _Rule:
    number: int
    judge: Callable[..., Findings]
    reads: tuple[Path, ...]
    reads_in_variant: tuple[Path, ...] | None
    """None for a rule of the whole record."""


_RULES: list[_Rule] = []


def _paths(names: Iterable[str]) -> tuple[Path, ...]:
    return tuple(tuple(name.split(".")) for name in names)


def record_rule(number: int, *reads: str) -> Callable[[Callable[[Case], Findings]], Callable[[Case], Findings]]:
    """Register a rule of a whole record that reads these parts of it (``muscles``, ``links.harder``)."""

    def register(judge: Callable[[Case], Findings]) -> Callable[[Case], Findings]:
        _RULES.append(_Rule(number, judge, _paths(reads), None))
        return judge

    return register


def variant_rule(
    number: int, *reads: str, record: Iterable[str] = ()
) -> Callable[[Callable[[VariantCase], Findings]], Callable[[VariantCase], Findings]]:
    """Register a rule of each variant that reads these parts of it, and those parts of the record."""

    def register(judge: Callable[[VariantCase], Findings]) -> Callable[[VariantCase], Findings]:
        _RULES.append(_Rule(number, judge, _paths(record), _paths(reads)))
        return judge

    return register


def judge(draft: Draft[Exercise], vocabulary: Vocabulary, today: datetime.date) -> Iterator[Problem]:
    """Every problem that the rules of a single record find."""
    if draft.model is None:
        return
    for rule in _RULES:
        for finding in _findings(rule, draft, draft.model, vocabulary, today):
            yield Problem(draft.document.place(finding.path), finding.message, finding.level)


def _findings(
    rule: _Rule, draft: Draft[Exercise], record: Exercise, vocabulary: Vocabulary, today: datetime.date
) -> Findings:
    if is_gap(draft.gaps, rule.reads):
        return
    if rule.reads_in_variant is None:
        yield from rule.judge(Case(record, draft.words, vocabulary, today))
        return
    for index, variant in enumerate(record.variants):
        if not is_gap(draft.gaps, [("variants", index, *path) for path in rule.reads_in_variant]):
            yield from rule.judge(VariantCase(record, draft.words, vocabulary, today, index, variant))


def is_gap(gaps: Iterable[Path], paths: Iterable[Path]) -> bool:
    """Whether a gap lies at, in or around one of the paths."""
    return any(gap[: len(path)] == path[: len(gap)] for gap in gaps for path in paths)


def judge_all(
    drafts: Mapping[str, Draft[Exercise]],
    vocabulary: Vocabulary,
    today: datetime.date,
    thorough: bool = False,
    memory: Memory | None = None,
) -> Iterator[Problem]:
    """Every problem of every record, by itself and among the others. ``drafts`` go by stretch id.

    With ``thorough`` records that are nearly the same are found as well. The ``memory`` is that of the last reading.
    """
    memory = memory or Memory()

    def judged(id: str) -> list[Problem]:
        told = drafts[id], vocabulary, today
        return memory.recall(("judged", id), told, lambda: list(judge(*told)))

    found = {id: judged(id) for id in drafts}
    sound = {id for id in drafts if not has_errors([*drafts[id].problems, *found[id]])}
    yield from itertools.chain.from_iterable(found.values())
    yield from links.judge_links(drafts, vocabulary, sound)
    yield from siblings.judge_siblings(drafts, vocabulary, sound)
    yield from twins.judge_twins(drafts, sound, thorough)


# The rules register themselves; they are imported last because they need what stands above.
from stretchguide.rules import (  # noqa: E402
    links,
    poses,  # noqa: F401
    reading,  # noqa: F401
    review,  # noqa: F401
    siblings,
    steps,  # noqa: F401
    structure,  # noqa: F401
    template,  # noqa: F401
    twins,
    wording,  # noqa: F401
)
