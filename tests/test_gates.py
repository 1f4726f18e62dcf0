"""The gates: every kind of page, on every screen, for everybody.

One look at a page passes all of them, in light colours and then in dark ones, since to open it costs more than to judge
it. What the page looks like is kept in `build/shots/`, for people to see.
"""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page

import axe_check
import focus_walk
from screens import SCHEMES, Look, Screen, keep_all, probe, turn
from site_pages import ALL, path
from touch import small_targets

MOST_SHIFT = 0.01
"""Cumulative layout shift; 0.1 is what Google calls good."""


@pytest.mark.parametrize("size", ["phone", "desktop"])
@pytest.mark.parametrize("kind", ALL)
def test_a_page_is_fit_for_everybody(look: Look, kind: str, size: Literal["phone", "desktop"]) -> None:
    page = look(Screen(size, "light"), path(kind))
    faults = shift_faults(page)
    if size == "phone":
        faults += small_targets(page)
    for scheme, focus_faults in zip(SCHEMES, (focus_walk.faults, focus_walk.faults_again), strict=True):
        turn(page, scheme)
        faults += [f"{scheme}: {fault}" for fault in axe_check.violations(page) + focus_faults(page)]
        keep_all(page, f"{kind}-{size}-{scheme}")
    assert faults == [], "\n" + "\n".join(faults)


def shift_faults(page: Page) -> list[str]:
    """What jumps while the page loads, and while a reader scrolls to its end."""
    shift = page.evaluate(probe("scroll"))
    return [] if shift < MOST_SHIFT else [f"the layout shifts by {shift:.3f}"]
