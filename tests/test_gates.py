"""The gates: every kind of page, on every screen, for everybody.

One look at a page passes all of them, since to open it costs more than to judge it. What the page looks like is kept in
`build/shots/`, for people to see.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

import axe_check
import focus_walk
from screens import SCREENS, Look, Screen, keep_all, probe
from site_pages import KINDS, path
from touch import small_targets

MOST_SHIFT = 0.01
"""Cumulative layout shift; 0.1 is what Google calls good."""


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_fit_for_everybody(look: Look, kind: str, screen: Screen) -> None:
    page = look(screen, path(kind))
    faults = shift_faults(page)
    if screen.size == "phone":
        faults += small_targets(page)
    faults += axe_check.violations(page)
    faults += focus_walk.faults(page)
    keep_all(page, f"{kind}-{screen}")
    assert faults == [], "\n" + "\n".join(faults)


def shift_faults(page: Page) -> list[str]:
    """What jumps while the page loads, and while a reader scrolls to its end."""
    shift = page.evaluate(probe("scroll"))
    return [] if shift < MOST_SHIFT else [f"the layout shifts by {shift:.3f}"]
