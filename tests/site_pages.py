"""The kinds of page that a site has, and one of each in the site of the sample library, for the tests to look up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

from records import sample_library
from stretchguide.guides.guide import Guide
from stretchguide.pages import site
from stretchguide.pages.addresses import id_in, seen
from stretchguide.pages.site import write
from stretchguide.pages.step_cards import step_cards

ROOT = Path(__file__).resolve().parent.parent

FOUNDING = "upper-back-trunk-rotation"
"""A record with two variants."""


@dataclass(frozen=True)
class Kind:
    """A kind of page: the addresses of its pages, and one of them to look at."""

    addresses: str
    """Relative to the site, with `*` for a name: `areas/*/`."""
    example: Callable[[], str] | None = None
    """None where there is only one such page."""


def founding() -> Guide:
    return sample_library().guides[FOUNDING]


def guide_with_one_variant() -> Guide:
    return next(guide for guide in sample_library().shown if len(guide.variants) == 1)


def card_of(guide: Guide, variant: int, step: int) -> int:
    """The place of the card that a step of a variant stands on; a hold stands on that of its move."""
    steps = guide.variants[variant].written.steps
    cards = step_cards(steps, [None] * len(steps))
    return next(place for place, card in enumerate(cards) if any(each is steps[step] for each in card.steps))


def path_of(guide: Guide) -> str:
    return f"exercises/{guide.id}/"


def first_in(folder: str) -> str:
    """The first page of a folder, as the site has them in a row."""
    pages = write(sample_library(), ROOT / "overrides" / "pages", "A site")
    return next(seen(page.uri) for page in pages if id_in(folder, page.uri) not in (None, "index"))


def every_kind() -> Iterator[tuple[str, Kind]]:
    """The kinds of page that the site is made of, each by the name of its folder or of its one page."""
    for kind in site.KINDS:
        if kind.template:
            yield f"one of {kind.folder}", Kind(f"{kind.folder}/*/", partial(first_in, kind.folder))
        yield from ((each.title or "home", Kind(seen(each.uri) or "./")) for each in kind.singles)


NAMED = {
    "home": Kind("./"),
    "browse": Kind("browse/"),
    "area": Kind("areas/*/", lambda: f"areas/{next(iter(sample_library().by_area)).id}/"),
    "equipment": Kind("equipment/*/", lambda: "equipment/chair/"),
    "no equipment": Kind("equipment/none/"),
    "moment": Kind("moments/*/", lambda: f"moments/{next(iter(sample_library().routines.values())).record.occasion}/"),
    "muscle": Kind("muscles/*/", lambda: "muscles/external-oblique/"),
    "group of muscles": Kind("muscles/*/", lambda: "muscles/hamstrings/"),
    "joint": Kind("muscles/*/", lambda: "muscles/thoracic-spine/"),
    "guide with one variant": Kind("exercises/*/", lambda: path_of(guide_with_one_variant())),
    "guide with several variants": Kind("exercises/*/", lambda: path_of(founding())),
    "routines": Kind("routines/"),
    "routine": Kind("routines/*/", lambda: f"routines/{next(iter(sample_library().routines))}/"),
    "safety": Kind("safety/"),
    "caution": Kind("cautions/*/", lambda: f"cautions/{founding().cautions[0]}/"),
    "how to use": Kind("how-to-use/"),
    "how to contribute": Kind("contribute/"),
    "not found": Kind("404.html"),
}
"""Pages that tests ask for by a name, that show what others of their kind do not, or that are written by hand."""

_KNOWN = {kind.addresses for kind in NAMED.values()}

KINDS = {**NAMED, **{name: kind for name, kind in every_kind() if kind.addresses not in _KNOWN}}
"""Every page of the site is of one of these kinds or a sheet, and every kind passes every gate."""

SHEETS = {
    "hand-out": Kind("print/exercises/*/", lambda: f"print/{path_of(founding())}"),
    "hand-out of a version": Kind(
        "print/exercises/*/*/", lambda: f"print/{path_of(founding())}{founding().variants[1].written.id}/"
    ),
    "hand-out of a routine": Kind(
        "print/routines/*/", lambda: f"print/routines/{next(iter(sample_library().routines))}/"
    ),
}
"""Pages to print, which have nothing of the theme: no menu, no footer, no search."""

POSTER = {
    "poster": Kind(
        "print/routines/*/poster/", lambda: f"print/routines/{next(iter(sample_library().routines))}/poster/"
    )
}
"""All of a routine at once; it has nothing of the theme either."""

REVIEW = {"contact sheet": Kind("print/contact-sheet/")}
"""What reviewers look at; it has nothing of the theme either."""

ALL = {**KINDS, **SHEETS, **POSTER, **REVIEW}


def path(kind: str) -> str:
    """The address of a page of this kind, relative to the site."""
    found = ALL[kind]
    return found.addresses if found.example is None else found.example()


def file(kind: str) -> str:
    """The file of a page of this kind, relative to the built site."""
    address = path(kind).removeprefix("./")
    return address if address.endswith(".html") else f"{address}index.html"


def kinds_of(file: str) -> list[str]:
    """The kinds that a page can be of, by its file relative to the built site."""
    address = file.removesuffix("index.html") or "./"
    return [name for name, kind in ALL.items() if _fits(address, kind.addresses)]


PATTERNS = sorted({kind.addresses for kind in ALL.values()})
"""The addresses of all kinds."""


def fullest(site: Path, addresses: str) -> str | None:
    """The page of these addresses that has most to say, of a built site; None where it has none."""
    names = (found.relative_to(site).as_posix() for found in site.rglob("*.html"))
    fitting = [name for name in names if _fits(name.removesuffix("index.html") or "./", addresses)]
    largest = max(fitting, key=lambda name: (site / name).stat().st_size, default=None)
    return largest and (largest.removesuffix("index.html") or "./")


_ASKED = re.compile(r'<\w+|class="[^"]*"')
"""What a rule of a style sheet can ask of a page: its elements, and the classes that stand together."""


def telling(pages: Mapping[str, str]) -> Iterator[str]:
    """Of pages by name, those with an element or a class that those before lack, the richest first.

    Nothing tells the rest from them, for whoever looks at elements and classes.
    """
    asked = {name: set(_ASKED.findall(page)) for name, page in pages.items()}
    seen: set[str] = set()
    for name in sorted(pages, key=lambda name: -len(asked[name])):
        if not asked[name] <= seen:
            seen |= asked[name]
            yield name


def _fits(address: str, pattern: str) -> bool:
    parts, wanted = address.split("/"), pattern.split("/")
    return len(parts) == len(wanted) and all(map(fnmatchcase, parts, wanted))
