"""What was made of things that have not changed, kept from one reading to the next: while serving, one file changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from stretchguide.format.looked_up import Answers

S = TypeVar("S")
T = TypeVar("T")


class Memory:
    """The last result of each kind of work, by a name. Whoever is given one must not change it."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[tuple[object, ...], Any]] = {}
        self._asked: dict[Hashable, tuple[tuple[object, ...], Answers[Any], Any]] = {}

    def recall(self, name: Hashable, made_of: tuple[object, ...], make: Callable[[], T]) -> T:
        """What was made under this name the last time, where it was made of the same; else ``make`` makes it."""
        kept = self._kept.get(name)
        # Tuples compare their items by identity first: an unchanged vocabulary is not looked through.
        if kept is None or kept[0] != made_of:
            kept = self._kept[name] = made_of, make()
        result: T = kept[1]
        return result

    def recall_asking(
        self, name: Hashable, made_of: tuple[object, ...], source: S, make: Callable[[Answers[S]], T]
    ) -> T:
        """As ``recall``, for work that also asks something large: it is made anew when an answer is another now."""
        kept = self._asked.get(name)
        if kept is None or kept[0] != made_of or not kept[1].still_hold(source):
            answers = Answers(source)
            kept = self._asked[name] = made_of, answers, make(answers)
        result: T = kept[2]
        return result

    def same(self, name: Hashable, made: T) -> T:
        """What was made, or its equal that was made under this name the last time: who compares both has one look."""
        return self.recall(name, (made,), lambda: made)
