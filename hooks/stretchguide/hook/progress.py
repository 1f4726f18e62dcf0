"""How far a build of the whole site is: a line in the terminal that changes, and goes when it has done its work."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable


class Progress:
    """The pages of one build."""

    def __init__(self, pages: int, tell: Callable[[str], None]) -> None:
        """``tell`` hears of each step as well, terminal or not."""
        self.pages, self.tell = pages, tell
        self._done = Counter[str]()

    def step(self, what: str) -> None:
        """One page more is "read" or "made"."""
        self._done[what] += 1
        said = f"{self._done[what]} of {self.pages} pages are {what}"
        self.tell(said)
        if sys.stderr.isatty():
            print(f"\r{said}\033[K", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        if sys.stderr.isatty():
            print("\r\033[K", end="", file=sys.stderr, flush=True)
