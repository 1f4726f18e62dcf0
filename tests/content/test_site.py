"""Every page of the built site: it is valid, its links live, it says what it is, and it shows nothing of its making."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import nu_check
from heads import SHEETS, heads
from link_check import Site, parse
from loads import foreign_loads
from pages_server import PagesSite
from records import ROOT, real_library
from site_pages import kinds_of
from stretchguide.history import changes

LEAST, MOST = 50, 160
"""Characters of a description: below, it says little; what is above, search engines cut off."""
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


def test_no_two_pages_have_the_same_title(real_site: PagesSite) -> None:
    titles = [title for _, head in heads(real_site.folder) for title in head.titles()]
    assert sorted({title for title in titles if titles.count(title) > 1}) == []


def test_every_page_has_one_description_of_a_readable_length(real_site: PagesSite) -> None:
    for name, head in heads(real_site.folder):
        assert len(head.metas("description")) == 1, name
        assert LEAST <= len(head.metas("description")[0]) <= MOST, f"{name}: {head.metas('description')}"


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
