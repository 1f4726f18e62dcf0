"""Earlier addresses: each answers with a page that sends the reader on, by itself and without a script, or says that
what stood there is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from stretchguide.format.vocabulary import Removed
from stretchguide.guides.library import Library
from stretchguide.pages.addresses import BROWSE, GUIDES, ROUTINES, SHEETS, page, seen, seen_from
from stretchguide.pages.templates import environment

FOLDERS = (GUIDES, f"{SHEETS}/{GUIDES}")
"""Where a guide has pages of its own: the guide, and a printed sheet for each variant."""


def moved(library: Library, addresses: Iterable[str], templates: Path) -> Mapping[str, str]:
    """The files of all earlier addresses, with their HTML. ``addresses`` are those of the site's pages: ``browse/``.

    Raises ``jinja2.TemplateError`` where the template is wrong.
    """
    template, farewell = map(environment(templates).get_template, ("moved.html", "gone.html"))
    now = tuple(addresses)
    gone = {
        file: farewell.render(title=each.name, others=seen_from(file, seen(BROWSE)))
        for each in library.vocabulary.removed.values()
        for file, address in _last_files(each)
        if address not in now
    }
    return gone | {
        file: template.render(title=title, target=seen_from(file, address))
        for earlier, id, title in _earlier(library)
        for file, address in _files(earlier, id, now)
    }


def _last_files(removed: Removed) -> Iterator[tuple[str, str]]:
    """The file of each address that something had, with the address; those of its versions nobody knows any more."""
    of_its_kind = GUIDES if removed.kind == "stretch" else ROUTINES
    for folder in (of_its_kind, f"{SHEETS}/{of_its_kind}"):
        address = seen(page(folder, removed.id))
        yield f"{address}index.html", address


def _earlier(library: Library) -> Iterator[tuple[str, str, str]]:
    """Every earlier id with the id that took its place, and the title."""
    for guide in library.guides.values():
        for earlier in guide.record.formerly:
            yield earlier, guide.id, guide.record.title


def _files(earlier: str, id: str, addresses: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The file of each earlier address of a guide, with the address that it has now."""
    for folder in FOLDERS:
        old, new = seen(page(folder, earlier)), seen(page(folder, id))
        for address in addresses:
            if address.startswith(new):
                yield f"{old}{address.removeprefix(new)}index.html", address
