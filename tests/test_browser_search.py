"""Looking for a guide by what hurts, by any of its names, by its muscles."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from html import escape

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from pages_server import PagesSite
from records import sample_library
from site_pages import FOUNDING, founding, path_of
from stretchguide.guides.guide import Guide

NewContext = Callable[..., BrowserContext]

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def results(page: Page) -> Locator:
    return page.locator(".md-search-result__link h1, .md-search-result__link h2")


def search(page: Page, words: str) -> Locator:
    """Look for the words, by one key press at the end: only then the theme looks at the field."""
    field = page.locator(".md-search__input")
    field.fill("")
    field.press("Backspace")
    expect(results(page)).to_have_count(0)  # none of an earlier search may be taken for an answer
    field.fill(words[:-1])
    field.press(words[-1])
    expect(results(page).first).to_be_visible()
    return results(page)


@pytest.mark.parametrize(
    "words",
    [
        "seated twist",
        "upper back trunk rotation",
        "thoracic rotation",
    ],
)
def test_the_search_finds_the_founding_guide_and_enter_opens_it(page: Page, words: str) -> None:
    page.goto("./")
    page.locator(".md-search__input").click()
    found = search(page, words)
    expect(found.first).to_have_text(founding().record.title)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/exercises/{FOUNDING}/**")
    expect(page.get_by_role("heading", level=1)).to_have_text(founding().record.title)


def latin_names(guide: Guide) -> list[str]:
    muscles = guide.record.muscles
    return [guide.vocabulary.muscles[id].latin for id in (*muscles.stretched, *muscles.also)]


def shown_first(page: Page, words: str) -> list[str]:
    """What a reader sees without scrolling."""
    search(page, words)
    return [title.strip() for title in results(page).all_inner_texts()[:3]]


def test_complaints_lead_to_their_guides(page: Page) -> None:
    """A complaint is made of common words, so that another guide may come first; most must not."""
    complaints = Counter(each for guide in sample_library().shown for each in guide.record.complaints)
    own = {
        next((each for each in guide.record.complaints if complaints[each] == 1), ""): guide.record.title
        for guide in sample_library().shown[::8]
    }
    own.pop("", None)
    page.goto("./")
    page.locator(".md-search__input").click()
    found = [title in shown_first(page, words) for words, title in own.items()]
    assert sum(found) * 4 >= len(found) * 3, dict(zip(own, found, strict=True))


def test_a_latin_name_leads_to_its_muscle_or_to_what_stretches_it(page: Page) -> None:
    page.goto("./")
    page.locator(".md-search__input").click()
    for id in ("iliopsoas", "soleus", "levator-scapulae"):
        muscle = sample_library().vocabulary.muscles[id]
        good = {guide.record.title for guide in sample_library().shown if muscle.latin in latin_names(guide)} | {
            muscle.name
        }
        assert shown_first(page, muscle.latin)[0] in good, muscle.latin


def test_the_search_works_by_keyboard_alone(page: Page) -> None:
    page.goto("browse/")
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    found = search(page, "thoracic rotation")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    title = found.first.inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_the_search_works_on_a_phone(new_context: NewContext) -> None:
    page = new_context(**PHONE).new_page()
    page.goto("safety/")
    page.locator("label.md-header__button[for=__search]").tap()
    found = search(page, "thoracic rotation")
    expect(found.first).to_have_text(founding().record.title)
    found.first.tap()
    expect(page.get_by_role("heading", level=1)).to_have_text(founding().record.title)


def test_a_search_for_nonsense_says_that_nothing_was_found(page: Page) -> None:
    page.goto("./")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("xqzwvk")
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")


def test_every_guide_is_found_by_its_title(page: Page) -> None:
    """First, but for a title whose every word stands in another one too: "Butterfly" and "Reclined Butterfly"."""
    page.goto("./")
    page.locator(".md-search__input").click()
    places = {}
    searched = [guide for guide in sample_library().shown if guide.id != "odd-words"]  # its title is no words
    for guide in searched:
        places[guide.record.title] = shown_first(page, guide.record.title).index(guide.record.title)
        page.locator(".md-search__input").fill("")
        page.keyboard.press("Backspace")
        expect(results(page)).to_have_count(0)
    assert sum(place > 0 for place in places.values()) * 20 < len(places), places


def test_the_search_works_on_the_page_that_is_not_there(page: Page, faults: list[str]) -> None:
    page.goto("no/such/page")
    faults.clear()
    page.locator(".md-search__input").click()
    expect(search(page, "thoracic rotation").first).to_have_text(founding().record.title)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(founding().record.title)


def test_the_index_holds_one_entry_a_guide_made_from_its_record(sample_site: PagesSite) -> None:
    index = json.loads((sample_site.folder / "search" / "search_index.json").read_text("utf-8"))
    for guide in sample_library().shown:
        docs = [doc for doc in index["docs"] if doc["location"].startswith(path_of(guide))]
        assert [doc["location"] for doc in docs] == [path_of(guide)], f"{guide.id}: one entry, none for a heading"
        # The search shows entries as HTML.
        assert docs[0]["title"] == escape(guide.record.title)
        assert "<" not in json.dumps(docs[0])
        told = "\n".join(map(str, docs[0].values()))
        for words in (*guide.record.also_known_as, *guide.record.complaints, *latin_names(guide)):
            assert escape(words) in told
