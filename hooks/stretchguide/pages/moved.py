"""Earlier addresses of guides: each answers with a page that sends the reader on, by itself and without a script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from stretchguide.guides.library import Library
from stretchguide.pages.addresses import GUIDES, SHEETS, page, seen, seen_from
from stretchguide.pages.templates import environment

FOLDERS = (GUIDES, f"{SHEETS}/{GUIDES}")
"""Where a guide has pages of its own: the guide, and a printed sheet for each variant."""


def moved(library: Library, addresses: Iterable[str], templates: Path) -> Mapping[str, str]:
    """The files of all earlier addresses, with their HTML. ``addresses`` are those of the site's pages: ``browse/``.

    Raises ``jinja2.TemplateError`` where the template is wrong.
    """
    template = environment(templates).get_template("moved.html")
    now = tuple(addresses)
    return {
        file: template.render(title=title, target=seen_from(file, address))
        for earlier, id, title in _earlier(library)
        for file, address in _files(earlier, id, now)
    }


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
