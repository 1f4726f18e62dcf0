"""Short texts of strangers: escaped for Markdown, and the little inline Markdown that they may hold.

Emphasis, strong and links count; everything else is shown as typed. Which links are right is for ``rules``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from emoji import emoji_list
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from stretchguide.format.fields import ID_PATTERN

_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'`{}|\\^\[\]]+", re.IGNORECASE)
_STRETCH = re.compile(ID_PATTERN)

# Every character with a meaning in Markdown, its extensions or HTML, wherever it stands ...
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&|~^=\"$#]|:(?=[\w+-]+:)|!(?=\[)")
# ... and those with a meaning only where a line begins.
_AT_START = re.compile(r"^(?:[+:!-]|\d+(?=[.)]))|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
# Symbols that the emoji list counts although they are ordinary signs in a text.
_NO_EMOJI = frozenset("©®™")
# All others hold a character from here on: most texts need not be looked through.
_MAY_BE_EMOJI = re.compile("[\u203c-\U0010ffff]")


@dataclass(frozen=True)
class Link:
    """A link in a text: a stretch id or a web address, or whatever else somebody typed there."""

    target: str

    @property
    def is_web(self) -> bool:
        return bool(_WEB_ADDRESS.fullmatch(self.target))

    @property
    def is_stretch(self) -> bool:
        return bool(_STRETCH.fullmatch(self.target))


def folded(text: str) -> str:
    """The text on one line with single spaces: leading blanks would make code, a newline would leave a list."""
    return " ".join(text.split())


_DENIED = re.compile(r"\b(?:never|not?|nothing|nor|without|hardly|rather than)\b|n['’]t\b", re.IGNORECASE)


def asserted(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Where a text says it and its sentence does not deny it before: "never force a knee" asks for no force."""
    for found in pattern.finditer(text):
        sentence = re.split(r"[.;:!?]", text[: found.start()])[-1]
        if not _DENIED.search(sentence):
            yield found


def escaped(text: str) -> Markup:
    """Plain text for the body of a Markdown page: shown exactly as typed, whatever it holds."""
    found = _SPECIAL.sub(_entity, folded(text))
    return Markup(_AT_START.sub(lambda start: "".join(map(_code, start.group())), found))


def _entity(found: re.Match[str]) -> str:
    return _code(found.group())


def _code(character: str) -> str:
    return f"&#{ord(character)};"


def _parser(allowed: Callable[[str], bool]) -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["emphasis", "link", "image"])
    parser.validateLink = allowed  # type: ignore[method-assign, assignment]
    return parser


_ANY_LINK = _parser(lambda target: True)
_GOOD_LINK = _parser(lambda target: Link(target).is_web or Link(target).is_stretch)


_MARKS = re.compile(r"[*_\[\]!\0]")
"""Without one of these a text holds no emphasis, link or image, and the parser would give it back as it is."""


def _tokens(parser: MarkdownIt, text: str) -> Sequence[Token]:
    if not _MARKS.search(text):
        return [Token("text", "", 0, content=folded(text))]
    return parser.parseInline(folded(text))[0].children or ()


def links(text: str) -> Iterator[Link]:
    """Every link that the text tries to make, right or wrong."""
    for token in _tokens(_ANY_LINK, text):
        if token.type == "link_open":
            yield Link(str(token.attrs["href"]))


def plain(text: str) -> str:
    """The text without its inline Markdown: for attributes, search, data."""
    return "".join(_plain_token(token) for token in _tokens(_GOOD_LINK, text))


def _plain_token(token: Token) -> str:
    return _image_source(token) if token.type == "image" else token.content


def _whole(text: str) -> Iterable[tuple[str, str | None]]:
    return [(text, None)]


@dataclass(frozen=True)
class Rendering:
    """How a page writes what a text may hold."""

    address: Callable[[str], str | None]
    """A stretch id to a link target; None leaves the words without a link."""
    hidden: Callable[[str], str]
    """A run of emoji to Markdown that screen readers pass over."""
    explained: Callable[[str], Iterable[tuple[str, str | None]]] = _whole
    """Words outside links in pieces, each with the page that explains it, or None."""
    words: Callable[[str], str] = str
    """What is written for a run of words: the same, or right and left swapped."""


def markdown(text: str, rendering: Rendering) -> Markup:
    """The text as safe Markdown."""
    open_links: list[str | None] = []
    return Markup("".join(_written(token, rendering, open_links) for token in _tokens(_GOOD_LINK, text)))


def _written(token: Token, rendering: Rendering, open_links: list[str | None]) -> str:
    match token.type:
        case "strong_open" | "strong_close":
            return "**"
        case "em_open" | "em_close":
            return "*"
        case "link_open":
            target = str(token.attrs["href"])
            open_links.append(web_address(target) if Link(target).is_web else rendering.address(target))
            return "[" if open_links[-1] else ""
        case "link_close":
            return f"]({opened})" if (opened := open_links.pop()) else ""
        case _:
            explained = _whole if open_links else rendering.explained
            return "".join(
                rendering.hidden(run) if is_emoji else "".join(_pieces(rendering.words(run), explained))
                for run, is_emoji in emoji_runs(_plain_token(token))
            )


def _pieces(text: str, explained: Callable[[str], Iterable[tuple[str, str | None]]]) -> Iterator[str]:
    for words, target in explained(text):
        yield f"[{piece(words)}]({target})" if target else piece(words)


def web_address(address: str) -> str:
    """A web address for Markdown's parentheses; never entity-escaped, which MkDocs takes for another address."""
    return address.replace("(", "%28").replace(")", "%29").replace("*", "%2A").replace("_", "%5F")


def _image_source(token: Token) -> str:
    """An image is no part of a text: give back what was typed."""
    return f"![{token.content}]({token.attrs['src']})"


@lru_cache(maxsize=1 << 14)
def piece(text: str) -> Markup:
    """A piece of a line, escaped, with a blank kept at either end."""
    if not text.strip():
        return Markup(text[:1] and " ")
    before, after = " " * text[0].isspace(), " " * text[-1].isspace()
    return Markup(f"{before}{escaped(text)}{after}")


def emoji_in(text: str) -> list[str]:
    """The emoji of a text, a joined one as one."""
    if not _MAY_BE_EMOJI.search(text):
        return []
    return [found["emoji"] for found in emoji_list(text) if found["emoji"] not in _NO_EMOJI]


def emoji_runs(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces: runs of emoji (True) and what stands between them (False)."""
    at = 0
    for run in _runs(text):
        yield text[at : run.start], False
        yield text[run.start : run.stop], True
        at = run.stop
    yield text[at:], False


def _runs(text: str) -> list[range]:
    runs: list[range] = []
    for found in emoji_list(text) if _MAY_BE_EMOJI.search(text) else ():
        start, stop = found["match_start"], found["match_end"]
        if found["emoji"] in _NO_EMOJI:
            continue
        if runs and runs[-1].stop == start:
            runs[-1] = range(runs[-1].start, stop)
        else:
            runs.append(range(start, stop))
    return runs
