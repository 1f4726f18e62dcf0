"""The search of the built site: one entry for each page that is to be found, made from its record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import chain
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from stretchguide.pages.page import Page, SearchEntry

FILE = "search/search_index.json"
"""Where the search plugin writes its index, in the site."""


Entry = dict[str, Any]
"""As the plugin has it: ``location``, ``title``, ``text``, and ``tags`` where there are some."""


class SearchIndex:
    """The index of the search plugin, the theme's or MkDocs' own; a publisher may have switched it off."""

    def __init__(self) -> None:
        self.by_hand: Mapping[str, Sequence[Entry]] = {}
        """The entries of pages that are not made from records, by the page: one for it, one for each section."""
        self.written = 0
        """How many entries the index had when it was written last; the plugin adds those of each page made since."""

    def add(self, pages: Iterable[Page], config: MkDocsConfig) -> None:
        """Add the entries of the pages, before the plugin writes its index."""
        if plugin := _plugin(config):
            self.by_hand = _by_page(plugin.search_index.entries)
            plugin.search_index.entries += _entries(pages, config)
            self.written = len(plugin.search_index.entries)

    def rewrite(self, pages: Iterable[Page], config: MkDocsConfig) -> None:
        """Let the plugin write its index again, with the entries of these pages in place of those before."""
        if plugin := _plugin(config):
            entries: list[Entry] = plugin.search_index.entries
            self.by_hand = {**self.by_hand, **_by_page(entries[self.written :])}  # Each keeps its place.
            entries[:] = [*chain.from_iterable(self.by_hand.values()), *_entries(pages, config)]
            self.written = len(entries)
            plugin.on_post_build(config=config)


def _by_page(entries: Iterable[Entry]) -> Mapping[str, Sequence[Entry]]:
    """The entries that a page was given the last time that it was made; that of the page itself comes first."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        page, section, _ = entry["location"].partition("#")
        if not section:
            found[page] = []
        found.setdefault(page, []).append(entry)
    return found


def languages(config: MkDocsConfig) -> set[str]:
    """The languages that the search understands; none where it is switched off."""
    plugin = _plugin(config)
    said = plugin.config.get("lang") if plugin else None
    return {said} if isinstance(said, str) else set(said or ())


def _plugin(config: MkDocsConfig) -> Any:
    return next((plugin for name, plugin in config.plugins.items() if name.endswith("search")), None)


def _entries(pages: Iterable[Page], config: MkDocsConfig) -> Iterator[Entry]:
    for page in pages:
        if page.search:
            location = File(page.uri, "", "", use_directory_urls=config.use_directory_urls).url
            yield {"location": location, **_shown(page.search)}


def _shown(entry: SearchEntry) -> Entry:
    """The search shows entries as HTML, so they are escaped. Names go to ``tags``, which weigh as much as a title
    (mkdocs.base.yml)."""
    tags = [escape(name) for name in entry.names]
    return {"title": escape(entry.title), "text": escape(entry.text)} | ({"tags": tags} if tags else {})
