"""What was made of things that have not changed, kept from one reading to the next: while serving, one file changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Memory:
    """The last result of each kind of work, by a name. Whoever is given one must not change it."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[tuple[object, ...], Any]] = {}

    def recall(self, name: Hashable, made_of: tuple[object, ...], make: Callable[[], T]) -> T:
        """What was made under this name the last time, where it was made of the same; else ``make`` makes it."""
        kept = self._kept.get(name)
        # Tuples compare their items by identity first: an unchanged vocabulary is not looked through.
        if kept is None or kept[0] != made_of:
            kept = self._kept[name] = made_of, make()
        result: T = kept[1]
        return result
