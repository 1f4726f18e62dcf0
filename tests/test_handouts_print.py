"""The printed sheets in a browser: how many pages of paper, which colours, what the screen adds."""

from __future__ import annotations

import dataclasses
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from conftest import SITE_PATH
from pages_server import PagesSite
from sheet_words import ROOT, long_guide, sheets_of
from site_pages import SHEETS, library, path
from stretchguide.library import Library
from stretchguide.pages import addresses

NewContext = Callable[..., BrowserContext]

FORMATS = ("A4", "Letter")
A_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")

# Every colour that is painted with, by the tag of its element; what is clear or none has no colour.
COLOURS = """() => {
  const names = ["color", "backgroundColor", "borderTopColor", "borderBottomColor", "fill", "stroke"];
  const found = new Set();
  for (const each of document.querySelectorAll("main, main *")) {
    const style = getComputedStyle(each);
    for (const name of names) found.add(`${each.tagName}.${each.getAttribute("class")} ${name} ${style[name]}`);
  }
  return [...found];
}"""


class Printed(NamedTuple):
    """What a browser made of a sheet."""

    pages: dict[str, int]
    """By format."""
    colours: list[str]


def page_count(page: Page, format: str) -> int:
    return len(A_PAGE.findall(page.pdf(format=format)))


def unique_sheets(of: Library) -> list[str]:
    """The address of each sheet; the first variant of several has one of its own and is not printed twice."""
    guides = of.guides.values()
    found = [addresses.guide_sheet(guide) for guide in guides if len(guide.variants) == 1]
    several = [(guide, variant) for guide in guides if len(guide.variants) > 1 for variant in guide.variants]
    found += [addresses.guide_sheet(guide, variant) for guide, variant in several]
    return [*found, *map(addresses.routine_sheet, of.routines.values())]


def printed_all(browser: Browser, url: str, sheets: list[str]) -> dict[str, Printed]:
    page = browser.new_page()
    page.emulate_media(media="print")
    found = {}
    for sheet in sheets:
        page.goto(url + sheet.removesuffix("index.html"))
        pages = {format: page_count(page, format) for format in FORMATS}
        found[sheet] = Printed(pages, page.evaluate(COLOURS))
    page.close()
    return found


@pytest.fixture(scope="module")
def real(browser: Browser, site_server: PagesSite) -> dict[str, Printed]:
    return printed_all(browser, site_server.url, unique_sheets(library()))


def most_pages(sheet: str) -> int:
    return 2 if "/routines/" in sheet else 1


def too_long(found: dict[str, Printed]) -> list[str]:
    return [
        f"{sheet} on {format}: {count} pages"
        for sheet, printed in found.items()
        for format, count in printed.pages.items()
        if not 1 <= count <= most_pages(sheet)
    ]


def test_every_sheet_ends_on_its_page_on_a4_and_letter(real: dict[str, Printed]) -> None:
    assert len(real) >= len(library().guides) + len(library().routines)
    assert too_long(real) == []


def test_a_sheet_is_black_and_white(real: dict[str, Printed]) -> None:
    painted = [(sheet, colour) for sheet, printed in real.items() for colour in printed.colours]
    assert len({colour for _, colour in painted if " fill rgb" in colour}) > 10, "the drawings were not looked at"
    coloured = [f"{sheet}: {colour}" for sheet, colour in painted if not is_grey(colour)]
    assert coloured == []


def is_grey(colour: str) -> bool:
    """Whether a line of COLOURS names a grey, or nothing that is painted."""
    red_green_blue = re.search(r"rgba?\((\d+), (\d+), (\d+)", colour)
    return not red_green_blue or len(set(red_green_blue.groups())) == 1


# The longest sheets


