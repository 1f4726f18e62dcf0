"""A plugin for pytest: at its end a long run says where the time went, over all its processes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import pytest

WORTH_S = 30
"""A run that takes less has nothing to say."""
SHOWN = 12

Seconds = Mapping[str, float]


class Spent:
    """The seconds that each test took, with its set-up and its end; what tests share counts for the first of them."""

    def __init__(self) -> None:
        self.reported: list[tuple[str, float]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.reported.append((report.nodeid, report.duration))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if sum(seconds for _, seconds in self.reported) >= WORTH_S:
            terminalreporter.section("where the time went")
            for line in lines(summed(self.reported)):
                terminalreporter.write_line(line)


def summed(parts: Iterable[tuple[str, float]]) -> Seconds:
    """The sum for each name."""
    sums: defaultdict[str, float] = defaultdict(float)
    for name, seconds in parts:
        sums[name] += seconds
    return sums


def lines(tests: Seconds) -> Iterator[str]:
    """The modules and the tests that took longest."""
    modules = summed((name.partition("::")[0], seconds) for name, seconds in tests.items())
    yield f"{sum(tests.values()):8.1f} s for {len(tests)} tests in {len(modules)} modules"
    for title, spent in (("Modules", modules), ("Tests", tests)):
        yield f"{title} that took longest:"
        longest = sorted(spent, key=lambda name: spent[name], reverse=True)[:SHOWN]
        yield from (f"{spent[name]:8.1f} s  {name}" for name in longest)
