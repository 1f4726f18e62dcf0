"""The theme's stylesheet without the rules that nothing on the site asks for: a third of it, which every reader loads.

A rule stays where each class that it names stands on a page or in a script. What a publisher's own page brings in is
found on it, as everything else is.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from pathlib import Path

_SHEETS = "assets/stylesheets/main.*.css"
_CLASSES = re.compile(rb'class="([^"]*)"')
_WORDS = re.compile(rb"[\w-]+")
_NOT_THERE = "md-search"
"""The theme's script names it, and its search is not there."""

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_CHOICE = re.compile(r":(?:not|is|where|has)\([^()]*\)")
"""What a selector asks for in one way of several, or not at all, is no reason to drop it."""
_CLASS = re.compile(r"\.((?:\\.|[\w-])+)")


def leave_out_unasked(site: Path) -> None:
    """Write the theme's stylesheet of a built site anew."""
    named = _named(site)
    for sheet in site.glob(_SHEETS):
        sheet.write_text(asked_for(sheet.read_text("utf-8"), named), "utf-8")


def _named(site: Path) -> set[str]:
    """The classes that the pages have, and every word of the scripts."""
    found: set[bytes] = set()
    for page in site.rglob("*.html"):
        found |= set(_CLASSES.findall(page.read_bytes()))
    names = {name for names in found for name in names.split()}
    for script in site.rglob("*.js"):
        names |= {word for word in _WORDS.findall(script.read_bytes()) if not word.startswith(_NOT_THERE.encode())}
    return {name.decode("utf-8", "replace") for name in names}


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
    return all(_is_named(name.replace("\\", ""), named) for name in _CLASS.findall(plain))


def _is_named(name: str, named: Container[str]) -> bool:
    """Whether a class is named, or what it is a kind of: scripts put the name of a kind together."""
    return name in named or name.partition("--")[0] in named
