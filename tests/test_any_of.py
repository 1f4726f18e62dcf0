"""A pattern of many words finds what the words themselves do."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from properties import tried
from stretchguide.format.any_of import any_of

WORDS = st.lists(st.text("ab.\\-", min_size=1, max_size=4), max_size=6)


@tried(200)
@given(words=WORDS, text=st.text("abAB.\\- c", max_size=30))
def test_it_finds_what_the_words_do_one_after_the_other(words: list[str], text: str) -> None:
    escaped = sorted(map(re.escape, words), key=len, reverse=True)
    plain = re.compile("|".join(escaped) or "(?!)", re.IGNORECASE)
    assert [found.span() for found in re.finditer(any_of(escaped), text, re.IGNORECASE)] == [
        found.span() for found in plain.finditer(text)
    ]


def test_no_words_are_found_nowhere() -> None:
    assert re.search(any_of([]), "") is None
