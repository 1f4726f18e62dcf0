"""The words of arrows: `turn right`, `left hand up and over right`, `left knee to chest`."""

from __future__ import annotations

from collections.abc import Sequence

from stretchguide.figure.words.phrases import Faults, Phrase, is_number, remedy
from stretchguide.figure.words.pose import Arrow
from stretchguide.figure.words.signs import (
    ARROW_AT,
    ARROW_CIRCLED,
    ARROW_NODS,
    ARROW_OVER,
    ARROW_PARTS,
    ARROW_PRESSED,
    ARROW_SAME,
    ARROW_SHAKEN,
    ARROW_SIZE,
    ARROW_WAYS,
)
from stretchguide.format.problems import quoted
from stretchguide.format.sides import SIDES


def arrow(phrase: Phrase, faults: Faults) -> Arrow | None:
    """An arrow: `turn right`, `left hand up and over right`, `left knee to chest`, `press right heel down`,
    `shake hands`.
    """
    words, amount = list(phrase.words), None
    numbers = [word for word in words if is_number(word)]
    if numbers:
        amount = faults.number(phrase, numbers[0], ARROW_SIZE)
        words.remove(numbers[0])
        if amount is None:
            return None
    found = _arrow(phrase.verb, words)
    if not isinstance(found, str) and found.motion == "shake" and amount is not None:
        found = f"{quoted(str(phrase))} gives a size that shaking has not; leave out the number"
    if isinstance(found, str):
        faults.add(phrase.path, found)
        return None
    return found._replace(amount=amount)


def _arrow(verb: str, words: Sequence[str]) -> Arrow | str:
    if verb in ARROW_AT:
        return _round_arrow(words)
    if verb == "circle":
        return _ring(words[1:])
    if verb == "shake":
        return _shaking(" ".join(words[1:]))
    if verb == "press":
        return _pressing(words[1:])
    return _nodding_arrow(words) if verb in ARROW_NODS else _straight_arrow(words)


def _nodding_arrow(words: Sequence[str]) -> Arrow | str:
    """`nod down`, `tuck under`: a small curve, or what is wrong with the words."""
    verb, *rest = words
    at, ways = ARROW_NODS[verb]
    if len(rest) == 1 and rest[0] in ways:
        return Arrow(at, "nod", (rest[0],))
    known = " or ".join(f"'{verb} {way}'" for way in ways)
    return f"the arrow {quoted(' '.join(words))} does not say which way; write {known}"


def _ring(words: Sequence[str]) -> Arrow | str:
    """`circle right foot`, `circle right shoulder back`: what goes round, or what is wrong with the words."""
    part, rest = _part(words)
    if part not in ARROW_CIRCLED:
        return f"{quoted(' '.join(words))} is no part that goes round{remedy(' '.join(words), ARROW_CIRCLED)}"
    if len(rest) > 1 or any(way not in ARROW_OVER for way in rest):
        return f"{quoted(' '.join(rest))} is no way to go round; write one of {', '.join(ARROW_OVER)}, or none"
    return Arrow(part, "circle", tuple(rest))


def _shaking(part: str) -> Arrow | str:
    """`shake hands`, `shake right foot`: what is shaken out, or what is wrong with the words."""
    if part not in ARROW_SHAKEN:
        return f"{quoted(part)} is no part that is shaken out{remedy(part, ARROW_SHAKEN)}"
    return Arrow(part, "shake")


def _pressing(words: Sequence[str]) -> Arrow | str:
    """`press right heel down`, `press left knee to left hand`: what presses, or what is wrong with the words."""
    found = _straight_arrow(words)
    if isinstance(found, str):
        return found
    if found.is_over or found.part not in ARROW_PRESSED:
        return (
            f"{quoted(' '.join(words))} is no way to press; write one part and a way, such as 'press right heel down'"
        )
    return found._replace(motion="press")


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
