"""Our own Jinja environment, never the theme's: strict about names, and escaping whatever a template prints."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined


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
