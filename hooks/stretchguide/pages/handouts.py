"""The printed sheets: one page of paper for each variant of a guide, two at most for a routine, and one for its poster.

A sheet is a page of HTML by itself, not of Markdown: it has nothing of the site's theme, stands in no menu, search or
sitemap, and looks the same whatever builds the site.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment
from markupsafe import Markup

from stretchguide.gallery.gallery import Figure
from stretchguide.guides import timeline
from stretchguide.guides.guide import Guide, GuideVariant
from stretchguide.guides.reviews import is_overdue
from stretchguide.guides.routine import JoinedRoutine
from stretchguide.guides.routine_cautions import routine_cautions
from stretchguide.pages import (
    addresses,
    handout_cautions,
    handout_words,
    measured,
    paper,
    paper_routine,
    phrases,
    poster,
    qr,
)
from stretchguide.pages.handout_words import Remark
from stretchguide.pages.page import Texts
from stretchguide.pages.templates import environment
from stretchguide.pages.writer import Writer


@dataclass(frozen=True)
class Imprint:
    """What a sheet says of where it comes from, so that the paper leads back to the site."""

    site_url: str = ""
    """The site's address, with a slash at its end; empty = not known, and no code is printed."""
    dates: Mapping[str, datetime.date] = field(default_factory=dict)
    """The day of the last change of each record, by its path. A record that is not here has no day on its sheet."""

    code: Callable[[str], str] = qr.svg
    """Makes the code of an address."""

    def latest(self, sources: Iterable[str]) -> datetime.date | None:
        """The day of the last change of any of the records; None where the day of one is not known."""
        days = [self.dates.get(source) for source in sources]
        known = [day for day in days if day]
        return max(known) if known and len(known) == len(days) else None


def sheets(writer: Writer, templates: Path, imprint: Imprint) -> Texts:
    """The HTML of every sheet, by its file."""
    return Texts(dict(_sheets(_Press(writer, templates, imprint))))


def _sheets(press: _Press) -> Iterator[tuple[str, Callable[[], str]]]:
    """The file of every sheet, with what writes it."""
    library = press.writer.library
    for guide in library.guides.values():
        variants = guide.variants if len(guide.variants) > 1 else ()
        for uri, variant in (
            (addresses.guide_sheet(guide), guide.first),
            *((addresses.guide_sheet(guide, variant), variant) for variant in variants),
        ):
            yield uri, partial(press.guide, uri, guide, variant)
    for routine in library.routines.values():
        uri = addresses.routine_sheet(routine)
        yield uri, partial(press.routine, uri, routine)
        yield addresses.poster(routine), partial(press.poster, addresses.poster(routine), routine)


