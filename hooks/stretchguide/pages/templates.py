"""Our own Jinja environment, never the theme's: strict about names, and escaping whatever a template prints."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError, meta


def environment(
    folder: Path, finalize: Callable[[object], object] | None = None, compiled: BytecodeCache | None = None
) -> Environment:
    """An environment for the templates of a folder. A missing name is an error. Text is escaped for HTML, or as
    ``finalize`` does it, which must return Markup. What is ``compiled`` already is not compiled again."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        bytecode_cache=compiled,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def made_of(folder: Path, names: Collection[str]) -> frozenset[str]:
    """The templates of a folder that hold one of these or take anything from it, over any number of steps."""
    taken, found, before = _taken(folder), frozenset(names), frozenset[str]()
    while found != before:
        before, found = found, found | {name for name, others in taken.items() if others & found}
    return found


def _taken(folder: Path) -> Mapping[str, frozenset[str]]:
    """The templates that each template of a folder names; none for one that cannot be read, which says so itself."""
    jinja, found = Environment(), dict[str, frozenset[str]]()
    for path in folder.iterdir():
        with contextlib.suppress(TemplateSyntaxError, OSError):
            names = meta.find_referenced_templates(jinja.parse(path.read_text("utf-8")))
            found[path.name] = frozenset(name for name in names if name)
    return found
