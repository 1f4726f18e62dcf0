"""Which id somebody meant: the one that has this name, else the one that is a slip of the pen away, else what there is.

Letters alone mislead: an id that is like another by its letters may mean something else, so each word of it must be
near its own, and numbers must be the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from stretchguide.format.problems import SHOWN_LENGTH, quoted

SLIP = 0.75
"""How alike two words are of which one is a slip of the other, from 0 to 1: one letter of four, two of eight."""

FEW = 12
"""Ids of which a message lists all."""

_SHOWN = 5

Names = tuple[str, ...]
"""What an entry is called, beside its id."""


def hint(id: str, topic: Mapping[str, Names]) -> str:
    """The end of a message about an id that the topic does not have.

    >>> hint("biceps", {"biceps-brachii": ("Front of the upper arm", "biceps"), "soleus": ()})
    "; did you mean 'biceps-brachii'?"
    >>> hint("oliver-2010", {"oliver-2012": (), **{f"author-{year}": () for year in range(2000, 2020)}})
    "; there is 'oliver-2012'"
    >>> hint("novice", {"beginner": (), "advanced": ()})
    "; write 'beginner' or 'advanced'"
    """
    asked = _words(id[:SHOWN_LENGTH])
    meant = _called(id, topic) or _slips(asked, topic)
    if not meant and 0 < len(topic) <= FEW:  # Of few ids a guess hides those that it leaves out.
        return f"; write {_listed(list(topic), 'or')}"
    if len(meant := meant or _with_all(asked, dict.fromkeys(topic, ()))) == 1:
        return f"; did you mean {quoted(meant[0])}?"
    if meant := meant or _with_all(asked, topic) or _with_most(asked, topic):
        return f"; there {'is' if len(meant) == 1 else 'are'} {_listed(meant[:_SHOWN], 'and')}"
    return ""


def _listed(ids: Sequence[str], word: str) -> str:
    *before, last = map(quoted, ids)
    return f"{', '.join(before)} {word} {last}" if before else last


def _words(name: str) -> tuple[str, ...]:
    """The words of a name, without case, and without the `s` of several."""
    return tuple(word.removesuffix("s") or word for word in re.findall(r"\w+", name.lower().replace("_", " ")))


def _called(asked: str, topic: Mapping[str, Names]) -> list[str]:
    """The ids that differ in hyphens only; else those with this name, and those that have all its words as well.

    >>> _called("seated", {"seated-chair": ("seated",), "seated-floor": ()})
    ['seated-chair', 'seated-floor']
    """
    words, letters = _words(asked), _letters(asked)
    if same := [id for id in topic if words == _words(id) or (letters and letters == _letters(id))]:
        return same
    named = [id for id, names in topic.items() if words in map(_words, names)]
    return list(dict.fromkeys([*named, *_with_all(words, topic)])) if named else []


def _letters(id: str) -> str:
    return "".join(re.findall(r"[a-z0-9]", id.lower()))


def _slips(asked: tuple[str, ...], topic: Mapping[str, Names]) -> list[str]:
    """The nearest of the ids that differ by a slip of the pen."""
    near = {id: alike for id in topic if (alike := _alike(asked, _words(id))) >= SLIP}
    return [max(near, key=near.__getitem__)] if near else []


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How alike two ids are, by the words that differ most."""
    if _numbers(one) != _numbers(other) or len(one) != len(other):
        return 0
    return min((_ratio(*pair) for pair in zip(one, other, strict=True)), default=0)


def _ratio(one: str, other: str) -> float:
    is_turned_round = sorted(one) == sorted(other)
    return max(SLIP * is_turned_round, SequenceMatcher(None, one, other).ratio())


def _numbers(words: Iterable[str]) -> list[str]:
    return re.findall(r"\d+", " ".join(words))


def _with_all(asked: tuple[str, ...], topic: Mapping[str, Names]) -> list[str]:
    """The ids that have all these words, in themselves or in one of their names.

    >>> _with_all(("trap",), {"upper-trapezius": ("upper traps",), "trap-bar": (), "soleus": ("calf muscle",)})
    ['upper-trapezius', 'trap-bar']
    """
    return [id for id, names in topic.items() if asked and any(set(asked) <= {*_words(it)} for it in (id, *names))]


def _with_most(asked: tuple[str, ...], topic: Mapping[str, Names]) -> list[str]:
    """The ids that share more than half of the words of some weight: with half, hip flexors would be in the wrist.

    >>> _with_most(("deep", "neck", "muscle"), {"deep-neck-flexors": (), "wrist-flexors": (), "thumb-muscles": ()})
    ['deep-neck-flexors']
    """
    weighty = {word for word in asked if len(word) > 2 and not word.isdigit()}
    return [id for id in topic if len(weighty & {*_words(id)}) * 2 > len(weighty)]
