"""The words of muscles that are felt: `left piriformis`, `soleus`."""

from __future__ import annotations

from collections.abc import Collection

from stretchguide.figure.words.phrases import Faults, Phrase, remedy
from stretchguide.figure.words.pose import LitMuscle
from stretchguide.format.problems import quoted
from stretchguide.format.sides import SIDES


def felt(phrase: Phrase, known: Collection[str] | None, faults: Faults) -> LitMuscle | None:
    """A muscle with or without a side; any id is taken where the known ones are not given."""
    side = phrase.verb if phrase.verb in SIDES else None
    names = phrase.words[1:] if side else phrase.words
    if len(names) != 1:
        faults.add(phrase.path, f"{quoted(phrase)} is no muscle; write an id, with left or right before it or nothing")
        return None
    if known is not None and names[0] not in known:
        faults.add(phrase.path, f"unknown muscle {quoted(names[0])}{remedy(names[0], sorted(known))}")
        return None
    return LitMuscle(names[0], side)
