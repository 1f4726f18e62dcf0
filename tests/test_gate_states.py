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
from screens import PHONE, PHONE_DARK, SCREENS, SIZES, Look, Screen, keep
from site_pages import FOUNDING, founding, path, path_of
from touch import small_targets

every_screen = pytest.mark.parametrize("screen", SCREENS, ids=str)
on_phones = pytest.mark.parametrize("screen", [PHONE, PHONE_DARK], ids=str)


def open_search(page: Page, words: str) -> None:
    ways = page.locator(".md-header__button[for=__search] button, .md-search__input")
    ways.locator("visible=true").first.click()
    page.locator(".md-search__input").press_sequentially(words)


@every_screen
@pytest.mark.parametrize(("words", "expected"), [("seated twist", "matching"), ("xqzwvk", "No matching documents")])
def test_the_search_is_fit_for_everybody(look: Look, screen: Screen, words: str, expected: str) -> None:
    page = look(screen, path_of(founding()))
    open_search(page, words)
    expect(page.locator(".md-search-result__meta")).to_contain_text(expected)
    faults = axe_check.violations(page)
    keep(page, f"search-{expected.split(maxsplit=1)[0].lower()}-{screen}")
    assert faults == [], "\n" + "\n".join(faults)


@on_phones
@pytest.mark.parametrize("kind", ["home", "area", "safety"])
def test_the_menu_is_fit_for_everybody(look: Look, kind: str, screen: Screen) -> None:
    page = look(screen, path(kind))
    page.locator("label.md-header__button[for=__drawer]").tap()
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()
    faults = axe_check.violations(page) + small_targets(page)
    keep(page, f"menu-on-{kind}-{screen}")
    assert faults == [], "\n" + "\n".join(faults)


@every_screen
def test_another_variant_is_fit_for_everybody(look: Look, screen: Screen) -> None:
    page = look(screen, path_of(founding()))
    page.locator(".tabbed-labels label").nth(1).click()
    page.reload()  # the choice is kept, and the Tab key starts at the top again
    expect(page.locator(".steps").nth(1).locator(".step-t").first).to_be_visible()
    faults = axe_check.violations(page) + focus_walk.faults(page)
    assert faults == [], "\n" + "\n".join(faults)


# What only somebody sees who writes records: problems, while the site is served at home

BUILD_AS_SERVED = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
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


@every_screen
def test_the_banner_of_problems_is_fit_for_everybody(browser: Browser, broken: PagesSite, screen: Screen) -> None:
    context = browser.new_context(**SIZES[screen.size], color_scheme=screen.scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(broken.url)
    expect(page.locator(".problems")).to_be_visible()
    faults = axe_check.violations(page) + (small_targets(page) if screen.size == "phone" else [])
    keep(page, f"problems-{page.locator('h1').inner_text()[:7].strip().lower()}-{screen}")
    context.close()
    assert faults == [], "\n" + "\n".join(faults)
