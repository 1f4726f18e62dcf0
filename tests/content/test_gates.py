"""The gates: a page of every kind, on every screen, for everybody. Of each kind it is the page that has most to say.

One look at a page passes all of them, in light colours and then, where colours decide, in dark ones, since to open it
costs more than to judge it. For each pull request some of it stands for the rest, and a kind without an element or a
class of its own is not looked at for its colours, which follow from those; each week all is judged
(`tests/properties.py`). With `--shots` a picture of the page is kept in `build/shots/`, for people to see.
"""

from __future__ import annotations

from functools import cache

import pytest
from playwright.sync_api import Page

import axe_check
import focus_walk
from pages_server import PagesSite
from properties import times
from screens import MOST_SHIFT, SIZES, Look, Screen, Size, keep_all, probe, turn
from site_pages import PATTERNS, REVIEW, fullest, telling
from touch import small_targets

NARROW = 320
"""Pixels: the narrowest phone."""
MOST_ALIKE = times(2, 10_000)
"""Of the cards of a list, or whatever else looks alike: so many stand for the rest, except once a week."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("addresses", PATTERNS)
def test_a_page_is_fit_for_everybody(look: Look, real_site: PagesSite, addresses: str, size: Size) -> None:
    address = fullest(real_site.folder, addresses)
    if address is None:
        pytest.skip("this site has no such page")
    page = look(Screen(size, "light"), address)
    if addresses == REVIEW["contact sheet"].addresses:
        shorten(page)  # It shows all figures that there are.
    faults = shift_faults(page) + (small_targets(page) + width_faults(page) if size == "phone" else [])
    name = f"{address.strip('./').replace('/', '-') or 'home'}-{size}"
    keep_all(page, f"{name}-light")
    shorten(page)
    has_colours = times(1, 2) == 2 or addresses in telling_kinds(real_site)
    faults += axe_check.violations(page, has_colours=has_colours) + focus_walk.faults(page)
    if has_colours and size in sizes_in_the_dark(addresses):
        turn(page, "dark")
        faults += [f"dark: {fault}" for fault in dark_faults(page)]
        keep_all(page, f"{name}-dark")
    assert faults == [], "\n" + "\n".join(faults)


@cache
def telling_kinds(site: PagesSite) -> frozenset[str]:
    """Kinds with an element or a class of their own: colours follow from those, and the rest have none that is new."""
    pages = {each: fullest(site.folder, each) for each in PATTERNS}
    return frozenset(telling({each: text(site, page) for each, page in pages.items() if page}))


def text(site: PagesSite, address: str) -> str:
    return (site.folder / (address if address.endswith(".html") else f"{address}index.html")).read_text("utf-8")


def sizes_in_the_dark(addresses: str) -> list[Size]:
    """One kind is seen in the dark on a phone, the next on a desktop, and once a week each on both."""
    both: list[Size] = [*SIZES]
    return both if times(1, 2) == 2 else [both[PATTERNS.index(addresses) % 2]]


def shorten(page: Page) -> None:
    """Leave of what looks alike so much as stands for the rest. What depends on a text is judged before."""
    page.evaluate(probe("alike"), MOST_ALIKE)


def dark_faults(page: Page) -> list[str]:
    return axe_check.violations(page, axe_check.RULES_OF_COLOUR) + focus_walk.faults_again(page)


def shift_faults(page: Page) -> list[str]:
    """What jumps while the page loads, and while a reader scrolls to its end."""
    shift = page.evaluate(probe("scroll"))
    return [] if shift < MOST_SHIFT else [f"the layout shifts by {shift:.3f}"]


def width_faults(page: Page) -> list[str]:
    """Whether a reader with a narrow phone must scroll to the side."""
    page.set_viewport_size({"width": NARROW, "height": 800})
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(SIZES["phone"]["viewport"])
    return [] if wide <= NARROW else [f"{wide} px wide on a screen of {NARROW} px"]
