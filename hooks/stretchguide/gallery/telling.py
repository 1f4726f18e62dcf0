"""What the texts of pictures say: few words, and more of those that would read like another picture's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from stretchguide.figure.sentence.describe import CATEGORIES, POSTURE, clauses, describe
from stretchguide.figure.sentence.words import BRIEF, EXACT, PLAIN
from stretchguide.figure.words import language
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.language import usual_view
from stretchguide.figure.words.pose import Arrow, Pose, View
from stretchguide.figure.words.signs import ARROW_PAIRS
from stretchguide.figure.words.things import THINGS
from stretchguide.gallery.picture import Told
from stretchguide.gallery.posed import Posed, Strip, mirrored, repeats


class Telling(NamedTuple):
    """How much an alternative text says: brief, but for some categories."""

    plain: frozenset[str] = frozenset()
    """Categories of which every word is said."""
    exact: frozenset[str] = frozenset()
    """Categories of which every number is said too."""
    like: int = 0
    """The step of the version that it repeats; 0 = none."""
    after: int = 0
    """The step from which the body is said to come; 0 = none."""
    is_nearer: bool = False
    """Whether it says that it shows but a part of the body, where the step that it repeats shows more."""


FEW_WORDS = Telling()


def said(shown: Posed, telling: Telling) -> str:
    """The alternative text of the picture of a pose.

    From where it is seen, the breath and what is felt are told only where the telling names them.
    """
    pose = _whole(shown)
    bare = pose._replace(view=usual_view(BASES[pose.base], pose.side), breath=None, feel=None, also=None)
    more = dict.fromkeys(telling.plain, PLAIN) | dict.fromkeys(telling.exact, EXACT)
    own = {category: clauses(pose, category, wording) for category, wording in more.items()}
    if telling.like and telling.is_nearer:
        own["view"] = clauses(bare._replace(view=bare.view._replace(is_close=True, part=pose.view.part)), "view", BRIEF)
    if telling.after:
        own["arrows"] = [*clauses(pose, "arrows", BRIEF), f"coming from step {telling.after}"]
    return describe(bare, say=BRIEF, own=own, like=telling.like, seen=shown.seen)


def said_flipped(shown: Posed, telling: Telling) -> str:
    """The text of the picture when it is flipped, for the other side; empty where both sides look alike."""
    other = mirrored(shown)
    if _whole(other) == _whole(shown):
        return ""
    return said(other, telling)


def _whole(shown: Posed) -> Pose:
    """All that a picture shows."""
    assert shown.pose is not None
    pose = language.parse(shown.pose)._replace(title="")
    if shown.arrows is not None:
        pose = pose._replace(arrows=shown.arrows)
    return pose if pose.feel is not None else pose._replace(feel=shown.felt)


# -- telling apart ----------------------------------------------------------------------------------------------------


def told(shown: Sequence[Strip], drawn: Sequence[Sequence[str | None]]) -> list[Told]:
    """The texts of a record's pictures, in order. ``drawn`` are the drawings, by variant and step; None = no picture.

    A hold or a way back that repeats the posture of an earlier step says so, and a way back whence it comes. Of others,
    two different poses of a record and two different pictures of a version have different texts: more is told of what
    tells them apart.
    """
    rows: list[_Row] = [
        [
            None if drawing is None else _seen(step, drawing, number, like, like and _nearness(strip[like - 1], step))
            for number, (step, drawing, like) in enumerate(zip(_evenly(strip), drawings, repeats(strip), strict=True))
        ]
        for strip, drawings in zip(shown, drawn, strict=True)
    ]
    for tell in (_in_plain_words, _in_numbers):
        _tell_apart([each for row in rows for each in row if each and not each.telling.like], _posture_of, tell)
        for row in rows:
            _tell_apart([each for each in row if each], lambda each: each.drawing, tell)
            _tell_whence([each for each in row if each])
    return [_told(each) for row in rows for each in row if each]


def _nearness(first: Posed, step: Posed) -> int:
    """How near a picture is that repeats the posture of another: 0 as near, 1 nearer, -1 showing more of the body."""
    assert first.pose
    assert step.pose
    was, now = language.parse(first.pose).view, language.parse(step.pose).view
    return 0 if (was.is_close, was.part) == (now.is_close, now.part) else 1 if now.is_close else -1


def _evenly(strip: Strip) -> Iterator[Posed]:
    """The steps, each with an arrow for both sides where one is drawn and both limbs go: the far one has no room."""
    poses = [None if each.pose is None else (language.parse(each.pose), _other_side(each)) for each in strip]
    for number, (step, pose) in enumerate(zip(strip, poses, strict=True)):
        before = poses[number - 1] if number else pose
        if pose and before and step.arrows and len(step.arrows) == 1 and _is_even(step.arrows[0], (pose, before)):
            yield step._replace(arrows=_of_both(step.arrows[0], step))
        else:
            yield step


def _of_both(arrow: Arrow, step: Posed) -> tuple[Arrow, ...]:
    """The arrow of one side as that of both: one where they go alike, else one for each."""
    ((far,), near) = mirrored(step).arrows or (arrow,), arrow
    both = next((pair for pair, part in ARROW_PAIRS.items() if part == arrow.part.partition(" ")[2]), "")
    is_alike = near._replace(part=both) == far._replace(part=both)
    return (near._replace(part=both),) if both and is_alike else (near, far)


def _other_side(step: Posed) -> Pose:
    pose = mirrored(step).pose
    assert pose
    return language.parse(pose)


def _is_even(arrow: Arrow, poses: Sequence[tuple[Pose, Pose]]) -> bool:
    """Whether the limb of an arrow and that of the other side are alike, both before and after it goes."""
    part = arrow.part.partition(" ")[2]
    if not part or arrow.motion not in ("move", "circle"):
        return False
    if part in ("shoulder", "elbow", "hand", "wrist", "arm"):
        return all(pose.arms == other.arms for pose, other in poses)
    return all(pose.legs == other.legs and pose.hips == other.hips for pose, other in poses)


def _told(seen: _StepSeen) -> Told:
    shown, telling = seen.shown, seen.telling
    whole = telling._replace(like=0, after=0 if telling.like else telling.after)
    again = (said(shown, telling), said_flipped(shown, telling)) if telling.like else ("", "")
    return Told(said(shown, whole), said_flipped(shown, whole), *again)


@dataclass
class _StepSeen:
    """A picture with what is told of it so far."""

    shown: Posed
    drawing: str
    before: int
    """The number of the step from which its picture shows the body come; 0 = none."""
    telling: Telling

    @property
    def alt(self) -> str:
        return said(self.shown, self.telling)


def _seen(step: Posed, drawing: str, before: int, like: int, nearness: int) -> _StepSeen:
    """A picture of which little is told so far: it may repeat that of one step, nearer, and comes after another."""
    whence = before if step.moves else 0
    if nearness < 0:
        return _StepSeen(step, drawing, whence, FEW_WORDS)
    return _StepSeen(step, drawing, whence, Telling(like=like, after=whence if like else 0, is_nearer=nearness > 0))


_Row = list[_StepSeen | None]
"""The pictures of a variant."""


# Of what stands round a body, nobody sees how many centimetres wide it is.
_WIDE = " wide"


def _posture_of(seen: _StepSeen) -> object:
    pose = _whole(seen.shown)
    things = tuple(each if THINGS[each.kind].measure != _WIDE else each._replace(number=None) for each in pose.things)
    return pose._replace(things=things, view=View("", 0), breath=None, feel=None, also=None)


def _in_plain_words(telling: Telling, categories: frozenset[str]) -> Telling:
    return telling._replace(plain=telling.plain | categories)


def _in_numbers(telling: Telling, categories: frozenset[str]) -> Telling:
    return telling._replace(exact=telling.exact | categories)


def _tell_apart(
    every: Sequence[_StepSeen],
    meaning: Callable[[_StepSeen], object],
    tell: Callable[[Telling, frozenset[str]], Telling],
) -> None:
    """Tell more of those whose texts are the same though they mean different things: of what differs between their
    postures, or else of all that differs."""
    for alike in _alike(every):
        if len(set(map(meaning, alike))) > 1:
            differing = _differing(alike, POSTURE) or _differing(alike, CATEGORIES)
            more = _enough(alike, differing, meaning, tell) or (differing if tell is _in_numbers else frozenset())
            for each in alike:
                each.telling = tell(each.telling, more)


def _tell_whence(every: Sequence[_StepSeen]) -> None:
    """Say of moves that read alike from which step they come, before their numbers are said."""
    for alike in _alike(every):
        if len({each.drawing for each in alike}) > 1:
            for each in alike:
                each.telling = each.telling._replace(after=each.before)


def _alike(every: Sequence[_StepSeen]) -> Iterator[list[_StepSeen]]:
    """Those that read alike, together."""
    told: dict[str, list[_StepSeen]] = {}
    for each in every:
        told.setdefault(each.alt, []).append(each)
    return (alike for alike in told.values() if len(alike) > 1)


def _enough(
    alike: Sequence[_StepSeen],
    differing: frozenset[str],
    meaning: Callable[[_StepSeen], object],
    tell: Callable[[Telling, frozenset[str]], Telling],
) -> frozenset[str]:
    """One category that tells them all apart, or else all in which they differ; nothing where that is not enough."""
    ones = [frozenset((category,)) for category in CATEGORIES if category in differing]
    for more in (*ones, differing):
        texts = {(said(each.shown, tell(each.telling, more)), meaning(each)) for each in alike}
        if len({text for text, _ in texts}) == len({meant for _, meant in texts}):
            return more
    return frozenset()


def _differing(alike: Sequence[_StepSeen], categories: Sequence[str]) -> frozenset[str]:
    """In what some pictures differ, looked at in numbers."""
    poses = [_whole(each.shown) for each in alike]
    said = {category: {tuple(clauses(pose, category, EXACT)) for pose in poses} for category in categories}
    return frozenset(category for category in categories if len(said[category]) > 1)
