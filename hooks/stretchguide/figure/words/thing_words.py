"""The words of things beside the body: `wall 46`, `strap right foot`, `step 16 rail`."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from stretchguide.figure.words.phrases import Faults, Phrase, is_number, remedy
from stretchguide.figure.words.pose import Thing
from stretchguide.figure.words.thing import ThingWords
from stretchguide.figure.words.things import THINGS
from stretchguide.format.problems import quoted


def thing(phrase: Phrase, faults: Faults) -> Thing | None:
    """A thing beside the body: `wall 46`, `strap right foot`, `step 16 rail`."""
    size = 2 if " ".join(phrase.words[:2]) in THINGS else 1
    kind = " ".join(phrase.words[:size])
    if kind not in THINGS:
        faults.unknown(phrase.path, kind, tuple(THINGS))
        return None
    words = THINGS[kind]
    numbers = [word for word in phrase.words[size:] if is_number(word)]
    place = " ".join(word for word in phrase.words[size:] if not is_number(word))
    wrong = _wrong_thing(phrase, words, place, numbers)
    if wrong:
        faults.add(phrase.path, wrong)
        return None
    found = Thing(kind, place or ("" if words.must_say else words.places[0]))
    if not numbers or not words.number:
        return found
    number = faults.number(phrase, numbers[0], words.number)
    return None if number is None else found._replace(number=number)


def _wrong_thing(phrase: Phrase, words: ThingWords, place: str, numbers: Sequence[str]) -> str:
    if (place or words.must_say) and place not in words.places:
        known = [name for name in words.places if name]
        if not known:
            return f"{quoted(place)} is not known in {quoted(phrase)}; leave it out"
        if not place:
            example = quoted(f"{phrase} {known[0]}")
            return f"{quoted(phrase)} does not say where; write {example} (or {', '.join(known[1:])})"
        return f"{quoted(place)} is not known in {quoted(phrase)}{remedy(place, known)}"
    if len(numbers) > (1 if words.number else 0):
        return f"{quoted(numbers[-1])} is too much in {quoted(phrase)}; leave it out"
    return ""


def ordered(things: Collection[Thing]) -> tuple[Thing, ...]:
    """Each thing once, in the order of the language."""
    kinds = tuple(THINGS)
    return tuple(sorted(set(things), key=lambda each: (kinds.index(each.kind), each.place, each.number or 0.0)))
