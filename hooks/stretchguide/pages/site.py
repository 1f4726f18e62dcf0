"""The whole site from a library. A new kind of page is a module of its own and a name in ``KINDS``."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path

from stretchguide.format.memory import Memory
from stretchguide.gallery.gallery import Figures, Gallery
from stretchguide.gallery.word_figures import word_figures
from stretchguide.guides.library import Library
from stretchguide.pages import (
    addresses,
    advice,
    cautions,
    choices,
    contribute,
    guides,
    handouts,
    lists,
    muscles,
    routines,
)
from stretchguide.pages.addresses import CONTACT_SHEET, seen, seen_from
from stretchguide.pages.contact_sheet import contact_sheet
from stretchguide.pages.handouts import Imprint
from stretchguide.pages.maps import maps
from stretchguide.pages.moved import moved
from stretchguide.pages.page import Drawn, Navigation, Page, Site, Texts
from stretchguide.pages.writer import Writer, page_environment

SHEETS = "sheets"
"""Beside the folder of the page templates: those of whole HTML files."""

KINDS: tuple[Callable[[Writer], Iterator[Page]], ...] = (
    lists.pages,
    choices.pages,
    muscles.pages,
    advice.pages,
    cautions.pages,
    guides.pages,
    routines.pages,
    contribute.pages,
)
"""Every kind of page, written in this order."""

_SAFETY = [
    {"Stretch safely": addresses.SAFETY},
    {"Who should take care": addresses.index(addresses.CAUTIONS)},
    {"Down to the floor and up again": addresses.FLOOR},
]
_ABOUT = [
    {"How to use this site": addresses.HOW_TO_USE},
    {"About the evidence": addresses.EVIDENCE},
    {"Words in plain language": addresses.GLOSSARY},
    {"How to contribute": addresses.CONTRIBUTE},
]


def navigation(library: Library) -> Navigation:
    """The menu: a handful of pages and the areas; never every exercise, so that a build grows with its pages."""
    areas = [{area.name: addresses.area(area)} for area in library.by_area]
    entries: Navigation = [{"Home": addresses.HOME}, {"Browse": addresses.BROWSE}]
    if library.routines:
        entries.append({"Routines": addresses.index(addresses.ROUTINES)})
    if areas:
        entries.append({"Body areas": areas})
    return [*entries, {"Muscles": addresses.index(addresses.MUSCLES)}, {"Safety": _SAFETY}, {"About": _ABOUT}]


def write_site(
    library: Library,
    templates: Path,
    site_name: str,
    gallery: Gallery,
    today: datetime.date | None = None,
    *,
    with_hook: bool = True,
    imprint: Imprint | None = None,
    memory: Memory | None = None,
) -> Site:
    """The whole guide, for a build with our hook or without. Raises ``jinja2.TemplateError`` for a wrong template.

    Its pages and sheets are written when they are asked for. The ``memory`` is that of the last time.
    """
    memory = memory or Memory()
    figures = {
        id: memory.recall(("figures", id), (guide.record,), partial(gallery.figures, id, guide.record))
        for id, guide in library.guides.items()
    }
    steps = (figure for of_guide in figures.values() for row in of_guide.values() for figure in row if figure)
    lit = library.vocabulary, tuple(library.by_area), with_hook
    body_maps = memory.recall("maps", lit, lambda: maps(library, in_text=not with_hook))
    words = word_figures(gallery)
    every = [*steps, *(figure for pair in body_maps.values() for figure in pair), *words.values()]
    drawn = Drawn(figures, body_maps, words)
    writer = Writer(library, templates, site_name, today or datetime.date.today(), drawn)
    written = _pages(writer)
    sheets = handouts.sheets(writer, templates, imprint or Imprint())
    return Site(
        written,
        navigation(library),
        {figure.uri: figure.picture for figure in every},
        sheets,
        moved(library, map(seen, [*(page.uri for page in written), *sheets]), templates.parent / SHEETS),
        Texts({CONTACT_SHEET: partial(_contact_sheet, library, figures, gallery, templates.parent / SHEETS)}),
        library,
    )


def _contact_sheet(library: Library, figures: Mapping[str, Figures], gallery: Gallery, templates: Path) -> str:
    drawn = [guide for id, guide in library.guides.items() if any(chain.from_iterable(figures[id].values()))]
    return contact_sheet(drawn, gallery, templates, site=seen_from(CONTACT_SHEET, ""))


def write(
    library: Library,
    templates: Path,
    site_name: str,
    today: datetime.date | None = None,
    *,
    drawn: Drawn | None = None,
) -> tuple[Page, ...]:
    """Every page; without figures their places stay empty."""
    return _pages(Writer(library, templates, site_name, today or datetime.date.today(), drawn or Drawn()))


def _pages(writer: Writer) -> tuple[Page, ...]:
    return tuple(page for kind in KINDS for page in kind(writer))


def nothing(templates: Path, site_name: str) -> Site:
    """The one page of a site whose vocabularies cannot be read."""
    template = page_environment(templates).get_template("nothing.md")
    return Site((Page(addresses.HOME, lambda: template.render(site_name=site_name)),), [{"Home": addresses.HOME}])
