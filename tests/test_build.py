"""Building in a copy of the project: with faults, for a fork, without the hook, with a hostile record."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import Browser, Dialog, Page, Response, expect

from bench.generate import generate
from link_check import Site, css_links, links_of, parse
from pages_server import PagesSite
from project_copy import ROOT, build, copy_project, replace_once, run_core
from site_pages import FOUNDING, library, path_of
from stretchguide.project import read_project

FORK_URL = "https://example.org/deep/er/"
FORGE, FORK = "https://git.example.org", "somebody/their-stretches"
RECORD = f"exercises/{FOUNDING}.yml"

LOADING = ["src", "srcset", "data", "poster"]
LOADING_LINKS = {"stylesheet", "icon", "preload", "preconnect", "dns-prefetch", "modulepreload", "prefetch", "manifest"}
OTHER_HOST = re.compile(r"^(https?:)?//", re.IGNORECASE)
LEFTOVER = re.compile(r"\{\{|\}\}|\{%|\{ ?[.#:][\w-]+|:material-|^!!! |^=== ", re.MULTILINE)


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a fork's workflow builds it: strictly, at another address, of another repository."""
    project = copy_project(tmp_path_factory.mktemp("fork") / "project")
    done = build(project, "--strict", SITE_URL=FORK_URL, GITHUB_REPOSITORY=FORK, GITHUB_SERVER_URL=FORGE)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr + done.stdout
    return project


def pages_of(site: Path) -> Iterator[tuple[str, ET.Element]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), parse(path)


def themed_pages_of(site: Path) -> Iterator[tuple[str, ET.Element]]:
    """All but the printed sheets, which have nothing of the theme."""
    return ((name, tree) for name, tree in pages_of(site) if not name.startswith("print/"))


# Faults


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def broken(fork: Path, tmp_path: Path) -> Path:
    """A copy of the fork, its built site included, with faults in two records and a routine."""
    project = tmp_path / "project"
    shutil.copytree(fork, project)
    (project / "site" / "marker.txt").write_text("old", "utf-8")
    replace_once(project / RECORD, "thoracic-rotators", "thoracic-rotator")
    replace_once(project / RECORD, "tagline:", "tag line:")
    replace_once(project / "exercises" / "cat-cow.yml", "areas: [", "areas: [nowhere, ")
    replace_once(project / "exercises" / "_routines" / "desk-break.yml", "chin-tuck", "chin-tack")
    return project


@pytest.mark.parametrize("options", [(), ("--strict",), ("--quiet",), ("--dirty",)], ids=" ".join)
def test_a_broken_record_stops_the_build_and_leaves_the_old_site(broken: Path, options: tuple[str, ...]) -> None:
    before = contents(broken / "site")
    done = build(broken, *options)
    assert done.returncode != 0
    assert contents(broken / "site") == before
    assert "Traceback" not in done.stderr + done.stdout


def test_every_problem_is_told_with_its_place(broken: Path) -> None:
    lines = build(broken).stderr.splitlines()
    problems = read_project(broken).problems
    assert len({problem.place.path for problem in problems}) >= 3
    for problem in problems:
        assert re.match(r"exercises/[\w/-]+\.yml:[1-9]\d*:[1-9]\d*: (error|warning): ", str(problem))
        assert lines.count(str(problem)) == 1, f"told {lines.count(str(problem))} times: {problem}"
    assert any(f"{RECORD}:" in line and "did you mean 'thoracic-rotators'?" in line for line in lines)


FATAL = {
    "no YAML": (RECORD, "title: ", "title: ["),
    "a vocabulary": ("exercises/_vocabulary/muscles.yml", "id: ", "idd: "),
    "a template": ("overrides/pages/exercise.md", "# {{ record.title }}", "# {{ record.title }"),
    "a name in a template": ("overrides/pages/exercise.md", "# {{ record.title }}", "# {{ recrod.title }}"),
}


@pytest.mark.parametrize("fault", FATAL)
def test_any_fault_is_told_with_its_place_and_leaves_the_old_site(fork: Path, tmp_path: Path, fault: str) -> None:
    path, old, new = FATAL[fault]
    project = tmp_path / "project"
    shutil.copytree(fork, project)
    replace_once(project / path, old, new)
    before = contents(project / "site")
    done = build(project)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    expected = path if fault != "a name in a template" else "overrides/pages"
    assert re.search(rf"^{re.escape(expected)}\S*:\d+:\d+: error: ", done.stderr, re.MULTILINE), done.stderr
    assert contents(project / "site") == before


