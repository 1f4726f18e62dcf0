"""What is made from the records: pages, files beside them, and the menu."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, Literal

from stretchguide.gallery.gallery import Figure, Figures
from stretchguide.gallery.picture import Picture
from stretchguide.guides.library import Library

SearchKind = Literal["guide", "routine", "area", "moment", "choice", "caution", "muscle", "word", "page"]
"""What is found, as the search says it and weighs it."""


@dataclass(frozen=True)
class SearchEntry:
    """What the search finds a page by, and what it shows of it: plain text. Only title and facts are ever shown."""

    title: str
    kind: SearchKind
    names: tuple[str, ...] = ()
    """What else it is called: whole phrases that readers type."""
    complaints: tuple[str, ...] = ()
    """What readers say who look for it."""
    text: str = ""
    """Other words that lead to it."""
    about: tuple[str, ...] = ()
    """The pages whose names lead to it as well, by address: its area, the muscles that it stretches most."""
    touches: tuple[str, ...] = ()
    """The same of what it is also about."""
    facts: str = ""
    """A line of facts that stands below its title."""
    picture: str = ""
    """The address of its picture's file; empty = none."""
    place: str = ""
    """The place on the page that is meant; empty = the page."""
    then: tuple[str, str] | None = None
    """A place on the page that leads on, with its title."""
    not_for: tuple[str, ...] = ()
    """The addresses of the stretches, routines and lists that the search drops for who has this caution."""
    urgency: Literal[0, 1, 2, 3] = 0
    """How soon to get help: 1 at once, 2 the same day, 3 within days; 0 = no such sign.
    Who names it finds nothing else.
    """


Found = tuple[SearchEntry, ...]
"""The entries of a page."""
Find = Callable[[], Found]


@dataclass(frozen=True)
class Page:
    """A Markdown page, front matter included."""

    uri: str
    """Its address (``addresses``): ``exercises/cat-cow.md``."""
    write: Callable[[], str]
    """Writes it. Raises ``jinja2.TemplateError`` where its template is wrong."""
    source: str | None = None
    """The record that it is made from, relative to the project."""
    find_by: Find | None = None
    """Makes its entries in the search, most pages having one; None = the search does not list it."""
    template: str = ""
    """The name of its template."""

    @cached_property
    def text(self) -> str:
        """Its Markdown, written when it is first asked for: while serving, few pages are."""
        return self.write()

    @cached_property
    def search(self) -> Found:
        """What the search finds it by, if it does; made when it is first asked for."""
        return self.find_by() if self.find_by else ()


class Texts(Mapping[str, str]):
    """Texts by their addresses, each written when it is first asked for. To write one may raise what a page raises."""

    def __init__(self, writers: Mapping[str, Callable[[], str]]) -> None:
        self._writers, self._written = writers, dict[str, str]()

    def __getitem__(self, uri: str) -> str:
        if uri not in self._written:
            self._written[uri] = self._writers[uri]()
        return self._written[uri]

    def write(self, uri: str) -> str:
        """The text, written now and not kept: a build writes thousands, each for a file."""
        return self._writers[uri]()

    def __contains__(self, uri: object) -> bool:
        return uri in self._writers  # A mapping would write the text to find out.

    def __iter__(self) -> Iterator[str]:
        return iter(self._writers)

    def __len__(self) -> int:
        return len(self._writers)


Navigation = list[dict[str, Any]]
"""MkDocs' ``nav``: titles to page addresses, nested."""


@dataclass(frozen=True)
class Site:
    """Everything that is made from the records."""

    pages: tuple[Page, ...] = ()
    navigation: Navigation = field(default_factory=list)
    figures: Mapping[str, Picture] = field(default_factory=dict)
    """The pictures of the pages, by the address of their file in the docs folder."""
    sheets: Texts = field(default_factory=lambda: Texts({}))
    """The printed sheets as HTML, by the address of their file in the docs folder."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """The pages at earlier addresses, by the address of their file: HTML that sends the reader on."""
    contact_sheet: Texts = field(default_factory=lambda: Texts({}))
    """All figures on one page, for people who review them; by the address of its file."""
    scripts: Texts = field(default_factory=lambda: Texts({}))
    """What the scripts read, by the address of its file in the docs folder."""
    library: Library | None = None
    """What the pages are made from."""

    def write(self) -> Site:
        """Write everything now, and return it. Raises ``jinja2.TemplateError`` where a template is wrong."""
        for page in self.pages:
            _ = page.text
        dict(self.files)
        return self

    def try_out(self, templates: Collection[str]) -> Site:
        """Write a page or two of each of these templates, and return the site. Raises ``jinja2.TemplateError``."""
        for page in {page.template: page for page in self.pages if page.template in templates}.values():
            _ = page.text
        for uri in tuple(self.sheets)[:: max(len(self.sheets) - 1, 1)]:  # The first is a guide's, the last a routine's.
            _ = self.sheets[uri]
        return self

    @cached_property
    def files(self) -> Texts:
        """Addresses and texts of the files beside the pages."""
        figures = {uri: picture.alone for uri, picture in self.figures.items()}
        there = {uri: partial(texts.__getitem__, uri) for texts in (self.moved, figures) for uri in texts}
        written = {
            uri: partial(texts.write, uri) for texts in (self.sheets, self.contact_sheet, self.scripts) for uri in texts
        }
        return Texts({**there, **written})


@dataclass(frozen=True)
class Drawn:
    """What is drawn for the pages."""

    figures: Mapping[str, Figures] = field(default_factory=dict)
    """By the id of the guide."""
    maps: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    """Maps of the body, front and back, by the address of the page that they stand on."""
    words: Mapping[str, Figure] = field(default_factory=dict)
    """A figure for words of the pose language (``base stand``), for contributors."""
