"""A record to its page: pages of the sample library, of every kind, are compared with files that people can read.

After a change that is meant, ``UPDATE_GOLDEN=1 python3 dev.py test tests/test_pages.py`` writes the files anew; read
the difference before it is committed. A new case is an empty file in ``golden/pages`` that is named like its page.
"""

from __future__ import annotations

import datetime
import os
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from records import sample_library
from stretchguide.gallery.gallery import CACHE, Gallery
from stretchguide.guides.library import Library
from stretchguide.pages.menu import menu
from stretchguide.pages.page import Page, Site
from stretchguide.pages.site import write_site

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).parent / "golden"
TODAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="module")
def written() -> dict[str, Page]:
    return {page.uri: page for page in site(sample_library()).pages}


def site(library: Library, today: datetime.date = TODAY) -> Site:
    return write_site(library, ROOT / "overrides" / "pages", "Golden Guide", Gallery(ROOT / CACHE), today)


def golden_uris() -> list[str]:
    folder = GOLDEN / "pages"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))


def test_every_kind_of_page_has_a_golden_file(written: dict[str, Page]) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        for uri in golden_uris():
            (GOLDEN / "pages" / uri).write_text(written[uri].text, "utf-8")
    assert set(map(kind_of, written)) == set(map(kind_of, golden_uris()))


def kind_of(uri: str) -> str:
    """The folder of a page, or the page itself where there is only one such: of the whole site, or an index."""
    folder, _, name = uri.rpartition("/")
    return folder if folder and name != "index.md" else uri


@pytest.mark.parametrize("uri", golden_uris())
def test_page_is_as_its_golden_file(uri: str, written: dict[str, Page]) -> None:
    assert written[uri].text == (GOLDEN / "pages" / uri).read_text("utf-8")


def test_the_same_bytes_on_every_run(written: dict[str, Page]) -> None:
    again = site(sample_library()).pages
    assert {page.uri: page.text for page in again} == {uri: page.text for uri, page in written.items()}


def test_an_overdue_review_is_said_on_the_page() -> None:
    late = site(sample_library(), datetime.date(2028, 1, 11)).pages
    page = next(page for page in late if page.uri == "exercises/contract-relax.md")
    assert "Review overdue" in page.text
    assert "The review was due again on 2028-01-10" in page.text


def test_search_entry_of_a_guide_is_made_from_the_record(written: dict[str, Page]) -> None:
    (entry,) = written["exercises/upper-back-trunk-rotation.md"].search
    assert (entry.title, entry.kind) == ("Upper Back Trunk Rotation", "guide")
    assert {"muscles/external-oblique.md", "areas/upper-back.md"} <= {*entry.about, *entry.touches}
    assert "seated twist" in entry.names
    assert "desk hunch" in (*entry.names, *entry.complaints)
    assert entry.facts.startswith("Upper back · ")


def test_navigation_names_areas_and_never_a_guide() -> None:
    assert menu(sample_library()) == [
        {"Home": "index.md"},
        {"Browse": "browse.md"},
        {"Routines": "routines/index.md"},
        {"Body areas": [{area.name: f"areas/{area.id}.md"} for area in sample_library().by_area]},
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


def test_the_menu_lists_no_glossary_where_there_is_none() -> None:
    library = sample_library()
    (about,) = menu(replace(library, vocabulary=replace(library.vocabulary, glossary={})))[-1].values()
    assert [*chain.from_iterable(about)] == ["How to use this site", "About the evidence", "How to contribute"]


def test_a_term_leads_to_the_glossary_where_it_first_stands(written: dict[str, Page]) -> None:
    page = written["exercises/upper-back-trunk-rotation.md"].text
    assert page.count("(../glossary.md#sit-bones)") == 1
    assert page.index("(../glossary.md#sit-bones)") == page.index("sit bones](") + len("sit bones]")
    assert "glossary.md#hold" not in page