def test_a_mended_record_builds_again(broken: Path) -> None:
    shutil.rmtree(broken / "exercises")
    shutil.copytree(ROOT / "exercises", broken / "exercises")
    done = build(broken, "--strict")
    assert done.returncode == 0, done.stderr
    assert not (broken / "site" / "marker.txt").exists()


# A fork


def test_a_site_at_another_address_has_no_dead_link(fork: Path) -> None:
    site = Site(fork / "site", FORK_URL)
    assert [str(fault) for fault in site.faults()] == []
    home = (fork / "site" / "index.html").read_text("utf-8")
    assert f'rel="canonical" href="{FORK_URL}"' in home
    assert FORK_URL in (fork / "site" / "sitemap.xml").read_text("utf-8")


def test_a_forks_edit_links_lead_to_its_own_records(fork: Path) -> None:
    for guide in library().guides.values():
        tree = parse(fork / "site" / path_of(guide) / "index.html")
        links = [each.get("href") for each in tree.iter("a") if each.get("rel") == "edit"]
        assert links == [f"{FORGE}/{FORK}/edit/main/exercises/{guide.id}.yml"]
    for routine in library().routines:
        tree = parse(fork / "site" / "routines" / routine / "index.html")
        links = [each.get("href") for each in tree.iter("a") if each.get("rel") == "edit"]
        assert links == [f"{FORGE}/{FORK}/edit/main/exercises/_routines/{routine}.yml"]


def test_nothing_of_the_first_site_is_left_in_a_fork(fork: Path) -> None:
    for name, tree in pages_of(fork / "site"):
        links = [each.get("href", "") for each in tree.iter("a")]
        assert not [link for link in links if "stretchguide/stretchguide" in link or "github.io" in link], name


def has_class(element: ET.Element, name: str) -> bool:
    return name in element.get("class", "").split()


MANY = ("exercises", "routines", "muscles", "cautions", "positions", "equipment", "levels", "moments", "times", "print")
"""Folders whose pages grow with the records: a menu of them on every page would cost the square of their number."""


def test_the_menu_holds_sections_and_areas_but_no_exercise(fork: Path) -> None:
    for name, tree in themed_pages_of(fork / "site"):
        links = {
            urldefrag(urljoin(FORK_URL + name, each.get("href", "")))[0]
            for each in tree.iter("a")
            if has_class(each, "md-tabs__link") or (has_class(each, "md-nav__link") and "#" not in each.get("href", ""))
        }
        # The page's own entry may stand among them: it is the page's own address.
        links.discard(FORK_URL + name.removesuffix("index.html"))
        parts = [link.removeprefix(FORK_URL).strip("/").split("/") for link in links]
        assert not [part for part in parts if part[0] in MANY and len(part) > 1], name
        assert len(links) >= 4, name


# What a page loads


