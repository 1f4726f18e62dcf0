"""How many pages of paper the printed sheets of a site take."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from pages_server import PagesSite
from stretchguide.guides.library import Library
from stretchguide.pages import addresses

every_format = pytest.mark.parametrize("format", ["A4", "Letter"])
A_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")

PAPER = re.compile(r"<main\b.*</main>", re.DOTALL)
INSIDE = re.compile(r"(<svg\b[^>]*>).*?(?=</svg>)", re.DOTALL)
"""What a drawing holds: it has its place and its size without."""

# Puts the paper of sheets in place of that of the page, each on a page of its own.
LAY = """papers => {
  const all = document.createRange().createContextualFragment(papers.join(""));
  for (const paper of [...all.children].slice(1)) paper.style.breakBefore = "page";
  document.querySelector("main").replaceWith(all);
}"""


def page_count(page: Page, format: str) -> int:
    return len(A_PAGE.findall(page.pdf(format=format)))


def guide_sheets(of: Library) -> list[str]:
    """The address of each guide's sheets; the first variant of several has one of its own and is not printed twice."""
    guides = of.guides.values()
    found = [addresses.guide_sheet(guide) for guide in guides if len(guide.variants) == 1]
    several = [(guide, variant) for guide in guides if len(guide.variants) > 1 for variant in guide.variants]
    return found + [addresses.guide_sheet(guide, variant) for guide, variant in several]


def in_one(page: Page, site: PagesSite, sheets: list[str], *, is_drawn: bool = False) -> None:
    """Put all sheets behind each other into one document: to print it takes seconds, to print each takes minutes.

    Without what is drawn it takes half of them.
    """
    show(page, site, sheets[0])
    found = [PAPER.findall((site.folder / sheet).read_text("utf-8")) for sheet in sheets]
    assert [len(papers) for papers in found] == [1] * len(sheets)
    page.evaluate(LAY, [paper if is_drawn else INSIDE.sub(r"\1", paper) for (paper,) in found])


def show(page: Page, site: PagesSite, sheet: str) -> None:
    page.goto(site.url + sheet.removesuffix("index.html"))


def too_long(page: Page, site: PagesSite, sheets: list[str], format: str) -> list[str]:
    """The sheets, all in this page, that do not end on theirs. Each begins a page, so the sum tells whether any does
    not; which one it is, is looked for only then."""
    if page_count(page, format) == len(sheets):
        return []
    counts = {}
    for sheet in sheets:
        show(page, site, sheet)
        counts[sheet] = page_count(page, format)
    return [f"{sheet}: {count} pages" for sheet, count in counts.items() if count != 1]


def routine_pages(page: Page, site: PagesSite, of: Library, format: str) -> list[str]:
    """The routines' sheets that are longer than two pages."""
    found = []
    for routine in of.routines.values():
        show(page, site, addresses.routine_sheet(routine))
        count = page_count(page, format)
        if not 1 <= count <= 2:
            found.append(f"{routine.id}: {count} pages")
    return found
