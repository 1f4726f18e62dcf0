"""The gates again with something open: the menu, the search, another variant, the banner of problems."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import axe_check
import focus_walk
from pages_server import PagesServer, PagesSite
from project_copy import replace_once, run_python
from records import copy_sample_project
from screens import PHONE, SIZES, Look, Screen, Size, keep, turn
from site_pages import FOUNDING, founding, path, path_of
from touch import small_targets

every_size = pytest.mark.parametrize("size", SIZES)


def open_search(page: Page, words: str) -> None:
    page.locator("[data-find]").click()
    page.locator(".find__field").press_sequentially(words)


def faults_in_all_colours(page: Page, name: str) -> list[str]:
    """What every rule finds in light colours, and after that the rules of colour in dark ones."""
    faults = axe_check.violations(page)
    keep(page, f"{name}-light")
    turn(page, "dark")
    faults += [f"dark: {fault}" for fault in axe_check.violations(page, axe_check.RULES_OF_COLOUR)]
    keep(page, f"{name}-dark")
    return faults


@every_size
@pytest.mark.parametrize(("words", "expected"), [("pregnant", "answer"), ("xqzwvk", "Nothing")])
def test_the_search_is_fit_for_everybody(look: Look, size: Size, words: str, expected: str) -> None:
    page = look(Screen(size, "light"), path_of(founding()))
    open_search(page, words)
    expect(page.locator(".find__said")).to_contain_text(expected)
    faults = faults_in_all_colours(page, f"search-{expected.split(maxsplit=1)[0].lower()}-{size}")
    assert faults == [], "\n" + "\n".join(faults)


@pytest.mark.parametrize("kind", ["home", "area", "safety"])
def test_the_menu_is_fit_for_everybody(look: Look, kind: str) -> None:
    page = look(PHONE, path(kind))
    page.locator("label.md-header__button[for=__drawer]").tap()
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()
    faults = small_targets(page) + faults_in_all_colours(page, f"menu-on-{kind}-phone")
    assert faults == [], "\n" + "\n".join(faults)


@every_size
def test_another_variant_is_fit_for_everybody(look: Look, size: Size) -> None:
    """Here every rule is tried in dark colours too, where the theme's switch of colours is another one."""
    page = look(Screen(size, "light"), path_of(founding()))
    page.locator(".tabbed-labels label").nth(1).click()
    page.goto(path_of(founding()))  # the choice is kept, and the Tab key starts at the top again
    expect(page.locator(".steps").nth(1).locator(".step-t").first).to_be_visible()
    faults = axe_check.violations(page) + focus_walk.faults(page)
    turn(page, "dark")
    faults += [f"dark: {fault}" for fault in axe_check.violations(page) + focus_walk.faults_again(page)]
    assert faults == [], "\n" + "\n".join(faults)


# What only somebody sees who writes records: problems, while the site is served at home

BUILD_AS_SERVED = """
import logging, sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
logging.getLogger("mkdocs").setLevel(logging.INFO)
config = load_config(site_dir=sys.argv[1])
config.plugins.on_startup(command="serve", dirty=False)
build(config)
"""

BROKEN = {
    "a broken record": (f"exercises/{FOUNDING}.yml", "title: ", "titel: "),
    "a broken vocabulary": ("exercises/_vocabulary/muscles.yml", "- {id: ", "- {idd: "),
}


@pytest.fixture(scope="module", params=BROKEN)
def broken(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesSite]:
    """The site as `serve` shows it while a record, or a vocabulary, is broken."""
    folder: Path = tmp_path_factory.mktemp("broken")
    project = copy_sample_project(folder / "project")
    name, old, new = BROKEN[request.param]
    replace_once(project / name, old, new)
    site = PagesServer(folder / "site", "/stretchguide/")
    done = run_python(project, "-c", BUILD_AS_SERVED, str(site.folder), SITE_URL=site.url)
    assert done.returncode == 0, done.stderr
    site.start()
    yield site
    site.stop()


@every_size
def test_the_banner_of_problems_is_fit_for_everybody(browser: Browser, broken: PagesSite, size: Size) -> None:
    context = browser.new_context(**SIZES[size], color_scheme="light", reduced_motion="reduce")
    page = context.new_page()
    page.goto(broken.url)
    expect(page.locator(".problems")).to_be_visible()
    faults = small_targets(page) if size == "phone" else []
    page.evaluate("scrollTo(0, document.body.scrollHeight)")  # further up the banner lies over a part of the page
    faults += faults_in_all_colours(page, f"problems-{page.locator('h1').inner_text()[:7].strip().lower()}-{size}")
    context.close()
    assert faults == [], "\n" + "\n".join(faults)
