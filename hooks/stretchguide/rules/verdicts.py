"""Verdicts on records, kept on disk: a record is judged again when anything is another that it was judged by."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from stretchguide.format.drafts import Draft
from stretchguide.format.problems import FilePlace, Problem, ProblemLevel
from stretchguide.gallery.store import Store


@dataclass(frozen=True)
class Verdicts:
    """What was found in records before. Without a store each is judged."""

    store: Store | None = None
    judged_by: str = ""
    """All that records are judged by, besides the code: the vocabularies, the known ids, the day."""

    def known(self, draft: Draft[Any], court: str) -> list[Problem] | None:
        """What a court (a word for who judges) found in a record; None where it has not judged it as it is now."""
        kept: Any = self.store.get(_key(draft, court)) if self.store else None
        try:
            return [_problem(draft, *each) for each in kept["found"]] if kept["of"] == self._of(draft) else None
        except (KeyError, TypeError, ValueError):
            return None

    def of(self, draft: Draft[Any], court: str, judge: Callable[[], Iterable[Problem]]) -> list[Problem]:
        """What is wrong with a record, as it was found before, or as ``judge`` finds it now."""
        found = self.known(draft, court)
        if found is None:
            found = list(judge())
            if self.store and draft.document.digest:
                told = [(each.place.line, each.place.column, each.message, each.level) for each in found]
                self.store.put(_key(draft, court), {"of": self._of(draft), "found": told})
        return found

    def _of(self, draft: Draft[Any]) -> list[str]:
        return [draft.document.digest, self.judged_by]


def _key(draft: Draft[Any], court: str) -> str:
    """A record has one verdict of each court, so that they do not grow for ever."""
    return hashlib.sha256(f"{court} {draft.document.path}".encode()).hexdigest()[:32]


def _problem(draft: Draft[Any], line: int, column: int, message: str, level: str) -> Problem:
    """Raises TypeError or ValueError for what is none."""
    return Problem(FilePlace(draft.document.path, line, column), message, ProblemLevel(level))
