"""The words of a sheet as its paper is measured by: as the templates of sheets print them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from stretchguide.guides.guide import Guide, GuideVariant
from stretchguide.guides.routine import JoinedRoutine, RoutineStep
from stretchguide.pages import handout_words, phrases
from stretchguide.pages.handout_cautions import CautionGroup
from stretchguide.pages.handout_words import Blank, Remark, Telling
from stretchguide.pages.paper import Cells, Number, Safety, SheetWords
from stretchguide.pages.paper_routine import RoutineRow, RoutineWords

_OFTEN = Number("How often times a day, days a week (2–3)", pens=2)
_OTHER = Number("Another dose for one side: right left", pens=0, boxes=2)
_INVITATION = "All versions, easier ways and sources:"
_IMPRINT = "Version of 2026-01-01. General information, not medical advice. Free to print and copy: CC BY-SA 4.0."
_WAITS = "Draft: not every stretch in it has been reviewed by a clinician."


def of_guide(
    guide: Guide,
    variant: GuideVariant,
    feel: Sequence[Remark],
    safety: Safety,
    foot: Sequence[str],
    *,
    cells: Cells,
) -> SheetWords:
    """``foot`` is the address on the site, the state of the review and the site's name."""
    address, status, site_name = foot
    numbers = list(handout_words.blanks(variant.plan, variant.written.dose.effort))
    one_side = [_OTHER, *(Number(f"{each.name} {each.unit}") for each in numbers)] if variant.sides == 2 else []
    author = f"Written by {guide.record.review.written_by}."
    return SheetWords(
        guide.record.title,
        [Remark(f"{variant.written.label}.", f"You need: {phrases.kit(variant)}.")],
        [*map(_number, numbers), _sides(variant), _OFTEN],
        one_side,
        handout_words.steps(variant),
        feel,
        safety,
        _foot(address, status, f"{_IMPRINT} {site_name}. {author}"),
        handout_words.ticks(variant),
        cells,
    )


def of_routine(
    routine: JoinedRoutine,
    shapes: Sequence[float],
    reading: Sequence[Remark],
    safety: Safety,
    foot: Sequence[str],
) -> RoutineWords:
    """``shapes`` are those of the pictures; ``foot`` is the address on the site and the site's name."""
    address, site_name = foot
    record = routine.record
    purpose = [Remark("", f"{record.purpose} About 12½ to 14½ minutes."), Remark("You need:", phrases.kit(routine))]
    note = [[Remark(record.note, "")]] if record.note else []
    return RoutineWords(
        record.title,
        [purpose, *note],
        [_OFTEN],
        reading,
        list(map(_row, routine.steps, shapes)),
        safety,
        _foot(address, _WAITS, f"{_IMPRINT} {site_name}."),
    )


def in_box(remarks: Sequence[Remark], groups: Iterable[CautionGroup]) -> Safety:
    return Safety(remarks, [(group.lead, group.remarks) for group in groups])


def _row(step: RoutineStep, shape: float) -> RoutineRow:
    title = handout_words.item_title(step)
    told = {telling: handout_words.item_text(step, telling) for telling in get_args(Telling)}
    if not step.plan.left:
        numbers = [*map(_number, handout_words.item_blanks(step)), _sides(step.variant)]
        return RoutineRow(shape, title, [numbers], told)
    sides = [
        [Number(f"{name} side:", pens=0), *map(_number, handout_words.item_blanks(step, side))]
        for side, name in ((1, "Right"), (2, "Left"))
    ]
    return RoutineRow(shape, title, sides, told)


def _number(blank: Blank) -> Number:
    return Number(f"{blank.name} {blank.unit} ({blank.value})")


def _sides(variant: GuideVariant) -> Number:
    if variant.sides == 2:
        return Number("Side right left both", pens=0, boxes=3)
    in_turn = "Sides right and left in turn: one to each side is one"
    return Number(in_turn if variant.side else "Sides both at once", pens=0)


def _foot(address: str, status: str, imprint: str) -> list[list[Remark]]:
    invitation = [[Remark("", _INVITATION, address)]] if address else []
    return [*invitation, [Remark(status, imprint)]]
