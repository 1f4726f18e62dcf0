"""What stops a reader is judged by somebody: its words and its urgency are those of the last line of red-flags.yml."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
import yaml

from records import real_library
from stretchguide.format import prose
from stretchguide.format.vocabulary import Vocabulary

JUDGEMENTS = Path(__file__).with_name("red-flags.yml")
HANDS_ON = re.compile(r"\b(?:stretch|massag|rub|knead)\w*", re.IGNORECASE)


def signs(vocabulary: Vocabulary) -> list[list[str]]:
    """Each sign with what is to be done, where it is shown, and its words: red flags, then cautions of an emergency."""
    flags = [[flag.id, flag.action, *sorted(flag.areas), flag.text] for flag in vocabulary.red_flags.values()]
    cautions = (caution for caution in vocabulary.cautions.values() if caution.emergency)
    return sorted([*flags, *([each.id, each.severity, each.name, each.advice] for each in cautions)])


def digest(found: list[list[str]]) -> str:
    return hashlib.sha256(json.dumps(found).encode()).hexdigest()[:16]


def test_somebody_has_judged_the_signs_as_they_stand() -> None:
    last = yaml.safe_load(JUDGEMENTS.read_text("utf-8"))[-1]
    now = digest(signs(real_library().vocabulary))
    line = f'- {{day: YEAR-MONTH-DAY, by: "NAME, ROLE", why: "WHY IT CHANGED", digest: "{now}"}}'
    remedy = f"let a clinician judge them, then add this line at the end of tests/content/{JUDGEMENTS.name}:\n{line}"
    assert last["digest"] == now, f"red flags, or a caution of an emergency, are others now; {remedy}"


def test_each_judgement_says_who_when_and_why() -> None:
    lines = yaml.safe_load(JUDGEMENTS.read_text("utf-8"))
    assert [line["day"].isoformat() for line in lines] == sorted(line["day"].isoformat() for line in lines)
    for line in lines:
        assert line["by"].strip(), line
        assert line["why"].strip(), line
        assert not {"NAME, ROLE", "WHY IT CHANGED"} & {line["by"], line["why"]}, line


def test_a_changed_word_or_urgency_is_another_digest() -> None:
    found = signs(real_library().vocabulary)
    for at, sign in enumerate(found):
        for place in range(len(sign)):
            changed = [*found[:at], [*sign[:place], sign[place] + "x", *sign[place + 1 :]], *found[at + 1 :]]
            assert digest(changed) != digest(found)


# Nothing is treated


def treatments(text: str) -> list[str]:
    """Words by which a text sends a reader with a sign to stretch or to rub, where it does not forbid it."""
    return [found.group() for found in prose.asserted(HANDS_ON, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Do not stretch or massage it.", []),
        ("Never massage a swollen calf.", []),
        ("Stretch it gently.", ["Stretch"]),
        ("Get help. Massage it until then.", ["Massage"]),
        ("Do not wait: stretching helps.", ["stretching"]),
    ],
)
def test_a_treatment_is_found(text: str, found: list[str]) -> None:
    assert treatments(text) == found


def test_no_sign_is_treated_with_a_stretch() -> None:
    assert [sign for sign in signs(real_library().vocabulary) if treatments(sign[-1])] == []
