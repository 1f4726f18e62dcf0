"""What is made from the records: pages, files beside them, and the menu."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from stretchguide.figures import Figure, Figures, Picture
from stretchguide.library import Library


@dataclass(frozen=True)
class SearchEntry:
    """What the search finds a page by: plain text."""

    title: str
    text: str
    names: tuple[str, ...] = ()
    """Other names and complaints: whole phrases that readers type, and so weigh most."""


@dataclass(frozen=True)
class Page:
    """A Markdown page, front matter included."""

    uri: str
    """Where it stands in the docs folder: ``exercises/cat-cow.md``."""
    text: str
    source: str | None = None
    """The record that it is made from, relative to the project."""
    search: SearchEntry | None = None
    """None = the search does not list it."""

    @property
    def address(self) -> str:
        """Where readers find it, seen from the site: ``exercises/cat-cow/``."""
        return f"{self.uri.removesuffix('.md').removesuffix('index').rstrip('/')}/".removeprefix("/")


Navigation = list[dict[str, Any]]
"""MkDocs' ``nav``: titles to page addresses, nested."""


@dataclass(frozen=True)
class Site:
    """Everything that is made from the records."""

    pages: tuple[Page, ...] = ()
    navigation: Navigation = field(default_factory=list)
    figures: Mapping[str, Picture] = field(default_factory=dict)
    """The pictures of the pages, by the address of their file in the docs folder."""
    sheets: Mapping[str, str] = field(default_factory=dict)
    """The printed sheets as HTML, by the address of their file in the docs folder."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """The pages at earlier addresses, by the address of their file: HTML that sends the reader on."""
    library: Library | None = None
    """What the pages are made from."""

    @property
    def files(self) -> Mapping[str, str]:
        """Addresses and texts of the files beside the pages."""
        return {**self.moved, **{uri: picture.alone for uri, picture in self.figures.items()}, **self.sheets}


@dataclass(frozen=True)
class Drawn:
    """What is drawn for the pages."""

    figures: Mapping[str, Figures] = field(default_factory=dict)
    """By the id of the guide."""
    maps: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    """Maps of the body, front and back, by the address of the page that they stand on."""
    words: Mapping[str, Figure] = field(default_factory=dict)
    """A figure for words of the pose language (``base stand``), for contributors."""
