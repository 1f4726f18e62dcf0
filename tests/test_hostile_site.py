"""A whole site whose records, vocabularies and settings try to run a script, from every kind of text, in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
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


# What people read of a vocabulary's entry; the other texts are ids, or words that texts are compared with.
READ = ("name", "heading", "plain", "does", "latin", "advice", "note", "label", "finding", "authors", "title", "why")
SETTINGS = {
    "site_name: Stretch Guide": f"site_name: 'Stretch & Guide {IMAGE}'",
    'forge: !ENV [GITHUB_SERVER_URL, "https://github.com"]': "forge: 'javascript:alert(1)//'",
}


def spoilt(data: object, key: str = "") -> object:
    """The data of a vocabulary with markup at the end of every text that people read."""
    if isinstance(data, dict):
        return {name: spoilt(value, str(name)) for name, value in data.items()}
    if isinstance(data, list):
        return [spoilt(value) for value in data]
    return f"{data} {IMAGE} \U0001d538" if isinstance(data, str) and key in READ else data


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesSite]:
    """The site with a record that tries to run a script from every kind of text."""
    project = copy_sample_project(tmp_path_factory.mktemp("hostile") / "project")
    for old, new in HOSTILE.items():
        replace_once(project / path_of(FOUNDING), old, new)
    for file in sorted((project / "exercises" / "_vocabulary").glob("*.yml")):
        file.write_text(yaml.safe_dump(spoilt(yaml.safe_load(file.read_text("utf-8")))), "utf-8")
    for old, new in SETTINGS.items():
        replace_once(project / "mkdocs.yml", old, new)
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
    expect(article.locator(".benefits .line").first).to_contain_text(f"{SCRIPT} {IMAGE}")
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


@pytest.mark.parametrize("words", ["seated twist", f"{SCRIPT} {IMAGE}"])
def test_a_hostile_record_is_shown_as_typed_by_the_search(wary: Page, words: str) -> None:
    wary.goto("./")
    wary.locator("[data-find]").click()
    wary.locator(".find__field").fill(words)
    result = wary.locator(".find__hit", has_text=SCRIPT).first
    expect(result).to_be_visible()
    expect(result.locator(".find__title").first).to_have_text(f"{SCRIPT} {IMAGE}")
    no_foreign_elements(wary)
    result.get_by_role("link").first.click()
    wary.wait_for_url("**/exercises/**")
    expect(wary.get_by_role("heading", level=1)).to_have_text(f"{SCRIPT} {IMAGE}")
    no_foreign_elements(wary)


@pytest.mark.parametrize("words", [SCRIPT, IMAGE])
def test_hostile_words_can_be_searched_for(wary: Page, words: str) -> None:
    wary.goto("./")
    wary.locator("[data-find]").click()
    wary.locator(".find__field").fill(words)
    expect(wary.locator(".find__said")).to_have_text(re.compile("answer|Nothing"))
    no_foreign_elements(wary)


def test_no_text_of_records_vocabularies_and_settings_is_markup_in_any_file(hostile: PagesSite) -> None:
    files = [path for path in Path(hostile.folder).rglob("*") if path.suffix in (".html", ".xml", ".svg", ".txt")]
    assert len(files) > 100
    for path in files:
        text = path.read_text("utf-8")
        found = [markup for markup in (SCRIPT, "<img src=x", "<svg onload", "javascript:alert") if markup in text]
        assert found == [], path


def test_a_hostile_menu_shows_its_words_as_typed(wary: Page) -> None:
    wary.goto("areas/upper-back/")
    expect(wary.locator(".md-nav--primary")).to_contain_text(f"Upper back {IMAGE} \U0001d538")
    expect(wary.locator(".md-header__title")).to_contain_text(f"Stretch & Guide {IMAGE}")
    assert wary.title().endswith(f"{IMAGE} \U0001d538 - Stretch & Guide {IMAGE}")
    assert wary.locator("a[href^='javascript:alert']").count() == 0
    no_foreign_elements(wary)
