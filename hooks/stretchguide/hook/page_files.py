"""The files that MkDocs builds: ours beside those of the docs folder, where a publisher's own stays in its place."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import write_file

from stretchguide.pages.page import Page, Site

TEMPLATES = Path("overrides", "pages")
"""Of the pages, in the project."""


class WrittenFile(File):
    """A file whose text is written each time that it is asked for, and never kept: a site has thousands."""

    write: Callable[[], str] | None = None
    """None where it has been given a text."""

    @property
    def content_string(self) -> str:
        return self.write() if self.write else super().content_string

    @content_string.setter
    def content_string(self, value: str) -> None:
        self.write = None
        self._content = value

    @property
    def content_bytes(self) -> bytes:
        return self.content_string.encode()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.content_string = value.decode()

    def copy_file(self, dirty: bool = False) -> None:
        write_file(self.content_bytes, self.abs_dest_path)


def add_files(site: Site, files: Files, config: MkDocsConfig, write: Callable[[Callable[[], str]], str]) -> None:
    """Add the pages and what belongs to them. What a publisher wrote by hand at the same address stays.

    Each is written by ``write`` when MkDocs asks for it.
    """
    for page in site.pages:
        if files.get_file_from_path(page.uri) is None:
            files.append(file := _file(page.uri, partial(write, page.write), config))
            _name_source(file, page, root_of(config))
    for uri in site.files:
        if files.get_file_from_path(uri) is None:
            files.append(file := _file(uri, partial(write, partial(site.files.write, uri)), config))
            file.abs_src_path = config.config_file_path


def add_written(site: Site, files: Files, config: MkDocsConfig) -> None:
    """The same where everything has been written and is kept."""
    for page in site.pages:
        if files.get_file_from_path(page.uri) is None:
            files.append(file := File.generated(config, page.uri, content=page.text))
            _name_source(file, page, root_of(config))
    for uri, text in site.files.items():
        if files.get_file_from_path(uri) is None:
            files.append(file := File.generated(config, uri, content=text))
            file.abs_src_path = config.config_file_path


def change_files(before: Site, now: Site, files: Files, config: MkDocsConfig) -> None:
    """Take away the pages and the files beside them that are no more, and add the new; what they hold comes later."""
    old, new = ({*(page.uri for page in site.pages), *site.files} for site in (before, now))
    for file in filter(None, (generated(uri, files) for uri in old - new)):
        files.remove(file)
        Path(file.abs_dest_path).unlink(missing_ok=True)
    added = [uri for uri in new - old if files.get_file_from_path(uri) is None]
    for uri in added:
        files.append(File.generated(config, uri, content=""))
    if added:
        _take_in(now, files, config)


def _take_in(site: Site, files: Files, config: MkDocsConfig) -> None:
    """Let MkDocs know new pages as it knows the others, in the order in which it would have found them."""
    for file in [file for page in site.pages if (file := generated(page.uri, files))]:
        files.remove(file)
        files.append(file)
    set_exclusions(files, config)
    for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
        if file.page is None:
            MkDocsPage(None, file, config)


def generated(uri: str, files: Files) -> File | None:
    """A file of ours, not one that a publisher has put in its place."""
    file = files.get_file_from_path(uri)
    return file if file and file.generated_by else None


def _file(uri: str, write: Callable[[], str], config: MkDocsConfig) -> File:
    file = WrittenFile.generated(config, uri, content="")
    assert isinstance(file, WrittenFile)
    file.write = write
    return file


def fill(file: File, page: Page, root: Path) -> None:
    """Give a page's file its text, and the record that it is made from. Raises what a template may raise."""
    file.content_string = page.text
    _name_source(file, page, root)


def _name_source(file: File, page: Page, root: Path) -> None:
    """Say what a page is made from: feeds date it by that, and no plugin finds a file that comes from nowhere."""
    file.abs_src_path = str(root / (page.source or TEMPLATES / page.template))
    if page.source:
        file.edit_uri = page.source


def source_of(file: File, config: MkDocsConfig) -> str | None:
    """The file of the project that a page is made from; None where that is no single one."""
    written: str | None = file.edit_uri
    return written if file.generated_by else f"{docs_of(config)}/{file.src_uri}"


def root_of(config: MkDocsConfig) -> Path:
    """The folder of the project."""
    return Path(config.config_file_path).parent


def docs_of(config: MkDocsConfig) -> str:
    """The folder of the pages that are written by hand, in the project."""
    return Path(os.path.relpath(config.docs_dir, root_of(config))).as_posix()
