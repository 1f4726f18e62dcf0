"""Scripts and styles as they are published: without comments, indents and blanks, which none of them needs."""

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


_QUOTED = re.compile(r"""("[^"\n]*"|`[^`\n]*`)""")
_ONE_TEXT = 2
"""Backquotes."""
_ROUND_SIGNS = re.compile(r" ?(=>|===|!==|&&|\|\||\?\?|[=*<>?:,{}()]) ?")
_IN_RULES = re.compile(r"\s*([{};,])\s*|(:)\s+")


def leave_out_comments(files: Files, config: MkDocsConfig) -> None:
    """Put in the place of each script and style of the docs folder what a browser needs of it."""
    for file in list(files):
        comments = next((found for folder, found in _COMMENTS.items() if file.src_uri.startswith(folder)), None)
        if comments and file.src_dir == config.docs_dir:
            text = without(comments, Path(config.docs_dir, file.src_uri).read_text("utf-8"))
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=text))


def without(comments: re.Pattern[str], text: str) -> str:
    """The text without comments, indents and blanks. No quoted text may hold what looks like one, nor go over lines.

    A line keeps its blanks where it may hold a pattern, or a text within a text.

    >>> without(_IN_SCRIPTS, "// Why.\\nif (a) {\\n  b(/** @type {A} */ (c)); // soon\\n}\\n")
    'if(a){b((c));}\\n'
    >>> without(_IN_STYLES, "/* Why. */\\na :is(b, i) {\\n  color: red;\\n}\\n")
    'a :is(b,i){color:red}'
    """
    plain = re.sub(r"^\s+|\n\s+", "\n", comments.sub("", text)).lstrip()
    if comments is _IN_STYLES:
        return _IN_RULES.sub(r"\1\2", plain).replace(";}", "}")
    return re.sub(r"([{;,])\n", r"\1", "".join(map(_tight, plain.splitlines(keepends=True))))


def _tight(line: str) -> str:
    """A line of a script without the blanks round its signs.

    >>> _tight('const a = b("c = d", {n: 1});')
    'const a=b("c = d",{n:1});'
    """
    parts = _QUOTED.split(line)
    if "\\" in line or line.count("`") > _ONE_TEXT or any("/" in part for part in parts[::2]):
        return line
    return "".join(part if part[:1] in {'"', "`"} else _ROUND_SIGNS.sub(r"\1", part) for part in parts)
