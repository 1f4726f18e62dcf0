"""The tests of the content look at the real site: what a fork makes of its own records is held against them.

They name no record and no page. What they ask for is what the records have.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pages_server import PagesSite
from readers import Readers


@pytest.fixture
def readers(readers_of: Callable[[PagesSite], Readers], real_site: PagesSite) -> Readers:
    """In place of those of the sample site."""
    return readers_of(real_site)
