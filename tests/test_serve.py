"""The real server, as `dev.py serve` starts it: no fault of a record or a template takes it down."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, ViewportSize, expect

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


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    serving = Serving(copy_sample_project(tmp_path_factory.mktemp("sound") / "project"))
    yield serving
    serving.stop()


@pytest.fixture
def sound(first: Serving) -> Iterator[Serving]:
    """One server for all tests that begin with a sound project: what one changes is taken back before the next."""
    first.wait_until_it_serves()
    shown = page_of(first)
    yield first
    first.undo()
    first.wait_until(lambda: page_of(first) == shown, "all changes are taken back")


def page_of(serving: Serving) -> str | None:
    """The page of the founding guide, without what is another after each build."""
    page = serving.get(GUIDE)
    return page and LIVERELOAD.sub("", page)


LIVERELOAD = re.compile(r"<script>\s*var livereload.*?</script>", re.DOTALL)


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


def test_a_record_that_breaks_keeps_its_last_good_page_until_it_is_mended(sound: Serving, reader: Page) -> None:
    reader.goto(sound.url + GUIDE)
    expect(reader.locator(".tagline")).to_have_text(TAGLINE)
    expect_no_problem(reader)

    sound.change(RECORD, "stretched: [thoracic-rotators,", f'stretched: ["{HOSTILE}",')
    expect_problem(reader, f"{RECORD}:", "unknown muscle", HOSTILE)
    assert problem_line(sound, RECORD), sound.terminal
    assert "unknown muscle" in sound.terminal
    expect(reader.locator(".tagline")).to_have_text(TAGLINE)
    expect(reader.locator(".step-t").first).to_have_text(founding().first.written.steps[0].title)
    for path in ("", OTHER, "browse/"):
        assert 'class="problems"' in (sound.get(path) or ""), f"{path or 'home'} does not tell"

    sound.change(RECORD, TAGLINE, "A new line, but the record is broken still")
    sound.change(RECORD, f'"{HOSTILE}"', "thoracic-rotators")
    expect(reader.locator(".tagline")).to_have_text("A new line, but the record is broken still", timeout=PATIENCE_MS)
    expect_no_problem(reader)
    assert "Traceback" not in sound.terminal
    assert sound.is_running


def test_a_record_that_is_broken_from_the_start_is_left_out_until_it_is_mended(
    project: Path, serve: Serve, reader: Page
) -> None:
    replace_once(project / RECORD, "title: ", "titel: ")
    serving = serve(project)
    assert problem_line(serving, RECORD), serving.terminal
    assert serving.get(GUIDE) is None
    reader.goto(serving.url + "browse/")
    expect_problem(reader, f"{RECORD}:", "titel")
    names = [guide.record.title for guide in library().ranked if guide.id != FOUNDING]
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


def test_whatever_shows_a_changed_record_follows_it_without_a_build_of_the_whole_site(
    sound: Serving, reader: Page
) -> None:
    assert founding().record.title in (sound.get("search/index.json") or "")
    reader.goto(sound.url + GUIDE)
    figure = reader.locator(".fig svg").first
    before, file = figure.inner_html(), f"figures/{FOUNDING}/{founding().first.written.id}-1.svg"
    alone = sound.get(file)
    sound.change(RECORD, "base: sit-chair, view: front-right", "base: sit-chair, view: front-left")
    expect(figure).not_to_have_js_property("innerHTML", before, timeout=PATIENCE_MS)
    assert sound.get(file) not in (alone, None)

    sound.change(RECORD, f"title: {founding().record.title}", "title: Quite Another Name")
    heading = reader.get_by_role("heading", level=1)
    expect(heading).to_have_text("Quite Another Name", timeout=PATIENCE_MS)
    for path in ("browse/", "search/index.json", f"print/{GUIDE}", f"{GUIDE}index.html", "areas/upper-back/"):
        assert "Quite Another Name" in (sound.get(path) or ""), path
    assert sound.terminal.count(WHOLE) == 1


def test_the_settings_are_followed_and_a_slip_in_them_is_told_on_the_page(sound: Serving, reader: Page) -> None:
    reader.goto(sound.url + OTHER)
    sound.change("mkdocs.yml", "site_name: Stretch Guide", "site_name: [Harbour")
    expect_problem(reader, "mkdocs.yml:3:12: error: the [ that begins here is not closed")
    assert problem_line(sound, "mkdocs.yml"), sound.terminal
    sound.change("mkdocs.yml", "site_name: [Harbour", "use_directory_urls: false\nsite_name: Harbour")
    expect_problem(reader, "mkdocs.yml:1:1: error: use_directory_urls: false cannot be")
    reader.goto(sound.url + GUIDE)
    sound.change(RECORD, TAGLINE, "Another line")
    expect(reader.locator(".tagline")).to_have_text("Another line", timeout=PATIENCE_MS)
    expect_problem(reader, "mkdocs.yml:1:1: error: use_directory_urls: false cannot be")
    sound.change("mkdocs.yml", "use_directory_urls: false\n", "nav: [Mine: safety.md]\n")
    expect(reader).to_have_title(re.compile("Harbour"), timeout=PATIENCE_MS)
    expect_no_problem(reader)
    expect(reader.locator(".md-nav--primary")).to_contain_text("Mine")
    assert "Traceback" not in sound.terminal


HEADING = "# {{ record.title }}"
TEMPLATE_FAULTS = {
    "a syntax error": "# {{ record.title }",
    "a name that is not there": "# {{ recrod.title }}",
    "a calculation that fails": "# {{ record.title + 1 }}",
}
TOLD = re.compile(r"^overrides/pages\S*: error: |^Traceback", re.MULTILINE)


def has_told(serving: Serving, since: int) -> bool:
    """Whether a template's fault stands in the terminal, behind so many characters."""
    return TOLD.search(serving.terminal, since) is not None


