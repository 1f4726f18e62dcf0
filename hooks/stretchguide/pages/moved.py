"""Earlier addresses of guides: each answers with a page that sends the reader on, by itself and without a script."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from stretchguide.library import Library
from stretchguide.templates import environment

FOLDERS = ("exercises", "print/exercises")
"""Where a guide has a page of its own."""


def moved(library: Library, uris: Collection[str], templates: Path) -> Mapping[str, str]:
    """The files of all earlier addresses, with their HTML. ``uris`` are the pages of the site.

    Raises ``jinja2.TemplateError`` where the template is wrong.
    """
    template = environment(templates).get_template("moved.html")
    return {
        f"{folder}/{earlier}/index.html": template.render(title=title, target=f"../{id}/")
        for earlier, id, title in _earlier(library)
        for folder in FOLDERS
        if f"{folder}/{id}.md" in uris
    }


def _earlier(library: Library) -> Iterator[tuple[str, str, str]]:
    """Every earlier id with the id that took its place, and the title."""
    for guide in library.guides.values():
        for earlier in guide.record.formerly:
            yield earlier, guide.id, guide.record.title
