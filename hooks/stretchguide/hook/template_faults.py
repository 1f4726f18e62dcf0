"""What stopped a page while its template was filled, as a problem with the line of ours that it came from."""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from stretchguide.format.problems import FilePlace, Problem
from stretchguide.hook.page_files import TEMPLATES


def template_problem(error: Exception, root: Path) -> Problem:
    """What stopped a page: a template at fault says so itself; whatever else happens is a fault of this program."""
    place = _place_of(error, root)
    fact = f"({type(error).__name__}: {error})"
    if isinstance(error, TemplateError):
        return Problem(place, f"a template is wrong {fact}; mend it")
    return Problem(place, f"a page cannot be made {fact}; this is a fault of the program: please report this line")


def _place_of(error: Exception, root: Path) -> FilePlace:
    """The last line of ours that an error came from; Jinja puts the lines of its templates among them."""
    if isinstance(error, TemplateSyntaxError) and error.filename and Path(error.filename).is_relative_to(root):
        return FilePlace(Path(error.filename).relative_to(root).as_posix(), error.lineno)
    lines = [(Path(each.filename), each.lineno or 1) for each in traceback.extract_tb(error.__traceback__)]
    ours = [(file, line) for file, line in lines if file.is_relative_to(root) and ".venv" not in file.parts]
    file, line = ours[-1] if ours else (root / TEMPLATES, 1)
    return FilePlace(file.relative_to(root).as_posix(), line)
