"""The live preview: MkDocs' server with rebuilds that take the time of one page, not of the whole site.

A change of records makes every page stale, and whoever asks for a page gets it made anew. Whatever else changes
(templates, styles, the settings, or which pages there are), MkDocs builds the whole site as ever.
"""

from __future__ import annotations

import contextlib
import os
import posixpath
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol
from wsgiref.types import StartResponse, WSGIEnvironment

from jinja2 import Environment
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from watchdog.observers.polling import PollingObserver

LOOK_EVERY_S = 0.1
"""How often the server looks for changed files; MkDocs looks every half second."""
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

    def read_again(self, built: Built) -> Collection[str] | None:
        """Read the records again; return the files that may be others now, besides the pages of Markdown.

        None where there are other pages now, or another menu.
        """

    def renew(self, file: File, built: Built) -> bool:
        """Give a page's file its text of today. False where that is not possible, so that the last one stays."""

    def write(self, uri: str, built: Built) -> None:
        """Write one of the files that are no pages of Markdown."""


class Preview:
    """A server that makes pages when somebody asks for them."""

    def __init__(self, server: LiveReloadServer, author: Author, folder: Path) -> None:
        """``folder`` is that of the records: what changes in it makes no new site."""
        self.author, self.folder, self.server = author, folder, server
        self.build_all: Callable[[], None] = server.builder
        self.around = self._around()
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
            around = self._around()
            built = self.author.built
            changed = self.author.read_again(built) if built and around == self.around else None
            if built and changed is not None:
                self._make_stale(built, changed)
            else:
                self.stale, self.around = set(), around
                self.build_all()

    def _around(self) -> dict[str, tuple[int, int]]:
        """Time and size of every file that the whole site depends on."""
        built = self.author.built
        if not built:
            return {}
        config = built.config
        watched = (config.docs_dir, config.config_file_path, *config.watch)
        roots = {Path(path).resolve() for path in watched} - {self.folder.resolve()}
        return dict(entry for root in roots for entry in _entries(root))

    def _make_stale(self, built: Built, files: Collection[str]) -> None:
        pages = built.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        self.stale = {*(file.dest_uri for file in pages), *files}
        if NOT_FOUND in built.config.theme.static_templates:  # Nobody asks for it by its name.
            build._build_theme_template(NOT_FOUND, built.env, built.files, built.config, built.nav)

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
            built = self.author.built
            uri = posixpath.normpath(path.removeprefix(self.server.mount_path) + "index.html" * path.endswith("/"))
            if built and uri in self.stale:
                self.stale.discard(uri)
                self._make(uri, built)
            return self.generation

    def _make(self, uri: str, built: Built) -> None:
        pages = {file.dest_uri: file for file in built.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)}
        if file := pages.get(uri):
            assert file.page is not None
            if self.author.renew(file, built):
                build._populate_page(file.page, built.config, built.files)
            build._build_page(file.page, built.config, list(pages.values()), built.nav, built.env)
        else:
            self.author.write(uri, built)


def _note(heads: list[Any], *head: Any) -> Any:
    heads.append(head)


def look_often(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Let the server see a change sooner."""
    paths = [config.docs_dir, *([config.config_file_path] if config.config_file_path else [])]
    for path in paths:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=LOOK_EVERY_S)
    for path in paths:
        server.watch(path)


def _entries(root: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    names = [root] if root.is_file() else (Path(folder, name) for folder, _, names in os.walk(root) for name in names)
    for path in names:
        with contextlib.suppress(OSError):  # Editors put files there and take them away again.
            found = path.stat()
            yield str(path), (found.st_mtime_ns, found.st_size)
