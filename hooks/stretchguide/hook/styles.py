"""The stylesheet of a site: those of the theme and ours in one, without the rules that nothing on the site asks for.

A rule stays where each class that it names stands on a page or in a script, and each of the theme's colours that it is
for is one of the site's. What a publisher's own page brings in is found on it, as everything else is.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig

SHEET = "stylesheets/site.css"
"""Where it is written."""
_OURS = ("stylesheets/stretchguide.css", "stylesheets/figures.css")
_THEMES = ("assets/stylesheets/main.*.css", "assets/stylesheets/palette.*.css")
_THEMES_SCRIPT = "assets/javascripts/bundle.*.js"
_LEFT_OVER = (*_OURS, *_THEMES, _THEMES_SCRIPT)
"""What is taken from the site where no page loads it."""

_CLASSES = re.compile(rb'class="([^"]*)"')
_COLOURS = re.compile(rb'data-md-color-(?:scheme|primary|accent)="[\w-]+"')
_LOADED = re.compile(rb'(?:href|src)="([^"]*\.(?:css|js))"')
_WORDS = re.compile(rb"[\w-]+")
_NOT_THERE = "md-search"
"""The theme's script names it, and its search is not there."""

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_CHOICE = re.compile(r":(?:not|is|where|has)\([^()]*\)")
"""What a selector asks for in one way of several, or not at all, is no reason to drop it."""
_CLASS = re.compile(r"\.((?:\\.|[\w-])+)")
_COLOUR = re.compile(r"\[(data-md-color-\w+)=[\"']?([\w-]+)[\"']?\]")


class _OnSite(NamedTuple):
    """What the pages of a site ask for."""

    named: frozenset[str]
    """Their classes, and every word of the scripts; colours as they stand on a page, `data-md-color-scheme="slate"`."""
    loaded: frozenset[str]
    """The names of the files of styles and scripts that they load."""


def announce_one(config: MkDocsConfig) -> None:
    """Let the pages load the one stylesheet; those of a publisher that come after ours stay what they are."""
    ours = list(takewhile(_OURS.__contains__, map(str, config.extra_css)))
    config.extra["stylesheet"], config.extra["in_stylesheet"] = SHEET, ours
    config.extra_css = config.extra_css[len(ours) :]


def write_one(site: Path, ours: Iterable[str]) -> None:
    """Write the stylesheet of a built site, of which these are ours; what no page loads now is taken away."""
    found = _found_on(site)
    sheets = [*(path for sheet in _THEMES for path in sorted(site.glob(sheet))), *(site / sheet for sheet in ours)]
    css = "".join(path.read_text("utf-8") for path in sheets if path.is_file())
    Path(site, SHEET).write_text(asked_for(css, found.named), "utf-8")
    for path in (path for left_over in _LEFT_OVER for path in site.glob(left_over)):
        if path.name not in found.loaded:
            path.unlink()


def _found_on(site: Path) -> _OnSite:
    classes, colours, loaded = set[bytes](), set[bytes](), set[bytes]()
    for page in site.rglob("*.html"):
        html = page.read_bytes()
        classes |= {name for names in set(_CLASSES.findall(html)) for name in names.split()}
        colours |= set(_COLOURS.findall(html))
        loaded |= {address.rpartition(b"/")[2] for address in set(_LOADED.findall(html))}
    words = set[bytes]()
    for script in _scripts(site, loaded):
        words |= {word for word in _WORDS.findall(script.read_bytes()) if not word.startswith(_NOT_THERE.encode())}
    return _OnSite(_texts(classes | colours | words), _texts(loaded))


def _scripts(site: Path, loaded: Container[bytes]) -> Iterator[Path]:
    """All but the theme's, where no page loads it; others load each other."""
    return (path for path in site.rglob("*.js") if path.name.encode() in loaded or not path.match(_THEMES_SCRIPT))


def _texts(found: Iterable[bytes]) -> frozenset[str]:
    return frozenset(each.decode("utf-8", "replace") for each in found)


def asked_for(css: str, named: Container[str]) -> str:
    """The rules of a stylesheet of which each class is named.

    >>> asked_for(".a{x:y}.b,.a .c{x:y}@media print{.b{x:y}}h1:not(.b){x:y}", {"a", "c"})
    '.a{x:y}.a .c{x:y}h1:not(.b){x:y}'
    """
    return "".join(_kept(css, named))


def _kept(css: str, named: Container[str]) -> Iterator[str]:
    for head, body in _rules(css):
        if head.startswith(("@media", "@supports")):
            inner = asked_for(body, named)
            yield f"{head}{{{inner}}}" if inner else ""
        elif head.startswith("@") or not body:
            yield f"{head}{{{body}}}" if body else head
        else:
            selectors = [each for each in _parted(head) if _is_asked_for(each, named)]
            yield f"{','.join(selectors)}{{{body}}}" if selectors else ""


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """What stands before each block, and the block; a statement without one has none."""
    # Quoted braces would be taken for those of blocks: they are hidden while the ends are looked for.
    plain = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), css)
    at = 0
    while at < len(plain):
        opening, ending = plain.find("{", at), plain.find(";", at)
        if 0 <= ending < opening or opening < 0:
            end = ending + 1 if ending >= 0 else len(plain)
            yield css[at:end], ""
            at = end
        else:
            end = _closing(plain, opening)
            yield css[at:opening], css[opening + 1 : end]
            at = end + 1


def _closing(plain: str, opening: int) -> int:
    """The brace that closes the one at a place."""
    depth = 0
    for brace in re.compile(r"[{}]").finditer(plain, opening):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.start()
    return len(plain)


def _parted(head: str) -> Iterator[str]:
    """The selectors of a rule, parted at the commas that stand in no brackets."""
    depth, begin = 0, 0
    for at, sign in enumerate(head):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            yield head[begin:at]
            begin = at + 1
    yield head[begin:]


def _is_asked_for(selector: str, named: Container[str]) -> bool:
    plain, before = selector, ""
    while plain != before:  # From the innermost brackets outwards.
        plain, before = _CHOICE.sub("", plain), plain
    colours = (f'{name}="{value}"' for name, value in _COLOUR.findall(plain))
    return all(colour in named for colour in colours) and all(
        _is_named(name.replace("\\", ""), named) for name in _CLASS.findall(plain)
    )


def _is_named(name: str, named: Container[str]) -> bool:
    """Whether a class is named, or what it is a kind of: scripts put the name of a kind together."""
    return name in named or name.partition("--")[0] in named
