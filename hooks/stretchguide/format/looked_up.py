"""What a piece of work looks up in the vocabularies, so that it is done again only when one of its answers is another.

Whoever judges a record gets vocabularies that note what they are asked. An entry that is read, an id that is found or
missed, a topic that is gone through: each is an answer of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter, methodcaller
from typing import Any, Generic, TypeVar

from stretchguide.format.fields import Known
from stretchguide.format.nearest import Names
from stretchguide.format.vocabulary import Vocabulary

T = TypeVar("T")


class Answers(Generic[T]):
    """The questions that were put to something large, and what it said."""

    def __init__(self, source: T) -> None:
        self.source = source
        self._found: dict[Hashable, tuple[Callable[[T], Any], Any]] = {}

    def ask(self, name: Hashable, question: Callable[[T], Any]) -> Any:
        """The answer, which is noted under a name that no other question has."""
        if name not in self._found:
            self._found[name] = question, question(self.source)
        return self._found[name][1]

    def still_hold(self, source: T) -> bool:
        """Whether another source says the same to each question; if so, it is the source from now on."""
        # Most answers are the same object, and need no look inside.
        same = self.source is source or all(
            (now := question(source)) is before or now == before for question, before in self._found.values()
        )
        self.source = source if same else self.source
        return same


def noting(answers: Answers[Vocabulary]) -> Vocabulary:
    """The vocabularies, which note what they are asked."""
    noted = object.__new__(_Noting)
    noted.__dict__["answers"] = answers
    return noted


def noting_ids(answers: Answers[Known]) -> Known:
    """The known ids, which note what they are asked."""
    return _Topics(answers)


class _Noting(Vocabulary):
    """It holds nothing itself: whatever is asked of it, it asks the vocabularies."""

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("__"):
            return object.__getattribute__(self, name)
        answers: Answers[Vocabulary] = object.__getattribute__(self, "__dict__")["answers"]
        value = getattr(answers.source, name)
        if isinstance(value, Mapping):
            return _Entries(answers, attrgetter(name), name)
        if isinstance(value, frozenset):
            return _Members(answers, attrgetter(name), name)
        if callable(value):
            return lambda *given: answers.ask((name, given), methodcaller(name, *given))
        return answers.ask(name, attrgetter(name))


@dataclass(frozen=True)
class _Members(Collection[str], Generic[T]):
    """A set of words, or the ids of a topic."""

    answers: Answers[T]
    of: Callable[[T], Collection[str]]
    name: str

    def __contains__(self, word: object) -> bool:
        return bool(self.answers.ask((self.name, "has", word), lambda source: word in self.of(source)))

    def __iter__(self) -> Iterator[str]:
        return iter(self.answers.ask((self.name, "all"), lambda source: tuple(self.of(source))))

    def __len__(self) -> int:
        return len(tuple(iter(self)))


@dataclass(frozen=True)
class _Entries(Mapping[str, Any], Generic[T]):
    """The entries of a topic. Who goes through all of them reads each."""

    answers: Answers[T]
    of: Callable[[T], Mapping[str, Any]]
    name: str

    def __getitem__(self, id: str) -> Any:
        if id not in self:
            raise KeyError(id)
        return self.answers.ask((self.name, "entry", id), lambda source: self.of(source).get(id))

    def __contains__(self, id: object) -> bool:
        return id in _Members(self.answers, self.of, self.name)

    def __iter__(self) -> Iterator[str]:
        return iter(_Members(self.answers, self.of, self.name))

    def __len__(self) -> int:
        return len(_Members(self.answers, self.of, self.name))


class _Topics(Mapping[str, Mapping[str, Names]]):
    """The known ids by topic; a topic that could not be read is none."""

    def __init__(self, answers: Answers[Known]) -> None:
        self.answers = answers

    def __getitem__(self, topic: str) -> Mapping[str, Names]:
        if not self.answers.ask((topic, "is read"), lambda source: topic in source):
            raise KeyError(topic)
        return _Entries(self.answers, lambda source: source.get(topic, {}), topic)

    def __iter__(self) -> Iterator[str]:
        return iter(self.answers.ask("topics", tuple))

    def __len__(self) -> int:
        return len(tuple(iter(self)))
