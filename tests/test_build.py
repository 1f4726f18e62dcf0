"""Building in a copy of the project: with faults, and for a fork.

The copy has few records. What is asked of every record's pages, the site with all of them answers.
"""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest

from bench.generate import generate
from link_check import Site, is_of_the_first_site, parse
from loads import foreign_loads
from pages_server import PagesSite
from project_copy import build, contents, replace_once
from records import FOUNDING, SAMPLE, copy_sample_project, sample_library
from site_pages import path_of
from stretchguide.project import read_project

FORK_URL = "https://example.org/deep/er/"
FORGE, FORK = "https://git.example.org", "somebody/their-stretches"
RECORD = f"exercises/{FOUNDING}.yml"


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a fork's workflow builds it: strictly, at another address, of another repository."""
    project = copy_sample_project(tmp_path_factory.mktemp("fork") / "project")
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


@pytest.fixture
def broken(fork: Path, tmp_path: Path) -> Path:
    """A copy of the fork, its built site included, with faults in two records and a routine."""
    project = tmp_path / "project"
    shutil.copytree(fork, project, symlinks=True)
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
    "a template of the theme": ("overrides/main.html", "{% block footer %}", "{% block footer %"),
    "a name in a template": ("overrides/pages/exercise.md", "# {{ record.title }}", "# {{ recrod.title }}"),
}


@pytest.mark.parametrize("fault", FATAL)
def test_any_fault_is_told_with_its_place_and_leaves_the_old_site(fork: Path, tmp_path: Path, fault: str) -> None:
    path, old, new = FATAL[fault]
    project = tmp_path / "project"
    shutil.copytree(fork, project, symlinks=True)
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
    shutil.copytree(SAMPLE / "exercises", broken / "exercises")
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
    for guide in sample_library().guides.values():
        tree = parse(fork / "site" / path_of(guide) / "index.html")
        links = [each.get("href") for each in tree.iter("a") if each.get("rel") == "edit"]
        assert links == [f"{FORGE}/{FORK}/edit/main/exercises/{guide.id}.yml"]
    for routine in sample_library().routines:
        tree = parse(fork / "site" / "routines" / routine / "index.html")
        links = [each.get("href") for each in tree.iter("a") if each.get("rel") == "edit"]
        assert links == [f"{FORGE}/{FORK}/edit/main/exercises/_routines/{routine}.yml"]


def test_nothing_of_the_first_site_is_left_in_a_fork(fork: Path) -> None:
    for name, tree in pages_of(fork / "site"):
        links = [each.get("href", "") for each in tree.iter("a")]
        assert not [link for link in links if is_of_the_first_site(link)], name


def has_class(element: ET.Element, name: str) -> bool:
    return name in element.get("class", "").split()


def test_the_menu_holds_sections_and_areas_but_no_exercise(sample_site: PagesSite) -> None:
    """A menu on every page of all that grows with the records would cost the square of their number."""
    url = sample_site.url
    for name, tree in themed_pages_of(sample_site.folder):
        links = {
            urldefrag(urljoin(url + name, each.get("href", "")))[0]
            for each in tree.iter("a")
            if has_class(each, "md-tabs__link") or (has_class(each, "md-nav__link") and "#" not in each.get("href", ""))
        }
        # The page's own entry may stand among them: it is the page's own address.
        links.discard(url + name.removesuffix("index.html"))
        parts = [link.removeprefix(url).strip("/").split("/") for link in links]
        assert {part[0] for part in parts if len(part) > 1} <= {"areas"}, name
        assert len(links) >= 4, name


# What a page loads


def test_no_page_and_no_style_loads_from_another_host(fork: Path, sample_site: PagesSite) -> None:
    assert foreign_loads(fork / "site") == []
    assert foreign_loads(sample_site.folder) == []


def articles_of(site: Path) -> Iterator[tuple[str, ET.Element]]:
    for name, tree in themed_pages_of(site):
        yield name, next(each for each in tree.iter() if has_class(each, "md-content__inner"))


def test_no_element_holds_an_attribute_for_markdown(sample_site: PagesSite) -> None:
    found = [
        f"{name}: <{each.tag} class={each.get('class')} markdown>"
        for name, article in articles_of(sample_site.folder)
        for each in article.iter()
        if "markdown" in each.attrib
    ]
    assert found == []


# The projects of the benchmark


def test_the_projects_that_are_measured_are_free_of_problems(tmp_path: Path) -> None:
    count = len(sample_library().guides) + 9  # one generation and a part of the next
    reading = read_project(generate(tmp_path / "project", count, SAMPLE))
    assert [str(problem) for problem in reading.problems] == []
    assert reading.library is not None
    titles = {guide.record.title for guide in reading.library.guides.values()}
    assert (len(reading.library.guides), len(titles)) == (count, count)