class _Press:
    """Fills the templates of sheets: what they print is escaped for HTML."""

    def __init__(self, writer: Writer, templates: Path, imprint: Imprint) -> None:
        self.writer, self.imprint, self.vocabulary = writer, imprint, writer.library.vocabulary
        self.jinja = _environment(templates, writer.compiled)

    def guide(self, uri: str, guide: Guide, variant: GuideVariant) -> str:
        figures = self.writer.figures_of(guide, variant)
        feel = list(handout_words.feel(variant, _is_lit(variant, figures)))
        safety = self._safety(variant.cautions, [guide], handout_words.rules(guide))
        cautions = handout_cautions.of_guide(variant, self.writer.library.warnings(guide))
        review = guide.record.review
        status = phrases.review_sentence(review, is_overdue(review, self.writer.today))
        live = addresses.seen(addresses.guide(guide))
        foot = self._address(live), status, self.writer.site_name
        box = measured.in_box(safety, cautions)
        shapes = list(map(_shape, figures))
        words = measured.of_guide(guide, variant, feel, box, foot, cells=paper.cells(shapes))
        words = paper.widened(words, shapes)
        return self._text(
            "handout-guide.html",
            uri,
            live=live,
            title=guide.record.title,
            sources=[guide.source],
            safety=safety,
            cautions=cautions,
            guide=guide,
            variant=variant,
            steps=list(zip(handout_words.steps(variant), figures, strict=True)),
            cells=words.cells,
            feel=feel,
            size=paper.size(words),
            status=status,
        )

    def routine(self, uri: str, routine: JoinedRoutine) -> str:
        guides = list({step.guide.id: step.guide for step in routine.steps}.values())
        reviews = [guide.record.review for guide in guides]
        safety = self._safety([caution.id for caution in routine.cautions], guides)
        cautions = handout_cautions.of_routine(routine, routine_cautions(self.writer.library, routine))
        figures = [self.writer.hero(step.guide, step.variant) for step in routine.steps]
        lit = any(_is_lit(step.variant, [figure]) for step, figure in zip(routine.steps, figures, strict=True))
        reading = handout_words.reading(routine, lit)
        live = addresses.seen(addresses.routine(routine))
        foot = self._address(live), self.writer.site_name
        box = measured.in_box(safety, cautions)
        words = measured.of_routine(routine, list(map(_shape, figures)), reading, box, foot)
        form = paper_routine.form(words)
        return self._text(
            "handout-routine.html",
            uri,
            live=live,
            title=routine.record.title,
            sources=[routine.source, *(guide.source for guide in guides)],
            safety=safety,
            cautions=cautions,
            routine=routine,
            items=list(zip(routine.steps, figures, strict=True)),
            reading=reading,
            form=form,
            lists=paper_routine.lists(words, form),
            has_draft=any(review.is_draft for review in reviews),
            waits=any(not review.is_reviewed or is_overdue(review, self.writer.today) for review in reviews),
        )

    def poster(self, uri: str, routine: JoinedRoutine) -> str:
        return self._text(
            "poster.html",
            uri,
            live=addresses.seen(addresses.routine(routine)),
            title=routine.record.title,
            sources=[],
            routine=routine,
            items=[(step, self.writer.hero(step.guide, step.variant)) for step in routine.steps],
            size=poster.size(routine),
            has_draft=any(step.guide.record.review.is_draft for step in routine.steps),
        )

    def _safety(self, cautions: Iterable[str], guides: Iterable[Guide], rules: Iterable[Remark] = ()) -> list[Remark]:
        own = [self.vocabulary.cautions[id] for id in cautions]
        return list(handout_words.safety(own, guides, self.vocabulary, rules))

    def _address(self, live: str) -> str:
        """The whole address of a page of the site; empty where the site's own is not known."""
        return self.imprint.site_url and f"{self.imprint.site_url}{live}"

    def _text(self, template: str, uri: str, *, live: str, title: str, sources: Iterable[str], **told: Any) -> str:
        """The template filled; ``live`` is the page on the site that the sheet leads back to."""
        address = self._address(live)
        return self.jinja.get_template(template).render(
            url=lambda target: addresses.seen_from(uri, target),
            live=live,
            title=title,
            words=addresses.in_words(address),
            code=Markup(self.imprint.code(address)) if address else Markup(),
            version=self.imprint.latest(sources),
            site_name=self.writer.site_name,
            frequencies=self.vocabulary.frequencies,
            **told,
        )


def _is_lit(variant: GuideVariant, figures: Iterable[Figure | None]) -> bool:
    """Whether the pictures show where it is felt."""
    return any(figures) and bool(variant.written.feel.muscles)


@cache
def _environment(folder: Path, compiled: BytecodeCache | None) -> Environment:
    """The environment of the templates of sheets, kept with its templates while serving."""
    jinja = environment(folder, compiled=compiled)
    jinja.filters["lower_first"] = phrases.lower_first
    jinja.globals |= {
        "blanks": handout_words.blanks,
        "cares": poster.cares,
        "dose": poster.dose,
        "drawing": _drawing,
        "emergencies": poster.emergencies,
        "item_blanks": handout_words.item_blanks,
        "item_text": handout_words.item_text,
        "item_title": handout_words.item_title,
        "kit": phrases.kit,
        "routine_facts": phrases.routine_facts,
        "roughly": timeline.roughly,
        "ticks": handout_words.ticks,
        "to": addresses,
    }
    return jinja


def _shape(figure: Figure | None) -> float:
    """Width to height of a drawing; 0 = there is none."""
    return figure.picture.shape if figure else 0


def _drawing(figure: Figure | None, *, in_row: bool = False) -> Markup:
    """A figure for the page, perhaps in a row of steps; it is made by an element tree, so its texts are escaped."""
    if figure is None:
        return Markup()
    return Markup((figure.picture.in_row if in_row else figure.picture).inline)
