"""A plugin for pytest: what tests share has a time limit of its own, and is no part of a test's.

Without it the first test that needs something shared would pay for it, and on a busy machine it would fail.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

SHARED_LIMIT_S = 600
"""For each fixture of a session or a module."""

_timed = pytest.StashKey[tuple[pytest.Item, Any]]()
"""The test whose time runs, with pytest-timeout's settings for it."""


@pytest.hookimpl(tryfirst=True, optionalhook=True)
def pytest_timeout_set_timer(item: pytest.Item, settings: Any) -> None:
    item.config.stash[_timed] = item, settings


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest) -> Iterator[None]:
    timed = request.config.stash.get(_timed, None)
    if fixturedef.scope == "function" or timed is None:
        return (yield)
    item, settings = timed
    timer = request.config.hook
    timer.pytest_timeout_cancel_timer(item=item)
    timer.pytest_timeout_set_timer(item=item, settings=settings._replace(timeout=SHARED_LIMIT_S))
    try:
        return (yield)
    finally:
        timer.pytest_timeout_cancel_timer(item=item)
        timer.pytest_timeout_set_timer(item=item, settings=settings)
