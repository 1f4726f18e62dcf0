"""The shape of a phrase of the pose language: what its words mean stands in `trunk_forms` and `limb_forms`."""

from __future__ import annotations

from typing import NamedTuple

from stretchguide.figure.words.limits import Limits


class Form(NamedTuple):
    """One kind of phrase: a verb, a word of choice after it, a number at the end."""

    verb: str
    ways: tuple[str, ...] = ()
    number: Limits | None = None
    meaning: str = ""
