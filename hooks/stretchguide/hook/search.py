"""The search of the built site: what the pages say of themselves, and beside it the pages that are written by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.utils import write_file

from stretchguide.hook.page_files import generated
from stretchguide.pages.addresses import SEARCH_INDEX
from stretchguide.pages.page import SearchEntry, Site
from stretchguide.pages.search_index import search_index, with_more


def write_index(site: Site, files: Files, config: MkDocsConfig) -> None:
    """Write the index into the site, once every page has been made.

    A page of ours that a publisher has put another in the place of is not in it.
    """
    if site.library:
        ours = [page for page in site.pages if generated(page.uri, files)]
        text = with_more(search_index(ours, site.library.vocabulary.search_words), _by_hand(files))
        write_file(text.encode(), str(Path(config.site_dir, SEARCH_INDEX)))


def _by_hand(files: Files) -> Iterator[tuple[str, SearchEntry]]:
    """Each page that is written by hand, by its title and headings; one keeps out by ``search: {exclude: true}``."""
    for file in files.documentation_pages(inclusion=InclusionLevel.is_included):
        page = file.page
        if page and not file.generated_by and not page.meta.get("search", {}).get("exclude"):
            title, headings = str(page.title or ""), ". ".join(_headings(page.toc))
            yield page.url, SearchEntry(title, "page", text=headings)


def _headings(toc: Iterable[object]) -> Iterator[str]:
    for item in toc:
        yield item.title  # type: ignore[attr-defined]  # MkDocs does not name the type.
        yield from _headings(item.children)  # type: ignore[attr-defined]
