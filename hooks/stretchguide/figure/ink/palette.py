"""The colours of figures and body maps, as tokens: one name, one class and a value for every way a figure is seen.

Every element carries the light value as an attribute, so that readers without CSS show it, and a class. A page's
style sheet has one rule for each class (`page_css`) that takes the colour from a custom property, which the page sets
for dark, print and forced colours. A stand-alone file brings its own short style (`alone_css`): there the device
decides, never the page's switch. Nothing here draws.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Token(NamedTuple):
    """A colour of the figure. `name` is the custom property without `--fig-`."""

    name: str
    light: str
    dark: str
    print: str
    forced: str
    """A system colour: what the reader chose is kept, and lines and solid patches say what colours say elsewhere."""


# By class, which stands after `sf-`. Three steps of stone (skin lightest, top, cloth darkest), each with a darker tint
# for far limbs; no skin tone, no gender. Contrast in light: hot on near 4.0, on top 2.5, on cloth 1.7, edge on the tile
# 7.6. Hot on dark cloth is 1.2 only, therefore every solid patch has a light edge and every outlined one a hot edge.
TOKENS: dict[str, Token] = {
    "n": Token("near", "#dbe3e0", "#cdd8d4", "#f4f4f4", "Canvas"),
    "nf": Token("far", "#c0ccc8", "#a9b9b4", "#dcdcdc", "Canvas"),
    "c": Token("top", "#a3b8b2", "#7f9a93", "#d0d0d0", "Canvas"),
    "cf": Token("top-far", "#8ea59f", "#6b867f", "#bababa", "Canvas"),
    "d": Token("cloth", "#7f9a93", "#5b7a74", "#acacac", "Canvas"),
    "df": Token("cloth-far", "#6b867f", "#4a665f", "#969696", "Canvas"),
    "h": Token("cap", "#b5c3be", "#9caea8", "#c8c8c8", "Canvas"),
    "no": Token("nose", "#a3b8b2", "#8ea59f", "#b4b4b4", "CanvasText"),
    "p1": Token("prop-1", "#dde7e3", "#4f6c65", "#ffffff", "Canvas"),
    "p2": Token("prop-2", "#c6d5cf", "#425c55", "#e6e6e6", "Canvas"),
    "p3": Token("prop-3", "#aabfb8", "#354b45", "#d2d2d2", "Canvas"),
    "m1": Token("mat-1", "#d0ded9", "#38524b", "#eeeeee", "Canvas"),
    "m2": Token("mat-2", "#b2c6bf", "#2e433d", "#d8d8d8", "Canvas"),
    "sh": Token("shade", "#37524c", "#000000", "#333333", "CanvasText"),
    "mu": Token("hot", "#c8380f", "#e0532a", "#000000", "Highlight"),
    "wa": Token("warm", "#f0a884", "#f0a884", "#ffffff", "Canvas"),
    "ar": Token("arrow", "#0b6158", "#8fe3d2", "#000000", "CanvasText"),
    "st": Token("strap", "#0b6158", "#8fe3d2", "#444444", "CanvasText"),
    "e": Token("edge", "#37524c", "#0c1513", "#333333", "CanvasText"),
    "bg": Token("bg", "#edf4f1", "#1b2a27", "#ffffff", "Canvas"),
    "k": Token("map", "#688e86", "#64877f", "#a8a8a8", "Canvas"),
    "kl": Token("map-line", "#eef4f1", "#17241f", "#ffffff", "CanvasText"),
    "kt": Token("map-tissue", "#c9d8d3", "#a9bfb8", "#d8d8d8", "Canvas"),
}

LIGHT: dict[str, str] = {key: token.light for key, token in TOKENS.items()}
"""By class, the value that stands in the attribute."""


def _property(key: str, fallback: bool = True) -> str:
    token = TOKENS[key]
    return f"var(--fig-{token.name},{token.light})" if fallback else f"var(--fig-{token.name})"


# What is painted with a class: the fill of its own token, or another one; and the strokes, by selector.
_FILLS = tuple(key for key in TOKENS if key not in ("e", "bg", "kl"))
_STROKES = (
    (".sf-o", "e"),
    (".sf-b,.sf-wa", "mu"),
    (".sf-mu", "n"),
    (".sf-l", "ar"),
    (".sf-y", "st"),
    (".sf-hl", "bg"),
    (".sf-k,.sf-kt", "kl"),
)


def page_css() -> str:
    """The rules for a page's style sheet: once for all its figures and maps, with the light value as a fallback."""
    fills = [f".sf-{key}{{fill:{_property(key)}}}" for key in _FILLS]
    strokes = [f"{selector}{{stroke:{_property(key)}}}" for selector, key in _STROKES]
    return "\n".join((*fills, *strokes, *_map_rules(), _KEEP_COLOURS)) + "\n"


