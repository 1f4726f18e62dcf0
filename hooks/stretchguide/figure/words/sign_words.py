"""The words of what stands round a figure and what is marked on it: things, arrows, muscles that are felt."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from stretchguide.figure.words.phrases import Faults, Phrase, is_number, remedy
from stretchguide.figure.words.pose import Arrow, LitMuscle, Thing
from stretchguide.figure.words.tables import ARROW_SIZE
from stretchguide.figure.words.things import (
    ARROW_AT,
    ARROW_NODS,
    ARROW_OVER,
    ARROW_PARTS,
    ARROW_SAME,
    ARROW_WAYS,
    THINGS,
    ThingWords,
)
from stretchguide.format.problems import quoted
from stretchguide.format.sides import SIDES

# -- things -----------------------------------------------------------------------------------------------------------


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


# -- arrows -----------------------------------------------------------------------------------------------------------


def arrow(phrase: Phrase, faults: Faults) -> Arrow | None:
    """An arrow: `turn right`, `left hand up and over right`, `left knee to chest`."""
    words, amount = list(phrase.words), None
    numbers = [word for word in words if is_number(word)]
    if numbers:
        amount = faults.number(phrase, numbers[0], ARROW_SIZE)
        words.remove(numbers[0])
        if amount is None:
            return None
    found = _arrow(phrase.verb, words)
    if isinstance(found, str):
        faults.add(phrase.path, found)
        return None
    return found._replace(amount=amount)


def _arrow(verb: str, words: Sequence[str]) -> Arrow | str:
    if verb in ARROW_AT:
        return _round_arrow(words)
    return _nodding_arrow(words) if verb in ARROW_NODS else _straight_arrow(words)


def _nodding_arrow(words: Sequence[str]) -> Arrow | str:
    """`nod down`, `tuck under`: a small curve, or what is wrong with the words."""
    verb, *rest = words
    at, ways = ARROW_NODS[verb]
    if len(rest) == 1 and rest[0] in ways:
        return Arrow(at, "nod", (rest[0],))
    known = " or ".join(f"'{verb} {way}'" for way in ways)
    return f"the arrow {quoted(' '.join(words))} does not say which way; write {known}"


def _round_arrow(words: Sequence[str]) -> Arrow | str:
    """`turn left head`, `tilt left at head`, `bend right`: what turns, or what is wrong with the words."""
    verb, known = words[0], ARROW_AT[words[0]]
    if len(words) < 2 or words[1] not in SIDES:
        return f"the arrow {quoted(verb)} does not say to which side; write '{verb} left' or '{verb} right'"
    rest = words[3:] if words[2:3] == ["at"] and len(words) > 3 else words[2:]
    at = " ".join(rest) or known[0]
    if at not in known:
        return f"{quoted(at)} is not known after '{verb} {words[1]}'{remedy(at, known)}"
    return Arrow(ARROW_SAME.get(at, at), "turn" if verb == "turn" else "tilt", (words[1],))


def _straight_arrow(words: Sequence[str]) -> Arrow | str:
    """`pelvis forward`, `left hand up and over right`, `left knee to chest`."""
    part, rest = _part(words)
    if not part:
        return (
            f"{quoted(' '.join(words[:2]))} is no part an arrow can stand at{remedy(' '.join(words[:2]), ARROW_PARTS)}"
        )
    if rest[:1] == ["to"]:
        towards, more = _part(rest[1:])
        if not towards or more or towards == part:
            return f"{quoted(' '.join(rest))} is no part an arrow can point to{remedy(' '.join(rest[1:]), ARROW_PARTS)}"
        return Arrow(part, towards=towards)
    is_over = rest[:3] == ["up", "and", "over"]
    ways = rest[3:] if is_over else rest
    wrong = _wrong_ways(part, ways, ARROW_OVER if is_over else ARROW_WAYS)
    if wrong:
        return wrong
    ways = [*(["up"] if is_over else []), *ways]
    return Arrow(part, ways=tuple(way for way in ARROW_WAYS if way in ways), is_over=is_over)


def _part(words: Sequence[str]) -> tuple[str, list[str]]:
    for size in (2, 1):
        name = " ".join(words[:size])
        if name in ARROW_PARTS:
            return ARROW_SAME.get(name, name), list(words[size:])
    return "", []


_AGAINST = ({"up", "down"}, {"left", "right"}, {"forward", "back"})


def _wrong_ways(part: str, ways: Sequence[str], known: Sequence[str]) -> str:
    if not ways:
        return f"the arrow at the {part} does not say which way; write {', '.join(known)}, or 'to' and another part"
    unknown = [way for way in ways if way not in known]
    if unknown:
        return f"{quoted(unknown[0])} is no way an arrow can point{remedy(unknown[0], known)}"
    if len(set(ways)) < len(ways) or any(pair <= set(ways) for pair in _AGAINST):
        return (
            f"the ways {quoted(' '.join(ways))} of the arrow do not add up; write each once, and none with its opposite"
        )
    return ""


# -- muscles ----------------------------------------------------------------------------------------------------------


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
