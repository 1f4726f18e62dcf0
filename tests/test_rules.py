"""Each rule, broken by one edit of a real record: exactly one line, at its place. The cases stand in data/rules.

For a case that is `pictured`, the finished figures of its record are judged as well."""

from __future__ import annotations

import datetime
import importlib
import pkgutil
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from records import DATA, FOUNDING, TODAY, Project, path_of, place_of
from stretchguide import rules
from stretchguide.project import read_project
from stretchguide.rules import catalogue, judge
from stretchguide.rules.rule import Rule

FILES = sorted((DATA / "rules").glob("*.yml"))
TIP = '"Stuck in the upper back'

Case = dict[str, Any]


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{file.stem}: {case['case']}")
        for file in FILES
        for case in yaml.safe_load(file.read_text("utf-8"))
    ]


def edits(case: Case) -> list[Case]:
    found: list[Case] = case.get("edits", [] if "copied" in case else [case])
    return found


def expected(case: Case, project: Project, marked: dict[str, str]) -> list[str]:
    if "problem" not in case:
        return []
    record = case.get("in", next(iter(marked), case.get("record", FOUNDING)))
    place = place_of(project.text(record), case["at"]) if "at" in case else marked[record]
    return [f"{path_of(record)}:{place}: {case.get('level', 'error')}: {case['problem']}"]


@pytest.mark.parametrize("case", cases())
def test_one_edit_breaks_one_rule(case: Case, tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    for original, copy in case.get("copied", {}).items():
        project.copy(original, copy)
    marked: dict[str, str] = {}
    for edit in edits(case):
        record = edit.get("record", FOUNDING)
        if place := project.edit(edit["replace"], edit["with"], record):
            marked[record] = place
    today = datetime.date.fromisoformat(str(case["today"])) if "today" in case else TODAY
    pictured = (case.get("record", FOUNDING),) if case.get("pictured") else ()
    assert project.lines(today, pictured=pictured) == expected(case, project, marked)


def test_every_rule_is_broken_by_some_case() -> None:
    broken = {
        int(file.stem.split("-")[0])
        for file in FILES
        if any("problem" in case for case in yaml.safe_load(file.read_text("utf-8")))
    }
    assert broken == {text.number for text in catalogue.RULES}


NO_FAMILIES = {"rule", "judge", "verdicts", "catalogue"}
"""They say what a rule is, run all, keep what was found, and tell of them."""


def families() -> list[ModuleType]:
    names = {module.name for module in pkgutil.iter_modules(rules.__path__)} - NO_FAMILIES
    return [importlib.import_module(f"{rules.__name__}.{name}") for name in sorted(names)]


def test_every_family_is_run() -> None:
    assert set(map(id, families())) == set(map(id, judge.FAMILIES))


@pytest.mark.parametrize("family", families(), ids=lambda family: family.__name__.split(".")[-1])
def test_every_rule_of_a_family_stands_in_its_list(family: ModuleType) -> None:
    made = [value for value in vars(family).values() if isinstance(value, Rule)]
    assert sorted(map(id, made)) == sorted(map(id, family.RULES))


def test_the_numbers_of_the_rules_have_no_gap() -> None:
    assert [text.number for text in catalogue.RULES] == list(range(1, len(catalogue.RULES) + 1))


BY_FORMAT = {13, 19, 35, 36}
"""What reading a file finds alone: no function of a family judges it."""


def test_every_rule_is_told_and_every_sentence_is_kept() -> None:
    judged = {rule.number for rule in judge.RULES}
    assert not judged & BY_FORMAT
    assert judged | BY_FORMAT == {text.number for text in catalogue.RULES}


def test_two_steps_are_too_few(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    dropped = ("{title: Hand behind head,", "{title: Turn slowly,", "{title: Come back,")
    lines = project.text().splitlines(keepends=True)
    project.write("".join(line for line in lines if not any(part in line for part in dropped)))
    project.edit("feet flat, and grow tall.", "right foot flat, and grow tall.")
    place = place_of(project.text(), "- {title: Sit tall")
    assert project.lines() == [f"{path_of(FOUNDING)}:{place}: error: 2 steps; write 3 to 7"]


def test_five_faults_of_five_layers_make_five_lines(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    project.edit("type: static\n", "type: static\ntype: dynamic\n")
    project.edit("title: Turn slowly,", "title: Turn very slowly to the end,")
    project.edit("occasions: [desk-break,", "occasions: [desk-braek,")
    project.edit("hold: 15-30 s, sets: 2-3", "hold: 15-150 s, sets: 2-3")
    project.edit("Little and often is enough.", "It cures a stiff back.")
    text = project.text()
    path = path_of(FOUNDING)
    assert project.lines() == [
        f"{path}:{place_of(text, 'type: dynamic')}: error: key 'type' stands here twice (first in line 16); delete one",
        f"{path}:{place_of(text, 'desk-braek')}: error: unknown occasion 'desk-braek'; did you mean 'desk-break'?",
        f"{path}:{place_of(text, '15-150 s')}: error: hold of 15-150 s is outside the limits of static;"
        " stay within 10-120 s",
        f"{path}:{place_of(text, 'Turn very')}: error: title has 27 characters, 24 at most; shorten it",
        f"{path}:{place_of(text, TIP)}: error: 'cures' is a claim that no stretch may make;"
        " say what the evidence allows",
    ]


def test_a_record_is_a_twin_once_and_a_build_does_not_ask(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    for copy in ("wall-lean", "wall-push"):
        project.copy("wall-calf-straight", copy)
    twins = [problem for problem in project.read().problems if "is nearly" in problem.message]
    assert [problem.place.path for problem in twins] == [path_of("wall-lean"), path_of("wall-push")]
    assert read_project(project.root, TODAY).problems == ()


def test_a_mark_for_one_twin_says_nothing_of_another(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    for copy in ("wall-lean", "wall-push"):
        project.copy("wall-calf-straight", copy)
    project.edit("evidence:\n", "distinct_from: [wall-calf-straight]\nevidence:\n", "wall-push")
    facts = [problem.message.split(":")[0] for problem in project.read().problems]
    assert facts == ["'wall' is nearly 'wall' of 'wall-calf-straight'", "'wall' is nearly 'wall' of 'wall-lean'"]


def test_a_build_refuses_a_mark_that_nobody_needs(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    project.edit("evidence:\n", "distinct_from: [standing-quad]\nevidence:\n", "wall-calf-straight")
    [problem] = read_project(project.root, TODAY).problems
    assert "'standing-quad' is not so much like" in problem.message
