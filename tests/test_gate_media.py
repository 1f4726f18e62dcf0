"""The gates where a page is read in another way: large text, forced colours, paper, no scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from paper import pages_of, printed
from screens import DESKTOP, PHONE, PHONE_DARK, SIZES, Look, keep, keep_all, probe
from site_pages import ALL, KINDS, REVIEW, SHEETS, founding, guide_with_one_variant, path, path_of
from stretchguide.guides.guide import Guide

NewContext = Callable[..., BrowserContext]

LONG_WORD = 11
"""Letters; a word of so many may have to break where text is large."""

every_kind = pytest.mark.parametrize("kind", ALL)
both_papers = pytest.mark.parametrize("paper", ["A4", "Letter"])


# Large text


@pytest.mark.parametrize("kind", KINDS)
def test_text_of_twice_its_size_fits_the_screen(look: Look, kind: str) -> None:
    page = look(PHONE, path(kind))
    page.evaluate("document.documentElement.style.fontSize = '250%'")  # the theme's own 125 %, twice
    faults = page.evaluate(probe("overflow"), LONG_WORD)
    page.set_viewport_size({"width": 320, "height": 844})  # here words may break, but nothing may be lost
    faults += page.evaluate(probe("overflow"), 1)
    page.set_viewport_size({"width": 390, "height": 844})
    keep_all(page, f"{kind}-large-text")
    assert faults == [], "\n" + "\n".join(faults)


@pytest.mark.parametrize("kind", [*SHEETS, *REVIEW])
def test_a_sheet_fits_a_narrow_screen(look: Look, kind: str) -> None:
    """Its letters are those of paper, so that here the screen shrinks: a phone, and a page of twice its size on one."""
    page = look(PHONE, path(kind))
    faults = page.evaluate(probe("overflow"), LONG_WORD)
    page.set_viewport_size({"width": 195, "height": 422})
    faults += page.evaluate(probe("overflow"), 1)
    assert faults == [], "\n" + "\n".join(faults)


# Forced colours


@every_kind
def test_with_forced_colours_nothing_is_lost(look: Look, kind: str) -> None:
    page = look(PHONE_DARK, path(kind))
    page.emulate_media(forced_colors="active")
    faults = page.evaluate(probe("forced"))
    keep_all(page, f"{kind}-forced-colours")
    assert faults == [], "\n" + "\n".join(faults)


# Without scripts


@every_kind
def test_without_scripts_every_link_can_be_used(new_context: NewContext, kind: str) -> None:
    page = new_context(**SIZES["phone"], java_script_enabled=False).new_page()
    page.goto(path(kind))
    # The parts of the body map are tried by keyboard: in the middle of a pair of shoulders is no shoulder.
    shown = page.locator("article a:not(svg a), .md-footer a, .bar a, .sheet a, body > main a").locator("visible=true")
    assert shown.count() > 0
    faults = shown.evaluate_all(probe("clicks"))
    keep(page, f"{kind}-without-scripts")
    assert faults == [], "\n" + "\n".join(faults)


# Paper

CHROME = ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-skip, .ex-act, .tabbed-labels, .page-acts, .bar"
SPLIT = """cards => cards.filter(card => getComputedStyle(card).breakInside !== "avoid").map(card => card.outerHTML)"""


@every_kind
def test_paper_shows_the_text_and_nothing_of_the_site_around_it(look: Look, kind: str) -> None:
    page = look(DESKTOP, path(kind))
    page.emulate_media(media="print")
    seen = page.locator(CHROME).locator("visible=true").evaluate_all("found => found.map(each => each.className)")
    assert seen == []
    assert page.locator("h1").is_visible()
    keep_all(page, f"{kind}-paper")


@both_papers
@pytest.mark.parametrize("guide", [founding, guide_with_one_variant])
def test_a_guide_on_paper_splits_no_step(look: Look, guide: Callable[[], Guide], paper: str) -> None:
    page = look(DESKTOP, path_of(guide()))
    page.emulate_media(media="print")
    cards = page.locator(".steps li, .admonition, .pair > ul > li, .benefits li")
    assert cards.count() > 5
    assert cards.evaluate_all(SPLIT) == []
    assert 1 < pages_of(printed(page, paper)) <= 8, "the layout for paper is gone"


def test_sheets_are_counted(page: Page) -> None:
    page.set_content("<p>One</p><p style='break-before: page'>Two</p><p style='break-before: page'>Three</p>")
    assert pages_of(printed(page)) == 3
    with pytest.raises(AssertionError, match="no PDF"):
        pages_of(b"<html>")
