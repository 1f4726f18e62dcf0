"""Scripts and styles as they are published: without comments, indents and blanks, which none of them needs.

The modules of the player, which are always wanted together, are one file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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


_WHOLE = "javascripts/player/player.js"
"""A module that is published with all those of its folder that it imports, so that none of them is a file of its own.

No two of them may have a name in common at the top, nor import by another name.
"""
_IMPORT = re.compile(r'^import \{[^}]*\} from "(?P<path>[^"]*)";\n', re.MULTILINE)


def leave_out_comments(files: Files, config: MkDocsConfig) -> None:
    """Put in the place of each script and style of the docs folder what a browser needs of it."""
    whole = Path(config.docs_dir, _WHOLE)
    for file in list(files):
        comments = next((found for folder, found in _COMMENTS.items() if file.src_uri.startswith(folder)), None)
        if comments and file.src_dir == config.docs_dir:
            path = Path(config.docs_dir, file.src_uri)
            files.remove(file)
            if path == whole:
                files.append(File.generated(config, file.src_uri, content=without(comments, joined(path))))
            elif path.parent != whole.parent:
                files.append(File.generated(config, file.src_uri, content=without(comments, path.read_text("utf-8"))))


def joined(path: Path) -> str:
    """A module after those of its folder that it imports; what comes from elsewhere is imported once, at the top."""
    texts = list(_with_needs(path, set()))
    found = [each for text in texts for each in _IMPORT.finditer(text)]
    elsewhere = dict.fromkeys(each[0] for each in found if not each["path"].startswith("./"))
    return "".join([*elsewhere, *(_IMPORT.sub("", text) for text in texts)])


def _with_needs(path: Path, taken: set[Path]) -> Iterator[str]:
    """The texts of a module and of those that it needs, which come first, each once."""
    taken.add(path)
    text = path.read_text("utf-8")
    for found in _IMPORT.finditer(text):
        needed = path.parent / found["path"]
        if found["path"].startswith("./") and needed not in taken:
            yield from _with_needs(needed, taken)
    yield text


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
