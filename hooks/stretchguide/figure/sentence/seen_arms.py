"""The arms of a solved body as somebody sees them, whatever words have brought them there.

Where a hand is that touches nothing, or holds a thing that goes with it, is seen from the chest: behind the back,
overhead, in front of the thighs.
"""

from __future__ import annotations

from math import dist

from stretchguide.figure.sentence.rests import at_rest
from stretchguide.figure.sentence.sight import Sight
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.limb_forms import PALMS
from stretchguide.figure.words.places import GROUND, PLACES
from stretchguide.figure.words.pose import Arm, Contact, Pose
from stretchguide.figure.words.things import THINGS
from stretchguide.figure.words.where import SLACK
from stretchguide.format.sides import OTHER, SIDES

# A wrist so far above the neck (cm) is overhead; so far below it, it is at the neck, before the chest, at the belly,
# and then at the thighs. One so far behind is behind the body.
_OVERHEAD, _NECK, _CHEST, _BELLY, _BEHIND = 25, -14, -26, -46, -6
# An elbow that is bent by more than this (degrees) looks bent; one folded by so much has the hand at the shoulder.
_BENT, _FOLDED = 35, 110
# A forearm that goes up or down so steeply (degrees) has its hand up or down; a less steep one is level.
_STEEP, _LEVEL = 50, 35
# A trunk that leans so far forward (degrees) has up elsewhere than its chest has it; so steeply an arm goes up then.
_TIPPED = 24
# The elbow of a forearm that lies on the floor is so low (cm), and the forearm so level (degrees); of who lies on the
# front, hands well ahead, the forearm may slope more.
_LIES, _LIES_LEVEL, _SLOPES = 12, 13, 22
_TOGETHER = {"laced": ("fingers", "laced"), "laced away": ("fingers", "laced"), "palms together": ("palm", "together")}


def arms_as_seen(pose: Pose, sight: Sight) -> tuple[Arm, Arm]:
    """The arms as they are seen."""
    left, right = pose.arms
    if _are_on_seat(pose, sight):
        hands = ("palm", "together") if left.shape == "palms together" else ("hand", "up")
        return Arm(look=(("elbow", "on the seat"), hands)), Arm(look=(("elbow", "on the seat"), hands))
    if left.shape in _TOGETHER and right.shape == left.shape:
        look = _together(left.shape, sight)
        return Arm(look=look, draw=left.draw), Arm(look=look, draw=right.draw)
    if left.raised == right.raised == "across" and _meet(sight):
        left, right = (arm._replace(look=(("hand", "up and together"),)) for arm in pose.arms)
        return left, right
    left, right = (_arm(pose, side, sight) for side in SIDES)
    return left, right


# The middle of an elbow that leans on a seat is so high (cm).
_ON_SEAT = (44, 56)


def _are_on_seat(pose: Pose, sight: Sight) -> bool:
    """Whether who kneels before a seat has both elbows on it, the hands up, whatever angles have brought them."""
    has_seat = any("seat" in THINGS[thing.kind].gives for thing in pose.things)
    if BASES[pose.base].knees is None or not has_seat or any(arm.contact for arm in pose.arms):
        return False
    return all(
        _ON_SEAT[0] <= sight.high(f"{side} elbow") <= _ON_SEAT[1]
        and sight.over(f"{side} wrist", f"{side} elbow") > _UNDER
        for side in SIDES
    )


# Wrists that are so near each other (cm) are together.
_NEAR = 14.0


def _meet(sight: Sight) -> bool:
    """Whether the hands of bent arms are up, one by the other."""
    is_up = all(sight.elbow(side) > _BENT and sight.rise(side, "elbow", "wrist") > _LEVEL for side in SIDES)
    return is_up and dist(sight.at("left wrist"), sight.at("right wrist")) <= _NEAR


