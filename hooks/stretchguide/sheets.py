"""The contact sheet: many figures with their words on one page, for people who review them.

The page is one file that asks nothing of any host. Its markup stands in ``overrides/sheets/``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from stretchguide.figure import palette
from stretchguide.figures import Gallery, Picture
from stretchguide.guide import Guide
from stretchguide.records import Step, Variant
from stretchguide.templates import environment


@dataclass(frozen=True)
class Shown:
    """A step of a variant on the sheet."""

    number: int
    step: Step
    picture: Picture | None

    @property
    def svg(self) -> Markup:
        """The figure for the page; it is made by an element tree, so every text in it is escaped."""
        return Markup(self.picture.inline) if self.picture else Markup()


@dataclass(frozen=True)
class Row:
    """A variant on the sheet."""

    variant: Variant
    steps: tuple[Shown, ...]


@dataclass(frozen=True)
class Strip:
    """A record on the sheet."""

    guide: Guide
    rows: tuple[Row, ...]

    @property
    def warnings(self) -> int:
        """How many of its figures have a warning."""
        pictures = [shown.picture for row in self.rows for shown in row.steps]
        return sum(bool(picture and picture.faults) for picture in pictures)


def contact_sheet(guides: Iterable[Guide], gallery: Gallery, templates: Path, *, only_changed: bool) -> str:
    """The page, of records that the check has passed with their figures."""
    return (
        environment(templates)
        .get_template("contact-sheet.html")
        .render(
            strips=[Strip(guide, tuple(_rows(guide, gallery))) for guide in guides],
            only_changed=only_changed,
            figures_css=Markup(palette.site_css()),
            dark_css=Markup(palette.tokens_css("dark")),
        )
    )


def _rows(guide: Guide, gallery: Gallery) -> Iterator[Row]:
    for variant, pictures in zip(guide.record.variants, gallery.pictures(guide.record), strict=True):
        steps = enumerate(zip(variant.steps, pictures, strict=True), 1)
        yield Row(
            variant,
            tuple(Shown(at, step, picture if isinstance(picture, Picture) else None) for at, (step, picture) in steps),
        )
