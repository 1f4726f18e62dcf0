"""What is wrong with the poster of a routine: it fills one page of paper and one screen, and hides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playwright.sync_api import Page

from pages_server import PagesSite
from sheet_pages import page_count, show

# Stretches whose words are cut, and those whose picture is too low to be read, in pixels.
CUT = """least => [...document.querySelectorAll(".row li")].filter(cell =>
  cell.scrollHeight > cell.clientHeight + 1 || cell.querySelector(".picture").clientHeight < least).length"""
SCREENS = {"desktop": (1280, 900, 100), "phone": (390, 844, 25)}
"""Width and height, and how high a picture is at least."""


def faults(page: Page, site: PagesSite, posters: Iterable[str]) -> Iterator[str]:
    for poster in posters:
        show(page, site, poster)
        for format in ("A4", "Letter"):
            if (pages := page_count(page, format)) != 1:
                yield f"{poster}: {pages} pages of {format}"
        for name, (width, height, least) in SCREENS.items():
            page.set_viewport_size({"width": width, "height": height})
            if cut := page.evaluate(CUT, least):
                yield f"{poster}: {cut} stretches are cut on a {name}"
            row = page.locator(".row").bounding_box()
            assert row
            if row["y"] + row["height"] > height:
                yield f"{poster}: the pictures do not end on the first screen of a {name}"
            if name == "desktop" and page.evaluate("document.documentElement.scrollHeight") > height:
                yield f"{poster}: it is longer than a screen"
