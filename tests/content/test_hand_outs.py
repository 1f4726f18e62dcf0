"""The hand-outs of the real site: a page for a guide, one sheet of paper for a routine, letters that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

import posters
from pages_server import PagesSite
from records import real_library
from sheet_pages import every_format, guide_sheets, in_one, routine_pages, too_long
from stretchguide.pages import addresses
from stretchguide.pages.paper import SIZES

READABLE = {"guide": 11, "routine": 10.5}
"""Points of the smallest letters of a hand-out."""


@pytest.fixture(scope="module")
def together(browser: Browser, real_site: PagesSite) -> Iterator[Page]:
    """The hand-outs of all guides in one document."""
    with browser.new_page() as page:
        in_one(page, real_site, guide_sheets(real_library()))
        yield page


@pytest.mark.timeout(600)
@every_format
def test_the_hand_out_of_every_guide_ends_on_its_page(together: Page, real_site: PagesSite, format: str) -> None:
    assert too_long(together, real_site, guide_sheets(real_library()), format) == []


@pytest.mark.timeout(600)
@every_format
def test_the_hand_out_of_every_routine_is_one_sheet_of_paper(
    browser: Browser, real_site: PagesSite, format: str
) -> None:
    with browser.new_page() as page:
        assert routine_pages(page, real_site, real_library(), format) == []


def test_no_hand_out_has_letters_that_are_too_small(real_site: PagesSite) -> None:
    sheets = [*guide_sheets(real_library()), *map(addresses.routine_sheet, real_library().routines.values())]
    assert [sheet for sheet in sheets if too_small((real_site.folder / sheet).read_text("utf-8"))] == []


def too_small(sheet: str) -> bool:
    found = re.search(r'<main class="sheet sheet--(guide|routine) sheet--([a-z]+)"', sheet)
    assert found is not None
    size = SIZES[found[2]]
    return min(size.words, size.safe) < READABLE[found[1]]


def test_every_poster_fills_one_page_and_one_screen(browser: Browser, real_site: PagesSite) -> None:
    with browser.new_page() as page:
        every = [addresses.poster(routine) for routine in real_library().routines.values()]
        assert list(posters.faults(page, real_site, every)) == []
