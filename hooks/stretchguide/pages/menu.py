"""The menu of the site: what it lists, and what it leaves to lists and the search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stretchguide.guides.library import Library
from stretchguide.pages import addresses, advice, cautions, lists, muscles, routines
from stretchguide.pages.kind import Kind
from stretchguide.pages.page import Navigation

_HOW_TO_USE = {"How to use this site": addresses.HOW_TO_USE}
_CONTRIBUTE = {"How to contribute": addresses.index(addresses.CONTRIBUTE)}
"""Both are written by hand."""

ABOUT = "About"

_SAFETY = [page.in_menu for page in (advice.SAFETY, cautions.INDEX, advice.FLOOR)]


def menu(library: Library) -> Navigation:
    """The menu: a handful of pages and the areas; never every exercise, so that a build grows with its pages."""
    words = [advice.WORDS.in_menu] if library.vocabulary.glossary else []
    areas = [{area.name: addresses.area(area)} for area in library.by_area]
    return [
        lists.HOME.in_menu,
        lists.BROWSE.in_menu,
        *([routines.INDEX.in_menu] if library.routines else []),
        *([{"Body areas": areas}] if areas else []),
        muscles.INDEX.in_menu,
        {"Safety": _SAFETY},
        {ABOUT: [_HOW_TO_USE, advice.EVIDENCE.in_menu, *words, _CONTRIBUTE]},
    ]


def not_in_menu(kinds: Iterable[Kind]) -> Sequence[str]:
    """The pages that no menu lists, as the patterns of MkDocs' ``not_in_nav``.

    Guides and single routines are reached from lists and the search: with all of them in the menu of every page, the
    cost of a build would grow with the square of their number. What is for contributors hangs under one page.
    """
    return [*(f"/{kind.folder}/*" for kind in kinds if kind.folder and not kind.in_menu), "!index.md"]
