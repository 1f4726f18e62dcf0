"""The pages that a publisher has written: which addresses they have, and where the menu lists them.

A page says itself where it stands, in its front matter: ``menu: About`` puts it at the end of that part of the menu,
``menu: top`` at the end of the menu, ``menu: none`` nowhere. A page that says nothing stands under About, if it lies in
the docs folder itself or is the first of a folder in it; others are reached from there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils.meta import get_data

from stretchguide.format.characters import undecodable
from stretchguide.format.nearest import hint
from stretchguide.format.problems import quoted
from stretchguide.pages.addresses import seen
from stretchguide.pages.menu import ABOUT
from stretchguide.pages.page import Navigation, Page

_TOP, _NOWHERE = "top", "none"
_ENDINGS = (".md", ".html")


def addresses_in(docs: Path) -> frozenset[str]:
    """The addresses, as readers know them, of all that is written by hand in the docs folder."""
    paths = (path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.suffix in _ENDINGS)
    return frozenset(seen(_indexed(path)) for path in paths)


def _indexed(path: str) -> str:
    """A README is the first page of its folder."""
    folder, name = posixpath.split(path)
    return posixpath.join(folder, "index.md") if name == "README.md" else path


def illegible(files: Files, config: MkDocsConfig) -> Mapping[File, str]:
    """Pages that are no text, and where not."""
    read = {file: undecodable(f"docs/{file.src_uri}", file.content_bytes) for file in _own(files, config)}
    return {file: f"{problem.place}: {problem.message}" for file, problem in read.items() if problem}


def without_template(files: Files, config: MkDocsConfig, env: Environment) -> Mapping[File, str]:
    """Pages that name a template which is not there, and what is wrong with each."""
    named = {
        file: file.page.meta["template"] for file in _own(files, config) if file.page and "template" in file.page.meta
    }
    return {
        file: f"docs/{file.src_uri}: there is no template {quoted(name)}; take that line out, or add it to overrides/"
        for file, name in named.items()
        if not _is_template(name, env)
    }


def _is_template(name: object, env: Environment) -> bool:
    try:
        return isinstance(name, str) and bool(env.get_template(name))
    except TemplateNotFound:
        return False


def doubles(pages: Iterable[Page], files: Files) -> Mapping[File, str]:
    """Files that have the address of a page of ours and not its name, so that links would lead to neither, and why."""
    ours = {f"{seen(page.uri)}index.html": page.uri for page in pages}
    there = {file: ours.get(file.dest_uri, file.src_uri) for file in files}
    return {
        file: f"docs/{file.src_uri} has the address of a page that is made; call it docs/{uri} to take its place"
        for file, uri in there.items()
        if uri != file.src_uri
    }


def misplaced(navigation: Navigation, files: Files, config: MkDocsConfig) -> Mapping[File, str]:
    """Pages that name a part of the menu that is not there, and what is wrong with each."""
    parts = [*_parts(navigation), _TOP, _NOWHERE]
    asked = {file: _part_of(file) for file in _added(navigation, files, config)}
    return {
        file: f"docs/{file.src_uri}: the menu has no part {quoted(part)}{hint(part, dict.fromkeys(parts, ()))}"
        for file, part in asked.items()
        if part not in parts
    }


def with_own(navigation: Navigation, files: Files, config: MkDocsConfig) -> Navigation:
    """The menu with the pages that a publisher has added, each where it says. MkDocs misses none of the others."""
    menu, parts = [*navigation], _parts(navigation)
    for file in _added(navigation, files, config):
        part = _part_of(file)
        if part == _TOP:
            menu.append(_entry(file))
        elif part in parts:
            number = parts[part]
            menu[number] = {part: [*menu[number][part], _entry(file)]}
        else:
            file.inclusion = InclusionLevel.NOT_IN_NAV
    return menu


def _parts(menu: Navigation) -> Mapping[str, int]:
    """The parts of the menu that hold pages, each with its place."""
    return {
        name: number for number, entry in enumerate(menu) for name, inside in entry.items() if isinstance(inside, list)
    }


def _added(menu: Navigation, files: Files, config: MkDocsConfig) -> Iterator[File]:
    """The pages of the docs folder that the menu does not list and the settings do not keep out of it."""
    listed = set(_uris(menu))
    for file in _own(files, config):
        if file.inclusion is InclusionLevel.INCLUDED and file.src_uri not in listed:
            yield file


def _own(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """The pages of the docs folder."""
    return (file for file in files.documentation_pages() if file.src_dir == config.docs_dir and not file.generated_by)


def _uris(entries: Any) -> Iterator[str]:
    for entry in entries:
        for value in entry.values():
            yield from [value] if isinstance(value, str) else _uris(value)


def _part_of(file: File) -> str:
    """The part of the menu that a page belongs to, as it says, or as its place does."""
    said = get_data(file.content_string)[1].get("menu")
    if said is not None:
        return str(said)
    path = PurePosixPath(_indexed(file.src_uri))
    is_first = len(path.parts) == 1 or (len(path.parts) == 2 and path.name == "index.md")
    return ABOUT if is_first and "." not in path.stem else _NOWHERE  # name.de.md is the same page in German.


def _entry(file: File) -> Any:
    title = get_data(file.content_string)[1].get("title")
    return {str(title): file.src_uri} if title else file.src_uri
