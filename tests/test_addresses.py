"""The addresses of the site, each as it was first published: paper and other sites lead to them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from records import FOUNDING, sample_library
from stretchguide.pages import addresses
from stretchguide.pages.site import write

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "overrides" / "pages"


PUBLISHED = [
    (addresses.HOME, ""),
    (addresses.BROWSE, "browse/"),
    (addresses.SAFETY, "safety/"),
    (addresses.FLOOR, "floor/"),
    (addresses.EVIDENCE, "evidence/"),
    (addresses.GLOSSARY, "glossary/"),
    (addresses.HOW_TO_USE, "how-to-use/"),
    (addresses.index(addresses.CONTRIBUTE), "contribute/"),
    (addresses.RECORD_FORMAT, "contribute/record-format/"),
    (addresses.POSES, "contribute/poses/"),
    (addresses.CONTACT_SHEET, "print/contact-sheet/"),
    (addresses.index(addresses.ROUTINES), "routines/"),
    (addresses.index(addresses.MUSCLES), "muscles/"),
    (addresses.index(addresses.CAUTIONS), "cautions/"),
    (addresses.page(addresses.ROUTINES, "desk-break"), "routines/desk-break/"),
    (addresses.page(addresses.MUSCLES, "hamstrings"), "muscles/hamstrings/"),
    (addresses.page(addresses.CAUTIONS, "pregnancy"), "cautions/pregnancy/"),
    (addresses.page(addresses.AREAS, "neck"), "areas/neck/"),
    (addresses.page(addresses.POSITIONS, "supine"), "positions/supine/"),
    (addresses.page(addresses.TIMES, "over-2-min"), "times/over-2-min/"),
    (addresses.page(addresses.LEVELS, "beginner"), "levels/beginner/"),
    (addresses.page(addresses.EQUIPMENT, "none"), "equipment/none/"),
    (addresses.page(addresses.OCCASIONS, "travel"), "moments/travel/"),
    (addresses.page(addresses.GUIDES, "right-index"), "exercises/right-index/"),
]


@pytest.mark.parametrize(("uri", "address"), PUBLISHED)
def test_a_page_stands_where_it_was_published(uri: str, address: str) -> None:
    assert addresses.seen(uri) == address


def test_no_page_of_the_site_stands_elsewhere() -> None:
    """A new kind of page is written down here before it is published."""
    published = {address for _, address in PUBLISHED}
    folders = {address.split("/")[0] for address in published if address.count("/") > 1}
    for page in write(sample_library(), TEMPLATES, "A site"):
        address = addresses.seen(page.uri)
        assert address in published or (address.count("/") == 2 and address.split("/")[0] in folders), address


def test_what_is_made_from_a_record_stands_where_it_was_published() -> None:
    library = sample_library()
    guide, vocabulary = library.guides[FOUNDING], library.vocabulary
    routine = next(iter(library.routines.values()))
    variant = guide.variants[1]
    assert addresses.seen(addresses.guide(guide)) == f"exercises/{FOUNDING}/"
    assert addresses.guide(guide, variant) == f"exercises/{FOUNDING}.md#version-{variant.written.id}"
    assert addresses.seen(addresses.guide_sheet(guide)) == f"print/exercises/{FOUNDING}/"
    assert addresses.seen(addresses.guide_sheet(guide, variant)) == f"print/exercises/{FOUNDING}/{variant.written.id}/"
    assert addresses.seen(addresses.routine(routine)) == f"routines/{routine.id}/"
    assert addresses.seen(addresses.routine_sheet(routine)) == f"print/routines/{routine.id}/"
    assert addresses.seen(addresses.area(vocabulary.areas["neck"])) == "areas/neck/"
    assert addresses.seen(addresses.muscle(vocabulary.muscles["hamstrings"])) == "muscles/hamstrings/"
    assert addresses.seen(addresses.caution(vocabulary.cautions["pregnancy"])) == "cautions/pregnancy/"


def test_no_page_template_writes_an_address() -> None:
    for template in TEMPLATES.glob("*.md"):
        assert not re.findall(r"\]\([\w./]+\)|url\(\"", template.read_text("utf-8")), template.name


def test_no_template_of_the_theme_writes_an_address() -> None:
    """MkDocs fills them, with our hook or without: they ask the settings, which both hold."""
    templates = [path for path in (ROOT / "overrides").rglob("*.*") if path.suffix in (".html", ".xml", ".txt")]
    written = {path: path.read_text("utf-8") for path in templates}
    assert [path for path, text in written.items() if re.search(r"'[\w./-]*/' \| url|startswith\(\W\w", text)] == []
    asked = {name for text in written.values() for name in re.findall(r"config\.extra\.addresses\.(\w+)", text)}
    assert asked == set(addresses.for_the_theme())


def test_the_theme_leads_to_pages_that_there_are() -> None:
    known = {addresses.seen(page.uri) for page in write(sample_library(), TEMPLATES, "A site")}
    known |= {addresses.seen(addresses.index(addresses.CONTRIBUTE)), f"{addresses.GUIDES}/"}
    assert set(addresses.for_the_theme().values()) <= known
