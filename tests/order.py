"""A plugin for pytest: the order of the tests, so that no core waits while another still has much to do.

First come the tests that need nothing built: while they run, the sites are built. Of the rest those come first that
take long by themselves, and nothing long begins last. Where several processes test, each is given a share of each kind.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

import pytest

LONG = (
    "test_fork",
    "test_site",
    "test_plain_site",
    "test_valid_html",
    "test_site_folder",
    "test_last_build",
    "test_bodies",
    "test_serve",
    "test_handouts_print",
    "test_build",
    "test_links",
    "test_check_command",
    "test_new_record",
    "test_sheets",
)
"""Modules with a test, or something that their tests share, that takes many seconds, or that shows many figures:
these the sites have drawn by then."""
BUILD = ("real_site", "sample_site", "browser")
"""What tests ask for that wait for a build, or build something themselves."""


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "built: needs a built site or a browser; `-m 'not built'` leaves it out")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in filter(needs_build, items):
        item.add_marker("built")
    processes = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    items[:] = dealt(sorted(items, key=rank), processes)


def rank(item: pytest.Item) -> int:
    """Tests of one rank keep their order: those of a module stay together, as what they share stays in one process."""
    module = item.path.stem
    if module in LONG:
        return 1 + LONG.index(module)
    return 1 + len(LONG) if needs_build(item) else 0


def needs_build(item: pytest.Item) -> bool:
    asked_for = getattr(item, "fixturenames", ())
    return any(name in asked_for for name in BUILD)


def dealt(items: Sequence[pytest.Item], processes: int) -> list[pytest.Item]:
    """The tests in as many shares as there are processes, one after the other, each with its part of the early ones."""
    early = [item for item in items if rank(item) == 0]
    late = [item for item in items if rank(item) > 0]
    return [item for share in range(processes) for each in (early, late) for item in part(each, share, processes)]


def part(items: Sequence[pytest.Item], number: int, count: int) -> Iterator[pytest.Item]:
    """One of so many parts of equal length, without a gap."""
    yield from items[len(items) * number // count : len(items) * (number + 1) // count]