def test_templates_that_break_do_not_take_the_server_down(sound: Serving, reader: Page) -> None:
    path = "overrides/pages/exercise.md"
    reader.goto(sound.url + GUIDE)
    heading = reader.get_by_role("heading", level=1)
    good, shown = HEADING, founding().record.title
    for name, fault in TEMPLATE_FAULTS.items():
        before = len(sound.terminal)
        sound.change(path, good, fault)
        sound.wait_until(partial(has_told, sound, before), f"the terminal tells {name}")
        assert "Traceback" not in sound.terminal
        expect_problem(reader, "overrides/pages")
        expect(heading).to_have_text(shown)
        assert sound.get(OTHER) is not None

        good, shown = f"{good} again", f"{shown} again"
        sound.change(path, fault, good)
        expect(heading).to_have_text(shown, timeout=PATIENCE_MS)
        expect_no_problem(reader)


def test_records_come_and_go_while_serving(sound: Serving, reader: Page) -> None:
    built = sound.terminal.count(WHOLE)
    new = (sound.project / "exercises" / "wall-calf-straight.yml").read_text("utf-8")
    new = re.sub(r"^title: .*$", "title: A Wholly New Stretch", new, flags=re.MULTILINE)
    new = re.sub(r"^(also_known_as|links|instead_if|formerly): .*\n(  .*\n)*", "", new, flags=re.MULTILINE)
    (sound.project / "exercises" / "wholly-new.yml").write_text(new, "utf-8")
    reader.goto(sound.url + "browse/")
    added = reader.locator(".guides").get_by_role("link", name="A Wholly New Stretch")
    expect(added).to_be_visible(timeout=PATIENCE_MS)
    page = sound.get("exercises/wholly-new/")
    assert page is not None
    assert "A Wholly New Stretch" in page
    assert sound.get("print/exercises/wholly-new/") is not None

    (sound.project / "exercises" / "wholly-new.yml").unlink()
    expect(added).to_have_count(0, timeout=PATIENCE_MS)
    assert sound.get("exercises/wholly-new/") is None
    assert sound.get("print/exercises/wholly-new/") is None
    expect_no_problem(reader)
    assert sound.is_running
    assert sound.terminal.count(WHOLE) == built


def test_the_folder_of_records_is_seen_again_when_it_is_back(sound: Serving, reader: Page) -> None:
    reader.goto(sound.url + GUIDE)
    shutil.move(sound.project / "exercises", sound.project / "away")
    expect_problem(reader, "exercises:1:1", "put it back")
    expect(reader.locator(".tagline")).to_have_text(TAGLINE)
    shutil.move(sound.project / "away", sound.project / "exercises")
    expect_no_problem(reader)
    sound.change(RECORD, TAGLINE, "Changed after that")
    expect(reader.locator(".tagline")).to_have_text("Changed after that", timeout=PATIENCE_MS)


SIZES: list[ViewportSize] = [{"width": 390, "height": 600}, {"width": 1280, "height": 700}]


