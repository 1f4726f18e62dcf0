"""The whole site from a library. A new kind of page is a module, its template, and its name in ``KINDS``."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from jinja2 import BytecodeCache

from stretchguide.format.memory import Memory
from stretchguide.gallery.gallery import Figure, Figures, Gallery
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
    player,
    routines,
    script_words,
)
from stretchguide.pages.addresses import BROWSE_INDEX, CONTACT_SHEET, SEARCH_INDEX, seen, seen_from
from stretchguide.pages.browse_index import browse_index
from stretchguide.pages.contact_sheet import contact_sheet
from stretchguide.pages.handouts import Imprint
from stretchguide.pages.kept_maps import maps
from stretchguide.pages.kind import Kind
from stretchguide.pages.menu import menu, not_in_menu
from stretchguide.pages.moved import moved
from stretchguide.pages.page import Drawn, Page, Site, Texts
from stretchguide.pages.search_index import search_index
from stretchguide.pages.writer import Writer, page_environment

_WHOLE_FILES = "sheets"
"""Beside the folder of the page templates: those of whole HTML files."""

_NOTHING = "nothing.md"

KINDS: tuple[Kind, ...] = (
    lists.KIND,
    *choices.KINDS,
    muscles.KIND,
    advice.KIND,
    cautions.KIND,
    guides.KIND,
    routines.KIND,
    contribute.KIND,
)
"""Every kind of page, written in this order."""

NOT_IN_MENU = not_in_menu(KINDS)
"""What MkDocs shall not miss in the menu, as its ``not_in_nav`` has it."""


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
    compiled: BytecodeCache | None = None,
    theirs: Collection[str] = (),
) -> Site:
    """The whole guide, for a build with our hook or without. Raises ``jinja2.TemplateError`` for a wrong template.

    Its pages and sheets are written when they are asked for. The ``memory`` is that of the last time,
    and ``compiled`` are the templates of then. Pages written by hand stand at the addresses that are ``theirs``.
    """
    memory = memory or Memory()
    gallery.draw(guide.record for guide in library.guides.values())
    figures = {
        id: memory.recall(("figures", id), (guide.record,), partial(gallery.figures, id, guide.record))
        for id, guide in library.guides.items()
    }
    steps = (figure for of_guide in figures.values() for row in of_guide.values() for figure in row if figure)
    lit = library.vocabulary, tuple(library.by_area), with_hook
    body_maps = memory.recall("maps", lit, lambda: maps(library, gallery, in_text=not with_hook))
    words = word_figures(gallery)
    every = [*steps, *(figure for pair in body_maps.values() for figure in pair), *words.values()]
    drawn = Drawn(figures, body_maps, words)
    writer = Writer(
        library, templates, site_name, today or datetime.date.today(), drawn, compiled=compiled, theirs=theirs
    )
    written = _pages(writer)
    sheets = handouts.sheets(writer, templates, imprint or Imprint())
    return Site(
        written,
        menu(library),
        {figure.uri: figure.picture for figure in (*every, *_heroes(writer))},
        sheets,
        moved(library, map(seen, [*(page.uri for page in written), *sheets]), templates.parent / _WHOLE_FILES),
        Texts({CONTACT_SHEET: partial(_contact_sheet, library, figures, gallery, templates.parent / _WHOLE_FILES)}),
        Texts({**_words(), **player.files(writer), **_indexes(writer, written)}),
        library,
    )


def _heroes(writer: Writer) -> Iterator[Figure]:
    """The figures that stand for a version."""
    variants = ((guide, variant) for guide in writer.library.guides.values() for variant in guide.variants)
    return (figure for guide, variant in variants if (figure := writer.hero(guide, variant)))


def _indexes(writer: Writer, pages: Sequence[Page]) -> dict[str, Callable[[], str]]:
    """What is searched and chosen from."""
    return {
        SEARCH_INDEX: partial(search_index, pages, writer.library.vocabulary.search_words),
        BROWSE_INDEX: partial(browse_index, writer),
    }


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
    return tuple(page for kind in KINDS for page in kind.pages(writer))


def nothing(templates: Path, site_name: str) -> Site:
    """The one page of a site whose vocabularies cannot be read."""
    template = page_environment(templates).get_template(_NOTHING)
    home = Page(addresses.HOME, lambda: template.render(site_name=site_name), template=_NOTHING)
    return Site((home,), [{"Home": addresses.HOME}], scripts=Texts(_words()))


def _words() -> dict[str, Callable[[], str]]:
    return {file: partial(script_words.module, words) for file, words in script_words.FILES.items()}
