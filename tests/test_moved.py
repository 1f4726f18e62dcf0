"""An id that a stretch once had still answers, and sends the reader on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from heads import Head
from link_check import Site
from pages_server import PagesSite
from project_copy import built_and_served, replace_once
from records import copy_sample_project
from site_pages import FOUNDING, founding
from stretchguide.guides.library import Library
from stretchguide.pages.moved import moved

TITLE = founding().record.title
OLD = "seated-twist"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesSite]:
    """The site with a stretch that had two other ids; a page written by hand stands at a third."""
    project = copy_sample_project(tmp_path_factory.mktemp("moved") / "project")
    replace_once(project / "exercises" / f"{FOUNDING}.yml", "areas: [", f"formerly: [{OLD}, older, by-hand]\nareas: [")
    by_hand = project / "docs" / "exercises" / "by-hand" / "index.html"
    by_hand.parent.mkdir(parents=True)
    by_hand.write_text("<!doctype html><title>By hand</title>", "utf-8")
    with built_and_served(project) as served:
        yield served


@pytest.mark.parametrize("has_script", [True, False], ids=["with script", "without script"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"exercises/{OLD}/", f"exercises/{FOUNDING}/"),
        ("exercises/older/", f"exercises/{FOUNDING}/"),
        (f"print/exercises/{OLD}/", f"print/exercises/{FOUNDING}/"),
        (f"print/exercises/{OLD}/floor/", f"print/exercises/{FOUNDING}/floor/"),
    ],
)
def test_an_earlier_address_leads_to_the_page(
    browser: Browser, site: PagesSite, old: str, new: str, has_script: bool
) -> None:
    context = browser.new_context(java_script_enabled=has_script)
    page = context.new_page()
    page.goto(f"{site.url}{old}", wait_until="commit")
    page.wait_for_url(f"{site.url}{new}")
    expect(page.locator("h1")).to_have_text(TITLE)
    context.close()


def test_who_stays_on_it_has_a_link(browser: Browser, site: PagesSite) -> None:
    """Some readers forbid a page to send them on."""
    html = (site.folder / "exercises" / OLD / "index.html").read_text("utf-8")
    context = browser.new_context(base_url=site.url, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.route(
        "**/stays/", lambda route: route.fulfill(body=html.replace("http-equiv", "data-was"), content_type="text/html")
    )
    page.goto(f"{site.url}exercises/stays/")
    link = page.get_by_role("link", name="Go to its new page")
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    link.click()
    expect(page.locator("h1")).to_have_text(TITLE)
    context.close()


def test_it_is_not_to_be_found_by_itself(site: PagesSite) -> None:
    head = Head(site.folder / "exercises" / OLD / "index.html")
    assert head.metas("robots") == ["noindex"]
    assert head.links("canonical") == [f"../{FOUNDING}/"]
    assert head.titles() == [f"{TITLE} has moved"]
    assert OLD not in (site.folder / "sitemap.xml").read_text("utf-8")
    assert OLD not in (site.folder / "search" / "index.json").read_text("utf-8")


def test_no_link_of_it_is_dead(site: PagesSite) -> None:
    assert [str(fault) for fault in Site(site.folder, site.url).faults()] == []


def test_a_page_that_somebody_wrote_there_stays(site: PagesSite) -> None:
    assert "By hand" in (site.folder / "exercises" / "by-hand" / "index.html").read_text("utf-8")


def test_only_what_is_there_is_sent_on(library_with_old_id: Library) -> None:
    sheets = Path(__file__).resolve().parents[1] / "overrides" / "sheets"
    now = ["browse/", f"exercises/{FOUNDING}/", f"exercises/{FOUNDING}-2/", f"areas/{FOUNDING}/"]
    assert set(moved(library_with_old_id, now, sheets)) == {f"exercises/{OLD}/index.html"}


def test_a_title_is_shown_as_typed(library_with_old_id: Library) -> None:
    sheets = Path(__file__).resolve().parents[1] / "overrides" / "sheets"
    [page] = moved(library_with_old_id, [f"exercises/{FOUNDING}/"], sheets).values()
    assert "<h1>A &lt;b&gt; &amp; more has moved</h1>" in page


@pytest.fixture
def library_with_old_id() -> Library:
    guide = founding()
    record = guide.record.model_copy(update={"formerly": (OLD,), "title": "A <b> & more"})
    vocabulary = guide.vocabulary
    return Library(vocabulary, {FOUNDING: type(guide)(FOUNDING, guide.source, record, vocabulary)}, {})
