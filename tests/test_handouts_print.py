"""The printed sheets in a browser: how many pages of paper, which colours, what the screen adds."""

from __future__ import annotations

import dataclasses
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pages_server import PagesServer, PagesSite
from records import sample_library
from shared_site import SITE_PATH
from sheet_pages import every_format, guide_sheets, in_one, routine_pages, show, too_long
from sheet_words import ROOT, long_guide, sheets_of
from site_pages import SHEETS, path
from stretchguide.guides.library import Library
from stretchguide.pages import addresses

NewContext = Callable[..., BrowserContext]

# Every colour that is painted with and is no grey, by the tag of its element; what is clear or none has no colour.
COLOURS = """() => {
  const names = ["color", "backgroundColor", "borderTopColor", "borderBottomColor", "fill", "stroke"];
  const coloured = new Set(), fills = new Set();
  for (const each of document.querySelectorAll("main, main *")) {
    const style = getComputedStyle(each);
    fills.add(style.fill);
    for (const name of names) {
      const [red, green, blue] = style[name].match(/[\\d.]+/g) ?? [0, 0, 0];
      if (red !== green || green !== blue) coloured.add(`${each.outerHTML.slice(0, 80)} ${name} ${style[name]}`);
    }
  }
  return {coloured: [...coloured].slice(0, 20), fills: fills.size};
}"""


@pytest.fixture(scope="module")
def together(browser: Browser, sample_site: PagesSite) -> Iterator[Page]:
    """The sheets of all guides in one document."""
    with browser.new_page() as page:
        in_one(page, sample_site, guide_sheets(sample_library()), is_drawn=True)
        yield page


@every_format
def test_every_sheet_of_a_guide_ends_on_its_page(together: Page, sample_site: PagesSite, format: str) -> None:
    sheets = guide_sheets(sample_library())
    assert len(sheets) == sum(len(guide.variants) for guide in sample_library().guides.values())
    assert too_long(together, sample_site, sheets, format) == []


def test_a_sheet_is_black_and_white(together: Page) -> None:
    together.emulate_media(media="print")
    found = together.evaluate(COLOURS)
    together.emulate_media(media="screen")
    assert found["coloured"] == []
    assert found["fills"] > 10, "the drawings were not looked at"


# What of a drawing lies under the words of its step, before which its number stands.
UNDER = """() => [...document.querySelectorAll(".work li:has(svg)")].filter(each => {
  const [drawing, words] = ["svg", "p"].map(name => each.querySelector(name).getBoundingClientRect());
  return drawing.left < words.right && words.left < drawing.right && words.top < drawing.bottom;
}).length"""


def test_no_step_has_its_words_under_the_drawing(together: Page) -> None:
    assert together.evaluate("document.querySelectorAll('.work li:has(svg)').length") > 20
    for media in ("print", "screen"):
        together.emulate_media(media=media)
        assert together.evaluate(UNDER) == 0, media


def test_a_week_is_not_parted_nor_are_the_boxes_of_a_side(together: Page) -> None:
    together.emulate_media(media="print")
    styles = "each => [getComputedStyle(each).breakInside, getComputedStyle(each).whiteSpace]"
    assert together.locator(".week").first.evaluate(styles)[0] == "avoid"
    assert together.locator(".sides").first.evaluate(styles)[1] == "nowrap"
    together.emulate_media(media="screen")


@every_format
def test_every_sheet_of_a_routine_has_two_pages_at_most(browser: Browser, sample_site: PagesSite, format: str) -> None:
    with browser.new_page() as page:
        assert routine_pages(page, sample_site, sample_library(), format) == []


# The longest sheets


