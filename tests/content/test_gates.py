"""The gates: a page of every kind, on every screen, for everybody. Of each kind it is the page that has most to say.

One look at a page passes all of them, in light colours and then, where colours decide, in dark ones, since to open it
costs more than to judge it. With `--shots` a picture of the page is kept in `build/shots/`, for people to see.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

import axe_check
import focus_walk
from pages_server import PagesSite
from screens import MOST_SHIFT, SIZES, Look, Screen, Size, keep_all, probe, turn
from site_pages import PATTERNS, REVIEW, fullest
from touch import small_targets

NARROW = 320
"""Pixels: the narrowest phone."""
MOST_RECORDS = 6
"""Of a contact sheet, on a phone, in dark colours and on the pictures; it is judged as a whole once."""
FIRST_ALONE = """most => [...document.querySelectorAll("main > section")].slice(most)
  .filter(each => !each.querySelector(".warning")).forEach(each => each.remove())"""
"""And all that have a warning, as these look different."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("addresses", PATTERNS)
def test_a_page_is_fit_for_everybody(look: Look, real_site: PagesSite, addresses: str, size: Size) -> None:
    address = fullest(real_site.folder, addresses)
    if address is None:
        pytest.skip("this site has no such page")
    page = look(Screen(size, "light"), address)
    if size == "phone":
        shorten(page)
    faults = shift_faults(page) + (small_targets(page) if size == "phone" else [])
    name = f"{address.strip('./').replace('/', '-') or 'home'}-{size}"
    faults += axe_check.violations(page) + focus_walk.faults(page) + width_faults(page, size)
    shorten(page)
    keep_all(page, f"{name}-light")
    turn(page, "dark")
    faults += [f"dark: {fault}" for fault in dark_faults(page)]
    keep_all(page, f"{name}-dark")
    assert faults == [], "\n" + "\n".join(faults)


def shorten(page: Page) -> None:
    """Leave of a contact sheet, which shows all records in the same way, so many as stand for the rest."""
    if page.url.endswith(REVIEW["contact sheet"].addresses):
        page.evaluate(FIRST_ALONE, MOST_RECORDS)


def dark_faults(page: Page) -> list[str]:
    return axe_check.violations(page, axe_check.RULES_OF_COLOUR) + focus_walk.faults_again(page)


def shift_faults(page: Page) -> list[str]:
    """What jumps while the page loads, and while a reader scrolls to its end."""
    shift = page.evaluate(probe("scroll"))
    return [] if shift < MOST_SHIFT else [f"the layout shifts by {shift:.3f}"]


def width_faults(page: Page, size: Size) -> list[str]:
    """Whether a reader with a narrow phone must scroll to the side."""
    page.set_viewport_size({"width": NARROW, "height": 800})
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(SIZES[size]["viewport"])
    return [] if wide <= NARROW else [f"{wide} px wide on a screen of {NARROW} px"]
