"""What holds for every figure: whatever can be said is drawn, both sides alike, and hands are where the words say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_measures import touch_gap
from figure_scenes import figure, has_inset, scene_of
from figure_words import MUSCLES, RECORDS
from properties import tried
from stretchguide.figure.body.moulds import part_solid
from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.lints.faults import NEAR, faults
from stretchguide.figure.picture.drawing import better_view, drawn
from stretchguide.figure.sentence.describe import describe
from stretchguide.figure.sentence.words import EXACT
from stretchguide.figure.shapes.gaps import gap, height
from stretchguide.figure.solver.clearance import touching
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.things.kinds import room_of
from stretchguide.figure.words.forms import Form
from stretchguide.figure.words.language import parse, read
from stretchguide.figure.words.limits import FLOOR_STEP, Limits
from stretchguide.figure.words.places import FLOOR_STEPS, HOWS, PLACES
from stretchguide.figure.words.pose import Pose
from stretchguide.figure.words.pose_steps import mirrored
from stretchguide.figure.words.reference import REFERENCE
from stretchguide.figure.words.signs import ARROW_PARTS
from stretchguide.figure.words.things import THINGS, givers
from stretchguide.format.sides import SIDES

# -- any pose ---------------------------------------------------------------------------------------------------------

Words = dict[str, Any]


def numbers(limits: Limits | None) -> st.SearchStrategy[str]:
    """The numbers a word takes, its limits among them; nothing where it takes none or one may be left out."""
    if limits is None:
        return st.just("")
    common = (0, 20, 45, 90)
    chosen = {limits.least, limits.most, *(min(limits.most, max(limits.least, each)) for each in common)}
    texts = [f"{each:g}" for each in sorted(chosen)]
    may_be_left_out = limits.usual is not None or limits.is_optional
    return st.sampled_from(["", *texts] if may_be_left_out else texts)


def joined(*words: str) -> str:
    return " ".join(" ".join(words).split())


def phrases_of(form: Form) -> st.SearchStrategy[str]:
    return st.builds(joined, st.just(form.verb), st.sampled_from(form.ways or ("",)), numbers(form.number))


def contacts() -> st.SearchStrategy[str]:
    """A hand on any place, of either side or of its own."""
    owners = st.sampled_from(["", "left", "right", "other"])
    on_floor = st.builds(joined, st.just("on floor"), st.sampled_from(FLOOR_STEPS), numbers(FLOOR_STEP))
    places = [
        st.builds(
            joined,
            st.sampled_from(HOWS),
            owners if place.owner else st.just(""),
            st.just(name),
            numbers(place.number),
            st.sampled_from(("", *place.faces)),
        )
        for name, place in PLACES.items()
    ]
    return st.one_of(on_floor, *places)


_FORMS = {key: section.forms for section in REFERENCE for key in section.keys}
_MUSCLES = st.builds(joined, st.sampled_from(["", *SIDES]), st.sampled_from(sorted(MUSCLES)))
_ARROWS_TO = st.builds(joined, st.sampled_from(ARROW_PARTS), st.just("to"), st.sampled_from(ARROW_PARTS))


def phrases_under(key: str) -> st.SearchStrategy[str]:
    if key in ("feel", "also"):
        return _MUSCLES
    said = st.one_of([phrases_of(form) for form in _FORMS[key]])
    if key == "arrows":
        return said | _ARROWS_TO
    return contacts() | said if key.endswith(("hand", "hands")) else said


def readable(base: str, said: Sequence[tuple[str, list[str]]]) -> Words:
    """A pose that the language accepts: without the keys it refuses."""
    words: Words = {"base": base, **dict(said)}
    while wrong := read(words, MUSCLES)[1]:
        for fault in wrong:
            words.pop(str(fault.path[0]), None)
        words.setdefault("base", "stand")
    return words


_SAID = [
    st.tuples(st.just(key), st.lists(phrases_under(key), min_size=1, max_size=1 if key in ("view", "breath") else 3))
    for key in _FORMS
    if key != "base"
]
poses = st.builds(readable, phrases_under("base"), st.lists(st.one_of(_SAID), max_size=8))
"""Any words of the language with any numbers, as far as they can stand together."""


def pictured(words: Words) -> tuple[Pose, Body, str]:
    pose = parse(words, MUSCLES)
    body = solve(pose)
    return pose, body, figure(body, pose)


def values(body: Body) -> Iterator[float]:
    """Every number of a body."""
    points = [*body.joints.values(), *(axis for frame in body.frames.values() for axis in frame)]
    points += [axis for hand in body.hands.values() for axis in hand[:3]]
    yield from (value for point in points for value in point)
    yield from (*body.misses.values(), *body.wraps.values(), *body.lean)


@tried(60)
@given(poses)
def test_whatever_can_be_said_is_drawn_with_finite_numbers(words: Words) -> None:
    pose, body, picture = pictured(words)
    assert all(map(isfinite, values(body)))
    assert not re.search(r"nan|inf", picture)
    assert all(fault.message for fault in faults(pose, body))
    assert describe(pose)
    assert describe(pose, say=EXACT)


@tried(15)
@given(poses, st.lists(_MUSCLES, min_size=1, max_size=3))
def test_whatever_is_felt_is_seen_or_named(words: Words, felt: list[str]) -> None:
    scene = scene_of({**words, "feel": felt})
    found = drawn(scene)
    is_lit = "sf-mu" in found.inline or "sf-wa" in found.inline
    assert is_lit or found.lost
    assert has_inset(found.inline) or found.lost or better_view(scene) is None


@tried(20)
@given(poses)
def test_mirrored_twice_is_the_same_pose_and_the_same_picture(words: Words) -> None:
    once, twice = mirrored(words), mirrored(mirrored(words))
    assert parse(twice, MUSCLES) == parse(words, MUSCLES)
    assert mirrored(twice) == once
    assert pictured(twice) == pictured(words)


# -- contacts ---------------------------------------------------------------------------------------------------------

# Where hands have a chance: the bases, and limbs brought within reach.
_CHANCES: tuple[Words, ...] = (
    {"base": "stand"},
    {"base": "sit-chair"},
    {"base": "cross-legged"},
    {"base": "all-fours"},
    {"base": "hang"},
    {"base": "lie right"},
    {"base": "stand", "left leg": "raise back 12, knee 142"},
    {"base": "supine", "left leg": "raise front 110, knee 120"},
    {"base": "sit-chair", "right arm": "raise front-in 72, elbow 2, palm up, wrist back 60, flat"},
)


def props_for(place: str) -> dict[str, Any]:
    """What has to be there for a left hand on a place."""
    if not givers(place):
        return {}
    kind = givers(place)[0]
    return {"props": [f"{kind} left 12"] if THINGS[kind].is_one_for_each_hand else THINGS[kind].sample["props"]}


def hand_phrases() -> list[tuple[str, str]]:
    """A hand on every place, in every way; and the place."""
    touched = [(name, place) for name, place in PLACES.items() if not place.is_carried]
    found = [(name, how, "") for name, _ in touched for how in ("on", "hold")]
    found += [(name, "on", face) for name, place in touched for face in place.faces]
    return [(joined(how, name, face), name) for name, how, face in found]


def away(pose: Pose, body: Body, key: str) -> float:
    """How far a hand or a foot of the finished body is from what it touches (cm), below 0 inside."""
    side, _, part = key.partition(" ")
    host = body.hosts[key]
    if part == "hand":
        found = touch_gap(body, touching(body, side), host, room_of(pose).boxes())
        if found is None and body.hands[side].shape == "grip":  # A rod that the hand closes round is no box.
            return body.misses[key]
        if found is None:  # What stands under the hand has no box, since it goes where the hand goes.
            (high,) = (thing.number for thing in pose.things if host in THINGS[thing.kind].gives)
            assert high, f"{host} cannot be measured"
            found = height(part_solid(body, key)) - high
        return found
    bearing = [part_solid(body, f"{side} {name}") for name in ("foot", "shank")]
    return min(gap(one, part_solid(body, host)) for one in bearing)


def is_met(pose: Pose, body: Body, key: str) -> bool:
    """Whether a contact is one of the finished body, and the lints think so too."""
    missed = [fault for fault in faults(pose, body) if re.match(f"the {key} (stays|hangs) ", fault.message)]
    return not missed and body.misses.get(key, 0.0) <= NEAR and abs(away(pose, body, key)) <= NEAR


def is_clear(pose: Pose, body: Body, key: str) -> bool:
    """Whether a hand lies in nothing."""
    return not [fault for fault in faults(pose, body) if re.match(f"the {key} is .* deep", fault.message)]


@pytest.mark.parametrize(("phrase", "place"), hand_phrases(), ids=[phrase for phrase, _ in hand_phrases()])
def test_every_place_is_reached_from_some_base(phrase: str, place: str) -> None:
    said = (parse({**chance, **props_for(place), "left hand": phrase}) for chance in _CHANCES)
    found = ((pose, solve(pose), "left hand") for pose in said)
    assert any(is_met(*each) and is_clear(*each) for each in found)


_HOSTS = {
    "head": ("head",),
    "chin": ("head",),
    "chest": ("chest",),
    "belly": ("chest",),
    "back": ("chest",),
    "hip": ("pelvis",),
    "waist": ("pelvis",),
    "shoulder": ("upper arm",),
    "elbow": ("upper arm", "forearm"),
    "upper-arm": ("upper arm",),
    "wrist": ("forearm", "hand"),
    "fingers": ("hand",),
    "knee": ("thigh", "shank"),
    "shin": ("shank",),
    "ankle": ("shank", "foot"),
    "toes": ("foot",),
}
"""The parts that a place is on, where its own name is not the part's."""


def contacts_of(pose: Pose) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each hand and foot that touches something, and the parts it may touch."""
    for side, arm, leg in zip(SIDES, pose.arms, pose.legs, strict=True):
        for key, touched in ((f"{side} hand", arm.contact), (f"{side} foot", leg.rest)):
            if touched:
                names = _HOSTS.get(touched.place, (touched.place,))
                is_of_side = touched.place not in ("hip", "waist")
                yield key, tuple(f"{touched.side} {name}".strip() if is_of_side else name for name in names)


def test_contacts_of_the_records_are_contacts_of_the_finished_body() -> None:
    wrong = []
    for words in RECORDS:
        pose = parse(words, MUSCLES)
        body = solve(pose)
        for key, hosts in contacts_of(pose):
            if body.hosts[key] not in hosts:
                wrong.append((words, key, body.hosts[key]))
            elif not is_met(pose, body, key):
                wrong.append((words, key, f"{body.hosts[key]} {away(pose, body, key):.2f}"))
    assert not wrong
