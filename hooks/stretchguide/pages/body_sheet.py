"""The body sheet: the figures of today beside the same as a real body, for who judges whether these may replace them.

It goes when they have. The page is one file that asks nothing of any host; its markup stands in ``overrides/sheets/``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from stretchguide.figure.ink import palette
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.gallery.body_artist import draw_body
from stretchguide.gallery.gallery import Gallery, shown_by
from stretchguide.gallery.picture import CannotDraw, Picture
from stretchguide.gallery.posed import Posed
from stretchguide.guides.guide import Guide
from stretchguide.pages.templates import environment


@dataclass(frozen=True)
class Pair:
    """A step as it is drawn today, and as a body."""

    name: str
    """Of its record and variant, and its number."""
    today: Picture
    body: Picture | CannotDraw

    @property
    def inlines(self) -> tuple[Markup, ...]:
        """Both drawings for the page, or the one that there is."""
        drawn = (each for each in (self.today, self.body) if isinstance(each, Picture))
        return tuple(Markup(each.inline) for each in drawn)


def body_sheet(guides: Iterable[Guide], gallery: Gallery, rest: RestBody, templates: Path) -> str:
    """The page, of records that the check has passed with their figures."""
    pairs = [pair for guide in guides for pair in _pairs(guide, gallery, rest)]
    return (
        environment(templates)
        .get_template("body-sheet.html")
        .render(
            pairs=pairs,
            figures_css=Markup(palette.site_css()),
            dark_css=Markup(palette.tokens_css("dark")),
        )
    )


def _pairs(guide: Guide, gallery: Gallery, rest: RestBody) -> Iterator[Pair]:
    rows = zip(guide.record.variants, gallery.pictures(guide.record), shown_by(guide.record), strict=True)
    for variant, pictures, poses in rows:
        for number, (picture, shown) in enumerate(zip(pictures, poses, strict=True), 1):
            if isinstance(picture, Picture):
                yield Pair(f"{guide.id}, {variant.id}, step {number}", picture, _as_body(picture, shown, rest))


def _as_body(today: Picture, shown: Posed, rest: RestBody) -> Picture | CannotDraw:
    try:
        return Picture(today.alt, draw_body(shown, rest))
    except CannotDraw as error:
        return error
