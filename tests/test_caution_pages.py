"""The page of a caution: what to leave out, and what is free of it, from the records alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from records import sample_library
from stretchguide.guides.guide import Guide
from stretchguide.guides.routine_cautions import routine_cautions
from stretchguide.pages import cautions
from stretchguide.pages.page import Page
from stretchguide.pages.site import write

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return {page.uri: page for page in write(sample_library(), ROOT / "overrides" / "pages", "A site")}


def test_every_caution_has_a_page(pages: dict[str, Page]) -> None:
    assert {f"cautions/{id}.md" for id in sample_library().vocabulary.cautions} <= pages.keys()


def test_no_guide_is_called_free_that_does_what_the_caution_leaves_out() -> None:
    for caution in sample_library().vocabulary.cautions.values():
        free = {guide.id for guides in cautions.without(sample_library(), caution).values() for guide in guides}
        carriers = {guide.id for guide in sample_library().shown if caution.id in guide.cautions}
        asking = {guide.id for guide in sample_library().shown if set(caution.never) & movements_of(guide)}
        assert sorted([*free, *(carriers | asking)]) == sorted(guide.id for guide in sample_library().shown)


def movements_of(guide: Guide) -> set[str]:
    return {movement for variant in guide.record.variants for movement in variant.movements}


def test_a_page_names_the_guides_that_carry_the_caution(pages: dict[str, Page]) -> None:
    for caution in sample_library().vocabulary.cautions.values():
        left_out = pages[f"cautions/{caution.id}.md"].text.partition("{ #instead }")[2].partition("{ #without }")[0]
        for guide in sample_library().shown:
            if not caution.universal and not caution.emergency:
                assert (f"- **[{guide.record.title}](" in left_out) == (caution.id in guide.cautions)


def test_an_emergency_is_never_answered_with_a_stretch(pages: dict[str, Page]) -> None:
    emergencies = [each for each in sample_library().vocabulary.cautions.values() if each.emergency]
    assert emergencies
    for caution in emergencies:
        page = pages[f"cautions/{caution.id}.md"].text
        assert "exercises/" not in page
        carriers = [guide for guide in sample_library().shown if caution.id in guide.cautions]
        assert carriers
        for guide in carriers:
            assert guide.record.title in page
            warned = next(each for each in sample_library().warnings(guide) if each.caution is caution)
            assert warned.instead is None
        for routine in sample_library().routines.values():
            assert not any(
                each.swaps for each in routine_cautions(sample_library(), routine) if each.caution is caution
            )


def test_what_a_reader_can_do_is_shown_on_cards(pages: dict[str, Page]) -> None:
    for caution in sample_library().vocabulary.cautions.values():
        shown = pages[f"cautions/{caution.id}.md"].text.partition("{ #without }")[2]
        if caution.universal or caution.emergency:
            assert not shown
            continue
        for guides in cautions.without(sample_library(), caution).values():
            for guide in guides:
                assert f"](../exercises/{guide.id}.md)**{{ .g-t }}" in shown
