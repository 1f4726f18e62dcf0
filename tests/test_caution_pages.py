"""The page of a caution: what to leave out, and what is free of it, from the records alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from records import sample_library
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


def test_each_guide_is_either_left_out_or_free() -> None:
    for caution in sample_library().vocabulary.cautions.values():
        free = [guide.id for guides in cautions.without(sample_library(), caution).values() for guide in guides]
        carriers = [guide.id for guide in sample_library().shown if caution.id in guide.cautions]
        assert sorted([*free, *carriers]) == sorted(guide.id for guide in sample_library().shown)


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
            assert (warned.other_guide, warned.other_variant) == (None, None)
        for routine in sample_library().routines.values():
            assert not any(
                each.swaps for each in routine_cautions(sample_library(), routine) if each.caution is caution
            )


def test_a_swap_never_carries_the_caution() -> None:
    for guide in sample_library().shown:
        for warned in sample_library().warnings(guide):
            if warned.other_guide:
                assert warned.caution.id not in warned.other_guide.cautions
