"""A whole site with a record that tries to run a script from every kind of text, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page, Response, expect

from pages_server import PagesSite
from project_copy import built_and_served, replace_once
from records import FOUNDING, copy_sample_project, path_of

SCRIPT = "<script>alert(1)</script>"
IMAGE = "<img src=x onerror=alert(1)>"
VECTOR = "A<svg onload=alert(1)>"
QUOTED = "A \"quoted\" 'one' & </title></textarea>"

HOSTILE = {
    "title: Upper Back Trunk Rotation": f"title: '{SCRIPT} {IMAGE}'",
    "tagline: Unlock stiffness & boost spinal flexibility": f"tagline: '**{SCRIPT}** {IMAGE}'",
    "purpose: Loosens the upper back so you can turn with ease.": f"purpose: '\"><{SCRIPT}{IMAGE} </title>'",
    "[thoracic rotation, seated twist, open book]": f"['{SCRIPT}', '{IMAGE} seated twist', '{{{{ config }}}}']",
    "complaints: [desk hunch,": f"complaints: ['desk hunch {SCRIPT}',",
    'lead: Turn further, text: "For sport': f"lead: '{SCRIPT}', text: \"{IMAGE} for sport",
    "label: Seated\n": f"label: '{SCRIPT}'\n",
    "{title: Sit tall,": f"{{title: '{VECTOR}',",
    'text: "Sit on a firm chair, feet flat, and grow tall."': f"text: 'A{SCRIPT} {IMAGE}.'",
    "wrong: Forcing the twist": f"wrong: '{SCRIPT}'",
    "[Move slowly., Tighten your tummy gently.,": f"['{IMAGE}', \"`{SCRIPT}`\",",
    'tip: "Stuck': f'tip: "</p>{SCRIPT} --> ]]> Stuck',
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesSite]:
    """The site with a record that tries to run a script from every kind of text."""
    project = copy_sample_project(tmp_path_factory.mktemp("hostile") / "project")
    for old, new in HOSTILE.items():
        replace_once(project / path_of(FOUNDING), old, new)
    with built_and_served(project) as site:
        yield site


@pytest.fixture
def wary(browser: Browser, hostile: PagesSite) -> Iterator[Page]:
    """A page on which no dialog may open, no script fail and nothing be fetched that is not there."""
    context = browser.new_context(base_url=hostile.url)
    page = context.new_page()
    heard: list[str] = []

    def refuse(dialog: Dialog) -> None:
        heard.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def hear_answer(answer: Response) -> None:
        if answer.status >= 400:
            heard.append(f"{answer.status}: {answer.url}")

    page.on("dialog", refuse)
    page.on("pageerror", lambda error: heard.append(f"error: {error}"))
    page.on("response", hear_answer)
    yield page
    page.wait_for_timeout(50)  # what the record would start, it starts now
    page.evaluate("0")
    context.close()
    assert heard == []


def no_foreign_elements(page: Page) -> None:
    """Nothing of the record's markup became an element, or an attribute that runs."""
    assert page.locator("img[src=x]").count() == 0
    assert page.locator("[onerror], [onload], [onclick]").count() == 0
    assert page.locator("script").filter(has_text="alert(1)").count() == 0


def test_a_hostile_guide_shows_its_text_as_typed(wary: Page) -> None:
    wary.goto(f"exercises/{FOUNDING}/")
    article = wary.get_by_role("article")
    expect(wary.get_by_role("heading", level=1)).to_have_text(f"{SCRIPT} {IMAGE}")
    assert wary.title().startswith(f"{SCRIPT} {IMAGE}")
    expect(article.locator(".tagline strong")).to_have_text(SCRIPT)
    expect(article.locator(".benefits li").first).to_contain_text(f"{SCRIPT} {IMAGE}")
    expect(article.locator(".tabbed-labels label").first).to_contain_text(SCRIPT)
    expect(article.locator(".v-name").first).to_contain_text(SCRIPT)
    expect(article.locator(".step-t").first).to_have_text(VECTOR)
    expect(article.locator(".steps li").first).to_contain_text(f"A{SCRIPT} {IMAGE}.")
    for text in (f"`{SCRIPT}`", f"{IMAGE} seated twist", "{{ config }}", f"</p>{SCRIPT} --> ]]> Stuck"):
        expect(article).to_contain_text(text)
    description = wary.locator("meta[name=description]").get_attribute("content")
    assert description == f'"><{SCRIPT}{IMAGE} </title> Step by step, with who should skip it.'
    article.locator(".tabbed-labels label").nth(1).click()
    no_foreign_elements(wary)


@pytest.mark.parametrize("path", ["./", "browse/", "areas/upper-back/", "routines/desk-break/"])
def test_a_hostile_title_is_shown_as_typed_in_every_list(wary: Page, path: str) -> None:
    wary.goto(path)
    link = wary.get_by_role("link", name=f"{SCRIPT} {IMAGE}").first
    expect(link).to_be_visible()
    no_foreign_elements(wary)
    link.click()
    wary.wait_for_url("**/exercises/**")


@pytest.mark.parametrize("words", ["seated twist", "onerror"])
def test_a_hostile_record_is_shown_as_typed_by_the_search(wary: Page, words: str) -> None:
    wary.goto("./")
    wary.locator(".md-search__input").click()
    wary.locator(".md-search__input").fill(words[:-1])
    wary.locator(".md-search__input").press(words[-1])
    result = wary.locator(".md-search-result__item", has_text=SCRIPT).first
    expect(result).to_be_visible()
    expect(result.locator("h1, h2").first).to_have_text(f"{SCRIPT} {IMAGE}")
    no_foreign_elements(wary)
    result.get_by_role("link").first.click()
    wary.wait_for_url("**/exercises/**")
    expect(wary.get_by_role("heading", level=1)).to_have_text(f"{SCRIPT} {IMAGE}")
    no_foreign_elements(wary)


@pytest.mark.parametrize("words", [SCRIPT, IMAGE])
def test_hostile_words_can_be_searched_for(wary: Page, words: str) -> None:
    wary.goto("./")
    wary.locator(".md-search__input").click()
    wary.locator(".md-search__input").press_sequentially(words)
    expect(wary.locator(".md-search-result__meta")).not_to_have_text(re.compile("Initializing|Type to start"))
    no_foreign_elements(wary)
