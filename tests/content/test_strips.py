"""In the pictures of a version what nobody moved stays where it is: hands and feet of which two steps say the same."""

from __future__ import annotations

from figure_strips import wandering
from records import real_reading


def test_hands_and_feet_stay_where_the_words_leave_them() -> None:
    assert list(wandering(real_reading())) == []
