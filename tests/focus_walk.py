"""Walks through a page by the Tab key, from its first stop to its last, and says what is wrong on the way."""

from __future__ import annotations

from playwright.sync_api import Page

from screens import probe

MOST_STOPS = 500
"""More than any page has: a walk that is longer goes round in circles."""


def faults(page: Page) -> list[str]:
    """Stops without a ring, out of sight or out of order, and what cannot be reached."""
    page.evaluate(probe("focus"))
    page.evaluate("focusWatch.start()")
    found: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        told = page.evaluate("focusWatch.step()")
        if told is None:
            return [*found, *page.evaluate("focusWatch.missed()")]
        found += told
    return [*found, f"the Tab key has not come to an end after {MOST_STOPS} stops"]
