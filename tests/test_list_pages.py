"""The pages that lead to guides, made from the sample library: which there are, and what they say."""

from __future__ import annotations

import functools
import html
import re

import pytest

from records import ROOT, sample_library
from stretchguide.guides.anatomy import is_structure
from stretchguide.pages.facets import facets
from stretchguide.pages.page import Page
from stretchguide.pages.site import write


@functools.cache
def pages() -> dict[str, Page]:
    return {page.uri: page for page in write(sample_library(), ROOT / "overrides" / "pages", "Guide")}


def titles(text: str) -> set[str]:
    """The titles of the guides on cards, as readers see them."""
    return set(map(html.unescape, re.findall(r"\*\*\[([^\]]+)\]\([^)]*exercises/", text)))


def test_every_choice_with_a_guide_has_a_page_and_no_other_has() -> None:
    folders = {facet.folder for facet in facets(sample_library())}
    wanted = {f"{facet.folder}/{choice.entry.id}.md" for facet in facets(sample_library()) for choice in facet.choices}
    assert {uri for uri in pages() if uri.split("/")[0] in folders} == wanted


def test_a_page_lists_exactly_the_guides_of_its_choice() -> None:
    for facet in facets(sample_library()):
        for choice in facet.choices:
            page = pages()[f"{facet.folder}/{choice.entry.id}.md"]
            assert titles(page.text) == {listed.guide.record.title for listed in choice.guides}, page.uri
            assert f"**{len(choice.guides)} guide" in page.text


def test_browse_says_the_count_of_every_choice() -> None:
    for facet in facets(sample_library()):
        for choice in facet.choices:
            link = f"[{choice.entry.name} *{len(choice.guides)}*]({facet.folder}/{choice.entry.id}.md)"
            assert link in pages()["browse.md"].text


@pytest.mark.parametrize("folder", ["areas", "positions", "times", "levels", "equipment", "moments"])
def test_a_choice_leads_to_its_neighbours_and_not_to_itself(folder: str) -> None:
    choices = next(facet.choices for facet in facets(sample_library()) if facet.folder == folder)
    for choice in choices:
        text = pages()[f"{folder}/{choice.entry.id}.md"].text
        assert f"- **{choice.entry.name}**" in text
        for other in choices:
            assert (f"({other.entry.id}.md)" in text) == (other != choice)


def test_every_muscle_has_a_page_and_stands_in_the_list() -> None:
    for muscle in sample_library().vocabulary.muscles.values():
        page = pages()[f"muscles/{muscle.id}.md"]
        for words in (muscle.plain, muscle.latin):
            assert words in page.text
        assert f"({muscle.id}.md)" in pages()["muscles/index.md"].text


def test_a_joint_is_never_called_a_muscle() -> None:
    for muscle in sample_library().vocabulary.muscles.values():
        text = pages()[f"muscles/{muscle.id}.md"].text
        assert ("not a muscle" in text) == is_structure(muscle), muscle.id
        if is_structure(muscle):
            assert not re.search(r"this muscle|what stretches it|makes it work", text, re.IGNORECASE), muscle.id


def test_a_guide_leads_to_its_muscles_and_they_lead_back() -> None:
    for guide in sample_library().shown:
        muscles = guide.record.muscles
        for id in (*muscles.stretched, *muscles.also, *muscles.working):
            assert f"(../muscles/{id}.md)" in pages()[f"exercises/{guide.id}.md"].text
            assert f"(../exercises/{guide.id}.md)" in pages()[f"muscles/{id}.md"].text


def test_a_moment_shows_its_routines() -> None:
    for routine in sample_library().routines.values():
        assert f"(../routines/{routine.id}.md)" in pages()[f"moments/{routine.occasion.id}.md"].text
        assert f"({routine.id}.md)" in pages()["routines/index.md"].text


def test_an_area_shows_the_routine_that_does_most_for_it() -> None:
    for area in sample_library().by_area:
        shares = {
            routine.id: sum(area in step.guide.areas for step in routine.steps) / len(routine.steps)
            for routine in sample_library().routines.values()
        }
        shown = re.findall(r"routines/([a-z0-9-]+)\.md\)\*\*", pages()[f"areas/{area.id}.md"].text)
        best = sorted(filter(None, shares.values()), reverse=True)[:1]
        assert [shares[id] for id in shown] == best, area.id


def test_an_area_names_the_stretch_to_start_with_once() -> None:
    for area in sample_library().by_area:
        text = pages()[f"areas/{area.id}.md"].text
        assert text.count("*Start here*") == 1, area.id
        assert text.index("*Start here*") < text.index("{ .g-t }", text.index('class="guides"'))


def test_home_shows_six_moments_and_opens_their_routines() -> None:
    """The others open at a touch; a moment that has a routine leads to it, and comes first."""
    shown, _, more = pages()["index.md"].text.partition('<details class="line more-moments"')
    links = r"\]\(((?:moments|routines)/[a-z0-9-]+\.md)\)$"
    at_once, later = (re.findall(links, part, re.MULTILINE) for part in (shown, more))
    assert len(at_once) == 6
    assert len(at_once) + len(later) == len({routine.occasion for routine in sample_library().routines.values()}) + len(
        [link for link in (*at_once, *later) if link.startswith("moments/")]
    )
    assert [link.startswith("routines/") for link in at_once] == sorted(
        (link.startswith("routines/") for link in at_once), reverse=True
    )


def test_a_list_is_found_by_its_heading_its_name_and_a_muscle_by_what_people_call_it() -> None:
    (chair,) = pages()["positions/seated-chair.md"].search
    assert (chair.title, chair.names[0]) == ("Stretches on a chair", "Seated on a chair")
    (lats,) = pages()["muscles/latissimus-dorsi.md"].search
    assert {"lats", "Musculus latissimus dorsi"} <= {*lats.names}


def test_floor_positions_lead_to_the_way_down_and_up() -> None:
    for position in sample_library().vocabulary.positions.values():
        page = pages().get(f"positions/{position.id}.md")
        assert page is None or ("(../floor.md)" in page.text) == position.floor
