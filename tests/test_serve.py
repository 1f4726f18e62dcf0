"""The real server, as `dev.py serve` starts it: no fault of a record or a template takes it down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from project_copy import replace_once
from records import FOUNDING, copy_sample_project
from records import sample_library as library
from serving import PATIENCE_S, Serving
from stretchguide.guides.guide import Guide

PATIENCE_MS = PATIENCE_S * 1000

RECORD = f"exercises/{FOUNDING}.yml"
GUIDE = f"exercises/{FOUNDING}/"
OTHER = "exercises/cat-cow/"
TAGLINE = "Unlock stiffness & boost spinal flexibility"
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_sample_project(tmp_path / "project")


def founding() -> Guide:
    return library().guides[FOUNDING]


@pytest.fixture
def serve() -> Iterator[Callable[[Path], Serving]]:
    started: list[Serving] = []

    def start(project: Path) -> Serving:
        started.append(Serving(project))
        started[-1].wait_until_it_serves()
        return started[-1]

    yield start
    for serving in started:
        serving.stop()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page that stays open; the server reloads it after each build. Nothing of a record may run on it."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    heard: list[str] = []

    def refuse(dialog: Dialog) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    yield page
    context.close()
    assert heard == []


def expect_problem(page: Page, *parts: str) -> None:
    banner = page.locator(".problems")
    for part in parts:
        expect(banner).to_contain_text(part, timeout=PATIENCE_MS)
    expect(banner).to_be_visible()


def expect_no_problem(page: Page) -> None:
    expect(page.locator(".problems")).to_have_count(0, timeout=PATIENCE_MS)


def problem_line(serving: Serving, path: str) -> bool:
    return re.search(rf"^{re.escape(path)}:\d+:\d+: error: ", serving.terminal, re.MULTILINE) is not None


Serve = Callable[[Path], Serving]


def test_a_record_that_breaks_keeps_its_last_good_page_until_it_is_mended(
    project: Path, serve: Serve, reader: Page
) -> None:
    serving = serve(project)
    reader.goto(serving.url + GUIDE)
    expect(reader.locator(".tagline")).to_have_text(TAGLINE)
    expect_no_problem(reader)

    serving.change(RECORD, "stretched: [thoracic-rotators,", f'stretched: ["{HOSTILE}",')
    expect_problem(reader, f"{RECORD}:", "unknown muscle", HOSTILE)
    assert problem_line(serving, RECORD), serving.terminal
    assert "unknown muscle" in serving.terminal
    expect(reader.locator(".tagline")).to_have_text(TAGLINE)
    expect(reader.locator(".step-t").first).to_have_text(founding().first.written.steps[0].title)
    for path in ("", OTHER, "browse/"):
        assert 'class="problems"' in (serving.get(path) or ""), f"{path or 'home'} does not tell"

    serving.change(RECORD, TAGLINE, "A new line, but the record is broken still")
    serving.change(RECORD, f'"{HOSTILE}"', "thoracic-rotators")
    expect(reader.locator(".tagline")).to_have_text("A new line, but the record is broken still", timeout=PATIENCE_MS)
    expect_no_problem(reader)
    assert "Traceback" not in serving.terminal
    assert serving.is_running


def test_a_record_that_is_broken_from_the_start_is_left_out_until_it_is_mended(
    project: Path, serve: Serve, reader: Page
) -> None:
    replace_once(project / RECORD, "title: ", "titel: ")
    serving = serve(project)
    assert problem_line(serving, RECORD), serving.terminal
    assert serving.get(GUIDE) is None
    reader.goto(serving.url + "browse/")
    expect_problem(reader, f"{RECORD}:", "titel")
    names = [guide.record.title for guide in library().shown if guide.id != FOUNDING]
    expect(reader.locator(".guides .g-t")).to_have_text(names)
    reader.goto(serving.url + OTHER)
    expect(reader.locator(".step-t").first).to_be_visible()

    serving.change(RECORD, "titel: ", "title: ")
    expect_no_problem(reader)
    reader.goto(serving.url + GUIDE)
    expect(reader.get_by_role("heading", level=1)).to_have_text(founding().record.title)
    expect_no_problem(reader)


def test_a_broken_vocabulary_at_the_start_gets_a_page_that_says_so(project: Path, serve: Serve, reader: Page) -> None:
    path = "exercises/_vocabulary/muscles.yml"
    replace_once(project / path, "- {id: ", "- {idd: ")
    serving = serve(project)
    assert problem_line(serving, path), serving.terminal
    reader.goto(serving.url)
    expect_problem(reader, f"{path}:")
    expect(reader.get_by_role("heading", level=1)).to_be_visible()

    serving.change(path, "- {idd: ", "- {id: ")
    expect_no_problem(reader)
    expect(reader.locator(".guides .g-t").first).to_be_visible()

    # Broken again while serving, the last good site stays.
    serving.change(path, "- {id: ", "- {idd: ")
    expect_problem(reader, f"{path}:")
    expect(reader.locator(".guides .g-t").first).to_be_visible()


WHOLE = "Building documentation..."
"""What MkDocs says in the terminal before it builds the whole site."""


def test_a_changed_pose_is_seen_without_a_build_of_the_whole_site(project: Path, serve: Serve, reader: Page) -> None:
    serving = serve(project)
    reader.goto(serving.url + GUIDE)
    figure = reader.locator(".fig svg").first
    before, file = figure.inner_html(), f"figures/{FOUNDING}/{founding().first.written.id}-1.svg"
    alone = serving.get(file)
    serving.change(RECORD, "base: sit-chair, view: front-right", "base: sit-chair, view: front-left")
    serving.wait_until(lambda: figure.inner_html() != before, "the figure is another one")
    assert serving.get(file) not in (alone, None)
    assert serving.terminal.count(WHOLE) == 1


def test_whatever_shows_a_changed_record_follows_it(project: Path, serve: Serve, reader: Page) -> None:
    serving = serve(project)
    assert founding().record.title in (serving.get("search/search_index.json") or "")
    reader.goto(serving.url + GUIDE)
    serving.change(RECORD, f"title: {founding().record.title}", "title: Quite Another Name")
    heading = reader.get_by_role("heading", level=1)
    expect(heading).to_have_text("Quite Another Name", timeout=PATIENCE_MS)
    for path in ("browse/", "search/search_index.json", f"print/{GUIDE}", f"{GUIDE}index.html", "areas/upper-back/"):
        assert "Quite Another Name" in (serving.get(path) or ""), path
    assert serving.terminal.count(WHOLE) == 1


HEADING = "# {{ record.title }}"
TEMPLATE_FAULTS = {
    "a syntax error": "# {{ record.title }",
    "a name that is not there": "# {{ recrod.title }}",
    "a calculation that fails": "# {{ record.title + 1 }}",
}


@pytest.mark.parametrize("fault", [*list(TEMPLATE_FAULTS)[:2], pytest.param("a calculation that fails")])
def test_a_template_that_breaks_does_not_take_the_server_down(
    project: Path, serve: Serve, reader: Page, fault: str
) -> None:
    path = "overrides/pages/exercise.md"
    serving = serve(project)
    reader.goto(serving.url + GUIDE)
    serving.change(path, HEADING, TEMPLATE_FAULTS[fault])
    told = re.compile(r"^overrides/pages\S*: error: |^Traceback", re.MULTILINE)
    serving.wait_until(lambda: told.search(serving.terminal) is not None, "the terminal tells")
    assert "Traceback" not in serving.terminal
    expect_problem(reader, "overrides/pages")
    expect(reader.get_by_role("heading", level=1)).to_have_text(founding().record.title)
    assert serving.get(OTHER) is not None

    serving.change(path, TEMPLATE_FAULTS[fault], f"{HEADING} again")
    expect(reader.get_by_role("heading", level=1)).to_have_text(f"{founding().record.title} again", timeout=PATIENCE_MS)
    expect_no_problem(reader)


def test_records_come_and_go_while_serving(project: Path, serve: Serve, reader: Page) -> None:
    serving = serve(project)
    new = (project / "exercises" / "wall-calf-straight.yml").read_text("utf-8")
    new = re.sub(r"^title: .*$", "title: A Wholly New Stretch", new, flags=re.MULTILINE)
    new = re.sub(r"^(also_known_as|links|instead_if|formerly): .*\n(  .*\n)*", "", new, flags=re.MULTILINE)
    (project / "exercises" / "wholly-new.yml").write_text(new, "utf-8")
    reader.goto(serving.url + "browse/")
    added = reader.locator(".guides").get_by_role("link", name="A Wholly New Stretch")
    expect(added).to_be_visible(timeout=PATIENCE_MS)
    assert serving.get("exercises/wholly-new/") is not None

    (project / "exercises" / "wholly-new.yml").unlink()
    expect(added).to_have_count(0, timeout=PATIENCE_MS)
    serving.wait_until(lambda: serving.get("exercises/wholly-new/") is None, "the page of the record is gone")
    expect_no_problem(reader)
    assert serving.is_running
