"""Walks through a page by the Tab key, from its first stop to its last, and says what is wrong on the way."""

from __future__ import annotations

from playwright.sync_api import Page

from screens import probe

MOST_STOPS = 500
"""More than any page has: a walk that is longer goes round in circles."""

MORE = 10
"""Stops to try where the walk has not ended after all that was expected."""


def faults(page: Page) -> list[str]:
    """Stops without a ring, out of sight or out of order, and what cannot be reached."""
    page.evaluate(probe("focus"))
    ahead = page.evaluate("focusWatch.start()") + 1  # The one behind the last stop shows that it was the last.
    walked = 0
    while walked < MOST_STOPS:
        for _ in range(ahead):
            page.keyboard.press("Tab")
        told = page.evaluate("focusWatch.told()")
        if told["hasEnded"]:
            return list(told["faults"])
        walked, ahead = walked + ahead, MORE
    return [*told["faults"], f"the Tab key has not come to an end after {MOST_STOPS} stops"]


def faults_again(page: Page) -> list[str]:
    """After a walk, the same stops in other colours: all but their order, which is that of the page's source."""
    return list(page.evaluate("focusWatch.again()"))
