"""What is drawn of the muscles is what the vocabulary says of them."""

from __future__ import annotations

from muscle_faults import faults
from records import real_library


def test_shapes_are_what_the_vocabulary_says_of_them() -> None:
    assert list(faults(real_library().vocabulary)) == []
