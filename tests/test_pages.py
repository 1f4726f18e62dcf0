"""A record to its page: each page of a small project (``golden/project``) is compared with a file that people can read.

After a change that is meant, ``UPDATE_GOLDEN=1 python3 dev.py test tests/test_pages.py`` writes the files anew; read
the difference before it is committed. A new case is a new record in the project, without code.
"""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from stretchguide.gallery.gallery import Gallery
from stretchguide.guides.library import Library
from stretchguide.pages.menu import menu
from stretchguide.pages.page import Page, Site
from stretchguide.pages.site import write_site
from stretchguide.project import read_project

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).parent / "golden"
TODAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="module")
def library() -> Library:
    reading = read_project(GOLDEN / "project", TODAY)
    assert not reading.problems
    assert reading.library is not None
    return reading.library


@pytest.fixture(scope="module")
def written(library: Library) -> dict[str, Page]:
    return {page.uri: page for page in site(library).pages}


def site(library: Library, today: datetime.date = TODAY) -> Site:
    return write_site(library, ROOT / "overrides" / "pages", "Golden Guide", Gallery(), today)


def golden_uris() -> list[str]:
    folder = GOLDEN / "pages"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))


def test_every_page_has_its_golden_file(written: dict[str, Page]) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        for page in written.values():
            path = GOLDEN / "pages" / page.uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.text, "utf-8")
    assert sorted(written) == golden_uris()


@pytest.mark.parametrize("uri", golden_uris())
def test_page_is_as_its_golden_file(uri: str, written: dict[str, Page]) -> None:
    assert written[uri].text == (GOLDEN / "pages" / uri).read_text("utf-8")


def test_the_same_bytes_on_every_run(library: Library, written: dict[str, Page]) -> None:
    again = site(library).pages
    assert {page.uri: page.text for page in again} == {uri: page.text for uri, page in written.items()}


def test_an_overdue_review_is_said_on_the_page(library: Library) -> None:
    late = site(library, datetime.date(2028, 1, 11)).pages
    page = next(page for page in late if page.uri == "exercises/contract-relax.md")
    assert "Review overdue" in page.text
    assert "The review was due again on 2028-01-10" in page.text


def test_search_entry_of_a_guide_is_made_from_the_record(written: dict[str, Page]) -> None:
    entry = written["exercises/upper-back-trunk-rotation.md"].search
    assert entry is not None
    assert entry.title == "Upper Back Trunk Rotation"
    for words in ("Musculus obliquus externus abdominis", "External oblique", "Upper back"):
        assert words in entry.text
    assert {"desk hunch", "seated twist"} <= set(entry.names)


def test_navigation_names_areas_and_never_a_guide(library: Library) -> None:
    assert menu(library) == [
        {"Home": "index.md"},
        {"Browse": "browse.md"},
        {"Routines": "routines/index.md"},
        {"Body areas": [{"Upper back": "areas/upper-back.md"}, {"Core and side body": "areas/core-side.md"}]},
        {"Muscles": "muscles/index.md"},
        {
            "Safety": [
                {"Stretch safely": "safety.md"},
                {"Who should take care": "cautions/index.md"},
                {"Down to the floor and up again": "floor.md"},
            ]
        },
        {
            "About": [
                {"How to use this site": "how-to-use.md"},
                {"About the evidence": "evidence.md"},
                {"Words in plain language": "glossary.md"},
                {"How to contribute": "contribute/index.md"},
            ]
        },
    ]


def test_a_term_leads_to_the_glossary_where_it_first_stands(written: dict[str, Page]) -> None:
    page = written["exercises/upper-back-trunk-rotation.md"].text
    assert page.count("(../glossary.md#sit-bones)") == 1
    assert page.index("(../glossary.md#sit-bones)") == page.index("sit bones](") + len("sit bones]")
    assert "glossary.md#hold" not in page