def long_library() -> Library:
    """Guides of 3 to 7 steps, few cautions and many, with all the words that a record may have; routines up to 18."""
    found = sample_library()
    guide = long_guide(found.guides["half-kneeling-hip-flexor"], steps=range(3, 8), cautions=(0, 4, 8, 12))
    pool = [step for routine in found.routines.values() for step in routine.steps]
    some = next(iter(found.routines.values()))
    routines = {
        f"of-{count}": dataclasses.replace(some, id=f"of-{count}", steps=tuple((pool * 2)[:count]))
        for count in (2, 6, 10, 12, 18)
    }
    return dataclasses.replace(found, guides={guide.id: guide}, routines=routines)


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesSite]:
    folder = tmp_path_factory.mktemp("long")
    for name in ("assets", "javascripts", "stylesheets"):
        shutil.copytree(ROOT / "docs" / name, folder / name)
    write(folder, sheets_of(long_library()))
    site = PagesServer(folder, SITE_PATH)
    site.start()
    yield site
    site.stop()


def write(folder: Path, files: dict[str, str]) -> None:
    for uri, text in files.items():
        (folder / uri).parent.mkdir(parents=True, exist_ok=True)
        (folder / uri).write_text(text, "utf-8")


@every_format
def test_the_longest_sheets_end_on_their_pages_too(browser: Browser, long_site: PagesSite, format: str) -> None:
    long = long_library()
    assert len(guide_sheets(long)) == 20
    with browser.new_page() as page:
        in_one(page, long_site, guide_sheets(long))
        assert too_long(page, long_site, guide_sheets(long), format) == []
        assert routine_pages(page, long_site, long, format) == []


# How much of a column the widest drawing and a dose take together, at most: more than all of it would part them.
BESIDE = """() => Math.max(...[...document.querySelectorAll(".items--cards .number")].map(each => {
  const list = each.closest("ol"), mm = 96 / 25.4;
  const drawing = (parseFloat(getComputedStyle(list).getPropertyValue("--across")) + 2) * mm;
  return (each.getBoundingClientRect().width + drawing) / list.clientWidth;
}))"""


def test_the_boxes_for_a_side_stand_beside_the_widest_drawing(browser: Browser, long_site: PagesSite) -> None:
    with browser.new_page(viewport={"width": round(190 * 96 / 25.4), "height": 1000}) as page:
        page.emulate_media(media="print")
        for routine in ("of-10", "of-12", "of-18"):
            show(page, long_site, addresses.routine_sheet(long_library().routines[routine]))
            assert 0.8 < page.evaluate(BESIDE) <= 1, routine


def test_a_sheet_that_is_too_long_is_found(browser: Browser, long_site: PagesSite) -> None:
    sheets = guide_sheets(long_library())[:3]
    path = long_site.folder / sheets[1]
    path.write_text(path.read_text("utf-8").replace("Lift the right", "Lift and lift again " * 40), "utf-8")
    with browser.new_page() as page:
        in_one(page, long_site, sheets)
        assert too_long(page, long_site, sheets, "Letter") == [f"{sheets[1]}: 2 pages"]


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


def test_no_sheet_is_in_the_search_the_sitemap_or_the_menu(sample_site: PagesSite) -> None:
    folder = sample_site.folder
    sheets = sorted((folder / "print").rglob("*.html"))
    assert len(sheets) > 20
    assert all('<meta name="robots" content="noindex">' in sheet.read_text("utf-8") for sheet in sheets)
    for name in ("search/index.json", "sitemap.xml"):
        assert "print/" not in (folder / name).read_text("utf-8"), name
    assert "print/" not in (folder / "index.html").read_text("utf-8")


@every_sheet
def test_the_code_on_the_site_is_the_address_of_the_live_page(sample_site: PagesSite, page: Page, kind: str) -> None:
    page.goto(path(kind))
    _, folder, id, *_ = path(kind).split("/")  # a version's sheet leads to its guide
    live = f"{folder}/{id}/"
    words = f"{sample_site.url}{live}".removeprefix("http://")
    expect(page.locator("footer")).to_contain_text(words)
    canonical = (sample_site.folder / live / "index.html").read_text("utf-8")
    assert f'rel="canonical" href="{sample_site.url}{live}"' in canonical