def long_library() -> Library:
    """Guides of 3 to 7 steps, few cautions and many, with all the words that a record may have; routines up to 12."""
    found = library()
    guide = long_guide(found.guides["half-kneeling-hip-flexor"], steps=range(3, 8), cautions=(0, 4, 8, 12))
    pool = [step for routine in found.routines.values() for step in routine.steps]
    some = next(iter(found.routines.values()))
    routines = {
        f"of-{count}": dataclasses.replace(some, id=f"of-{count}", steps=tuple((pool * 2)[:count]))
        for count in (2, 6, 10, 12)
    }
    return dataclasses.replace(found, guides={guide.id: guide}, routines=routines)


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesSite]:
    folder = tmp_path_factory.mktemp("long")
    for name in ("assets", "javascripts", "stylesheets"):
        shutil.copytree(ROOT / "docs" / name, folder / name)
    write(folder, sheets_of(long_library()))
    site = PagesSite(folder, SITE_PATH)
    site.start()
    yield site
    site.stop()


def write(folder: Path, files: dict[str, str]) -> None:
    for uri, text in files.items():
        (folder / uri).parent.mkdir(parents=True, exist_ok=True)
        (folder / uri).write_text(text, "utf-8")


def test_the_longest_sheets_end_on_their_pages_too(browser: Browser, long_site: PagesSite) -> None:
    sheets = unique_sheets(long_library())
    assert len(sheets) == 24
    assert too_long(printed_all(browser, long_site.url, sheets)) == []


# On a screen

WITHOUT_SCRIPTS = "noscript p"

every_sheet = pytest.mark.parametrize("kind", SHEETS)


@every_sheet
def test_the_button_prints(page: Page, kind: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true }")
    page.goto(path(kind))
    expect(page.locator(WITHOUT_SCRIPTS)).to_have_count(0)
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed") is True


@every_sheet
def test_without_scripts_the_bar_says_how_to_print(new_context: NewContext, kind: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(path(kind))
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.locator(WITHOUT_SCRIPTS)).to_be_visible()
    expect(page.locator(WITHOUT_SCRIPTS)).to_have_text("To print it, use the menu of your browser.")
    expect(page.locator("main h1")).to_be_visible()


@every_sheet
def test_the_bar_leads_back_and_is_not_printed(page: Page, kind: str) -> None:
    page.goto(path(kind))
    title = page.locator("h1").inner_text()
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("link", name="Back to the").click()
    expect(page.locator(".md-content h1")).to_have_text(title)
    page.get_by_role("link", name="Print hand-out").first.click()
    expect(page.locator("main.sheet h1")).to_have_text(title)


@every_sheet
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_a_sheet_fits_the_screen(page: Page, kind: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path(kind))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for target in page.get_by_role("navigation").locator("a, button").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44


def test_each_version_leads_to_its_own_sheet(page: Page) -> None:
    page.goto(path("guide with several variants"))
    page.locator(".tabbed-labels label").nth(1).click()
    page.get_by_role("link", name="Print this version").locator("visible=true").click()
    expect(page).to_have_url(re.compile(r"/print/exercises/upper-back-trunk-rotation/floor/$"))


# Where a sheet is found, and where not


def test_no_sheet_is_in_the_search_the_sitemap_or_the_menu(site_server: PagesSite) -> None:
    folder = site_server.folder
    sheets = sorted((folder / "print").rglob("*.html"))
    assert len(sheets) > 20
    assert all('<meta name="robots" content="noindex">' in sheet.read_text("utf-8") for sheet in sheets)
    for name in ("search/search_index.json", "sitemap.xml"):
        assert "print/" not in (folder / name).read_text("utf-8"), name
    assert "print/" not in (folder / "index.html").read_text("utf-8")


@every_sheet
def test_the_code_on_the_site_is_the_address_of_the_live_page(site_server: PagesSite, page: Page, kind: str) -> None:
    page.goto(path(kind))
    live = path(kind).removeprefix("print/")
    words = f"{site_server.url}{live}".removeprefix("http://")
    expect(page.locator("footer")).to_contain_text(words)
    canonical = (site_server.folder / live / "index.html").read_text("utf-8")
    assert f'rel="canonical" href="{site_server.url}{live}"' in canonical
