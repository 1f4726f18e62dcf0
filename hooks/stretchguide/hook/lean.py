"""Scripts and styles as they are published: without comments and indents, which readers would load for nothing."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_REMARK = r"/\*(?:(?!\*/).)*\*/"
_IN_SCRIPTS = re.compile(rf"(?:^|[ \t])//[^\n]*|{_REMARK} ?", re.DOTALL | re.MULTILINE)
_IN_STYLES = re.compile(_REMARK, re.DOTALL)
_COMMENTS = {"javascripts/": _IN_SCRIPTS, "stylesheets/": _IN_STYLES}
"""By the folder of the files. Before a short comment stands a blank, before the slashes of an address none."""


def leave_out_comments(files: Files, config: MkDocsConfig) -> None:
    """Put in the place of each script and style of the docs folder what a browser needs of it."""
    for file in list(files):
        comments = next((found for folder, found in _COMMENTS.items() if file.src_uri.startswith(folder)), None)
        if comments and file.src_dir == config.docs_dir:
            text = without(comments, Path(config.docs_dir, file.src_uri).read_text("utf-8"))
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=text))


def without(comments: re.Pattern[str], text: str) -> str:
    """The text without comments and indents. No quoted text may hold what looks like one.

    >>> without(_IN_SCRIPTS, "// Why.\\nif (a) {\\n  b(/** @type {A} */ (c)); // soon\\n}\\n")
    'if (a) {\\nb((c));\\n}\\n'
    """
    return re.sub(r"^\s+|\n\s+", "\n", comments.sub("", text)).lstrip()
