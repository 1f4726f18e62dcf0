"""Rules 23 and 25 to 27: what the pictures of a version let their reader see, from one camera."""

from __future__ import annotations

from collections.abc import Iterator

from stretchguide.figure.words.views import CLOSE
from stretchguide.format.problems import ProblemLevel, quoted
from stretchguide.format.source import Path
from stretchguide.gallery.picture import Picture
from stretchguide.rules.rule import Finding, Findings, PictureCase, VariantCase, picture_rule, variant_rule


@picture_rule(23)
def lit_muscles_are_longer_than_at_rest(case: PictureCase) -> Findings:
    """Judged in the hold alone: on the way there nothing is stretched yet."""
    for path, message in _sights(case, 23, ("hold",)):
        yield Finding(path, message, ProblemLevel.WARNING)


@picture_rule(25)
def what_moves_is_seen(case: PictureCase) -> Findings:
    for path, message in _sights(case, 25):
        yield Finding((*path, "view"), message, ProblemLevel.WARNING)


@variant_rule(25, "steps")
def a_version_has_one_camera(case: VariantCase) -> Findings:
    """A version may begin with the whole body and then come near, and stays there until its way back."""
    seen = [str((whole or {}).get("view", "")) for whole in case.poses]
    first = seen[0]
    was_close = False
    for index, (step, view) in enumerate(zip(case.variant.steps, seen, strict=True)):
        path = (*case.path, "steps", index, "pose", "view")
        if step.pose and "view" in step.pose:
            if _from(view) != _from(first):
                fact = f"this step is seen from {quoted(_from(view))}, the first one from {quoted(_from(first))}"
                yield Finding(path, f"{fact}; a version has one camera: write one for all", ProblemLevel.WARNING)
            elif was_close and CLOSE not in view and step.phase != "return":
                fact = "this step goes back to the whole body after a close view"
                yield Finding(path, f"{fact}; leave the view out, so that it stays near", ProblemLevel.WARNING)
        was_close = was_close or CLOSE in view


def _from(view: str) -> str:
    words = view.split()
    way = words[: words.index(CLOSE)] if CLOSE in words else words
    return " ".join([*way, *(word for word in words[len(way) :] if word.isdigit())])


@picture_rule(26)
def steps_that_move_differ_on_the_screen(case: PictureCase) -> Findings:
    for path, message in _sights(case, 26):
        yield Finding(path, message, ProblemLevel.WARNING)


@picture_rule(27)
def what_seems_to_touch_touches(case: PictureCase) -> Findings:
    for path, message in _sights(case, 27):
        yield Finding((*path, "view"), message, ProblemLevel.WARNING)


def _sights(case: PictureCase, rule: int, phases: tuple[str, ...] = ("move",)) -> Iterator[tuple[Path, str]]:
    """What a rule finds in the pictures of some steps of a record; the same message once in a version."""
    rows = zip(case.record.variants, case.gallery.pictures(case.record), strict=True)
    for index, (variant, pictures) in enumerate(rows):
        said: set[str] = set()
        for number, (step, picture) in enumerate(zip(variant.steps, pictures, strict=True)):
            for asked_by, message in picture.drawing.sights if isinstance(picture, Picture) else ():
                if asked_by == str(rule) and step.phase in phases and message not in said:
                    said.add(message)
                    yield ("variants", index, "steps", number, "pose"), message


RULES = (
    lit_muscles_are_longer_than_at_rest,
    what_moves_is_seen,
    a_version_has_one_camera,
    steps_that_move_differ_on_the_screen,
    what_seems_to_touch_touches,
)
