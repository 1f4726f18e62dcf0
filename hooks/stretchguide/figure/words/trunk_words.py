"""The words of hips, trunk and head, added up."""

from __future__ import annotations

from collections.abc import Sequence

from stretchguide.figure.words.phrases import Faults, Match, Phrase
from stretchguide.figure.words.pose import Bending, Hips, HipTurn
from stretchguide.figure.words.trunk_forms import BACKWARD_WORDS, FORWARD_WORDS, HEAD, HIPS, SPINE
from stretchguide.format.sides import SIDES

_TUCKS = {"tuck": 1, "poke": -1}


def hips_of(phrases: Sequence[Phrase], faults: Faults) -> Hips:
    """Where the pelvis goes; its turns stay in the order of the words."""
    found = Hips()
    for match in faults.matches(phrases, HIPS):
        found = _with_hips(found, match)
    return found


def bending_of(phrases: Sequence[Phrase], faults: Faults) -> Bending:
    """How a part of the back is bent."""
    return _bent(faults.matches(phrases, SPINE))


def head_of(phrases: Sequence[Phrase], faults: Faults) -> tuple[Bending, float]:
    """How the neck is bent, and how far the chin is tucked in degrees."""
    matches = faults.matches(phrases, HEAD)
    tuck = sum(match.amount * _TUCKS[match.verb] for match in matches if match.verb in _TUCKS)
    return _bent(matches), tuck + 0.0


def _with_hips(hips: Hips, match: Match) -> Hips:
    sign = -1.0 if match.way in ("right", "back") else 1.0
    amount = sign * match.amount
    if match.verb in ("fold", "tuck", "tilt", "turn"):
        motion, degrees = ("fold", -amount) if match.verb == "tuck" else (match.verb, amount)
        return hips._replace(turns=(*hips.turns, HipTurn(motion, degrees))) if degrees else hips
    if match.verb == "shift":
        is_sideways = match.way in SIDES
        return hips._replace(left=hips.left + amount) if is_sideways else hips._replace(forward=hips.forward + amount)
    return hips._replace(lower=hips.lower + (amount if match.verb == "lower" else -amount))


def _bent(matches: Sequence[Match]) -> Bending:
    """All bends of a part of the spine together."""
    fold = side = turn = 0.0
    for match in matches:
        sign = -1.0 if match.way == "right" else 1.0
        if match.verb == "turn":
            turn += sign * match.amount
        elif match.verb in ("bend", "tilt"):
            side += sign * match.amount
        elif match.verb in FORWARD_WORDS:
            fold += match.amount
        elif match.verb in BACKWARD_WORDS:
            fold -= match.amount
    return Bending(fold, side, turn)
