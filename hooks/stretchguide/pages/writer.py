"""Writes a page from its template: what every template is told, and how its words are escaped."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment
from markupsafe import Markup

from stretchguide.format import prose, sides
from stretchguide.gallery.gallery import Figure
from stretchguide.guides import timeline
from stretchguide.guides.anatomy import Anatomy
from stretchguide.guides.guide import Guide, GuideVariant
from stretchguide.guides.library import Library
from stretchguide.pages import addresses, front_matter, phrases
from stretchguide.pages.facets import Facet, facets
from stretchguide.pages.page import Drawn, Find, Page
from stretchguide.pages.step_cards import step_cards
from stretchguide.pages.templates import environment


@cache
def page_environment(folder: Path, compiled: BytecodeCache | None = None) -> Environment:
    """The environment of the page templates: whatever they print is escaped for Markdown.

    It is kept with its templates while serving; Jinja reads a template anew when its file has changed.
    """
    jinja = environment(folder, _finalized, compiled)
    jinja.filters |= {
        "lower_first": phrases.lower_first,
        "as_yaml": front_matter.text,
        "plain": front_matter.plain,
        "summary": phrases.summary,
        "upper_first": phrases.upper_first,
    }
    jinja.globals |= {
        "briefly": timeline.briefly,
        "clock": timeline.clock,
        "mirrored": sides.mirrored,
        "names_side": sides.names_side,
        "roughly": timeline.roughly,
        "motion": phrases.motion,
        "rounds_left": phrases.rounds_left,
        "spoken": timeline.spoken,
        "step_cards": step_cards,
        "certainty": phrases.CERTAINTY,
        "web": _web,
        "in_a_row": phrases.in_a_row,
        "kit": phrases.kit,
        "labels": phrases.labels,
        "opened": phrases.opened,
        "review_fact": phrases.review_fact,
        "review_sentence": phrases.review_sentence,
        "times_a_day": phrases.times_a_day,
        "to": addresses,
    }
    return jinja


def _finalized(value: object) -> Markup:
    return value if isinstance(value, Markup) else prose.piece(str(value))


def _web(address: str) -> Markup:
    return Markup(prose.web_address(address))


Tell = Callable[[], Mapping[str, Any]]
"""Makes what a template is told. It is asked when the page is written: while serving, few pages are."""


class Writer:
    """One writing of all pages: each kind of page asks it to fill a template."""

    def __init__(
        self,
        library: Library,
        templates: Path,
        site_name: str,
        today: datetime.date,
        drawn: Drawn,
        *,
        compiled: BytecodeCache | None = None,
        theirs: Collection[str] = (),
    ) -> None:
        """``theirs`` are the addresses, as readers know them, at which somebody has written pages by hand."""
        self.theirs = theirs
        self.library, self.site_name, self.today, self.drawn = library, site_name, today, drawn
        self.compiled = compiled
        self.jinja = page_environment(templates, compiled)
        self.hidden: Callable[[str], str] = getattr(self.jinja.get_template("macros.md").module, "hidden")  # noqa: B009

    def page(
        self,
        uri: str,
        template: str,
        tell: Tell,
        *,
        source: str | None = None,
        search: Find | None = None,
    ) -> Page:
        """The page at ``uri``. It is written when its text is asked for."""
        return Page(uri, partial(self._text, uri, template, tell), source, search, template)

    def _text(self, uri: str, template: str, tell: Tell) -> str:
        folder = posixpath.dirname(uri)

        def url(target: str) -> Markup:
            page, _, place = target.partition("#")
            if place and addresses.seen(page) in self.theirs:  # Whether that page has such a place nobody knows.
                target = page
            return addresses.leading(folder, target)

        def address(id: str) -> str | None:
            return url(addresses.page(addresses.GUIDES, id)) if id in self.library.guides else None

        as_written = prose.Rendering(address, self.hidden)
        explaining = prose.Rendering(address, self.hidden, self.first_uses(url))
        for_the_left = prose.Rendering(address, self.hidden, words=sides.mirrored)
        return self.jinja.get_template(template).render(
            url=url,
            inline=lambda text: prose.markdown(text, as_written),
            explained=lambda text: prose.markdown(text, explaining),
            left_inline=lambda text: prose.markdown(text, for_the_left),
            library=self.library,
            vocabulary=self.library.vocabulary,
            timing=self.library.vocabulary.timing,
            site_name=self.site_name,
            facets=self.facets,
            anatomy=self.anatomy,
            maps=self.drawn.maps.get(uri, ()),
            figures=self.figures_of,
            hero=self.hero,
            **tell(),
        )

    def first_uses(self, url: Callable[[str], str]) -> Callable[[str], Iterator[tuple[str, str | None]]]:
        """What links each term of art to the glossary where it first stands on a page."""
        said: set[str] = set()

        def pieces(text: str) -> Iterator[tuple[str, str | None]]:
            for words, term in self.library.vocabulary.explained.split(text):
                is_new = term is not None and term.id not in said
                said.update({term.id} if term else ())
                yield words, url(f"{addresses.GLOSSARY}#{term.id}") if term and is_new else None

        return pieces

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The ways to choose a guide."""
        return facets(self.library)

    def facet(self, folder: str) -> Facet:
        """The way to choose whose pages stand in a folder."""
        return next(facet for facet in self.facets if facet.folder == folder)

    @cached_property
    def anatomy(self) -> Anatomy:
        """The muscles, joined with the guides."""
        return Anatomy(self.library)

    def figures_of(self, guide: Guide, variant: GuideVariant) -> Sequence[Figure | None]:
        """The figure of each step; None for each where there is none."""
        return self.drawn.figures.get(guide.id, {}).get(variant.written.id, (None,) * len(variant.written.steps))

    def map_of(self, uri: str, behind: bool = False) -> str:
        """The file of a body map of a page, that from behind where there are two and it is asked for; empty = none."""
        maps = self.drawn.maps.get(uri, ())
        return maps[-1 if behind else 0].uri if maps else ""

    def hero(self, guide: Guide, variant: GuideVariant) -> Figure | None:
        """The figure that stands for a variant: that of its hold, else of its first move, else of its first step.

        It has a frame of its own.
        """
        phases = [step.phase for step in variant.written.steps]
        at = next((phases.index(phase) for phase in ("hold", "move") if phase in phases), 0)
        figure = self.figures_of(guide, variant)[at]
        return figure and figure.by_itself
