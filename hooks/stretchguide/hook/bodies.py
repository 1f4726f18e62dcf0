"""The bodies of our pages, HTML after Markdown: each is made once per content, and waits on disk, not in memory.

A body is kept by the hash of all that it is made of: its Markdown, the drawings that are put into it, the extensions
with their settings, and the code. What it found behind its links is kept beside it, and compared when it is used again.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryFile
from types import FunctionType
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from stretchguide.gallery.picture import Picture
from stretchguide.gallery.store import Store
from stretchguide.history.contents import as_bytes
from stretchguide.hook.inlining import InlineFigures
from stretchguide.hook.page_files import root_of
from stretchguide.hook.titles import TitlesAsHeadings

CACHE = Path(".cache", "bodies")
"""Where they are kept, relative to the project. Deleting it costs nothing but time."""

_PURE = re.compile(
    r"(markdown\.extensions\.)?(abbr|admonition|attr_list|def_list|extra|fenced_code|footnotes|legacy_attrs|legacy_em"
    r"|md_in_html|meta|nl2br|sane_lists|smarty|tables|toc)"
    r"|pymdownx\.(betterem|caret|critic|details|emoji|highlight|inlinehilite|keys|mark|smartsymbols|tabbed|tasklist|tilde)"
)
"""Extensions that make the same of the same text and settings. Others read files, or remember what they have seen."""

_FIGURE = re.compile(r"figures/[^\s\"'()<>]+")


class KeptPage(Page):
    """A page that MkDocs has made, and that renders by what is kept."""

    bodies: Bodies

    def render(self, config: MkDocsConfig, files: Files) -> None:
        if not self.bodies.recall(self, files):
            self.bodies.remember(self, files, partial(super().render, config))

    @property
    def content(self) -> str | None:
        return self.bodies.waiting.get(self.file.src_uri)

    @content.setter
    def content(self, html: str | None) -> None:
        self.bodies.waiting.put(self.file.src_uri, html)


class Bodies:
    """The bodies of one build. Without a store each is made anew."""

    def __init__(self, config: MkDocsConfig, pictures: Mapping[str, Picture], store: Store | None) -> None:
        """``pictures`` as in ``show``."""
        self.waiting, self.used = Waiting(root_of(config) / CACHE.parent), set[str]()
        self.show(pictures)
        self.made_with, self.store = "", store
        names = [each for each in config.markdown_extensions if isinstance(each, str)]
        try:
            self.made_with = told([config.markdown_extensions, config.mdx_configs, config.validation])
        except CannotTell:
            self.store = None
        if not all(map(_PURE.fullmatch, names)):
            self.store = None

    def show(self, pictures: Mapping[str, Picture]) -> None:
        """Say which pictures may be put into pages, by the addresses of their files."""
        self.digest_of = cache(lambda address: hashlib.sha256(pictures[address].inline.encode()).hexdigest())
        self.is_picture = pictures.__contains__

    def adopt(self, files: Iterable[File]) -> None:
        """Take on the pages that MkDocs has made of our files: it gives them the titles of the menu."""
        for file in files:
            if file.generated_by and file.page and type(file.page) is Page:
                file.page.__class__ = KeptPage
                assert isinstance(file.page, KeptPage)
                file.page.bodies = self

    def recall(self, page: Page, files: Files) -> bool:
        """Give a page its body, if it is kept and its links lead where they did."""
        kept = self.store.get(key) if self.store and (key := self._key(page)) else None
        if not kept or any(_seen(files, uri) != seen for uri, seen in kept["targets"].items()):
            return False
        self.used.add(key)
        page.content, page._title_from_render = kept["html"], kept["title"]
        page.toc = get_toc(kept["toc"])
        page.present_anchor_ids = set(kept["ids"])
        if kept["anchors"] is not None:
            page.links_to_anchors = {files.src_uris[uri]: anchors for uri, anchors in kept["anchors"].items()}
        return True

    def remember(self, page: Page, files: Files, render: Callable[[Files], None]) -> None:
        """Let a page render; keep its body unless something was said of it, which must be said again each time."""
        key, asked = self._key(page), _Asked(files)
        with _heard() as records:
            render(asked)  # type: ignore[arg-type]  # It answers as files do.
        targets = {uri: _seen(files, uri) for uri in asked.uris}
        if self.store and not records and None not in targets.values():
            anchors = page.links_to_anchors
            self.used.add(key)
            self.store.put(
                key,
                {
                    "html": page.content,
                    "title": page._title_from_render,
                    "toc": tokens(page.toc),
                    "ids": sorted(page.present_anchor_ids or ()),
                    "anchors": None if anchors is None else {file.src_uri: each for file, each in anchors.items()},
                    "targets": targets,
                },
            )

    def forget_unused(self) -> None:
        """Throw away what this build has not used: what is kept is never more than one site."""
        if self.store:
            self.store.forget_all_but(self.used)

    def _key(self, page: Page) -> str:
        text = page.markdown or ""
        drawings = [(each, self.digest_of(each)) for each in _FIGURE.findall(text) if self.is_picture(each)]
        level = logging.getLogger("mkdocs").getEffectiveLevel()  # A quiet build hears no warning.
        place = (page.file.src_uri, page.file.url, page.file.inclusion.value)
        return hashlib.sha256(as_bytes(self.made_with, level, place, text, drawings)).hexdigest()[:32]


class _Span(NamedTuple):
    begin: int
    length: int
    kind: type[str]


class Waiting:
    """Texts that wait on disk until they are asked for; they go with the process."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115  # It is open as long as anything waits.
        self._places: dict[str, _Span] = {}

    def put(self, name: str, text: str | None) -> None:
        if text is None:
            self._places.pop(name, None)
        elif text == self.get(name):  # As when it is only marked as HTML.
            self._places[name] = self._places[name]._replace(kind=type(text))
        else:
            data = text.encode("utf-8", "surrogatepass")
            self._places[name] = _Span(self._file.seek(0, os.SEEK_END), len(data), type(text))
            self._file.write(data)

    def get(self, name: str) -> str | None:
        """The text, of the class that it had: some is marked as HTML."""
        place = self._places.get(name)
        if place is None:
            return None
        self._file.seek(place.begin)
        return place.kind(self._file.read(place.length).decode("utf-8", "surrogatepass"))


