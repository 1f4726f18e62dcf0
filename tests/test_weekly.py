"""Minutes a week for each muscle, by numbers worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from records import Project, sample_library
from stretchguide.format.fields import Felt, Range
from stretchguide.format.vocabulary import Muscle, Vocabulary
from stretchguide.guides.routine import JoinedRoutine
from stretchguide.guides.timeline import Plan, held_seconds, in_minutes
from stretchguide.guides.weekly import Held, MuscleWeek, of_week
from stretchguide.pages import routines

DESK = "_routines/desk-break"
RUN = "_routines/after-a-run"
DAYS = Range(2, 3)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return sample_library().vocabulary


def sides_of(week: tuple[MuscleWeek, ...]) -> dict[str, tuple[Range, Range]]:
    return {each.muscle.id: (each.right, each.left) for each in week}


def routine(project: Project, id: str) -> JoinedRoutine:
    reading = project.read()
    assert reading.library
    assert [str(problem) for problem in reading.problems] == []
    return reading.library.routines[id]


def plan(vocabulary: Vocabulary, type_id: str, sides: int = 1, sets: int = 1) -> Plan:
    reps = Range(8, 8) if vocabulary.types[type_id].mode == "dynamic" else None
    return Plan(vocabulary.types[type_id], sides, Range(20, 30), reps, Range(sets, 5), None)


def week_of(vocabulary: Vocabulary, muscles: tuple[Felt, ...], done: Plan) -> dict[str, tuple[Range, Range]]:
    return sides_of(of_week([Held(done, muscles)], DAYS, vocabulary))


def test_a_week_of_the_desk_break() -> None:
    """Every day, 5 to 7; the shoulder-blade squeeze and the chin tuck are repetitions, and count for nothing."""

    def seconds(a_day: int) -> tuple[Range, Range]:
        return Range(5 * a_day, 7 * a_day), Range(5 * a_day, 7 * a_day)

    assert sides_of(sample_library().routines["desk-break"].week) == {
        "upper-trapezius": seconds(20),
        "thoracic-rotators": seconds(20 + 20),  # felt on both sides in either bout
        "external-oblique": seconds(20 + 15),  # the trunk rotation and the side bend
        "internal-oblique": seconds(20),  # felt on the left as the chest turns right
        "latissimus-dorsi": seconds(15),
        "wrist-flexors": seconds(20),  # both wrists at once
        "finger-flexors": seconds(20),
    }


def test_two_stretches_of_one_muscle_add_up() -> None:
    week = sides_of(sample_library().routines["after-a-run"].week)
    assert week["rectus-femoris"] == (Range(2 * 60, 3 * 60), Range(2 * 60, 3 * 60))
    assert week["vasti"] == (Range(2 * 30, 3 * 30), Range(2 * 30, 3 * 30))


def test_the_frequency_sets_the_days(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    project.edit("every: 2-3-week", "every: most-days", RUN)
    assert sides_of(routine(project, "after-a-run").week)["hamstrings"][0] == Range(4 * 30, 6 * 30)


def test_sets_count(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    project.edit("variant: strap, hold: 30 s, sets: 1", "variant: strap, hold: 30 s, sets: 2", RUN)
    assert sides_of(routine(project, "after-a-run").week)["hamstrings"] == (Range(120, 180), Range(120, 180))


def test_one_side_alone_leaves_the_other_without(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    project.edit("variant: strap, hold: 30 s, sets: 1", "variant: strap, hold: 30 s, sides: 1", RUN)
    week = next(each for each in routine(project, "after-a-run").week if each.muscle.id == "hamstrings")
    assert (week.right, week.left) == (Range(60, 90), Range(0, 0))
    assert week.seconds == Range(0, 0)


def test_what_is_felt_but_only_also_stretched_or_working_does_not_count() -> None:
    assert "scalenes" not in sides_of(sample_library().routines["desk-break"].week)
    assert "rhomboids" not in sides_of(sample_library().routines["desk-break"].week)


def test_right_and_left_change_places_on_the_second_side(vocabulary: Vocabulary) -> None:
    muscles = (Felt("soleus", "right"), Felt("vasti", "left"), Felt("iliopsoas"))
    both = (Range(60, 90), Range(60, 90))
    assert week_of(vocabulary, muscles, plan(vocabulary, "static", sides=2)) == {
        "soleus": both,
        "vasti": both,
        "iliopsoas": (Range(120, 180), Range(120, 180)),
    }


def test_what_is_done_once_stays_on_its_side(vocabulary: Vocabulary) -> None:
    muscles = (Felt("soleus", "right"), Felt("vasti", "left"))
    assert week_of(vocabulary, muscles, plan(vocabulary, "static", sets=2)) == {
        "soleus": (Range(120, 180), Range(0, 0)),
        "vasti": (Range(0, 0), Range(120, 180)),
    }


def test_a_structure_is_no_muscle(vocabulary: Vocabulary) -> None:
    assert week_of(vocabulary, (Felt("thoracic-spine"),), plan(vocabulary, "static")) == {}


@pytest.mark.parametrize(
    ("type_id", "seconds"), [("static", 30), ("pnf", 30), ("dynamic", 0), ("mobility", 0), ("active-isolated", 0)]
)
def test_seconds_held(type_id: str, seconds: int, vocabulary: Vocabulary) -> None:
    pressed = Plan(vocabulary.types[type_id], 1, Range(20, 30), Range(8, 8), Range(1, 1), Range(5, 6))
    assert held_seconds(pressed) == seconds


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (Range(0, 0), "0"),
        (Range(10, 10), "½"),
        (Range(20, 89), "½–1"),
        (Range(105, 105), "1½"),
        (Range(300, 420), "5–7"),
        (Range(0, 30), "0–½"),
    ],
)
def test_in_minutes(span: Range, said: str) -> None:
    assert in_minutes(span) == said


def test_the_weekly_dose_names_its_sources(vocabulary: Vocabulary) -> None:
    dose = vocabulary.weekly_dose
    assert dose.useful.minutes < dose.peak.minutes
    for id in (*dose.useful.evidence, *dose.peak.evidence, *dose.unsettled):
        assert vocabulary.references[id].checked != "unverified"
    assert f"{dose.useful.minutes} minutes a week" in vocabulary.references[dose.useful.evidence[0]].finding.replace(
        "or more ", ""
    )
    assert f"{dose.peak.minutes} minutes a week" in vocabulary.references[dose.peak.evidence[0]].finding
    assert str(dose.useful.minutes) in dose.say


# The week as the routine's page shows it


def shown(project: Project, path: str) -> routines.Week:
    week = routines.week_of(routine(project, path.rpartition("/")[2]))
    assert week
    return week


def names(muscles: tuple[Muscle, ...]) -> list[str]:
    return [muscle.id for muscle in muscles]


def test_muscles_held_as_long_stand_together_the_longest_first(tmp_path: Path) -> None:
    week = shown(Project.copied(tmp_path), DESK)
    assert [(amount, names(muscles)) for amount, muscles in week.amounts] == [
        ("3–4½", ["thoracic-rotators"]),
        ("2½–4", ["external-oblique"]),
        ("1½–2", ["upper-trapezius", "internal-oblique", "wrist-flexors", "finger-flexors"]),
        ("1–1½", ["latissimus-dorsi"]),
    ]


@pytest.mark.parametrize(
    ("every", "sets", "shows"),
    [
        ("2-3-week", "1", ([], True, True)),
        ("2-3-week", "5", (["hamstrings"], True, True)),  # 2 x 5 x 30 s, on the fewest days
        ("daily", "1", (["rectus-femoris"], True, False)),
        ("daily", "2", (["rectus-femoris", "hamstrings"], True, False)),
    ],
)
def test_who_gets_the_useful_dose(every: str, sets: str, shows: tuple[list[str], bool, bool], tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    project.edit("every: 2-3-week", f"every: {every}", RUN)
    project.edit("variant: strap, hold: 30 s, sets: 1", f"variant: strap, hold: 30 s, sets: {sets}", RUN)
    week = shown(project, RUN)
    assert (names(week.enough), week.fewer, week.more_days) == shows


def test_a_routine_that_holds_next_to_nothing_has_no_week(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    text = project.text(RUN)
    items = "items:\n  - {stretch: shoulder-blade-squeeze}\n  - {stretch: cat-cow}\n"
    project.write(text[: text.index("items:")] + items, RUN)
    assert routines.week_of(routine(project, "after-a-run")) is None
