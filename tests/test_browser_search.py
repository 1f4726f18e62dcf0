"""Looking for a guide by what hurts, by any of its names, by its muscles: as the real browser does it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from pages_server import PagesSite
from records import sample_library
from site_pages import FOUNDING, founding, path_of
from stretchguide.guides.guide import Guide
from stretchguide.guides.swaps import is_free, suits

NewContext = Callable[..., BrowserContext]

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}

ENGINE = """async ([queries, most]) => {
  const {Engine} = await import(new URL("javascripts/search/engine.js", document.baseURI).href);
  const engine = new Engine(await (await fetch("search/index.json")).json());
  return queries.map(query => engine.find(query).slice(0, most).map(({entry}) => entry));
}"""


def found(page: Page, queries: list[str], most: int = 5) -> list[list[dict[str, Any]]]:
    """What the search finds for each, the best first; the page is the first one of the site."""
    answers: list[list[dict[str, Any]]] = page.evaluate(ENGINE, [queries, most])
    return answers


def results(page: Page) -> Locator:
    return page.locator(".find__hit > a:first-child")


def search(page: Page, words: str) -> Locator:
    """Look for the words in the search that is open."""
    page.locator(".find__field").fill(words)
    expect(page.locator(".find__said")).to_have_text(re.compile("answer|Nothing"))
    return results(page)


@pytest.mark.parametrize("start", ["./", "areas/upper-back/", "no/such/page"])
def test_the_search_finds_the_founding_guide_and_enter_opens_it(page: Page, faults: list[str], start: str) -> None:
    page.goto(start)
    faults.clear()
    page.keyboard.press("/")
    expect(page.locator(".find__field")).to_be_focused()
    expect(search(page, "seated twist").first).to_contain_text(founding().record.title)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/exercises/{FOUNDING}/**")
    expect(page.get_by_role("heading", level=1)).to_have_text(founding().record.title)


def test_the_search_works_on_a_phone(new_context: NewContext) -> None:
    page = new_context(**PHONE).new_page()
    page.goto("safety/")
    page.locator("[data-find]").tap()
    answers = search(page, "thoracic rotation")
    expect(answers.first).to_contain_text(founding().record.title)
    answers.first.tap()
    expect(page.get_by_role("heading", level=1)).to_have_text(founding().record.title)


def test_what_is_shown_is_a_title_its_kind_and_its_facts(page: Page) -> None:
    page.goto("./")
    page.locator("[data-find]").click()
    expect(search(page, "pregnant").first).to_have_text(re.compile("^Pregnancy Take care"))
    following = page.locator(".find__hit").first.locator(".find__then")
    expect(following).to_have_attribute("href", re.compile("cautions/pregnancy/#without$"))
    expect(search(page, "xqzwvk")).to_have_count(0)
    expect(page.locator(".find__said")).to_contain_text("xqzwvk")
    expect(page.locator(".find__area a").first).to_have_attribute("href", re.compile("/areas/"))
    expect(search(page, "muscle")).to_have_count(20)
    expect(page.locator(".find__area")).to_have_count(0)
    expect(page.locator(".find__said")).to_have_text(re.compile("first 20"))
    page.locator(".find__more a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Browse all stretches")


def test_nothing_of_the_search_is_loaded_before_it_is_opened(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("./")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "search/index" in url or "engine" in url or "worker" in url] == []


def test_a_search_that_cannot_be_loaded_says_so_and_leads_on(page: Page, faults: list[str]) -> None:
    page.route("**/search/index.json", lambda route: route.abort())
    page.goto("./")
    page.locator("[data-find]").click()
    page.locator(".find__field").fill("neck")
    expect(page.locator(".find__said")).to_have_text("The search could not be loaded.")
    expect(page.locator(".find__more a")).to_be_visible()
    page.unroute("**/search/index.json")
    page.locator(".find__field").fill("neck ")
    expect(results(page).first).to_be_visible()
    faults.clear()


def test_without_scripts_the_search_is_a_link_to_all_stretches(new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("safety/")
    page.locator("[data-find]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Browse all stretches")


def latin_names(guide: Guide) -> list[str]:
    muscles = guide.record.muscles
    return [guide.vocabulary.muscles[id].latin for id in (*muscles.stretched, *muscles.also)]


def test_every_guide_is_found_by_its_title_and_by_what_readers_say(page: Page) -> None:
    """A title comes first; a complaint is made of common words, and its guide is among the first five."""
    page.goto("./")
    guides = [guide for guide in sample_library().shown if guide.id != "odd-words"]  # its title is no words
    titles = found(page, [guide.record.title for guide in guides], 1)
    assert [guide.id for guide, (best,) in zip(guides, titles, strict=True) if best["at"] != path_of(guide)] == []
    said = [(guide, complaint) for guide in guides for complaint in guide.record.complaints]
    answers = found(page, [complaint for _, complaint in said])
    missed = [
        complaint
        for (guide, complaint), entries in zip(said, answers, strict=True)
        if path_of(guide) not in [entry["at"] for entry in entries]
    ]
    assert len(missed) * 20 < len(said), missed


def test_a_latin_name_a_letter_wrong_and_a_word_half_typed(page: Page) -> None:
    page.goto("./")
    queries = ["Musculus piriformis", "piriformus", "pirifo", "pyriformis", "Piriformis stretches", "the"]
    *piriformis, nothing = found(page, queries)
    assert [entries[0]["title"] for entries in piriformis] == ["Piriformis"] * len(piriformis)
    assert [entry["title"] for entry in nothing if entry["kind"] == "guide"] == []


def test_the_index_holds_one_entry_a_guide_made_from_its_record(sample_site: PagesSite) -> None:
    index = json.loads((sample_site.folder / "search" / "index.json").read_text("utf-8"))
    entries = index["entries"]
    for guide in sample_library().shown:
        (entry,) = [entry for entry in entries if entry["at"].startswith(path_of(guide))]
        assert entry["title"] == guide.record.title
        linked = [entries[number] for number in (*entry["about"], *entry.get("touches", ()))]
        told = json.dumps([entry, *linked], ensure_ascii=False)
        for words in (*guide.record.also_known_as, *guide.record.complaints, *latin_names(guide)):
            assert json.dumps(words, ensure_ascii=False)[1:-1] in told
    written = [entry for entry in entries if entry["at"] == "how-to-use/"]
    assert [entry["kind"] for entry in written] == ["page"], "a page that is written by hand is found as well"


def test_a_sign_to_stop_for_leads_to_its_section_and_a_caution_to_no_stretch_that_carries_it(page: Page) -> None:
    page.goto("./")
    library = sample_library()
    signs = [(flag.action, name) for flag in library.vocabulary.red_flags.values() for name in flag.also_called]
    answers = found(page, [f"stretches for {name}" for _, name in signs])
    for (action, name), (sign, *beside) in zip(signs, answers, strict=True):
        assert sign["at"] == f"safety/#{action}", name
        areas = [area for area in library.vocabulary.areas.values() if name in area.also_called]
        assert [entry["at"] for entry in beside] == [f"areas/{area.id}/" for area in areas], name
    cautions = [each for each in library.vocabulary.cautions.values() if each.also_called and not each.emergency]
    answers = found(page, [f"{each.also_called[0]} stretch" for each in cautions], 1000)
    for caution, entries in zip(cautions, answers, strict=True):
        fit = {path_of(guide) for guide in library.shown if is_free(guide, caution)}
        assert entries[0]["at"] == f"cautions/{caution.id}/"
        assert {entry["at"] for entry in entries if entry["kind"] == "guide"} <= fit
        routines = [
            routine
            for routine in library.routines.values()
            if f"routines/{routine.id}/" in {entry["at"] for entry in entries}
        ]
        assert all(suits(step.variant, caution) for routine in routines for step in routine.steps), caution.id
    assert found(page, ["syndrome"]) == [[]]


def test_a_sign_that_is_named_opens_its_section(page: Page) -> None:
    page.goto("./")
    page.locator("[data-find]").click()
    expect(search(page, "chest pain")).to_have_count(1)
    expect(page.locator(".find__more")).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/safety/#emergency")
