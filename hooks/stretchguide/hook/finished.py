"""Finished pages: a page in the theme is made once, and found again as long as all that the theme is told is the same.

A page is kept by the hash of what its template is told: its body, title, table of contents and front matter, the menu,
the settings. The templates are hashed as well. Who lets other plugins or hooks work on pages gets every page anew:
nobody knows what those tell a template.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from stretchguide.gallery.store import Store
from stretchguide.history.contents import as_bytes, entries
from stretchguide.hook.bodies import CannotTell, tokens, told

CACHE = Path(".cache", "finished")
"""Where they are kept, relative to the project. Deleting it costs nothing but time."""

_UNTOLD = {
    *("site_dir", "theme", "plugins", "hooks", "markdown_extensions", "mdx_configs", "validation"),
    *("exclude_docs", "draft_docs", "not_in_nav"),
}
"""Settings that no template prints, or that are told apart."""

_SAME = {"nav", "base_url", "extra_css", "extra_javascript", "mkdocs_version", "config", "page"}
"""What a template is told that follows from the settings, the menu, the page and the packages."""

_OTHER = {"pages", "build_date_utc"}
"""What it is told besides, and another thing in each build; the page of a template that asks for it is not kept."""


class Finished:
    """The finished pages of one build. Without a store each is made anew."""

    def __init__(self, config: MkDocsConfig, nav: Navigation, store: Store | None) -> None:
        self.used, self.asked = set[str](), set[str]()
        self.store = store if set(config.plugins) <= set(config.hooks) and len(config.hooks) == 1 else None
        try:
            self.made_with = as_bytes(_settings(config), list(_menu(nav.items)), _templates(config)) if store else b""
        except (CannotTell, OSError):
            self.store = None

    def watch(self, env: Environment) -> None:
        """Let the templates of the theme come here before they are filled."""
        finished = self

        class Kept(Template):
            def render(self, *given: Any, **named: Any) -> str:
                return finished.html(str(self.name), given[0], lambda: super(Kept, self).render(*given, **named))

        class Asking(Context):
            def resolve_or_missing(self, key: str) -> Any:
                finished.asked.add(key)
                return super().resolve_or_missing(key)

        if self.store:
            env.template_class, env.context_class = Kept, Asking

    def html(self, template: str, context: Mapping[str, Any], fill: Callable[[], str]) -> str:
        """A page as it was filled before from the same, or as it is filled now."""
        key = self._key(template, context)
        kept = self.store.get(key) if self.store and key else None
        if kept:
            self.used.add(key)
            return str(kept["html"])
        self.asked.clear()
        html = fill()
        if self.store and key and self.asked.isdisjoint(_OTHER):
            self.used.add(key)
            self.store.put(key, {"html": html})
        return html

    def forget_unused(self) -> None:
        """Throw away what this build has not used: what is kept is never more than one site."""
        if self.store:
            self.store.forget_all_but(self.used)

    def _key(self, template: str, context: Mapping[str, Any]) -> str:
        """Empty for what is no page, or where a template is told more than is known of."""
        page = context.get("page")
        if page is None or not context.keys() <= _SAME | _OTHER:
            return ""
        return hashlib.sha256(as_bytes(self.made_with, template, *_facts(page))).hexdigest()[:32]


def _facts(page: Page) -> Iterator[object]:
    """All that a template can tell of a page that it fills."""
    yield from (page.file.src_uri, page.url, page.canonical_url, page.edit_url, page.title, page.is_homepage)
    yield from (page.content, tokens(page.toc), page.meta)
    for other in (page.previous_page, page.next_page, *page.ancestors):
        yield other and (other.title, getattr(other, "url", None))


def _settings(config: MkDocsConfig) -> list[str]:
    """Raises CannotTell."""
    seen = {name: value for name, value in config.items() if name not in _UNTOLD}
    theme = {name: str(value) if name == "locale" else value for name, value in config.theme.items()}
    return [told({**seen, "dev_addr": None}), told(theme)]


def _menu(items: list[Any]) -> Iterator[object]:
    """The menu as every page shows it."""
    for item in items:
        yield type(item).__name__, item.title, getattr(item, "url", None), getattr(item, "meta", None)
        if item.children:
            yield list(_menu(item.children))


def _templates(config: MkDocsConfig) -> str:
    """A hash of the project's own templates; those of the theme are a package's. Raises OSError."""
    digest, folder = hashlib.sha256(), config.theme.custom_dir
    for name, entry in entries(folder) if folder else ():
        if entry.is_file():
            digest.update(as_bytes(name, Path(entry).read_bytes()))
    return digest.hexdigest()
