"""The search of the built site: one entry for each page that is to be found, made from its record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from stretchguide.pages.page import Page, SearchEntry

FILE = "search/search_index.json"
"""Where the search plugin writes its index, in the site."""


class SearchIndex:
    """The index of the search plugin, the theme's or MkDocs' own; a publisher may have switched it off."""

    def __init__(self) -> None:
        self.by_hand: Sequence[dict[str, object]] = ()
        """The entries of pages that are not made from records."""

    def add(self, pages: Iterable[Page], config: MkDocsConfig) -> None:
        """Add the entries of the pages, before the plugin writes its index."""
        if plugin := _plugin(config):
            self.by_hand = list(plugin.search_index.entries)
            plugin.search_index.entries += _entries(pages, config)

    def rewrite(self, pages: Iterable[Page], config: MkDocsConfig) -> None:
        """Let the plugin write its index again, with the entries of these pages in place of those before."""
        if plugin := _plugin(config):
            plugin.search_index.entries[:] = [*self.by_hand, *_entries(pages, config)]
            plugin.on_post_build(config=config)


def languages(config: MkDocsConfig) -> set[str]:
    """The languages that the search understands; none where it is switched off."""
    plugin = _plugin(config)
    said = plugin.config.get("lang") if plugin else None
    return {said} if isinstance(said, str) else set(said or ())


def _plugin(config: MkDocsConfig) -> Any:
    return next((plugin for name, plugin in config.plugins.items() if name.endswith("search")), None)


def _entries(pages: Iterable[Page], config: MkDocsConfig) -> Iterator[dict[str, object]]:
    for page in pages:
        if page.search:
            location = File(page.uri, "", "", use_directory_urls=config.use_directory_urls).url
            yield {"location": location, **_shown(page.search)}


def _shown(entry: SearchEntry) -> dict[str, object]:
    """The search shows entries as HTML, so they are escaped. Names go to ``tags``, which weigh as much as a title
    (mkdocs.base.yml)."""
    tags = [escape(name) for name in entry.names]
    return {"title": escape(entry.title), "text": escape(entry.text)} | ({"tags": tags} if tags else {})