def test_a_problem_is_on_the_screen_wherever_the_reader_is(sound: Serving, reader: Page) -> None:
    others = sorted({f"exercises/{path.name}" for path in sound.project.glob("exercises/*.yml")} - {RECORD})
    for record in others:
        sound.change(record, "title: ", "titel: ")  # So many problems fill more than a screen.
    reader.goto(sound.url + GUIDE)
    expect_problem(reader, *(f"{record}:" for record in others))
    for size in SIZES:
        reader.set_viewport_size(size)
        reader.goto(sound.url + GUIDE)
        expect_banner_below_all(reader, size["height"])


def expect_banner_below_all(reader: Page, height: int) -> None:
    """The banner at the foot of a screen of this height covers nothing for good, and can be folded."""
    banner = reader.locator(".problems")
    for where in ("0", "document.body.scrollHeight / 2", "document.body.scrollHeight"):
        reader.evaluate(f"scrollTo(0, {where})")
        top, bottom = edges(banner)
        assert 0 < top < bottom <= height + 1
        assert bottom - top <= 0.45 * height
        expect(banner.locator("summary")).to_be_visible()
        assert banner.evaluate("e => e.contains(document.elementFromPoint(innerWidth / 2, innerHeight - 9))")
    assert edges(reader.locator(".md-footer"))[1] <= edges(banner)[0] + 1, "at the end nothing is below the banner"
    reader.evaluate("scrollTo(0, 0)")
    link = reader.locator(".md-footer a").first
    link.focus()
    assert edges(link)[1] <= edges(banner)[0] + 1, "who comes by the keyboard sees where"
    banner.locator("summary").click()
    top, bottom = edges(banner)
    assert bottom - top < 0.2 * height


def edges(element: Locator) -> tuple[float, float]:
    """Where its upper and its lower edge are on the screen."""
    box = element.bounding_box()
    assert box is not None
    return box["y"], box["y"] + box["height"]


def shown_site(serving: Serving) -> dict[str, str | None]:
    """All pages and what hangs beside them, without what is another at each start."""
    site_map = serving.get("sitemap.xml") or ""
    pages = [address.partition("/stretchguide/")[2] for address in re.findall(r"<loc>(.*?)</loc>", site_map)]
    assert len(pages) > len(library().guides)
    others = [f"print/{page}" for page in pages if page.startswith(("exercises/", "routines/")) and page != "routines/"]
    others += ["search/index.json", "404.html", "stylesheets/stretchguide.css", "print/contact-sheet/"]
    texts = {path: serving.get(path) for path in (*pages, *others)}
    return {path: text and LIVERELOAD.sub("", text) for path, text in texts.items()}


def has_followed(serving: Serving, changes: int) -> bool:
    return serving.terminal.count("Reloading browsers") >= changes


def test_what_follows_a_change_is_what_a_whole_build_makes(project: Path, serve: Serve, reader: Page) -> None:
    """A text, a pose, a routine, an entry of a vocabulary, a template, a page by hand, a style; then a fresh start,
    which says at once that the site is being built.
    """
    serving = serve(project)
    changes = [
        (RECORD, TAGLINE, "Another line"),
        (RECORD, "base: sit-chair, view: front-right", "base: sit-chair, view: front-left"),
        ("exercises/_routines/desk-break.yml", "title: ", "title: Quite "),
        ("exercises/_vocabulary/muscles.yml", "plain: Tiny muscles", "plain: Very small muscles"),
        ("exercises/_vocabulary/muscles.yml", "name: Small spinal rotators", "name: Small turning muscles"),
        ("overrides/pages/exercise.md", HEADING, f"{HEADING} again"),
        ("overrides/pages/sheet.html", "<main", '<main data-again="yes"'),
        ("docs/how-to-use.md", "\n\n", "\n\nA new sentence.\n\n"),
        ("docs/stylesheets/stretchguide.css", "/*", "/* Changed. */\n/*"),
        ("overrides/partials/copyright.html", "Safety", "Your safety"),
    ]
    for number, (path, old, new) in enumerate(changes, 1):
        serving.change(path, old, new)
        serving.wait_until(partial(has_followed, serving, number), f"{path} is seen")
    followed = shown_site(serving)
    assert serving.terminal.count(WHOLE) == 1, serving.terminal
    serving.stop()
    again = Serving(project, serving.port)  # Its address stands in the codes of the sheets.
    try:
        again.wait_until(lambda: "Until the site is built" in again.terminal, "it says where")
        reader.goto(again.url + GUIDE)
        expect(reader).to_have_title(re.compile("^Being built: "))
        expect(reader.locator(".tagline")).to_have_text("Another line", timeout=PATIENCE_MS)
        fresh = shown_site(again)
    finally:
        again.stop()
    assert [path for path in fresh if fresh[path] != followed.get(path)] == []
