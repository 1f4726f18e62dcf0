"""The review sheet: all that a record tells readers, part by part, for a clinician who signs it or says what is wrong.

It is made to be printed and written on. A list of the records says what is to be read. Both are files of their own that
ask nothing of any host; their markup stands in ``overrides/sheets/``.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from stretchguide.figure.ink import palette
from stretchguide.format import prose
from stretchguide.format.limits import REVIEW_MONTHS
from stretchguide.format.records import Review
from stretchguide.format.vocabulary import Caution, Movement, RedFlag, Reference
from stretchguide.gallery.gallery import Figures, Gallery
from stretchguide.guides import timeline
from stretchguide.guides.guide import Guide, GuideVariant, unique
from stretchguide.guides.library import Library
from stretchguide.guides.reviews import is_overdue
from stretchguide.pages import phrases
from stretchguide.pages.guides import muscle_groups
from stretchguide.pages.handout_words import BREATHS, blanks
from stretchguide.pages.swap_sheet import ToldInstead, told_of
from stretchguide.pages.templates import environment

ACTIONS = {
    "emergency": "Stop, and call emergency services or go to an emergency department",
    "urgent": "Get medical advice the same day",
    "soon": "Book an appointment within days",
}
"""What a reader with a red flag is told to do, the most urgent first."""

NEXT = {"easier": "Easier", "harder": "Harder", "goes_with": "Goes with"}
"""How other stretches stand to a stretch."""


@dataclass(frozen=True)
class Reviewed:
    """A guide as it is laid before a clinician."""

    guide: Guide
    cautions: tuple[ToldInstead, ...]
    """Every caution of it, with the versions that carry it and what to do in their place."""
    figures: Figures

    @cached_property
    def flags(self) -> Mapping[str, tuple[RedFlag, ...]]:
        """The red flags by what to do: those of its areas, then those of every page."""
        return {said: flags for action, said in ACTIONS.items() if (flags := self.guide.red_flags(action))}

    @cached_property
    def sources(self) -> Mapping[Reference, int]:
        """Every source of what the sheet says, numbered: of claims and doses, then of cautions and red flags."""
        of_cautions = (id for row in self.cautions for id in row.caution.evidence)
        of_flags = (id for flags in self.flags.values() for flag in flags for id in flag.evidence)
        known = self.guide.vocabulary.references
        found = unique([*(each.id for each in self.guide.references), *of_cautions, *of_flags])
        return {known[id]: number for number, id in enumerate(found, 1)}

    def numbers(self, ids: Sequence[str]) -> str:
        """Sources as the sheet names them."""
        known = self.guide.vocabulary.references
        return ", ".join(str(self.sources[known[id]]) for id in ids)

    def movements(self, variant: GuideVariant) -> tuple[tuple[Movement, tuple[Caution, ...]], ...]:
        """What a version asks for, with the cautions that follow from it."""
        known = self.guide.vocabulary
        asked = (known.movements[id] for id in variant.written.movements)
        return tuple((each, tuple(known.cautions[id] for id in each.requires)) for each in asked)

    def named(self, cautions: Iterable[str]) -> tuple[Caution, ...]:
        """Cautions by their ids."""
        return tuple(self.guide.vocabulary.cautions[id] for id in cautions)


def review_sheet(library: Library, guide: Guide, gallery: Gallery, templates: Path, today: datetime.date) -> str:
    """The sheet of a guide that the check has passed with its figures."""
    shown = Reviewed(guide, tuple(told_of(library, guide)), gallery.figures(guide.id, guide.record))
    return (
        _environment(templates)
        .get_template("review.html")
        .render(
            shown=shown,
            guide=guide,
            record=guide.record,
            vocabulary=guide.vocabulary,
            sentence=phrases.review_sentence(guide.record.review, is_overdue(guide.record.review, today)),
            title_of=lambda id: library.guides[id].record.title,
            next={said: others for name, said in NEXT.items() if (others := library.next_to(guide, name))},
            groups=muscle_groups(guide.record.muscles, guide.vocabulary),
            lines=lines_to_paste(guide.record.review),
            page_name=_css_text(guide.record.title),
            figures_css=Markup(palette.paper_css()),
        )
    )


def reading_list(guides: Iterable[Guide], templates: Path, today: datetime.date) -> str:
    """The list of the sheets, each of which is ``ID.html`` beside it: those with questions first."""
    template = _environment(templates).get_template("reading-list.html")
    return template.render(
        guides=tuple(guides),
        sentence=phrases.review_sentence,
        overdue=lambda review: is_overdue(review, today),
    )


def lines_to_paste(review: Review) -> str:
    """The ``review`` of a record that a clinician has passed. The check refuses the words in capitals until somebody
    has written over them."""
    author = json.dumps(review.written_by, ensure_ascii=False)  # A JSON text is one of YAML too.
    return (
        f"review:\n  status: reviewed\n  written_by: {author}\n"
        "  reviewed_by: NAME, ROLE\n  reviewed_on: YEAR-MONTH-DAY\n  next_review: YEAR-MONTH-DAY"
    )


def _environment(templates: Path) -> Environment:
    jinja = environment(templates)
    jinja.filters |= {"plain": prose.plain, "lower_first": phrases.lower_first, "upper_first": phrases.upper_first}
    jinja.globals |= {
        "blanks": blanks,
        "breaths": BREATHS,
        "certainty": phrases.CERTAINTY,
        "in_a_row": phrases.in_a_row,
        "kit": phrases.kit,
        "labels": phrases.labels,
        "months": REVIEW_MONTHS,
        "roughly": timeline.roughly,
        "spoken": timeline.spoken,
        "times_a_day": phrases.times_a_day,
    }
    return jinja


def _css_text(text: str) -> Markup:
    """A text inside the quotes of a style sheet: what is neither letter, figure nor blank is written as a number."""
    return Markup("".join(each if each.isalnum() or each == " " else f"\\{ord(each):x} " for each in text))
