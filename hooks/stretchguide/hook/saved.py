"""What was saved, by what is made of it: the place of a file says which pages and files are to be made anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from stretchguide import project
from stretchguide.hook.page_files import root_of

PAGES, SHEETS = "pages", "sheets"
"""The folders of our own templates, in the theme's folder of the project."""

_FILLED = (".html", ".xml", ".txt", ".webmanifest")
"""The endings of the theme's templates."""


@dataclass
class Saved:
    """The files of one change, sorted."""

    records: bool = False
    """Whether a record was, or a vocabulary or routine."""
    templates: set[str] = field(default_factory=set)
    """The templates of pages and printed sheets, by name."""
    whole_files: bool = False
    """Whether a template of a file that stands beside the pages was."""
    theme: bool = False
    """Whether a template of the theme was, which every page is put into."""
    written: list[File] = field(default_factory=list)
    """The pages that are written by hand."""
    copied: list[File] = field(default_factory=list)
    """The files that are copied as they are."""
    other: bool = False
    """Whether there is anything else: the settings, or a file that came or went. Nobody knows what hangs on that."""


def sorted_out(paths: Iterable[str], files: Files, config: MkDocsConfig) -> Saved:
    """What was saved: the paths are those of files that were changed, made or deleted."""
    saved = Saved()
    for path in map(Path, paths):
        if not _is_litter(path):
            _sort(path, saved, files, config)
    return saved


def _is_litter(path: Path) -> bool:
    """Whether it is an editor's own; of the records, hidden files of theirs are told as faults."""
    return path.name.endswith("~") or (path.name.startswith(".") and path.suffix not in (".yml", ".yaml"))


def _sort(path: Path, saved: Saved, files: Files, config: MkDocsConfig) -> None:
    theme = Path(config.theme.custom_dir or config.docs_dir)
    if path.is_relative_to(root_of(config) / project.FOLDER):
        saved.records = True
    elif not path.is_file():
        saved.other = True
    elif path.parent == theme / PAGES:
        saved.templates.add(path.name)
    elif path.parent == theme / SHEETS:
        saved.whole_files = True
    elif path.is_relative_to(theme) and path.suffix in _FILLED:
        saved.theme = True
    else:
        _sort_by_hand(path, saved, files, config)


def _sort_by_hand(path: Path, saved: Saved, files: Files, config: MkDocsConfig) -> None:
    docs = Path(config.docs_dir)
    file = files.get_file_from_path(path.relative_to(docs).as_posix()) if path.is_relative_to(docs) else None
    if file is None or file.generated_by:
        saved.other = True
    elif file.is_documentation_page():
        saved.written.append(file)
    elif file.inclusion is not InclusionLevel.EXCLUDED:
        saved.copied.append(file)
