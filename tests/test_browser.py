"""The built site in a browser: every kind of page, colours, menu and links, the page that is not there."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from pages_server import PagesSite
from records import sample_library
from site_pages import ALL, KINDS, file, founding, kinds_of, path, path_of

NewContext = Callable[..., BrowserContext]

WIDTHS = [320, 360, 390, 768, 1024, 1280]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}

# The elements that reach beyond the screen's edge, for a message that names them.
TOO_WIDE = """() => [...document.body.querySelectorAll("*")]
  .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .slice(-3).map(each => each.outerHTML.slice(0, 120))"""

BROKEN_IMAGES = """async () => {
  const broken = [];
  for (const image of document.images) {
    image.loading = "eager";
    try { await image.decode(); } catch { broken.push(image.src); }
  }
  return broken;
}"""

# Every kind of page: it is opened once, since that takes longer than to look at it


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_every_kind_is_sound(page: Page, kind: str) -> None:
    page.goto(path(kind))
    has_one_main_heading_and_a_title(page, kind)
    says_that_it_is_no_medical_advice(page)
    reaches_the_link_past_the_menu_by_the_first_tab(page)
    assert page.evaluate(BROKEN_IMAGES) == []
    is_not_wider_than_the_screen(page)


def has_one_main_heading_and_a_title(page: Page, kind: str) -> None:
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_be_visible()
    heading, title = page.locator("h1").inner_text(), page.title()
    site = page.locator(".md-logo").first.get_attribute("title") or "the logo has no name"
    assert site in title
    assert kind in ("home", "not found") or heading in title, f"{title!r} does not tell the page"


def says_that_it_is_no_medical_advice(page: Page) -> None:
    expect(page.locator(".md-footer").get_by_text("not medical advice")).to_be_visible()


def reaches_the_link_past_the_menu_by_the_first_tab(page: Page) -> None:
    page.keyboard.press("Tab")
    skip = page.locator("a.md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_be_in_viewport()


def is_not_wider_than_the_screen(page: Page) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found = page.evaluate("document.documentElement.scrollWidth")
        assert found <= width, f"{found} px wide on a screen of {width} px: {page.evaluate(TOO_WIDE)}"


# Colours


def next_colours(page: Page) -> None:
    page.locator("form[data-md-component=palette] label:visible").click()


def test_dark_colours_are_kept_after_a_reload_and_on_other_pages(new_context: NewContext) -> None:
    page = new_context(color_scheme="light").new_page()
    page.goto("./")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for scheme in ("default", "slate"):  # from the device's colours to light, and on to dark
        next_colours(page)
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
    for path_to_read in ("./", path_of(founding())):
        page.goto(path_to_read)
        page.reload()
        expect(body).to_have_attribute("data-md-color-scheme", "slate")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    next_colours(page)
    expect(body).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.parametrize(("wanted", "scheme"), [("light", "default"), ("dark", "slate")])
def test_at_first_the_colours_are_those_of_the_device(new_context: NewContext, wanted: str, scheme: str) -> None:
    page = new_context(color_scheme=wanted).new_page()
    for _ in range(2):  # a second visit must not keep what the first one showed
        page.goto("./")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    page.emulate_media(color_scheme="light" if wanted == "dark" else "dark")
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", scheme)


# Menu and links


def test_the_menu_on_a_phone_leads_to_a_body_area(new_context: NewContext) -> None:
    page = new_context(**PHONE).new_page()
    page.goto(path_of(founding()))
    page.locator("label.md-header__button[for=__drawer]").tap()
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer).to_be_in_viewport()
    drawer.get_by_text("Body areas").first.tap()
    area = next(iter(sample_library().by_area))
    drawer.get_by_role("link", name=area.name, exact=True).tap()
    expect(page.get_by_role("heading", level=1)).to_contain_text(area.name)


def test_the_guides_on_the_home_page_open(page: Page) -> None:
    page.goto("./")
    names = page.locator(".guides .g-t a").all_inner_texts()
    assert len(names) >= 2
    for name in names:
        page.goto("./")
        page.locator(".guides").get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        assert "/exercises/" in page.url


def test_the_whole_card_of_a_guide_can_be_tapped(new_context: NewContext) -> None:
    page = new_context(**PHONE).new_page()
    page.goto("browse/")
    card = page.locator(".guides li").first
    name = card.locator(".g-t").inner_text()
    card.tap(position={"x": 12, "y": 12})
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_every_body_area_is_on_the_home_page(page: Page) -> None:
    page.goto("./")
    links = page.get_by_role("navigation", name="Choose a body area").get_by_role("link")
    expect(links).to_contain_text([area.name for area in sample_library().by_area])
    links.first.click()
    area, guides = next(iter(sample_library().by_area.items()))
    expect(page.get_by_role("heading", level=1)).to_contain_text(area.name)
    assert {*page.locator(".guides .g-t").all_inner_texts()} == {guide.record.title for guide in guides}


def test_browse_lists_every_guide(page: Page) -> None:
    page.goto("browse/")
    expect(page.locator(".guides .g-t")).to_have_text([guide.record.title for guide in sample_library().ranked])


def test_the_edit_link_leads_to_the_record(page: Page) -> None:
    for guide in (founding(), sample_library().shown[0]):
        page.goto(path_of(guide))
        link = page.locator(".page-acts a[rel=edit]")
        expect(link).to_be_visible()
        expect(link).to_have_attribute("href", re.compile(rf"^https://[^/]+/.+/edit/main/exercises/{guide.id}\.yml$"))


def test_pages_without_a_record_have_no_edit_link(page: Page) -> None:
    for kind in ("home", "browse", "area", "not found"):
        page.goto(path(kind))
        expect(page.locator("a[rel=edit]")).to_have_count(0)


def test_a_guide_says_that_it_is_a_draft_exactly_when_it_is_one(page: Page, sample_site: PagesSite) -> None:
    for guide in sample_library().shown:
        text = (sample_site.folder / path_of(guide) / "index.html").read_text("utf-8")
        assert ("Draft" in text) == (guide.record.review.status == "draft"), guide.id
    draft = next((guide for guide in sample_library().shown if guide.record.review.status == "draft"), None)
    if draft:
        page.goto(path_of(draft))
        expect(page.locator(".review").get_by_text("Draft")).to_be_visible()


# The page that is not there


@pytest.mark.parametrize("missing", ["no-such-page", "exercises/no-such-stretch/", "a/b/c/d.html"])
def test_a_missing_page_looks_like_the_site_and_leads_back(page: Page, faults: list[str], missing: str) -> None:
    response = page.goto(missing)
    assert response is not None
    assert response.status == 404
    assert len(faults) == 1, "the browser reports the missing page, and nothing else"
    assert "404" in faults.pop()
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")
    page.get_by_role("article").get_by_role("link").first.click()
    expect(page.locator(".guides li").first).to_be_visible()


def test_every_page_is_of_a_kind_that_the_gates_know(sample_site: PagesSite) -> None:
    files = [found.relative_to(sample_site.folder).as_posix() for found in sample_site.folder.rglob("*.html")]
    assert [name for name in sorted(files) if not kinds_of(name)] == [], "add the kind to site_pages"
    assert [kind for kind in ALL if file(kind) not in files] == []
    assert [kind for kind in ALL if kind not in kinds_of(file(kind))] == []


@pytest.mark.parametrize("name", ["areas/index.html", "areas/neck/more/index.html", "new/index.html", "new.html"])
def test_a_page_of_no_kind_is_noticed(name: str) -> None:
    assert kinds_of(name) == []