def loaded(tree: ET.Element) -> Iterator[str]:
    """The addresses that a browser fetches for a page by itself: no links to follow."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == "link":
            if set(element.get("rel", "").split()) & LOADING_LINKS:
                yield element.get("href", "")
        elif element.tag in ("use", "image"):
            yield from links_of(element)
        else:
            yield from (element.get(name, "") for name in LOADING if element.get(name))
            yield from css_links(element.get("style", ""))
            yield from css_links(element.text or "" if element.tag == "style" else "")


def test_no_page_and_no_style_loads_from_another_host(fork: Path) -> None:
    found = [
        f"{name}: {link}" for name, tree in pages_of(fork / "site") for link in loaded(tree) if OTHER_HOST.match(link)
    ]
    for path in (fork / "site").rglob("*.css"):
        found += [f"{path.name}: {link}" for link in css_links(path.read_text("utf-8")) if OTHER_HOST.match(link)]
    assert found == []


def articles_of(site: Path) -> Iterator[tuple[str, ET.Element]]:
    for name, tree in themed_pages_of(site):
        yield name, next(each for each in tree.iter() if has_class(each, "md-content__inner"))


def test_no_page_shows_its_making(fork: Path) -> None:
    """Markdown or a template that was not carried out is noise."""
    texts = ((name, "".join(article.itertext())) for name, article in articles_of(fork / "site"))
    assert [f"{name}: {found.group()}" for name, text in texts for found in LEFTOVER.finditer(text)] == []


def test_no_element_holds_an_attribute_for_markdown(fork: Path) -> None:
    found = [
        f"{name}: <{each.tag} class={each.get('class')} markdown>"
        for name, article in articles_of(fork / "site")
        for each in article.iter()
        if "markdown" in each.attrib
    ]
    assert found == []


# Without the hook


def shape(element: ET.Element) -> list[object]:
    """An element with its attributes, texts and children, white space folded; what only the hook writes is left out.

    A figure is the same whether it is a file or, as the hook has it, stands in the page itself.
    """
    drawing = next(iter(element), None) if has_class(element, "fig") else element
    if drawing is None or (drawing is not element and has_class(drawing, "sf")):
        words = element.get("alt") if drawing is None else drawing.get("aria-label")
        return ["figure", element.get("class"), words]
    children = [child for child in element if isinstance(child.tag, str) and not has_class(child, "page-acts")]
    inside = [part for child in children for part in (shape(child), folded(child.tail))]
    tag = "title" if is_title(element) else element.tag
    return [tag, sorted(element.attrib.items()), folded(element.text), *inside]


def is_title(element: ET.Element) -> bool:
    """Whether this is the title of a box or a card: a heading with the hook, a line without it."""
    return has_class(element, "admonition-title") or any(has_class(child, "step-t") for child in element)


def folded(text: str | None) -> str:
    return " ".join((text or "").split())


def seen(path: Path) -> tuple[str, str, list[object]]:
    """The title, the description and the article of a page."""
    tree = parse(path)
    article = next((each for each in tree.iter("article") if has_class(each, "md-content__inner")), tree)
    title = folded("".join(next(tree.iter("title")).itertext()))
    description = next((each.get("content", "") for each in tree.iter("meta") if each.get("name") == "description"), "")
    return title, description, shape(article)


@pytest.fixture(scope="module")
def plain(fork: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built by plain MkDocs from the pages as Markdown."""
    folder = tmp_path_factory.mktemp("plain") / "pages"
    written = run_core(fork, "pages", str(folder), SITE_URL=FORK_URL)
    assert written.returncode == 0, written.stderr
    assert "hooks" not in (folder / "mkdocs.yml").read_text("utf-8")
    done = build(folder, "--strict", SITE_URL=FORK_URL)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_plain_mkdocs_builds_the_same_pages_from_the_markdown(plain: Path, fork: Path) -> None:
    names = {path.relative_to(fork / "site").as_posix() for path in (fork / "site").rglob("*.html")}
    assert {path.relative_to(plain).as_posix() for path in plain.rglob("*.html")} == names
    for name in sorted(names):
        assert seen(plain / name) == seen(fork / "site" / name), name


def test_the_body_map_has_its_links_without_the_hook(plain: Path) -> None:
    for name in ("index.html", f"areas/{next(iter(library().by_area)).id}/index.html"):
        page = parse(plain / name)
        maps = [each for each in page.iter("div") if has_class(each, "bodymap")]
        links = [link for each in maps for link in each.iter() if str(link.tag).endswith("}a")]
        assert len(links) > len(library().by_area)
        for link in links:
            assert (plain / name).parent.joinpath(link.attrib["href"], "index.html").is_file()


# A hostile record

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
    project = copy_project(tmp_path_factory.mktemp("hostile") / "project")
    for old, new in HOSTILE.items():
        replace_once(project / RECORD, old, new)
    site = PagesSite(project / "site", "/stretchguide/")
    done = build(project, "--strict", SITE_URL=site.url)
    assert done.returncode == 0, done.stderr
    site.start()
    yield site
    site.stop()


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


# The projects of the benchmark


def test_the_projects_that_are_measured_are_free_of_problems(tmp_path: Path) -> None:
    count = len(library().guides) + 24  # one generation and a part of the next
    reading = read_project(generate(tmp_path / "project", count))
    assert [str(problem) for problem in reading.problems] == []
    assert reading.library is not None
    titles = {guide.record.title for guide in reading.library.guides.values()}
    assert (len(reading.library.guides), len(titles)) == (count, count)
