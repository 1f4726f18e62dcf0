"""The clauses of the alternative text about arms and hands; sides that do the same are said together."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from stretchguide.figure.sentence.words import (
    FACES,
    FINGER_SHAPES,
    HOWS,
    SHAPES,
    WAYS,
    SaidPart,
    Wording,
    clause,
    number,
    plural,
    swung,
    turned,
)
from stretchguide.figure.words.places import PLACES
from stretchguide.figure.words.pose import Arm, Contact
from stretchguide.format.sides import OTHER, SIDES


def arm_clauses(arms: tuple[Arm, Arm], rests: tuple[Arm, Arm], say: Wording, moved: Collection[str] = ()) -> list[str]:
    """The arms that do not rest as the base has them, the right one first; of `moved` sides also those that do."""
    left, right = (
        _settled(arm) if side in moved and not _is_told(arm) else arm for side, arm in zip(SIDES, arms, strict=True)
    )
    arms = left, right
    if say.is_brief and left.raised == right.raised == "across":
        return [_crossed(left, right)]
    if say.is_brief and all(_is_on_other_shoulder(arm, side) for arm, side in zip(arms, SIDES, strict=True)):
        return ["arms crossed, hands on the opposite shoulders"]
    if say.is_brief and (alike := _on_one_place(left, right)):
        left, right = alike
    if not moved and (arms == rests or (say.is_brief and not any(map(_is_told, arms)))):
        return []
    if left.contact and (left == right or (say.is_brief and left.contact == right.contact and left.contact.side)):
        both = clause("", _arm(left, left.contact.side and f"the {left.contact.side} ", say))
        return [f"both {both}{_higher(arms) if say.is_brief else ''}"]
    if _relative(left, "left") == _relative(right, "right"):
        return [clause("", _arm(left, {"left": "own", "right": "other"}.get(_side(left), ""), say))]
    told = [
        side in moved or (arm != rest and (_is_told(arm) or not say.is_brief))
        for side, arm, rest in zip(SIDES, arms, rests, strict=True)
    ]
    sides = zip(reversed(SIDES), (right, left), reversed(told), strict=True)
    return [clause(side, _arm(arm, f"the {_side(arm)} ", say)) for side, arm, is_told in sides if is_told]


def _is_on_other_shoulder(arm: Arm, side: str) -> bool:
    return arm.contact is not None and PLACES[arm.contact.place].is_hugged and arm.contact.side == OTHER[side]


def _crossed(left: Arm, right: Arm) -> str:
    """Two arms across the body: the one that is raised higher lies on top."""
    on_top = "right" if (right.lift or 0.0) >= (left.lift or 0.0) else "left"
    bends = " with the elbows bent" if min(left.elbow or 0.0, right.elbow or 0.0) > _SOFT else ""
    hands = f" and the hands {left.look[0][1]}" if bends and left.look else ""
    return f"arms crossed, the {on_top} one on top{bends}{hands}"


def _on_one_place(left: Arm, right: Arm) -> tuple[Arm, Arm] | None:
    """Two hands that hold one place alike, wherever each is along it."""
    if not left.contact or not right.contact or not left.contact.side:
        return None
    face = left.contact.face if left.contact.face == right.contact.face else ""
    one, other = (arm.contact._replace(number=None, face=face) for arm in (left, right) if arm.contact)
    return (left._replace(contact=one), right._replace(contact=one)) if one == other else None


def _higher(arms: tuple[Arm, Arm]) -> str:
    """Which of two hands on one post is higher, where one is by much."""
    left, right = ((arm.contact and arm.contact.number) or 0.0 for arm in arms)
    is_post = arms[0].contact is not None and PLACES[arms[0].contact.place].has_height
    if not is_post or abs(left - right) <= _HANDS_APART:
        return ""
    return f", the {'left' if left > right else 'right'} one higher"


# Hands that hold one post are told apart when one is so much higher (cm).
_HANDS_APART = 30.0
# An arm that is raised by up to so many degrees hangs.
_HANGS = 25.0


def _is_told(arm: Arm) -> bool:
    """Whether a reader is told of an arm even in brief: one that does no more than hang is where anybody has it."""
    is_raised = arm.shrug > _SHRUGGED or (arm.lift is not None and abs(arm.lift) > _HANGS)
    return bool(arm.look or arm.contact or arm.reach or arm.holds or arm.draw or is_raised or (arm.elbow or 0) > _SOFT)


def _settled(arm: Arm) -> Arm:
    """An arm that has come to rest, where a reader is told that it has."""
    return arm if arm.contact else Arm(look=(("arm", "hanging down"),))


def _side(arm: Arm) -> str:
    return arm.contact.side if arm.contact else ""


def _relative(arm: Arm, side: str) -> Arm:
    """The arm with the side of what it touches as own or other."""
    if arm.contact is None or not arm.contact.side:
        return arm
    owner = "own" if arm.contact.side == side else "other"
    return arm._replace(contact=arm.contact._replace(side=owner))


def _arm(arm: Arm, owner: str, say: Wording) -> Iterator[SaidPart]:
    """What an arm does. The owner of what it touches: `the left `, or `own` or `other` for both arms together."""
    if arm.look and not arm.raised and not arm.reach:
        yield from (SaidPart(*part) for part in arm.look)
    elif arm.contact:
        yield SaidPart("forearm" if arm.leans else "hand", _contact(arm.contact, owner, say))
        is_told = PLACES[arm.contact.place].is_elbow_told or not say.is_brief or "shoulder" in "".join(arm.elbow_ways)
        if arm.elbow_ways and is_told:
            yield SaidPart("elbow", " and ".join(arm.elbow_ways))
    elif not (say.is_brief and (arm.holds or _only_hangs(arm))):
        yield SaidPart("arm", _lifted(arm, say))
        yield from _bends(arm, say)
        yield from (SaidPart(*part) for part in arm.look)
    if arm.holds and not arm.look:
        yield SaidPart("hand", f"holding the {arm.holds}")
    if arm.shape and not (arm.holds and (arm.shape == "grip" or say.is_brief)) and not _is_usual(arm.shape, say):
        yield SaidPart(*FINGER_SHAPES.get(arm.shape, ("hand", SHAPES.get(arm.shape, arm.shape))))
    if arm.shrug and (arm.shrug > _SHRUGGED or say.matters(arm.shrug)):
        yield SaidPart("shoulder", f"{'lifted' if arm.shrug > 0 else 'drawn down'}{say.turned(arm.shrug)}")
    if arm.draw:
        yield SaidPart("shoulder", f"drawn {'back' if arm.draw > 0 else 'forward'}{say.turned(arm.draw)}")


def _only_hangs(arm: Arm) -> bool:
    """Whether there is no more to say of an arm than what its shoulder does."""
    is_low = not arm.reach and abs(arm.lift or 0.0) <= _HANGS and (arm.elbow or 0.0) <= _SOFT
    return is_low and bool(arm.draw or arm.shrug) and not arm.look


def _lifted(arm: Arm, say: Wording) -> str:
    if arm.reach:
        return f"reaching {WAYS.get(arm.reach, arm.reach)}"
    if not arm.raised or arm.lift is None:
        return "at the side"
    return f"{say.raised(arm.raised, arm.lift, is_arm=True)}{swung(arm, say)}"


# Shoulders that are lifted by more than so many degrees are seen to be.
_SHRUGGED = 8.0


def _is_usual(shape: str, say: Wording) -> bool:
    return say.is_brief and shape == "flat"


# An elbow or a knee that is bent by up to so many degrees is soft, as it is at ease.
_SOFT = 35.0


def _bends(arm: Arm, say: Wording) -> Iterator[SaidPart]:
    """The joints of an arm that touches nothing."""
    if arm.elbow is not None and (arm.elbow > _SOFT or not say.is_brief):
        yield SaidPart("elbow", say.joint(arm.elbow))
    if arm.turn is not None and not say.is_brief:
        yield SaidPart("upper arm", turned(arm.turn, say))
    if arm.palm is not None and (not say.is_brief or say.palm(arm.palm).endswith(("up", "down"))):
        faces = say.palm(arm.palm)
        yield SaidPart("palm", faces.removeprefix("facing ") if say.is_brief else faces)
    if arm.wrist is not None and say.matters(arm.wrist):
        yield SaidPart("wrist", f"bent {'down' if arm.wrist > 0 else 'back'}{say.turned(arm.wrist)}")


def _contact(contact: Contact, owner: str, say: Wording) -> str:
    text = f"{HOWS[contact.how]} {_face(contact)}{_owned(say.place(contact.place), contact, owner)}"
    return _measured(text, contact, say) + _moved(contact, say)


# Hands on a wall up to, or from, so high (cm) are low or high; between them they are at the chest or the face. Of a
# forearm the elbow is meant, which is so much lower than its hand.
_HAND_LOW, _HAND_HIGH, _ELBOW_LOWER = 100.0, 170.0, 20.0


def _measured(text: str, contact: Contact, say: Wording) -> str:
    """The text with the number of the contact: a height, or how far down a limb."""
    if contact.number is None:
        return text
    has_height = PLACES[contact.place].has_height
    if has_height and not say.is_exact:
        height = contact.number + (_ELBOW_LOWER if contact.how == "lean" else 0.0)
        if _HAND_LOW < height < _HAND_HIGH:
            return text
        high = "low" if height <= _HAND_LOW else "high"
        return f"{text} {high if high == 'low' else 'high up'}" if contact.how == "hold" else f"{high} {text}"
    return text + say.detail(f"{number(contact.number)} {'cm up' if has_height else 'percent down'}")


def _face(contact: Contact) -> str:
    """Which side of the place; `behind` says it already."""
    usual = PLACES[contact.place].usual_face
    if usual and not contact.face and contact.how != "behind":
        return usual
    is_said = contact.face == "back" and contact.how in ("behind", "under")
    return "" if is_said else FACES.get(contact.face, "")


def _owned(noun: str, contact: Contact, owner: str) -> str:
    if not contact.side:
        return f"the {noun}"
    return {"own": f"the {plural(noun)}", "other": f"the other {noun}"}.get(owner, f"{owner}{noun}")


_FINGERS = {"side": "outwards", "in": "inwards", "back": "back"}


def _moved(contact: Contact, say: Wording) -> str:
    """By which steps a hand is moved on its place, and where its fingers point."""
    ways = {"ahead": "ahead", "back": "behind", "out": "to the side", "in": "inwards"}
    steps = [f"{ways[way]}{say.length(far)}" for way, far in contact.steps]
    fingers = f", fingers pointing {_FINGERS[contact.fingers]}" if contact.fingers else ""
    return f"{' ' if steps else ''}{' and '.join(steps)}{fingers}"