def _together(shape: str, sight: Sight) -> tuple[tuple[str, str], ...]:
    """What two hands do that hold each other."""
    noun, does = _TOGETHER[shape]
    up, ahead = (sum(sight.reach(side)[axis] for side in SIDES) // len(SIDES) for axis in (1, 2))
    if max(sight.elbow(side) for side in SIDES) <= _BENT and ahead > 0 and up <= _OVERHEAD:
        return (("arm", "stretched forward"), (noun, does))
    palms = f", palms {'up' if up > _OVERHEAD else 'away'}" if shape == "laced away" else ""
    return ((noun, f"{does} {_where(up, ahead)}{palms}"),)


# A wrist behind the body and so far out (cm) is not behind the neck but above its shoulder.
_AT_SHOULDER = 14


def _where(up: int, ahead: int, out: int = 0) -> str:
    """Where a hand is, by its height from the neck, and how far ahead of it and out to its side it is (cm)."""
    if up > _OVERHEAD:
        return "overhead"
    if ahead < _BEHIND and up > _NECK:
        return "above the shoulder" if out > _AT_SHOULDER else "behind the neck"
    if ahead < _BEHIND:
        return "behind the back"
    return f"in front of the {'face' if up > 8 else 'chest' if up > _CHEST else 'belly' if up > _BELLY else 'thighs'}"


def _arm(pose: Pose, side: str, sight: Sight) -> Arm:
    arm = pose.arm(side)
    if arm == at_rest(pose.base, pose.side).arm(side):
        return arm
    if arm.contact:
        return _touching(pose, side, sight)
    if arm.holds:
        return _holding(pose, side, sight)
    if BASES[pose.base].lies:
        return _lying(pose, side, sight)
    return _free(pose, side, sight) if arm.raised or arm.elbow or arm.reach else arm


def _touching(pose: Pose, side: str, sight: Sight) -> Arm:
    arm = pose.arm(side)
    contact = arm.contact
    assert contact
    if contact.fingers and not _are_turned(contact, side, sight):
        arm = arm._replace(contact=contact._replace(fingers=""))
    if contact.place == GROUND:
        return _on_ground(arm, pose, side, sight)
    is_upright = arm.leans and PLACES[contact.place].has_height
    return arm._replace(elbow_ways=(_elbow_height(side, sight),)) if is_upright else arm


# The upper arm of an elbow at shoulder height goes down or up by no more than this (degrees).
_LOWEST, _HIGHEST = -16, 9


def _elbow_height(side: str, sight: Sight) -> str:
    """How high the elbow of a forearm is that lies against something upright."""
    rise = sight.rise(side, "shoulder", "elbow")
    if rise > _HIGHEST:
        return "above the shoulders"
    return "at shoulder height" if rise >= _LOWEST else "below the shoulders"


def _free(pose: Pose, side: str, sight: Sight) -> Arm:
    """An arm that touches nothing: where the hand of a bent one goes."""
    arm = pose.arm(side)
    if _is_on_table(pose, side, sight):
        return Arm(contact=Contact("on", "table"), shape=arm.shape)
    if BASES[pose.base].hand == f"on {GROUND}" and arm.reach == OTHER[side]:
        return arm._replace(reach="", elbow=None, turn=None, look=(("arm", f"under the chest to the {OTHER[side]}"),))
    return _long(arm, side, sight) if sight.elbow(side) <= _BENT else _bent(arm, side, sight)


def _long(arm: Arm, side: str, sight: Sight) -> Arm:
    """A straight arm: up though the trunk leans, or turned so that one sees the palm."""
    if sight.lean >= _TIPPED and sight.rise(side, "shoulder", "wrist") > _TIPPED:
        return arm._replace(raised="", lift=None, swing=0.0, elbow=None, reach="", look=(("arm", "up to the ceiling"),))
    return arm._replace(palm=None, look=(("palm", "forward"),)) if arm.palm == PALMS["forward"] else arm


def _bent(arm: Arm, side: str, sight: Sight) -> Arm:
    """A bent arm: where its hand goes."""
    _, up, ahead = sight.reach(side)
    rise, hangs = sight.rise(side, "elbow", "wrist"), sight.rise(side, "shoulder", "elbow") < -_STEEP
    if sight.elbow(side) >= _FOLDED and up > _NECK and ahead < 0:
        return arm._replace(
            raised="", lift=None, swing=0.0, elbow=None, turn=None,
            look=(("elbow", "up beside the head"), ("hand", "behind the shoulders")),
        )  # fmt: skip
    if abs(rise) > _STEEP and not hangs:
        return arm._replace(look=(("hand", "up" if rise > 0 else "down"),))
    if abs(rise) < _LEVEL and hangs and ahead > 0:
        return arm._replace(raised="front", lift=0.0, swing=0.0, look=(("forearm", "forward"),))
    if rise > _STEEP:
        straight = (("fingers", "straight"),) if arm.shape == "flat" else ()
        return arm._replace(look=(("hand", "up"), *straight))
    return arm


# The wrist of a hand that lies on a table is so high (cm).
_ON_TABLE = (74, 84)


def _is_on_table(pose: Pose, side: str, sight: Sight) -> bool:
    """Whether a hand that is stretched forward lies on the table there, whatever angles have brought it."""
    has_table = any(place.rests_head for thing in pose.things for place in THINGS[thing.kind].gives.values())
    is_level = _ON_TABLE[0] <= sight.high(f"{side} wrist") <= _ON_TABLE[1]
    return has_table and is_level and sight.reach(side)[2] > _UNDER


# Hands so far from each other (cm) are far apart.
_FAR_APART = 90


def _holding(pose: Pose, side: str, sight: Sight) -> Arm:
    """A hand with a thing that goes from hand to hand, or hangs from it."""
    arm = pose.arm(side)
    is_between = any(thing.kind == arm.holds and thing.place in ("", SLACK) for thing in pose.things)
    if BASES[pose.base].lies == "front":
        where = "over the shoulder" if sight.reach(side)[1] > _NECK else "beside the hips"
        return Arm(look=(("hand", f"holding the {arm.holds} {where}"),), holds=arm.holds)
    if not is_between or BASES[pose.base].lies:
        return arm
    out, up, ahead = sight.reach(side)
    far = abs(sight.at("left wrist")[0] - sight.at("right wrist")[0]) > _FAR_APART and all(
        each.holds for each in pose.arms
    )
    does = f"holding the {arm.holds} {_where(up, ahead, out)}{', far apart' if far else ''}"
    return Arm(look=(("hand", does),), holds=arm.holds, draw=arm.draw)


def _lying(pose: Pose, side: str, sight: Sight) -> Arm:
    """An arm of who lies: up is past the head, and nothing is behind but the floor."""
    arm = pose.arm(side)
    if arm.reach == "up":
        return arm._replace(reach="", elbow=None, look=(("arm", "past the head"),))
    bend, rise = sight.elbow(side), sight.rise(side, "elbow", "wrist")
    look = (("hand", "up" if rise > 0 else "down"),) if bend > _BENT and abs(rise) > _STEEP else ()
    if BASES[pose.base].lies == "back" and arm.palm == PALMS["forward"] and bend <= _BENT:
        return arm._replace(swing=0.0, palm=None, look=(("palm", "up"),))
    return arm._replace(swing=0.0, look=look)


# -- on the floor -----------------------------------------------------------------------------------------------------

# A hand so far from under its shoulder (cm) is not under it.
_UNDER = 12
# One that is less far behind the hips (cm) is beside them.
_BESIDE = 9


def _on_ground(arm: Arm, pose: Pose, side: str, sight: Sight) -> Arm:
    """An arm whose hand is on the floor."""
    base, contact = BASES[pose.base], arm.contact
    assert contact
    is_ahead = base.lies == "front" and sight.ahead(f"{side} wrist", f"{side} shoulder") > _UNDER
    level = _SLOPES if is_ahead else _LIES_LEVEL
    if sight.high(f"{side} elbow") <= _LIES and abs(sight.rise(side, "elbow", "wrist")) <= level:
        return arm._replace(contact=contact._replace(how="lean", steps=_first(contact)))
    if base.hand == f"on {GROUND}" and sight.out(side, "wrist", "pelvis") < 0:
        return Arm(look=(("arm", f"under the chest to the {OTHER[side]}"),))
    if base.lies == "front":
        return Arm(look=(("hand", f"on the floor {_beside(side, sight)}"),))
    if base.sits_on_floor and (ahead := sight.ahead(f"{side} wrist", "pelvis")) < _UNDER:
        return Arm(look=(("hand", f"on the floor {'beside the hips' if ahead > -_BESIDE else 'behind'}"),))
    if base.knees and base.hand != f"on {GROUND}" and sight.ahead(f"{side} wrist", f"{side} knee") > 0:
        return arm._replace(contact=contact._replace(steps=(("ahead", 0.0),)))
    return arm._replace(contact=contact._replace(steps=_first(contact)))


# Fingers that point to a side by so many hundredths of their length are seen to.
_TURNED = 50


def _are_turned(contact: Contact, side: str, sight: Sight) -> bool:
    """Whether the fingers of a hand on the floor are seen to point where its words have them."""
    out, ahead = sight.fingers(side)
    return {"side": out, "in": -out, "back": -ahead}[contact.fingers] >= _TURNED


def _first(contact: Contact) -> tuple[tuple[str, float], ...]:
    return contact.steps[:1]


def _beside(side: str, sight: Sight) -> str:
    if abs(sight.ahead(f"{side} wrist", f"{side} shoulder")) > _UNDER:
        return "ahead" if sight.ahead(f"{side} wrist", f"{side} shoulder") > 0 else "beside the ribs"
    is_up = sight.over(f"{side} shoulder", f"{side} wrist") > _UNDER * 2
    return "under the chest" if is_up else "beside the upper chest"
