"""The words of what a hand touches and what a foot lies on: `hold right thigh 62 behind`, `across other knee`.

Whether the place can be reached is the solver's business.
"""

from __future__ import annotations

from collections.abc import Sequence

from stretchguide.figure.words.limits import FLOOR_STEP, PERCENT
from stretchguide.figure.words.phrases import Faults, Phrase, is_number, remedy
from stretchguide.figure.words.place import Place
from stretchguide.figure.words.places import (
    FACE_SAME,
    FINGERS,
    FLOOR_STEPS,
    FOOT_THINGS,
    HOWS,
    PLACES,
    REST_HOWS,
    REST_PLACES,
)
from stretchguide.figure.words.pose import Contact, FootRest
from stretchguide.format.problems import quoted
from stretchguide.format.sides import OTHER, SIDES

_OWN_WORDS = ("same", "own")


def is_contact(phrase: Phrase) -> bool:
    """Whether a phrase of a hand says what it touches."""
    return phrase.verb in HOWS


def is_rest(phrase: Phrase) -> bool:
    """Whether a phrase of a foot lays it on the other leg."""
    return phrase.verb in REST_HOWS and not set(phrase.words[1:2]) & set(FOOT_THINGS)


def _sided(words: Sequence[str], side: str) -> tuple[str, list[str]]:
    """The side that is named first, as left or right, and the words after it."""
    rest = [word for word in words if word != "the"]
    first = rest[0] if rest else ""
    if first in SIDES:
        return first, rest[1:]
    if first == "other":
        return OTHER[side], rest[1:]
    return (side, rest[1:]) if first in _OWN_WORDS else ("", rest)


# -- hands ------------------------------------------------------------------------------------------------------------


def contact(phrase: Phrase, side: str, faults: Faults) -> Contact | None:
    """What the hand of a side touches; None, and a fault, where the words say no such thing."""
    owner, rest = _sided(phrase.words[2 if phrase.words[:2] == ("lean", "on") else 1 :], side)
    if not rest:
        faults.add(phrase.path, f"{quoted(phrase)} does not say what is touched; write a place, as 'on left knee'")
        return None
    name, words = rest[0], rest[1:]
    if name not in PLACES:
        faults.add(phrase.path, f"{quoted(name)} is no place a hand can touch{remedy(name, PLACES)}")
        return None
    place = PLACES[name]
    wrong = _wrong_owner(name, place, owner, side) or _wrong_lean(phrase.verb, name, place)
    if wrong:
        faults.add(phrase.path, wrong)
        return None
    how = "on" if phrase.verb == "to" else phrase.verb
    found = Contact(how, name, _owner(place, owner, side))
    return _detailed(phrase, words, found, faults)


def resting(words: str, side: str) -> Contact:
    """What a hand touches by the words of a base."""
    faults = Faults()
    (phrase,) = faults.phrases(words, ())
    found = contact(phrase, side, faults)
    assert found is not None, words
    return found


def _owner(place: Place, owner: str, side: str) -> str:
    usual = {"own": side, "hand": OTHER[side], "": ""}
    return owner or usual[place.owner]


def _wrong_owner(name: str, place: Place, owner: str, side: str) -> str:
    if owner and not place.owner and not place.has_sides:
        return f"{quoted(name)} has no left and right; leave the side out"
    if place.owner == "hand" and owner == side:
        return f"the {side} hand cannot touch the {name} of its own arm; write 'other {name}'"
    return ""


def _wrong_lean(how: str, name: str, place: Place) -> str:
    if how != "lean" or place.is_leaned_on:
        return ""
    known = " or ".join(f"'lean on {each}'" for each, other in PLACES.items() if other.is_leaned_on)
    return f"no forearm lies on {quoted(name)}; write {known}, or 'on {name}'"


def _detailed(phrase: Phrase, words: Sequence[str], found: Contact, faults: Faults) -> Contact | None:
    """A contact with what is written after its place: `62 behind`, `ahead 34`, `out 9 back 4`, `fingers back`."""
    place = PLACES[found.place]
    steps: list[tuple[str, float]] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        face = FACE_SAME.get(word, word)
        way = f"{word} {rest[0]}" if word == "fingers" and rest else word
        if word == "height" and place.has_height:
            continue
        if place.turns_fingers and way in FINGERS:
            found, rest = found._replace(fingers=FINGERS[way]), rest[len(way.split()) - 1 :]
        elif place.takes_steps and word in FLOOR_STEPS and rest:
            size = faults.number(phrase, rest.pop(0), FLOOR_STEP)
            if size is None:
                return None
            steps.append((word, size))
        elif face in place.faces:
            found = found._replace(face="" if face == "side" else face)
        elif is_number(word) and place.number:
            number = faults.number(phrase, word, place.number)
            if number is None:
                return None
            found = found._replace(number=number)
        else:
            _unknown_detail(phrase, word, place, faults)
            return None
    if found.how in ("behind", "under") and "back" in place.faces and not found.face:
        return found._replace(face="back")
    return found._replace(steps=_summed(steps))


def _unknown_detail(phrase: Phrase, word: str, place: Place, faults: Faults) -> None:
    steps = FLOOR_STEPS if place.takes_steps else ()
    fingers = ("side",) if place.turns_fingers else ()
    known = (*place.faces, *steps, *fingers, *(["a number"] if place.number else []))
    end = remedy(word, known) if known else "; leave it out"
    if word in steps:
        end = f"; write {word} and a number of cm"
    faults.add(phrase.path, f"{quoted(word)} is not known in {quoted(phrase)}{end}")


def _summed(steps: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Steps by direction, ahead before out, none against each other and none of no length."""
    ahead = sum(size * (word == "ahead") - size * (word == "back") for word, size in steps)
    out = sum(size * (word == "out") - size * (word == "in") for word, size in steps)
    ways = (("ahead", "back", ahead), ("out", "in", out))
    return tuple((plus if size > 0 else minus, abs(size)) for plus, minus, size in ways if size)


# -- feet -------------------------------------------------------------------------------------------------------------


def foot_rest(phrase: Phrase, side: str, faults: Faults) -> FootRest | None:
    """Where the foot of a side lies on the other leg; None, and a fault, where the words say no such thing."""
    owner, rest = _sided(phrase.words[1:], side)
    if not rest or rest[0] not in REST_PLACES:
        name = rest[0] if rest else str(phrase)
        faults.add(
            phrase.path, f"{quoted(name)} is no place a foot can lie on{remedy(name, (*REST_PLACES, *FOOT_THINGS))}"
        )
        return None
    if owner == side:
        faults.add(phrase.path, f"the {side} foot cannot lie on its own leg; write 'on other {rest[0]}'")
        return None
    found = FootRest(OTHER[side], rest[0], REST_PLACES[rest[0]].percent)
    for word in rest[1:]:
        if word in ("in", "inside"):
            found = found._replace(is_inside=True)
            continue
        number = faults.number(phrase, word, PERCENT)
        if number is None:
            return None
        found = found._replace(percent=number)
    return found
