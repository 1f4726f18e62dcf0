"""Every control by keyboard alone, on a wide window and on a narrow one; and without scripts where that is possible.

The ring that shows the focus, and the order of stops, are judged on every kind of page in test_gates.py; the tabs of
variants in test_browser_reading.py; the search from a key press to a guide in test_browser_search.py.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from records import sample_library
from screens import DESKTOP, PHONE, SIZES, Look, Screen
from site_pages import founding, path, path_of
from test_browser_search import results, search

MOST_STOPS = 100

NewContext = Callable[..., BrowserContext]


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press the Tab key until the focus is where it should be."""
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"the Tab key does not reach {target} within {MOST_STOPS} stops")


def button(page: Page, name: str) -> Locator:
    return page.locator(".md-header").get_by_role("button", name=name, exact=True)


def has_focus_within(page: Page, part: str) -> bool:
    return bool(page.evaluate("part => document.querySelector(part).contains(document.activeElement)", part))


# The menu


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_and_leads_on(look: Look, key: str) -> None:
    page = look(PHONE, path("routines"))
    menu = button(page, "Navigation")
    tab_to(page, menu)
    expect(menu).to_have_attribute("aria-expanded", "false")
    page.keyboard.press(key)
    expect(menu).to_have_attribute("aria-expanded", "true")
    assert has_focus_within(page, ".md-sidebar--primary"), "the focus does not follow into the menu"
    link = page.locator(".md-sidebar--primary").get_by_role("link", name="Browse", exact=True)
    tab_to(page, link)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Browse all stretches")


def test_a_part_of_the_menu_opens_and_leads_on(look: Look) -> None:
    page = look(PHONE, path("routines"))
    tab_to(page, button(page, "Navigation"))
    page.keyboard.press("Enter")
    areas = page.get_by_role("checkbox", name="Body areas", exact=True)
    tab_to(page, areas)
    area = next(iter(sample_library().by_area))
    link = page.locator(".md-sidebar--primary").get_by_role("link", name=area.name, exact=True)
    expect(link).to_be_hidden()
    page.keyboard.press("Space")
    tab_to(page, link)
    expect(link).to_be_in_viewport()
    tab_to(page, areas, "Shift+Tab")
    page.keyboard.press("Space")
    expect(link).to_be_hidden()


def test_escape_closes_the_menu_and_gives_the_focus_back(look: Look) -> None:
    page = look(PHONE, path("home"))
    menu = button(page, "Navigation")
    tab_to(page, menu)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(".md-sidebar--primary")).not_to_be_in_viewport()
    expect(menu).to_be_focused()


def test_while_the_menu_is_open_the_page_behind_it_is_out_of_reach(look: Look) -> None:
    page = look(PHONE, path("home"))
    tab_to(page, button(page, "Navigation"))
    page.keyboard.press("Enter")
    for _ in range(30):
        page.keyboard.press("Tab")
        outside = page.evaluate("document.activeElement !== document.body") and not has_focus_within(
            page, ".md-sidebar--primary"
        )
        assert not outside, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_a_window_that_grows_wide_has_its_page_back(look: Look) -> None:
    page = look(PHONE, path("home"))
    page.locator("label.md-header__button[for=__drawer]").tap()
    expect(page.locator(".md-content")).to_have_attribute("inert", "")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".md-content")).not_to_have_attribute("inert", "")


def test_the_menu_opens_without_scripts(new_context: NewContext) -> None:
    page = new_context(**SIZES["phone"], java_script_enabled=False).new_page()
    page.goto(path("home"))
    page.locator("label.md-header__button[for=__drawer]").tap()
    page.locator(".md-sidebar--primary").get_by_role("link", name="Browse", exact=True).tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Browse all stretches")


def test_the_page_that_is_not_there_has_the_menu_on_a_phone_and_at_any_address(look: Look, faults: list[str]) -> None:
    page = look(PHONE, "areas/no/such/page/")
    faults.clear()
    page.get_by_role("button", name="Navigation").click()
    page.locator(".md-sidebar--primary").get_by_role("link", name="Browse", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Browse all stretches")
    expect(look(DESKTOP, "404.html").locator(".md-sidebar--primary")).to_be_hidden()


# The search


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=str)
def test_the_search_opens_leads_on_and_gives_the_focus_back(look: Look, screen: Screen) -> None:
    page = look(screen, path("safety"))
    opener, field = button(page, "Search"), page.locator(".find__field")
    tab_to(page, opener)
    page.keyboard.press("Space")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    search(page, founding().record.title)
    answers = results(page)
    page.keyboard.press("ArrowDown")
    expect(answers.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{path_of(founding())}**")


# Colours and the map of the body


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=str)
def test_the_arrow_keys_change_the_colours(look: Look, screen: Screen) -> None:
    page = look(screen, path("home"))
    tab_to(page, page.locator(".md-option").first)
    for scheme in ("default", "slate", "default"):  # the device's are light; then light, dark, the device's again
        page.keyboard.press("ArrowRight")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


@pytest.mark.parametrize("view", ["Front", "Back"])
def test_a_part_of_the_body_map_leads_to_its_area(look: Look, view: str) -> None:
    page = look(DESKTOP, path("home"))
    part = page.get_by_role("group", name=view).get_by_role("link").first
    area = part.get_attribute("aria-label") or ""
    tab_to(page, part)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(area)


def test_the_link_past_the_menu_is_the_first_stop_and_leads_to_the_text(look: Look) -> None:
    page = look(PHONE, path_of(founding()))
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert has_focus_within(page, "article")