_KEEP_COLOURS = "@media (forced-colors:active){.sf{forced-color-adjust:none}}"


# Areas that one view shows at most: each needs a selector, for what is pointed at and what is lit are not nested.
_MOST_AREAS = 14


def _map_rules() -> tuple[str, ...]:
    """How the links of a map answer: hot under the pointer or when the page marks them (`.on`), blue with the focus."""
    chosen = ".sf-map :not(.sf-g)>a:is(:hover,:focus-visible,.on)"
    ground = (
        f".sf-map:has(.sf-g>:nth-child({place}):hover) .sf-a>a:nth-child({place})"
        for place in range(1, _MOST_AREAS + 1)
    )
    return (
        ".sf-map a{cursor:pointer}",
        f":is({chosen},{','.join(ground)}) path{{fill:{_property('mu')};stroke:{_property('e')};stroke-width:9}}",
        ".sf-map a:focus-visible{outline:0}",
        ".sf-map a:focus-visible path{stroke:var(--sg-focus,#1b4fd8)!important;"
        "stroke-width:60!important;paint-order:stroke}",
    )


def tokens_css(column: str) -> str:
    """Declarations of all custom properties with the values of one column: light, dark, print or forced."""
    return "\n".join(f"--fig-{token.name}: {getattr(token, column)};" for token in TOKENS.values()) + "\n"


@lru_cache(maxsize=256)
def alone_css(classes: frozenset[str]) -> str:
    """The style of a stand-alone file whose elements have these classes, without `sf-`: what differs from attributes.

    Dark and forced colours follow the device; printing uses greys. The file stays right without any of it.
    """
    blocks = (
        ("(prefers-color-scheme:dark)", "dark"),
        ("print", "print"),
        ("(forced-colors:active)", "forced"),
    )
    small = _NO_FACE if "fa" in classes else ""
    return small + "".join(f"@media {query}{{{_overrides(classes, column)}}}" for query, column in blocks)


# In a small picture the lines of a face would be a smudge.
_NO_FACE = "@media (max-width:160px){.fa{display:none}}"


def _overrides(classes: frozenset[str], column: str) -> str:
    """The rules of one block, for the classes that occur; classes with the same colours share a rule."""
    said: dict[str, list[str]] = {}
    for key in _FILLS:
        if key in classes:
            said.setdefault(f".{key}", []).append(f"fill:{_short(key, column)}")
    for selectors, key in _STROKES:
        for each in selectors.replace(".sf-", "").split(","):
            if each in classes:
                said.setdefault(f".{each}", []).append(f"stroke:{_short(key, column)}")
    rules: dict[str, list[str]] = {}
    for selector, declarations in said.items():
        rules.setdefault(";".join(declarations), []).append(selector)
    keep = ".sf{forced-color-adjust:none}" if column == "forced" else ""
    return keep + "".join(f"{','.join(selectors)}{{{rule}}}" for rule, selectors in rules.items())


_ORIGIN = "/* Written by dev.py schema from hooks/stretchguide/figure/palette.py; change it there. */\n"


def paper_css() -> str:
    """The style sheet of printed sheets: greys, on a screen as well, so that it shows what the printer will."""
    forced = f"@media (forced-colors: active) {{\n:root {{\n{tokens_css('forced')}}}\n}}\n"
    return f"{_ORIGIN}:root {{\n{tokens_css('print')}}}\n{forced}{page_css()}"


def _short(key: str, column: str) -> str:
    """A colour in three digits where they say as much as six."""
    value: str = getattr(TOKENS[key], column)
    is_even = value.startswith("#") and value[1::2] == value[2::2]
    return "#" + value[1::2] if is_even else value


def site_css() -> str:
    """The style sheet of a site: the tokens in every way a figure is seen, and the rules that use them.

    The page's own switch (``data-md-color-scheme``) decides between light and dark.
    """
    blocks = (
        (":root, [data-md-color-scheme=default]", "light"),
        ("[data-md-color-scheme=slate]", "dark"),
    )
    sets = "".join(f"{selector} {{\n{tokens_css(column)}}}\n" for selector, column in blocks)
    every = ":root, [data-md-color-scheme]"
    printed = f"@media print {{\n{every} {{\n{tokens_css('print')}}}\n}}\n"
    forced = f"@media (forced-colors: active) {{\n{every} {{\n{tokens_css('forced')}}}\n}}\n"
    return f"{_ORIGIN}{sets}{printed}{forced}{page_css()}"
