"""What the player plays is what the pages print: every version and every routine, second by second."""

from __future__ import annotations

from playwright.sync_api import Page

import played
from pages_server import PagesSite
from records import sample_library


def test_every_second_is_played_as_it_is_printed(page: Page, sample_site: PagesSite) -> None:
    page.goto("./")
    assert played.faults(page, sample_library(), sample_site.url) == []
