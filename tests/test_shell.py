"""What pages have of the theme's script: by ours, which is short, or by the theme's where a publisher asks for more."""

from __future__ import annotations

import gzip
import re
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Page, Request, expect

from pages_server import PagesSite
from records import sample_library
from screens import DESKTOP, PHONE, Look
from site_pages import ROOT, founding, path, path_of

MOST_BYTES = 2048
"""As it is sent; the theme's has 35,000."""
MOST_AT_FIRST = 70_000
"""All that a first visit to a guide loads, as it is sent."""
BASE_FEATURES = ["navigation.tabs", "content.tabs.link", "toc.follow"]


def script(extra: dict[str, Any], features: list[str]) -> str:
    templates = Environment(loader=FileSystemLoader(ROOT / "overrides" / "partials"), autoescape=True)
    templates.filters["url"] = lambda address: f"../{address}"
    config = {"extra": extra, "theme": {"features": features}}
    return templates.get_template("shell.html").render(config=config)


def test_pages_load_ours_in_place_of_the_theme_s(page: Page, sample_site: PagesSite) -> None:
    requests: list[Request] = []

    def note(request: Request) -> None:  # Playwright takes no method of a list.
        requests.append(request)

    page.on("requestfinished", note)
    page.goto(path_of(founding()), wait_until="networkidle")
    assert [each for each in requests if each.url.endswith("javascripts/shell.js")]
    assert not [each for each in requests if "bundle" in each.url]
    assert sum(request.sizes()["responseBodySize"] for request in requests) <= MOST_AT_FIRST
    shell = sample_site.folder / "javascripts" / "shell.js"
    assert len(gzip.compress(shell.read_bytes())) <= MOST_BYTES


@pytest.mark.parametrize(
    ("extra", "features"),
    [
        ({}, [*BASE_FEATURES, "content.code.copy"]),
        ({"version": {"provider": "mike"}}, BASE_FEATURES),
        ({"theme_script": True}, BASE_FEATURES),
    ],
)
def test_who_asks_for_more_of_the_theme_gets_its_script(extra: dict[str, Any], features: list[str]) -> None:
    assert "shell.js" in script({}, BASE_FEATURES)
    assert "bundle." not in script({}, BASE_FEATURES)
    assert "bundle." in script(extra, features)
    assert "shell.js" not in script(extra, features)


def test_the_header_says_the_title_once_the_heading_is_out_of_sight(look: Look) -> None:
    page = look(PHONE, path_of(founding()))
    title = page.locator(".md-header__title")
    expect(title).not_to_have_class(re.compile("--active"))
    page.evaluate("scrollTo(0, 2000)")
    expect(title).to_have_class(re.compile("--active"))
    page.evaluate("scrollTo(0, 0)")
    expect(title).not_to_have_class(re.compile("--active"))


def test_the_contents_say_where_the_reader_is(look: Look) -> None:
    page = look(DESKTOP, path_of(founding()))
    contents = page.locator(".md-sidebar--secondary .md-nav__link")
    page.locator("#safety").evaluate("heading => heading.scrollIntoView()")
    expect(contents.filter(has_text="Stay safe")).to_have_class(re.compile("--active"))
    expect(contents.filter(has_text="How to do it")).to_have_class(re.compile("--passed"))
    page.evaluate("scrollTo(0, 0)")
    expect(contents.filter(has_text="Stay safe")).not_to_have_class(re.compile("--active"))
    page.evaluate("scrollTo(0, document.body.scrollHeight)")  # past every heading at once, as by the key End
    expect(contents.filter(has_text="Stay safe")).to_have_class(re.compile("--passed"))
    expect(page.locator(".md-sidebar--secondary")).to_be_in_viewport()


def test_a_version_that_was_chosen_is_chosen_on_the_next_page_that_has_it(page: Page) -> None:
    guides = [guide for guide in sample_library().shown if len(guide.variants) > 1]
    named = [(guide, [(each.written.label, each.level.id) for each in guide.variants]) for guide in guides]
    one, other, (name, _) = next(
        (one, other, name)
        for one, names in named
        for other, others in named
        for name in set(names[1:]) & set(others[1:])
        if one is not other
    )
    for guide in (one, other):
        page.goto(path_of(guide))
        label = page.locator(".tabbed-labels label").filter(has_text=re.compile(rf"^\s*{re.escape(name)}"))
        chosen = page.locator(".tabbed-set > input:checked")
        if guide is one:
            label.click()
        expect(chosen).to_have_id(str(label.get_attribute("for")))


def test_what_is_folded_opens_where_an_address_leads_into_it_and_on_paper(look: Look) -> None:
    page = look(PHONE, path_of(founding()))
    folded = page.locator("details.sources, details.line").last
    folded.evaluate("part => part.firstElementChild.nextElementSibling.id = 'within'")
    expect(folded).not_to_have_attribute("open", "")
    page.evaluate("location.hash = 'within'")
    expect(folded).to_have_attribute("open", "")
    others = page.locator("article details:not([open])")
    count = others.count()
    assert count
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert others.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert others.count() == count


def test_an_address_that_is_mistyped_stops_nothing(page: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{path_of(founding())}#%")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("article details:not([open])").count() == 0
    assert errors == []


def test_a_table_knows_its_width(look: Look) -> None:
    page = look(PHONE, path("guide with several variants"))
    assert page.locator("article table").count()
    assert page.locator("article table:not(.md-typeset__table > table)").count() == 0
