"""The contact sheet: many figures with their words on one page, for people who review them.

The page is one file that asks nothing of any host. Its markup stands in ``overrides/sheets/``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from stretchguide.figure.ink import palette
from stretchguide.format.records import Step, Variant
from stretchguide.gallery.gallery import Figure, Gallery
from stretchguide.guides.guide import Guide
from stretchguide.pages import addresses
from stretchguide.pages.handout_words import BREATHS
from stretchguide.pages.templates import environment


@dataclass(frozen=True)
class Shown:
    """A step of a variant on the sheet."""

    number: int
    step: Step
    figure: Figure | None


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
        figures = [shown.figure for row in self.rows for shown in row.steps]
        return sum(bool(figure and figure.picture.drawing.faults) for figure in figures)


def contact_sheet(
    guides: Iterable[Guide], gallery: Gallery, templates: Path, *, only_changed: bool = False, site: str = ""
) -> str:
    """The page, of records that the check has passed with their figures.

    ``site`` leads to the site's first page (``../../``) from a sheet that is part of it and shows the site's files;
    empty = it stands alone, and holds all figures itself.
    """
    return (
        environment(templates)
        .get_template("contact-sheet.html")
        .render(
            strips=[Strip(guide, tuple(_rows(guide, gallery))) for guide in guides],
            breaths=BREATHS,
            only_changed=only_changed,
            site=site,
            to=addresses,
            figures_css=Markup(palette.site_css()),
            dark_css=Markup(palette.tokens_css("dark")),
        )
    )


def _rows(guide: Guide, gallery: Gallery) -> Iterator[Row]:
    figures = gallery.figures(guide.id, guide.record)
    for variant in guide.record.variants:
        steps = enumerate(zip(variant.steps, figures[variant.id], strict=True), 1)
        yield Row(variant, tuple(Shown(at, step, figure) for at, (step, figure) in steps))
