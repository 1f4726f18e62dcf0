"""The alternative texts of the real pictures: short enough to listen to, each its own, in words that can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from project_copy import ROOT
from records import real_reading
from stretchguide.gallery.gallery import CACHE, Gallery
from stretchguide.gallery.picture import Picture

# So many characters are spoken in some ten seconds; of all texts, so many may be longer.
_SPOKEN, _USUAL, _LONG = 160, 100, 10


def _rows() -> Iterator[tuple[str, list[Picture]]]:
    reading = real_reading()
    assert reading.library
    gallery = Gallery(ROOT / CACHE)
    for id, guide in reading.library.guides.items():
        for row in gallery.pictures(guide.record):
            yield id, [each for each in row if isinstance(each, Picture)]


def test_they_are_short_without_numbers_of_the_body_and_no_two_pictures_of_a_version_share_one() -> None:
    texts: list[str] = []
    shared: list[str] = []
    for id, row in _rows():
        told = {each.drawing.inline: each.in_row.alt for each in row}
        texts += [each.in_row.alt for each in row]
        shared += [id] * (len(set(told.values())) < len(told))
    assert texts
    assert shared == []
    assert median(map(len, texts)) <= _USUAL
    long = [text for text in texts if len(text) > _SPOKEN]
    assert len(long) <= _LONG, long
    # The size of a thing may be all in which two versions differ; of a body nobody sees numbers.
    assert [text for text in texts if re.search(r"\d (cm (up|forward|back)|degrees|percent)", text)] == []
