"""Sheets that are made without a file: records with words put into them that no rule has seen."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from stretchguide.format.records import Variant
from stretchguide.gallery.gallery import CACHE, Gallery
from stretchguide.guides.guide import Guide
from stretchguide.guides.library import Library
from stretchguide.pages.handouts import Imprint
from stretchguide.pages.site import write_site

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "overrides" / "pages"
SITE_URL = "https://example.org/guide/"


def sheets_of(library: Library, imprint: Imprint | None = None) -> dict[str, str]:
    """Every sheet of a library, by the address of its file."""
    site = write_site(library, TEMPLATES, "A Guide", Gallery(ROOT / CACHE), imprint=imprint or Imprint(SITE_URL))
    return dict(site.sheets)


def worded(guide: Guide, text: str) -> Guide:
    """The guide with a text in every place that its sheet shows, each told apart by a word before it."""

    def said(name: str) -> str:
        return f"Q{name} {text} z"

    variants = tuple(
        variant.model_copy(
            update={
                "label": said("label"),
                "steps": tuple(
                    step.model_copy(update={"title": said("step"), "text": said("text")}) for step in variant.steps
                ),
                "feel": variant.feel.model_copy(update={"text": said("feel"), "not_here": said("nothere")}),
            }
        )
        for variant in guide.record.variants
    )
    review = guide.record.review.model_copy(update={"written_by": said("author")})
    record = guide.record.model_copy(update={"title": said("title"), "variants": variants, "review": review})
    return dataclasses.replace(guide, record=record)


LONGEST_TITLE = "Half-Kneeling Hip Flexor Stretch with a Side Reach and a Twist"[:60]
LONGEST_STEP = "Slide your right hand slowly down the outside of your right leg to just above it"
LONG_FEEL = "The outside of the right hip and the side of the right thigh, down to the knee"


def long_guide(guide: Guide, steps: Sequence[int], cautions: Sequence[int]) -> Guide:
    """The guide with a variant for each number of steps and of cautions, and with as many words as a record may have
    in each: the longest titles and sentences, the longest names of cautions, the flags of three areas."""
    entries = [caution for caution in guide.vocabulary.cautions.values() if not caution.universal]
    longest = [caution.id for caution in sorted(entries, key=lambda caution: -len(caution.name))]
    variants = tuple(
        _long_variant(guide.record.variants[0], count, longest[:added], f"steps-{count}-cautions-{added}")
        for count in steps
        for added in cautions
    )
    areas = ("lower-back", "hips-glutes", "upper-back")
    record = guide.record.model_copy(update={"title": LONGEST_TITLE, "variants": variants, "areas": areas})
    return dataclasses.replace(guide, record=record)


def _long_variant(variant: Variant, count: int, cautions: Sequence[str], id: str) -> Variant:
    step = variant.steps[0].model_copy(
        update={"title": "Lift the right shoulders", "text": LONGEST_STEP, "breath": "out"}
    )
    others = [step.model_copy(update={"pose": {}}) for _ in range(count - 1)]
    feel = variant.feel.model_copy(update={"text": LONG_FEEL, "not_here": LONG_FEEL})
    return variant.model_copy(
        update={
            "id": id,
            "label": "Half kneeling beside a chair",
            "steps": (step, *others),
            "feel": feel,
            "cautions_add": tuple(cautions),
        }
    )
