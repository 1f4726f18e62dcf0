"""The one edge where text becomes HTML: the theme's templates escape whatever they print.

MkDocs hands its structures to the theme as they are: titles of the menu, the name of the site, front matter, settings
from the environment. In them everything is plain text, and it is escaped where it is printed, by construction; only
what is HTML already is marked as such. So no other plugin that reads a title finds ``&#39;`` in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

_PRINTS_HTML = re.compile(
    r"\.icons/|blog|fragments/|partials/(consent|icons|integrations/|languages?\b|pagination|post\b)"
)
"""Templates of the theme that put its own HTML or that of its plugins together; the texts of a language are its own."""

_DAYS_OF_GIT = {"git_revision_date_localized", "git_creation_date_localized"}
"""What git-revision-date-localized says of a page: a day in an element. No record writes such keys."""

_HTTP = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)


def escape_everything(env: Environment) -> None:
    """Let every template of the theme that writes HTML or XML escape what it prints."""
    env.autoescape = _escapes


def _escapes(template: str | None) -> bool:
    name = template or ""
    return name.endswith((".html", ".xml")) and not _PRINTS_HTML.match(name)


def as_html(text: str) -> str:
    """A text that is HTML already, so that it is printed as it is."""
    return Markup(text)


def mark_html(page: Page) -> None:
    """Mark what is HTML of a page: its body, the titles of its table of contents, and days of a plugin that asks git.

    Its own title is plain text in its front matter and in the menu; from its first heading MkDocs takes it as HTML.
    """
    page.content = as_html(page.content or "")
    _mark(page.toc)
    page.meta.update({key: as_html(page.meta[key]) for key in _DAYS_OF_GIT & page.meta.keys()})
    if page.title and "title" not in page.meta:
        page.title = unescape(page.title)


def _mark(links: Iterable[AnchorLink]) -> None:
    for link in links:
        link.title = Markup(link.title)
        _mark(link.children)


def web_only(address: object) -> str | None:
    """An address of the web that settings or the environment name; None for any other, which gives no link."""
    return str(address) if _HTTP.fullmatch(str(address or "")) else None
