"""The live preview: MkDocs' server with rebuilds that take the time of one page, not of the whole site.

What was saved makes the pages stale that are made of it, and whoever asks for one gets it made anew. Only for the
settings, the menu, or a file of the docs folder that comes or goes, MkDocs builds the whole site as ever.
"""

from __future__ import annotations

import posixpath
import threading
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol
from wsgiref.types import StartResponse, WSGIEnvironment

from jinja2 import Environment
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from stretchguide.hook.watch import Watch

WAIT_FOR_MORE_S = 0.05
"""How long no further file may change before pages are made; MkDocs waits a tenth of a second."""

NOT_FOUND = "404.html"


@dataclass(frozen=True)
class Built:
    """What MkDocs has made the whole site of, which one page of it is made of as well."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment


class Author(Protocol):
    """Who writes the pages."""

    built: Built | None
    """The last build of the whole site; None before the first."""

    def follow(self, paths: Collection[str], built: Built) -> Collection[str] | None:
        """Take in what was saved; return the files of the site that are others now. None = whatever there is."""

    def renew(self, file: File, built: Built) -> bool:
        """Give a page's file its text of today. False where that is not possible, so that the last one stays."""

    def write(self, uri: str, built: Built) -> None:
        """Write one of the files that are no pages of Markdown."""

    def tell_of(self, error: Exception, built: Built) -> None:
        """Tell why a page cannot be made: something in a template is wrong."""

    def tell_of_settings(self, error: Exception, built: Built) -> None:
        """Tell why the site cannot be built anew: the settings are wrong."""


class Preview:
    """A server that makes pages when somebody asks for them."""

    def __init__(self, server: LiveReloadServer, author: Author, watch: Watch) -> None:
        self.author, self.watch, self.server = author, watch, server
        self.build_all: Callable[[], None] = server.builder
        self.stale: set[str] = set()
        self.generation = 0
        self.lock = threading.Lock()
        """Held while pages are made: a request waits for a rebuild, and a rebuild for the page of a request."""
        server.builder = self.rebuild
        server.build_delay = WAIT_FOR_MORE_S
        server.set_app(self.answer)

    # -- a change ---------------------------------------------------------------------------------------------------

    def rebuild(self) -> None:
        """What the server does when files have changed."""
        with self.lock:
            self.generation += 1
            paths, built = self.watch.changed(), self.author.built
            stale = self.author.follow(paths, built) if built else None
            if built and stale is not None:
                self.stale |= set(stale)
                self._make_if_stale(NOT_FOUND, built)  # Nobody asks for it by its name.
            else:
                self._build_all(built)

    def _build_all(self, built: Built | None) -> None:
        try:
            self.build_all()
            self.stale = set()
        except Exception as error:
            if built is None or self.author.built is not built:
                raise  # It had begun, and MkDocs tells what has stopped it.
            self.author.tell_of_settings(error, built)  # The site stays as it was, and says so on every page.
            self.stale |= every_page(built)

    # -- a request --------------------------------------------------------------------------------------------------

    def answer(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """The server's answer, from a page that is up to date when it is sent."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        if not path.startswith(self.server.mount_path):
            return self.server.serve_request(environ, start_response)
        while True:
            generation = self._refresh(path)
            heads: list[Any] = []
            body = self.server.serve_request(environ, partial(_note, heads))
            if generation == self.generation:  # Else the records changed in between, and the page is an old one.
                start_response(*heads[-1])
                return body

    def _refresh(self, path: str) -> int:
        """Make the page of an address anew if it is stale; return the generation that it belongs to."""
        with self.lock:
            uri = posixpath.normpath(path.removeprefix(self.server.mount_path) + "index.html" * path.endswith("/"))
            if built := self.author.built:
                self._make_if_stale(uri, built)
            return self.generation

    def _make_if_stale(self, uri: str, built: Built) -> None:
        if uri in self.stale:
            self.stale.discard(uri)
            try:
                self._make(uri, built)
            except Exception as error:  # The last one stays, and the others say why.
                self.author.tell_of(error, built)
                self.stale |= every_page(built) - {uri}

    def _make(self, uri: str, built: Built) -> None:
        pages = {file.dest_uri: file for file in _pages(built)}
        if file := pages.get(uri):
            assert file.page is not None
            if self.author.renew(file, built):
                build._populate_page(file.page, built.config, built.files)
            build._build_page(file.page, built.config, list(pages.values()), built.nav, built.env)
        elif uri in built.config.theme.static_templates:
            build._build_theme_template(uri, built.env, built.files, built.config, built.nav)
        else:
            self.author.write(uri, built)


def _note(heads: list[Any], *head: Any) -> Any:
    heads.append(head)


def _pages(built: Built) -> Sequence[File]:
    return built.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)


def every_page(built: Built) -> set[str]:
    """The files of the site that are pages, the page for what is not there among them."""
    return {NOT_FOUND, *(file.dest_uri for file in _pages(built))}


def address(uri: str, built: Built) -> str:
    """The file of the site that a page of the docs folder becomes."""
    file = built.files.get_file_from_path(uri)
    return file.dest_uri if file else uri


def renewed(file: File, built: Built) -> bool:
    """Make a page anew that is written by hand. False where it has another title, which other pages name."""
    assert file.page is not None
    title = file.page.title
    build._populate_page(file.page, built.config, built.files)
    build._build_page(file.page, built.config, _pages(built), built.nav, built.env)
    return bool(file.page.title == title)


def look_often(server: LiveReloadServer, watch: Watch, config: MkDocsConfig) -> None:
    """Let the server see a change sooner, and go on seeing them."""
    paths = [config.docs_dir, *([config.config_file_path] if config.config_file_path else [])]
    for path in paths:
        server.unwatch(path)
    server.observer = watch  # type: ignore[assignment]  # It is all that the server asks of one.
    for path in paths:
        server.watch(path)
