"""What a page is on paper."""

from __future__ import annotations

import re

from playwright.sync_api import Page

# In the PDFs that Chromium writes, each sheet is an object of its own, outside compressed streams.
SHEET = re.compile(rb"/Type\s*/Page\b")


def pages_of(pdf: bytes) -> int:
    """How many sheets a PDF that Chromium wrote has."""
    assert pdf.startswith(b"%PDF"), "this is no PDF"
    return len(SHEET.findall(pdf))


def printed(page: Page, paper: str = "A4") -> bytes:
    """The page as its reader's browser prints it; `paper` is a size such as A4 or Letter."""
    return page.pdf(format=paper, prefer_css_page_size=True)
