"""Every page of the built site: it is valid, its links live, it says what it is, and it shows nothing of its making."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

import nu_check
import term_links
from head_faults import ASPECTS, plans, wanted_plans
from heads import SHEETS
from link_check import Site, parse
from loads import foreign_loads
from pages_server import PagesSite
from records import ROOT, TODAY, counting, real_library
from site_pages import kinds_of
from stretchguide.gallery.gallery import CACHE, Gallery
from stretchguide.history import changes
from stretchguide.project import read_project

LEFTOVER = re.compile(r"\{\{|\}\}|\{%|\{ ?[.#:][\w-]+|:material-|^!!! |^=== ", re.MULTILINE)


def test_no_link_is_dead(real_site: PagesSite) -> None:
    assert [str(fault) for fault in Site(real_site.folder, real_site.url).faults()] == []


def test_no_page_and_no_style_loads_from_another_host(real_site: PagesSite) -> None:
    assert foreign_loads(real_site.folder) == []


@pytest.mark.timeout(300)
def test_every_page_is_valid(real_site: PagesSite) -> None:
    faults = nu_check.faults(real_site.folder)
    assert faults == [], "\n" + "\n".join(faults)


def test_every_record_has_its_page(real_site: PagesSite) -> None:
    wanted = {f"exercises/{id}" for id in real_library().guides} | {f"routines/{id}" for id in real_library().routines}
    assert [page for page in sorted(wanted) if not (real_site.folder / page / "index.html").is_file()] == []


def test_every_page_is_of_a_kind_that_the_gates_know(real_site: PagesSite) -> None:
    files = (found.relative_to(real_site.folder).as_posix() for found in real_site.folder.rglob("*.html"))
    assert [name for name in sorted(files) if not kinds_of(name) and not is_written_by_hand(name)] == []


def is_written_by_hand(name: str) -> bool:
    """Whether a page comes from `docs`: a fork may have others than these."""
    return (ROOT / "docs" / name.removesuffix("/index.html")).with_suffix(".md").is_file()


@pytest.mark.parametrize("aspect", ASPECTS)
def test_every_head_is_right(real_site: PagesSite, aspect: Callable[[PagesSite], Iterator[str]]) -> None:
    assert list(aspect(real_site)) == []


def test_guides_and_routines_are_plans_and_nothing_else_is(real_site: PagesSite) -> None:
    assert plans(real_site) == wanted_plans(real_library())


def test_every_term_is_linked_where_it_first_stands(real_site: PagesSite) -> None:
    assert list(term_links.faults(term_links.pages(real_site.folder), real_library())) == []


def test_no_figure_has_a_fault(real_site: PagesSite) -> None:
    """The site has drawn them all: what is kept of them is read."""
    assert real_site
    assert counting(read_project(ROOT, TODAY, Gallery(ROOT / CACHE)).problems) == []


def test_no_page_shows_its_making(real_site: PagesSite) -> None:
    """Markdown or a template that was not carried out is noise."""
    texts = ((name, "".join(article.itertext())) for name, article in articles_of(real_site.folder))
    assert [f"{name}: {found.group()}" for name, text in texts for found in LEFTOVER.finditer(text)] == []


def articles_of(site: Path) -> Iterator[tuple[str, ET.Element]]:
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if not name.startswith(SHEETS):
            inner = (each for each in parse(path).iter() if "md-content__inner" in each.get("class", "").split())
            yield name, next(inner)


def test_the_sitemap_dates_a_page_by_its_record(real_site: PagesSite) -> None:
    """Where git knows the day on which the record changed."""
    days = changes.days_of_change(ROOT, "exercises", "docs")
    root = ET.parse(real_site.folder / "sitemap.xml").getroot()
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    dates = {each.findtext("s:loc", "", space): each.findtext("s:lastmod", None, space) for each in root}
    for guide in real_library().shown:
        day: date | None = days.get(guide.source)
        assert dates[f"{real_site.url}exercises/{guide.id}/"] == (day and day.isoformat()), guide.id


def test_no_reader_sees_a_question_to_a_clinician(real_site: PagesSite) -> None:
    questions = [question for guide in real_library().guides.values() for question in guide.record.review.questions]
    for path in real_site.folder.rglob("*"):
        if path.suffix in (".html", ".json", ".xml", ".txt"):
            text = html.unescape(path.read_text("utf-8"))
            assert [question for question in questions if question in text] == [], path
