"""Every version and every routine of these records is played as it is printed."""

from __future__ import annotations

from playwright.sync_api import Page

import played
from pages_server import PagesSite
from records import real_library


def test_every_second_is_played_as_it_is_printed(page: Page, real_site: PagesSite) -> None:
    page.goto("./")
    assert played.faults(page, real_library(), real_site.url) == []
