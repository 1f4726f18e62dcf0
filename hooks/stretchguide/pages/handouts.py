"""The printed sheets: one page of paper for each variant of a guide, two at most for a routine.

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

from jinja2 import Environment
from markupsafe import Markup

from stretchguide.gallery.gallery import Figure
from stretchguide.guides import timeline
from stretchguide.guides.guide import Guide, GuideVariant
from stretchguide.guides.reviews import is_overdue
from stretchguide.guides.routine import JoinedRoutine
from stretchguide.pages import addresses, handout_words, paper, phrases, qr
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


class _Press:
    """Fills the templates of sheets: what they print is escaped for HTML."""

    def __init__(self, writer: Writer, templates: Path, imprint: Imprint) -> None:
        self.writer, self.imprint, self.vocabulary = writer, imprint, writer.library.vocabulary
        self.jinja = _environment(templates)

    def guide(self, uri: str, guide: Guide, variant: GuideVariant) -> str:
        cautions = [self.vocabulary.cautions[id] for id in variant.cautions]
        steps = handout_words.steps(variant)
        safety = list(handout_words.safety(cautions, [guide], self.vocabulary))
        words = paper.SheetWords(
            guide.record.title,
            [str(step) for step in steps],
            " ".join(map(str, handout_words.feel(variant))),
            [str(remark) for remark in safety],
            len(list(handout_words.blanks(variant.plan, variant.written.dose.effort))),
        )
        return self._text(
            "handout-guide.html",
            uri,
            live=addresses.seen(addresses.guide(guide)),
            title=guide.record.title,
            sources=[guide.source],
            safety=safety,
            guide=guide,
            variant=variant,
            steps=list(zip(steps, self.writer.figures_of(guide, variant), strict=True)),
            size=paper.size(words),
            overdue=is_overdue(guide.record.review, self.writer.today),
        )

    def routine(self, uri: str, routine: JoinedRoutine) -> str:
        guides = list({step.guide.id: step.guide for step in routine.steps}.values())
        reviews = [guide.record.review for guide in guides]
        return self._text(
            "handout-routine.html",
            uri,
            live=addresses.seen(addresses.routine(routine)),
            title=routine.record.title,
            sources=[routine.source, *(guide.source for guide in guides)],
            safety=list(handout_words.safety(routine.cautions, guides, self.vocabulary)),
            routine=routine,
            items=[(step, self.writer.hero(step.guide, step.variant)) for step in routine.steps],
            has_draft=any(review.is_draft for review in reviews),
            waits=any(not review.is_reviewed or is_overdue(review, self.writer.today) for review in reviews),
        )

    def _text(self, template: str, uri: str, *, live: str, title: str, sources: Iterable[str], **told: Any) -> str:
        """The template filled; ``live`` is the page on the site that the sheet leads back to."""
        address = self.imprint.site_url and f"{self.imprint.site_url}{live}"
        return self.jinja.get_template(template).render(
            url=lambda target: addresses.seen_from(uri, target),
            live=live,
            title=title,
            words=addresses.in_words(address),
            code=Markup(qr.svg(address)) if address else Markup(),
            version=self.imprint.latest(sources),
            site_name=self.writer.site_name,
            frequencies=self.vocabulary.frequencies,
            **told,
        )


@cache
def _environment(folder: Path) -> Environment:
    """The environment of the templates of sheets, kept with its templates while serving."""
    jinja = environment(folder)
    jinja.filters["lower_first"] = phrases.lower_first
    jinja.globals |= {
        "across": paper.across,
        "blanks": handout_words.blanks,
        "clock": timeline.clock,
        "drawing": _drawing,
        "feel": handout_words.feel,
        "free_cells": paper.free_cells,
        "kit": phrases.kit,
        "review_sentence": phrases.review_sentence,
        "to": addresses,
    }
    return jinja


def _drawing(figure: Figure | None) -> Markup:
    """A figure for the page; it is made by an element tree, so every text in it is escaped."""
    return Markup(figure.picture.inline) if figure else Markup()
