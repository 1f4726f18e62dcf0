"""Every rule in a sentence, for the contributors' page: what is asked of a record beyond its format."""

from __future__ import annotations

from typing import NamedTuple

from stretchguide.format.limits import (
    ID_CHARACTERS,
    OTHER_GRADE,
    PER_DAY,
    REVIEW_MONTHS,
    SIDE_TOTAL_S,
    STEP_GRADE,
    STEPS,
)
from stretchguide.format.problems import ProblemLevel
from stretchguide.format.source import MAX_BYTES


class RuleText(NamedTuple):
    """A rule in words. Code spans stand in backticks."""

    number: int
    asks: str
    levels: tuple[ProblemLevel, ...] = (ProblemLevel.ERROR,)


_WARNING = (ProblemLevel.WARNING,)

RULES = (
    RuleText(1, "Every key and every id exists; a wrong one is told with the nearest right one. File names are ids."),
    RuleText(
        2,
        "The first area comes from a stretched muscle; every stretched muscle lies in a listed area; every area is met "
        "by a muscle of the record.",
    ),
    RuleText(
        3,
        "The dose is inside the limits of its type. A static variant has a `hold`, a dynamic one has `reps`. Longest "
        f"hold times most sets is {SIDE_TOTAL_S[0]} to {SIDE_TOTAL_S[1]} seconds a side. At most "
        f"{PER_DAY[1]} times a day. A hold that is longer than the evidence of its type carries is a warning.",
        (ProblemLevel.ERROR, ProblemLevel.WARNING),
    ),
    RuleText(4, "Each occasion fits one of the variants: its position, its movements, static or dynamic."),
    RuleText(
        5,
        "A variant has a `side` exactly when its steps name right or left. Only body sides are called right or left: "
        "write “90 degrees”, not “right angle”.",
    ),
    RuleText(
        6,
        f"{STEPS[0]} to {STEPS[1]} steps, and one `hold` step in a static variant. Texts keep their lengths; a "
        "sentence begins with a capital and ends with a full stop.",
    ),
    RuleText(7, "No number of seconds, times or repetitions in a sentence: the dose gives it. “Hold and breathe.”"),
    RuleText(
        8,
        "A thing that a step names is in the variant's `equipment`. “Other side” stands only with a `side`. The "
        "position agrees with the first pose.",
    ),
    RuleText(9, "Each sentence of a step begins with a verb, and a word of art has its plain word.", _WARNING),
    RuleText(10, f"Steps read at grade {STEP_GRADE} or under, other texts at grade {OTHER_GRADE} or under.", _WARNING),
    RuleText(
        11,
        "No claim that a stretch cannot keep: cure, heal, detox, guarantee, “prevents injury”, and what each claim's "
        "own list forbids.",
    ),
    RuleText(12, "A benefit whose claim is little supported says may, can or feel."),
    RuleText(13, "Texts are clean: UTF-8, decoded rightly, without control characters."),
    RuleText(14, "Emoji stand in `emoji` (one each), `tagline`, `intro` and `tip`, and nowhere else."),
    RuleText(
        15,
        "Links agree: none is both easier and harder, none runs in a loop, each is written at one end only, and a "
        "harder stretch is of no lower level.",
    ),
    RuleText(
        16,
        f"`reviewed` needs a reviewer with a name and a clinical role, a day, and a next review within {REVIEW_MONTHS} "
        "months. A review that is overdue is a warning.",
        (ProblemLevel.ERROR, ProblemLevel.WARNING),
    ),
    RuleText(17, "A better swap does not carry the caution that it is for, shares an area, and is not harder."),
    RuleText(18, "A stretch on the floor has a sibling that needs no floor, or says `no_floor_free: true`.", _WARNING),
    RuleText(
        19,
        f"Plain YAML: no key twice, no anchor, alias or tag, no bare `1:30`, `yes` or `no`, and {MAX_BYTES // 1024} "
        "KiB at most.",
    ),
    RuleText(
        20,
        "No two records are nearly the same stretch, or one of them is `distinct_from` the other. To say so where they "
        "are not much alike is an error.",
        (ProblemLevel.ERROR, ProblemLevel.WARNING),
    ),
    RuleText(
        21,
        "Pictures show what the words say: a move changes the picture, and a limb or side that a sentence names moves; "
        "another view is no move.",
        _WARNING,
    ),
    RuleText(
        22,
        "Where a figure goes beyond a limit (a back rounded by 30 degrees or turned by 25, a hip bent past 90, a head "
        "below the chest, weight on knees or hands ...), the movement is among the `movements`, so that its cautions "
        "come. `check --thorough` also notes each movement that no picture shows.",
    ),
    RuleText(
        23, "A muscle that a hold lights as stretched is longer there than in a body that stands at ease.", _WARNING
    ),
    RuleText(
        24,
        "What is felt are muscles of the record, a stretched one among them; the text of `feel` names a place and a "
        "side of theirs, and the stretched muscles cross a joint that moves. Where both sides take turns, a move to "
        "one side lights one side.",
    ),
    RuleText(
        25,
        "A version has one camera; only its first steps and its way back may show the whole body when it comes near. "
        "What moves is seen, and its limb does not point at the eye.",
        _WARNING,
    ),
    RuleText(26, "A move is seen: on the screen it differs from the step before by more than a few pixels.", _WARNING),
    RuleText(27, "What seems to touch touches: a lifted heel does not lie at the edge of the other leg.", _WARNING),
    RuleText(
        28,
        "What a step asks for in words (“hands and knees”, “turn your head”, “heels below the step”), and what the "
        "position asks for, is among the `movements`, so that its cautions come.",
    ),
    RuleText(
        29,
        "A better swap asks for no movement that the caution leaves out (its `never`). A caution that one variant adds "
        "is added to the others too, or stands there under `cautions_not`.",
    ),
    RuleText(30, "A better swap is for a caution that a variant carries."),
    RuleText(
        31,
        "Nothing that a reader is told to do asks for force: no bouncing, jerking or forcing, no pulling the head, "
        "nothing “as hard as you can”.",
    ),
    RuleText(
        32,
        "No claim with words inside it (“prevents every injury”), and none that lasts or changes a shape (“straightens "
        "your back for good”).",
    ),
    RuleText(33, "A title or another name belongs to one record, whatever its case, accents and hyphens."),
    RuleText(
        34,
        "A better swap takes nobody to the floor whom the stretch does not take there. In a routine for people over 60 "
        "nobody stands on one leg.",
    ),
    RuleText(
        35,
        "No text without quotes is cut by a blank and `#`, which begin a comment; no text holds an entity of HTML such "
        "as `&amp;`; no file holds the marks of a merge.",
    ),
    RuleText(
        36,
        f"An id has at most {ID_CHARACTERS} characters, and is not `index` or a name that Windows keeps for itself.",
    ),
    RuleText(37, "No text is still the one of the template, which says “write here”.", _WARNING),
)
"""In the order of their numbers, by which code and tests name them."""
