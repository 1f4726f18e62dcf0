"""What a page says of itself in its head: the record that it comes from, its day, and data for machines."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Mapping
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from stretchguide.guides.library import Library
from stretchguide.hook.escaping import as_html
from stretchguide.hook.page_files import source_of
from stretchguide.pages import structured_data
from stretchguide.pages.structured_data import Crumb, Host, PageHead


def say_source(page: Page, days: Mapping[str, datetime.date], config: MkDocsConfig) -> None:
    """Say where a page comes from, and when that was changed last."""
    path = source_of(page.file, config)
    page.edit_url = _edit_address(path, config)
    page.meta["source"] = path
    day = days.get(path or "")
    page.meta["changed_on"] = day.isoformat() if day else None


def _edit_address(source: str | None, config: MkDocsConfig) -> str | None:
    """The page of the forge where a reader can mend a file."""
    forge, repository = config.extra.get("forge"), config.extra.get("repository")
    if not (source and forge and repository):
        return None
    return f"{forge}/{repository}/edit/main/{quote(source)}"


def add_data(page: Page, files: Files, library: Library | None, config: MkDocsConfig) -> None:
    """Add the data for machines, which needs the page's title and its address on the web."""
    head, host = _head(page, files, config), _host(config)
    if head and host and "noindex" not in page.meta.get("robots", ""):
        page.meta["structured_data"] = as_html(structured_data.text(head, host, library))


def _head(page: Page, files: Files, config: MkDocsConfig) -> PageHead | None:
    """What the head says of a page; None where its address on the web is not known."""
    if not page.canonical_url:
        return None
    above = files.get_file_from_path(f"{posixpath.dirname(page.file.src_uri)}/index.md")
    parent = above.page if above and above != page.file else None
    return PageHead(
        page.file.src_uri,
        page.canonical_url,
        _title(page, config),
        str(page.meta.get("description") or config.site_description or ""),
        page.meta["changed_on"],
        Crumb(_title(parent, config), parent.canonical_url) if parent and parent.canonical_url else None,
    )


def _title(page: Page, config: MkDocsConfig) -> str:
    return str(page.meta.get("title") or page.title or config.site_name)


def _host(config: MkDocsConfig) -> Host | None:
    if not config.site_url:
        return None
    return Host(config.site_name, config.site_url, config.site_description or "", config.theme["language"])
