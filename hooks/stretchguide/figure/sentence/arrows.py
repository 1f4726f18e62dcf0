"""The clause of the alternative text about arrows: which part moves, which way; each that is drawn, and none else."""

from __future__ import annotations

from collections.abc import Sequence

from stretchguide.figure.sentence.words import Wording, listed, number, plural, size
from stretchguide.figure.words.pose import Arrow
from stretchguide.figure.words.signs import ARROW_BOTH, ARROW_PAIRS, AWAY
from stretchguide.format.sides import OTHER, SIDES

_NODS = {
    "down": "nod down",
    "up": "lift the chin",
    "under": "tuck the tailbone under",
    "forward": "tip the hips forward",
}


def arrow_clause(arrows: Sequence[Arrow], say: Wording) -> str:
    """What all arrows say; empty where there is none. In brief, two that do the same on both sides are said as one."""
    if say.is_brief and len(arrows) > len(SIDES):
        arrows = _paired(arrows)
    texts = (say.is_brief and _together(arrows)) or [_arrow(arrow, say) for arrow in arrows]
    return f"{'arrows' if len(texts) > 1 else 'arrow'}: {listed(texts)}" if texts else ""


def _paired(arrows: Sequence[Arrow]) -> list[Arrow]:
    """The arrows, with those of a part and of the same one on the other side as one where they go alike."""
    found: list[Arrow] = []
    for arrow in arrows:
        side, _, noun = arrow.part.partition(" ")
        other = f"{OTHER.get(side, '')} {noun}"
        twin = next((each for each in found if each == arrow._replace(part=other)), None)
        if twin and plural(noun) in ARROW_PAIRS:
            found[found.index(twin)] = arrow._replace(part=plural(noun))
        else:
            found.append(arrow)
    return found


def _together(arrows: Sequence[Arrow]) -> list[str]:
    """Two arrows as one: of both sides that go alike or meet or part, or of one part that goes to and fro."""
    if len(arrows) != len(SIDES):
        return []
    first, second = arrows
    if first.part == second.part and first.motion == second.motion == "move" and first.ways and second.ways:
        return [f"{_moved(first)} {_way(first)} and {_way(second).removeprefix('to the ')}"]
    (side, _, noun), (other, _, its) = (arrow.part.partition(" ") for arrow in arrows)
    if noun != its or OTHER.get(side) != other or first.motion != second.motion or first.towards != second.towards:
        return []
    both = first._replace(part=f"both {plural(noun)}")
    if first == second._replace(part=first.part, ways=first.ways) and first.ways == second.ways:
        return [_arrow(both, Wording(is_exact=False, is_brief=True))]
    if (way := _mirrored(first, side)) and way == _mirrored(second, other) and not first.is_over:
        return [f"turn both forearms {way}" if _is_turn(first) else f"{both.part} {way}"]
    return []


def _is_turn(arrow: Arrow) -> bool:
    """Whether it is the ring of a wrist, which turns with its forearm."""
    return arrow.motion == "circle" and arrow.part.endswith(("wrist", "wrists"))


def _mirrored(arrow: Arrow, side: str) -> str:
    """The way of an arrow as seen from its side: outwards, inwards, and what else it says; empty where it says none."""
    if not (arrow.motion == "move" or _is_turn(arrow)) or not set(arrow.ways) & set(SIDES):
        return ""
    says = {side: "outwards", OTHER[side]: "inwards"}
    return " and ".join(sorted((says.get(way, way) for way in arrow.ways), key=lambda way: way.endswith("wards")))


def _arrow(arrow: Arrow, say: Wording) -> str:
    far = ""
    if arrow.amount is not None:
        is_long = arrow.motion in ("move", "press", "circle")
        far = say.detail(f"{number(arrow.amount)} cm" if is_long else size(arrow.amount))
    if arrow.motion == "move":
        return f"{_moved(arrow)} {_way(arrow)}{far}"
    both = "both " if arrow.part in ARROW_PAIRS else ""
    the = "" if both or arrow.part.startswith("both ") else "the "
    if arrow.motion == "press":
        return f"press {both}{the}{arrow.part} {_way(arrow)}{far}"
    if arrow.motion == "circle":
        return f"{_ringed(arrow, both or the)}{far}"
    if arrow.motion == "shake":
        return f"shake {both}{the}{arrow.part}"
    if arrow.motion == "nod":
        return f"{_NODS[arrow.ways[0]]}{far}"
    verb = "bend" if (arrow.motion, arrow.part) == ("tilt", "chest") else arrow.motion
    what = "" if arrow.part == "chest" else f" {the}{arrow.part}"
    return f"{verb}{what} {arrow.ways[0]}{far}"


def _ringed(arrow: Arrow, which: str) -> str:
    """What goes round, and which way: a forearm turns."""
    if _is_turn(arrow):
        return f"turn {which}{arrow.part.replace('wrist', 'forearm')}{_round(arrow).removeprefix(' round')}"
    return f"circle {which}{arrow.part}{_round(arrow)}"


def _moved(arrow: Arrow) -> str:
    return f"both {arrow.part}" if arrow.part in ARROW_PAIRS else arrow.part


# How a ring goes round: to a side over its front or its top, or as seen from the side.
_ROUND = {"forward": "forwards", "back": "backwards"}


def _round(arrow: Arrow) -> str:
    """Which way a ring goes that says one."""
    if not arrow.ways:
        return ""
    way = arrow.ways[0]
    return f" round to the {way}" if way in SIDES else f" {_ROUND.get(way, way)}"


def _way(arrow: Arrow) -> str:
    if arrow.towards:
        return f"towards {'both' if arrow.towards in ARROW_BOTH else 'the'} {arrow.towards}"
    if arrow.ways == (AWAY,):
        return f"{AWAY} from the head"
    if not arrow.is_over:
        return " and ".join(f"to the {way}" if way in SIDES else way for way in arrow.ways)
    end = arrow.ways[-1]
    return f"up and over {f'to the {end}' if end in SIDES else end}"
