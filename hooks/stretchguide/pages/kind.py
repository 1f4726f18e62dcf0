"""A kind of page: where its pages stand, what they are filled from, and whether the menu lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from stretchguide.pages import addresses
from stretchguide.pages.page import Find, Found, Page, SearchEntry
from stretchguide.pages.writer import Tell, Writer


@dataclass(frozen=True)
class Single:
    """A page of which there is one."""

    uri: str
    template: str
    title: str
    name: str = ""
    """What the menu calls it; empty = its title."""

    @property
    def in_menu(self) -> dict[str, str]:
        """Its entry in the menu."""
        return {self.name or self.title: self.uri}

    def page(
        self, writer: Writer, tell: Tell = dict, *, found_by: str | None = None, search: Find | None = None
    ) -> Page:
        """The page, for which ``tell`` makes what its template is told, besides its title.

        ``found_by`` is the text that the search finds it by, besides that, where ``search`` makes no entries of it;
        without either it does not.
        """
        found = search if found_by is None else partial(_by_title, self.title, found_by)
        return writer.page(self.uri, self.template, lambda: {"title": self.title, **tell()}, search=found)


def _by_title(title: str, text: str) -> Found:
    return (SearchEntry(title, "page", text=text),)


@dataclass(frozen=True)
class Kind:
    """Pages that one module writes, and all that others ask about them."""

    write: Callable[[Kind, Writer], Iterator[Page]]
    """Writes every page of the kind, the single ones too."""
    folder: str = ""
    """Where they stand: one of ``addresses``. Empty = at the top, where every page is a single one."""
    template: str = ""
    """That of each page of the folder; empty = it holds single pages only."""
    singles: tuple[Single, ...] = ()
    """Pages of which there is one, the list of the folder among them."""
    in_menu: bool = False
    """Whether the menu lists each page of the folder, which costs every page of the site an entry."""

    def pages(self, writer: Writer) -> Iterator[Page]:
        return self.write(self, writer)

    def page(
        self,
        writer: Writer,
        id: str,
        tell: Tell,
        *,
        source: str | None = None,
        search: Find | None = None,
    ) -> Page:
        """The page of the folder that an id names. Without a search entry the search does not find it."""
        return writer.page(addresses.page(self.folder, id), self.template, tell, source=source, search=search)
