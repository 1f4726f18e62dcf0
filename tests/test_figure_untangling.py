"""Arms are moved out of what they lie in, as it is drawn; what did not move is not measured again."""

from __future__ import annotations

import pytest

from figure_poses import TITLES, named, solved, words
from stretchguide.figure.body.limbs import ArmAngles, set_arm
from stretchguide.figure.body.moulds import part_solid
from stretchguide.figure.lints import faults
from stretchguide.figure.shapes.gaps import gap
from stretchguide.figure.solver import contacts
from stretchguide.figure.solver.clearance import Flesh, Surroundings, obstacles
from stretchguide.figure.solver.measures import measured, overlaps, touches
from stretchguide.figure.solver.solve import solve
from stretchguide.figure.solver.untangling import ArmSurroundings
from stretchguide.figure.things.kinds import room_of
from stretchguide.figure.words.language import parse
from stretchguide.format.sides import SIDES

# Poses whose arms lie in something where they were first put.
TANGLED = ("N2 Pigeon", "N11 Side lunge")


def deepest(title: str) -> float:
    """How deep an arm of a pose lies in anything but what it touches (cm)."""
    pose = parse(words(title))
    figure = measured(pose, solve(pose))
    hosts = figure.body.hosts
    return max(
        each.deep
        for each in overlaps(figure)
        if hosts.get(each.part) != each.other and any(each.part.endswith(piece) for piece in ("arm", "hand"))
    )


@pytest.mark.parametrize("title", TANGLED)
def test_arms_are_moved_out_of_what_they_lie_in(title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert deepest(title) <= faults.NEAR
    monkeypatch.setattr(contacts, "untangled", lambda _body, _side, target, _around: target)
    assert deepest(title) > faults.NEAR


@pytest.mark.parametrize("title", TITLES)
def test_no_contact_is_off_by_more_than_a_centimetre(title: str) -> None:
    figure = measured(*named(title))
    for touch in touches(figure):
        assert touch.miss <= faults.NEAR
        assert touch.away is None or abs(touch.away) <= faults.NEAR


def test_what_is_said_to_be_far_is_not_met() -> None:
    said = []
    for title in TITLES:
        _, body = named(title)
        flesh = Flesh(body)
        for name in ("pelvis", "chest", "neck"):
            for side in SIDES:
                hand = part_solid(body, f"{side} hand")
                is_far = flesh.is_far(name, hand)
                said.append((name, is_far))
                assert not is_far or gap(hand, part_solid(body, name)) > 0, (title, name, side)
    assert len(set(said)) == 6, "each of them is near in some pose and far in another"


# -- how deep an arm lies ---------------------------------------------------------------------------------------------


def around(arm: ArmAngles) -> tuple[Flesh, Surroundings]:
    """A standing body with its left arm set, and what is round it."""
    pose = parse({"base": "stand", "props": ["wall 30"]})
    body = solve(pose)
    set_arm(body, "left", arm)
    flesh = Flesh(body)
    return flesh, Surroundings(room_of(pose), room_of(pose).boxes(), obstacles(flesh), flesh)


def test_an_arm_in_a_wall_lies_deeper_than_one_beside_it() -> None:
    _, clear = around(ArmAngles(lift=80, plane=0))
    _, deep = around(ArmAngles(lift=80, plane=90))
    assert ArmSurroundings("left", clear, "").excess() == 0
    assert ArmSurroundings("left", deep, "").excess() > 4


def test_what_is_more_than_asked_for_is_only_known_to_be_more() -> None:
    _, deep = around(ArmAngles(lift=80, plane=90))
    everything = ArmSurroundings("left", deep, "")
    whole = everything.excess()
    assert 1 < everything.excess(1) <= whole
    assert everything.excess(whole) == whole


def test_flesh_is_made_again_only_when_it_moved() -> None:
    flesh, _ = around(ArmAngles())
    before = {name: flesh[name] for name in ("head", "chest", "left hand", "right hand")}
    set_arm(flesh.body, "left", ArmAngles(lift=120))
    assert {name for name in before if flesh[name] is not before[name]} == {"chest", "left hand"}
    for name in before:
        pairs = zip(flesh[name].pieces, part_solid(flesh.body, name).pieces, strict=True)
        assert all(kept.probes == made.probes for kept, made in pairs)
        assert flesh[name].centre == part_solid(flesh.body, name).centre


# -- on the own shoulder ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("elbow", ["", "forward", "up", "out", "down", "back"])
def test_a_hand_meets_its_own_shoulder_wherever_the_elbow_goes(side: str, elbow: str) -> None:
    pose, body = solved(base="stand", **{f"{side}_hand": f"on {side} shoulder"}, **elbow_word(side, elbow))
    assert not faults.faults(pose, body)


def elbow_word(side: str, way: str) -> dict[str, str]:
    return {f"{side}_elbow": way} if way else {}
