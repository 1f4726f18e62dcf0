"""Walks through a page by the Tab key, from its first stop to its last, and says what is wrong on the way."""

from __future__ import annotations

from playwright.sync_api import Page

from screens import probe

MOST_STOPS = 500
"""More than any page has: a walk that is longer goes round in circles."""


# A page that has been walked through goes on where that walk has left it. On a fresh one this would take the focus past
# what has been put before everything else (by `tabindex`), and hide that fault.
TO_THE_TOP = """() => {
  if (window.isWalked) {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  }
  window.isWalked = true;
}"""


def faults(page: Page) -> list[str]:
    """Stops without a ring, out of sight or out of order, and what cannot be reached."""
    page.evaluate(probe("focus"))
    page.evaluate(TO_THE_TOP)
    page.evaluate("focusWatch.start()")
    found: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        told = page.evaluate("focusWatch.step()")
        if told is None:
            return [*found, *page.evaluate("focusWatch.missed()")]
        found += told
    return [*found, f"the Tab key has not come to an end after {MOST_STOPS} stops"]
