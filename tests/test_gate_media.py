"""The gates where a page is read in another way: large text, forced colours, paper, no scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from paper import pages_of, printed
from screens import DESKTOP, PHONE, SIZES, Look, keep, keep_all, probe, turn
from site_pages import ALL, KINDS, founding, guide_with_one_variant, path, path_of
from stretchguide.guides.guide import Guide

NewContext = Callable[..., BrowserContext]

LONG_WORD = 11
"""Letters; a word of so many may have to break where text is large."""

both_papers = pytest.mark.parametrize("paper", ["A4", "Letter"])


@pytest.mark.parametrize("kind", ALL)
def test_a_page_can_be_read_in_other_ways(look: Look, kind: str) -> None:
    """One look at a page, since to open it takes longer: with large text, with forced colours, on paper."""
    page = look(PHONE, path(kind))
    faults = large_text_faults(page, kind) if kind in KINDS else narrow_faults(page)
    faults += forced_colour_faults(page, kind)
    faults += paper_faults(page, kind)
    assert faults == [], "\n" + "\n".join(faults)


def large_text_faults(page: Page, kind: str) -> list[str]:
    page.evaluate("document.documentElement.style.fontSize = '250%'")  # the theme's own 125 %, twice
    faults = overflow_faults(page, 320, 844)
    page.set_viewport_size(SIZES["phone"]["viewport"])
    keep_all(page, f"{kind}-large-text")
    page.evaluate("document.documentElement.style.fontSize = ''")
    return faults


def narrow_faults(page: Page) -> list[str]:
    """The letters of a sheet are those of paper, so that here the screen shrinks: to half of a phone."""
    return overflow_faults(page, 195, 422)


def overflow_faults(page: Page, width: int, height: int) -> list[str]:
    """What does not fit a phone, nor a narrow screen: there words may break, but nothing may be lost."""
    faults = page.evaluate(probe("overflow"), LONG_WORD)
    page.set_viewport_size({"width": width, "height": height})
    return [*faults, *page.evaluate(probe("overflow"), 1)]


def forced_colour_faults(page: Page, kind: str) -> list[str]:
    """What is lost where the device chooses the colours, dark ones here."""
    page.set_viewport_size(SIZES["phone"]["viewport"])
    turn(page, "dark")
    page.emulate_media(forced_colors="active")
    faults = [str(fault) for fault in page.evaluate(probe("forced"))]
    keep_all(page, f"{kind}-forced-colours")
    turn(page, "light")
    page.emulate_media(forced_colors="none")
    return faults


# Paper

CHROME = ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-skip, .ex-act, .tabbed-labels, .page-acts, .bar"
SPLIT = """cards => cards.filter(card => getComputedStyle(card).breakInside !== "avoid").map(card => card.outerHTML)"""


def paper_faults(page: Page, kind: str) -> list[str]:
    """What of the site around the text is printed, or whether the text is not."""
    page.set_viewport_size(SIZES["desktop"]["viewport"])
    page.emulate_media(media="print")
    seen = page.locator(CHROME).locator("visible=true").evaluate_all("found => found.map(each => each.className)")
    keep_all(page, f"{kind}-paper")
    return [f"{each} is printed" for each in seen] + ([] if page.locator("h1").is_visible() else ["no heading"])


@both_papers
@pytest.mark.parametrize("guide", [founding, guide_with_one_variant])
def test_a_guide_on_paper_splits_no_step(look: Look, guide: Callable[[], Guide], paper: str) -> None:
    page = look(DESKTOP, path_of(guide()))
    page.emulate_media(media="print")
    cards = page.locator(".steps li, .admonition, .pair > ul > li, .line")
    assert cards.count() > 5
    assert cards.evaluate_all(SPLIT) == []
    assert 1 < pages_of(printed(page, paper)) <= 8, "the layout for paper is gone"


def test_sheets_are_counted(page: Page) -> None:
    page.set_content("<p>One</p><p style='break-before: page'>Two</p><p style='break-before: page'>Three</p>")
    assert pages_of(printed(page)) == 3
    with pytest.raises(AssertionError, match="no PDF"):
        pages_of(b"<html>")


# Without scripts


@pytest.mark.parametrize("kind", ALL)
def test_without_scripts_a_page_can_be_read_and_every_link_used(new_context: NewContext, kind: str) -> None:
    page = new_context(**SIZES["phone"], java_script_enabled=False).new_page()
    page.goto(path(kind))
    expect(page.locator("h1")).to_be_visible()
    # The parts of the body map are tried by keyboard: in the middle of a pair of shoulders is no shoulder.
    shown = page.locator("article a:not(svg a), .md-footer a, .bar a, .sheet a, body > main a").locator("visible=true")
    assert shown.count() > 0
    faults = shown.evaluate_all(probe("clicks"))
    keep(page, f"{kind}-without-scripts")
    assert faults == [], "\n" + "\n".join(faults)
    page.set_viewport_size(SIZES["desktop"]["viewport"])
    expect(page.locator("h1")).to_be_visible()
    # A variant or a side that is not chosen may hold links too, and so may what opens at a touch.
    links = page.locator("article a:not(.tabbed-block a, .of:not(.of-1) a, .on-left a, details:not([open]) a)")
    expect(links.locator("visible=false")).to_have_count(0)
