"""Settings of a publisher's with which no site can be made: better one sentence than a site with dead links."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from yaml import MarkedYAMLError
from yaml.parser import ParserError
from yaml.scanner import ScannerError

from stretchguide.format import causes
from stretchguide.format.problems import FilePlace, Problem

_I18N = "i18n"

_OFFLINE = "material/offline"
"""The theme's plugin for sites that are read from a folder: it takes the slash from every address."""

_TAG = re.compile(r"!(?=\w)|!(?=!)")
"""Where a tag of YAML begins, such as ``!ENV``."""


def refusal(config: MkDocsConfig) -> str | None:
    """Why no site can be made with these settings; None where one can."""
    if not config.use_directory_urls:
        fact = "use_directory_urls: false cannot be: printed codes lead to addresses that end in a slash"
        remedy = "take the plugin offline out" if _OFFLINE in config.plugins else "take that line out"
        return f"{fact}; {remedy} of mkdocs.yml"
    if _I18N in config.plugins:
        fact = "the plugin i18n takes pages from the docs folder only, and those of the records are made"
        return f"{fact}; take it out of mkdocs.yml"
    return None


def problem_of(error: Exception, file: Path) -> Problem:
    """Why the settings of a file, or of the one that it inherits from, cannot be used."""
    slip = error.__cause__ or error.__context__
    if isinstance(slip, MarkedYAMLError) and (mark := slip.problem_mark or slip.context_mark):
        wrong = file.with_name(Path(mark.name).name)
        if isinstance(slip, ParserError | ScannerError):
            text = _TAG.sub("x", wrong.read_text("utf-8"))  # Records may have none; settings may.
            line, column, fact = causes.slip_of(slip, text.split("\n"))
            return Problem(FilePlace(wrong.name, line, column), fact)
        return Problem(FilePlace(wrong.name, mark.line + 1, mark.column + 1), f"{slip.problem}; mend it")
    if isinstance(error, Abort):
        return Problem(FilePlace(file.name), str(slip) if slip else "a setting is wrong; the terminal says which")
    return Problem(FilePlace(file.name), str(error).partition("\n")[0])