class _Asked:
    """The files of a site, and which of them were asked for."""

    def __init__(self, files: Files) -> None:
        self._files, self.uris = files, set[str]()

    def get_file_from_path(self, path: str) -> File | None:
        self.uris.add(path)
        return self._files.get_file_from_path(path)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)


def _seen(files: Files, uri: str) -> list[object] | None:
    """What a link to a file depends on; None where there is no such file."""
    file = files.get_file_from_path(uri)
    return [file.src_uri, file.url, file.inclusion.value] if file else None


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def _heard() -> Iterator[list[logging.LogRecord]]:
    """What is said meanwhile."""
    handler = _Heard()
    logging.getLogger().addHandler(handler)
    try:
        yield handler.records
    finally:
        logging.getLogger().removeHandler(handler)


def tokens(toc: Iterable[AnchorLink]) -> list[dict[str, object]]:
    """A table of contents as MkDocs reads it."""
    return [{"name": link.title, "id": link.id, "level": link.level, "children": tokens(link.children)} for link in toc]


class CannotTell(Exception):
    """What something is cannot be written down, or it makes another thing each time."""


def told(value: object) -> str:
    """Settings as text, so that two that are told alike make the same. Raises CannotTell."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(told(each) for each in value)}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key!r}: {told(each)}' for key, each in value.items())}}}"
    if isinstance(value, partial):
        return f"partial({told([value.func, value.args, value.keywords])})"
    if isinstance(value, FunctionType | type) and "<" not in value.__qualname__:
        return f"{value.__module__}.{value.__qualname__}"
    if isinstance(value, InlineFigures | TitlesAsHeadings):
        return type(value).__name__
    if value is None or isinstance(value, str | int | float):
        return repr(value)
    raise CannotTell
