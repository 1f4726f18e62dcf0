"""The gates: a page of every kind, on every screen, for everybody. Of each kind it is the page that has most to say.

One look at a page passes all of them, in light colours and then in dark ones, since to open it costs more than to judge
it. What the page looks like is kept in `build/shots/`, for people to see.
"""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page

import axe_check
import focus_walk
from pages_server import PagesSite
from screens import MOST_SHIFT, SCHEMES, Look, Screen, keep_all, probe, turn
from site_pages import PATTERNS, fullest
from touch import small_targets

NARROW = 320
"""Pixels: the narrowest phone."""


@pytest.mark.parametrize("size", ["phone", "desktop"])
@pytest.mark.parametrize("addresses", PATTERNS)
def test_a_page_is_fit_for_everybody(
    look: Look, real_site: PagesSite, addresses: str, size: Literal["phone", "desktop"]
) -> None:
    address = fullest(real_site.folder, addresses)
    if address is None:
        pytest.skip("this site has no such page")
    page = look(Screen(size, "light"), address)
    faults = shift_faults(page)
    if size == "phone":
        faults += small_targets(page)
    for scheme, focus_faults in zip(SCHEMES, (focus_walk.faults, focus_walk.faults_again), strict=True):
        turn(page, scheme)
        faults += [f"{scheme}: {fault}" for fault in axe_check.violations(page) + focus_faults(page)]
        keep_all(page, f"{address.strip('./').replace('/', '-') or 'home'}-{size}-{scheme}")
    assert faults + width_faults(page) == [], "\n" + "\n".join(faults)


def shift_faults(page: Page) -> list[str]:
    """What jumps while the page loads, and while a reader scrolls to its end."""
    shift = page.evaluate(probe("scroll"))
    return [] if shift < MOST_SHIFT else [f"the layout shifts by {shift:.3f}"]


def width_faults(page: Page) -> list[str]:
    """Whether a reader with a narrow phone must scroll to the side."""
    page.set_viewport_size({"width": NARROW, "height": 800})
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [] if wide <= NARROW else [f"{wide} px wide on a screen of {NARROW} px"]
