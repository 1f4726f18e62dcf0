"""The folder of records: which files are read, and that nothing in it can stop the check or lead it elsewhere."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from properties import tried
from records import FOUNDING, SAMPLE, Project, path_of, place_of
from stretchguide import project as project_module
from stretchguide.format.fields import Felt, FeltMuscle

NAME_RULE = "is not named <id>.yml (lower-case letters, digits, single hyphens); rename it"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.copied(tmp_path)


@pytest.fixture(scope="module")
def spoilt_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """For property tests, which write the same file again and again."""
    return Project.copied(tmp_path_factory.mktemp("spoilt"))


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("New Stretch.yml", " to 'new-stretch.yml'"),
        ("Cat.yml", " to 'cat.yml'"),
        ("cat_cow2.yml", " to 'cat-cow2.yml'"),
        ("9-lives.yml", " to 'lives.yml'"),
        ("a--b.yml", " to 'a-b.yml'"),
        ("..yml", ""),
        ("...yml", ""),
        ("cat.yaml", " to 'cat.yml'"),
        ("cat.YML", " to 'cat.yml'"),
        ("ünder.yml", " to 'nder.yml'"),
        ("a\nb.yml", " to 'a-b.yml'"),
        ("a\x1b[31m.yml", " to 'a-31m.yml'"),
        ("a\u202eb.yml", " to 'a-b.yml'"),
    ],
)
def test_names_that_are_no_ids(name: str, hint: str, project: Project) -> None:
    (project.folder / name).write_text("title: A")
    (line,) = project.lines()
    assert line.isprintable()
    assert line.startswith("exercises/")
    assert line.endswith(f"{NAME_RULE}{hint}")
    assert ":1:1: error: " in line


@pytest.mark.parametrize(
    ("id", "fact"),
    [
        ("index", "'index' is a name that systems keep for themselves; choose another id"),
        ("con", "'con' is a name that systems keep for themselves; choose another id"),
        ("a" * 61, f"'{'a' * 57}...' has 61 characters; an id has 60 at most"),
    ],
)
def test_ids_that_are_no_addresses(id: str, fact: str, project: Project) -> None:
    (project.folder / f"{id}.yml").write_text("title: A")
    assert project.lines() == [f"exercises/{id}.yml:1:1: error: {fact}, and rename the file"]


def test_a_name_that_is_no_text(project: Project) -> None:
    Path(os.fsdecode(os.fsencode(project.folder) + b"/\xff.yml")).write_text("title: A")
    (line,) = project.lines()
    assert line.encode("utf-8").startswith(b"exercises/\\udcff.yml:1:1: error: ")


def test_no_name_is_proposed_that_another_file_has(project: Project) -> None:
    (project.folder / "Cat_Cow.yml").write_text("title: A")
    (line,) = project.lines()
    assert line.endswith("; there is a 'cat-cow.yml' already: delete this one, or give it a name of its own")


@pytest.mark.parametrize("name", ["cat-cow.txt", "cat-cow.yml.txt", "photo.jpg"])
def test_what_does_not_look_like_a_record_stops_nothing(name: str, project: Project) -> None:
    (project.folder / name).write_text("title: A")
    remedy = "this is no record, and nobody reads it; move it elsewhere, or end its name with '.yml'"
    assert project.lines() == [f"exercises/{name}:1:1: warning: {remedy}"]


@pytest.mark.parametrize(
    "name",
    [
        *(
            ".DS_Store",
            ".cat-cow.yml.swp",
            ".gitkeep",
            "._cat-cow.yml",
            ".#cat-cow.yml",
            "cat-cow.yml~",
            "~$cat-cow.yml",
        ),
        *(
            "#cat-cow.yml#",
            "cat-cow.yml.bak",
            "cat-cow.yml.orig",
            "cat-cow.yml.tmp",
            "Thumbs.db",
            "desktop.ini",
            "4913",
        ),
        *("Icon\r", ".~lock.cat-cow.yml#", ".syncthing.cat-cow.yml.tmp"),
    ],
)
def test_litter_of_editors_is_passed_over(name: str, project: Project) -> None:
    (project.folder / name).write_bytes(b"\xff")
    assert project.lines() == []


def test_a_hidden_record_is_not(project: Project) -> None:
    (project.folder / ".cat.yml").write_text("title: A")
    assert len(project.lines()) == 1


IS_LINK = "error: this is a link; put a real file or folder there"


def test_a_link_to_a_file_is_not_followed(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.yml"
    secret.write_text("password: hunter2")
    (project.folder / "cat.yml").symlink_to(secret)
    (project.folder / "dog.yml").symlink_to("nowhere.yml")  # Litter of an editor's lock.
    assert project.lines() == [f"exercises/cat.yml:1:1: {IS_LINK}"]


@pytest.mark.parametrize("name", ["_vocabulary", "_routines", "more"])
def test_a_link_to_a_folder_is_not_followed(
    name: str, project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    if (project.folder / name).exists():
        (project.folder / name).rename(elsewhere / "real")
    else:
        (elsewhere / "real").mkdir()
    (elsewhere / "real" / "secret.yml").write_text("password: hunter2")
    (project.folder / name).symlink_to(elsewhere / "real")
    lines = project.lines()
    assert f"exercises/{name}:1:1: {IS_LINK}" in lines
    assert not any("secret" in line or "hunter2" in line for line in lines)


def test_a_project_whose_records_are_a_link(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "exercises"
    project.folder.rename(elsewhere)
    project.folder.symlink_to(elsewhere)
    reading = project.read()
    assert reading.library is None
    assert f"exercises:1:1: {IS_LINK}" in [str(problem) for problem in reading.problems]


def test_a_pipe_does_not_hang(project: Project) -> None:
    os.mkfifo(project.folder / "pipe.yml")
    assert project.lines() == ["exercises/pipe.yml:1:1: error: this is no ordinary file; delete it"]


def test_a_folder_named_like_a_record(project: Project) -> None:
    (project.folder / "cat.yml").mkdir()
    (project.folder / "_notes").mkdir()
    (line,) = project.lines()
    assert line == "exercises/cat.yml:1:1: error: a folder in here begins with an underscore; move its records up"


def test_a_file_that_cannot_be_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    real_open = Path.open

    def refuse(self: Path, *arguments: Any, **named: Any) -> Any:
        if self.name == "knee-rolls.yml":
            raise PermissionError(13, "Permission denied")
        return real_open(self, *arguments, **named)

    monkeypatch.setattr(Path, "open", refuse)
    reading = project.read()
    assert [str(problem) for problem in reading.problems] == [
        "exercises/knee-rolls.yml:1:1: error: the file cannot be read (Permission denied); mend its rights"
    ]
    assert reading.library
    assert FOUNDING in reading.library.guides


def test_a_file_that_goes_away_meanwhile(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [*project.folder.iterdir(), project.folder / "gone.yml"]
    real = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda self: iter(entries) if self == project.folder else real(self))
    assert project.lines() == [
        "exercises/gone.yml:1:1: error: the file cannot be read (No such file or directory); mend its rights"
    ]


def test_a_large_file_is_read_only_up_to_the_limit(project: Project) -> None:
    project.write(b"a: " + b"x" * 3_000_000)
    assert project.lines() == [f"{path_of(FOUNDING)}:1:1: error: the file is larger than 64 KiB; make it shorter"]


@pytest.mark.parametrize("change", [("\n", "\r\n"), ("# yaml", "\ufeff# yaml"), ("title", "---\ntitle")])
def test_line_ends_and_byte_order_marks_do_not_matter(change: tuple[str, str], project: Project) -> None:
    old, new = change
    project.write(project.text().replace(old, new) if old == "\n" else project.text().replace(old, new, 1))
    assert project.lines() == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty; write a record or delete it"),
        (b"# only\n# comments\n", "the file is empty; write a record or delete it"),
        (b"5", "the file must be a mapping; write lines like 'key: value'"),
        (b"[title, A]", "the file must be a mapping; write lines like 'key: value'"),
        ("title: A".encode("utf-16"), "the file is saved as UTF-16; save it as UTF-8"),
    ],
)
def test_a_file_that_holds_no_record(content: bytes, message: str, project: Project) -> None:
    project.write(content)
    assert project.lines() == [f"{path_of(FOUNDING)}:1:1: error: {message}"]


def test_no_folder_at_all(tmp_path: Path) -> None:
    reading = Project(tmp_path).read()
    assert reading.library is None
    assert str(reading.problems[0]).startswith("exercises:1:1: error: the folder cannot be read")


def test_no_routines_is_no_fault(project: Project) -> None:
    for file in (project.folder / "_routines").iterdir():
        file.unlink()
    (project.folder / "_routines").rmdir()
    assert project.lines() == []


def test_a_missing_topic(project: Project) -> None:
    (project.folder / "_vocabulary" / "muscles.yml").unlink()
    reading = project.read()
    assert reading.library is None
    assert [str(problem) for problem in reading.problems] == [
        "exercises/_vocabulary/muscles.yml:1:1: error: the file is missing; put it back"
    ]


def test_an_unknown_topic(project: Project) -> None:
    (project.folder / "_vocabulary" / "muscle.yml").write_text("[]")
    assert project.lines() == [
        "exercises/_vocabulary/muscle.yml:1:1: error: unknown vocabulary 'muscle'; did you mean 'muscles'?"
    ]


@pytest.mark.parametrize("topic", ["areas", "muscles", "cautions", "claims", "levels", "timing", "featured"])
def test_a_topic_that_cannot_be_parsed_is_one_line(topic: str, project: Project) -> None:
    project.write("- {id: [", f"_vocabulary/{topic}")
    (line,) = project.lines()
    assert line.startswith(f"exercises/_vocabulary/{topic}.yml:1:8: error: the [ that begins here is not closed")


@pytest.mark.parametrize("topic", ["avoid", "featured", "glossary"])
def test_a_topic_with_nothing_in_it(topic: str, project: Project) -> None:
    project.write("[]", f"_vocabulary/{topic}")
    assert project.read().library


def test_a_muscle_without_a_shape_is_lit_by_its_group_and_the_check_says_so(project: Project) -> None:
    more = "- {id: plantaris, name: Plantaris, latin: P, kind: muscle, areas: [thighs-back], plain: A., does: B.}\n"
    alone = more.replace("plantaris", "lonely")
    project.edit("members: [biceps-femoris,", "members: [plantaris, biceps-femoris,", "_vocabulary/muscles")
    project.write(f"{project.text('_vocabulary/muscles')}{more}{alone}", "_vocabulary/muscles")
    lines = [line for line in project.lines() if "no shape" in line]
    assert [line.partition(": warning: ")[2] for line in lines] == [
        "'plantaris' has no shape on figures; 'hamstrings' is lit in its place",
        "'lonely' has no shape on figures; make it a member of a group, which is lit in its place",
    ]
    assert place_of(project.text("_vocabulary/muscles"), "plantaris, name") in lines[0]
    felt, known = TypeAdapter(FeltMuscle), project.read().known
    assert felt.validate_python("right plantaris", context=known) == Felt("plantaris", "right", ("hamstrings",))
    assert felt.validate_python("lonely", context=known) == Felt("lonely", None, ())
    assert felt.validate_python("soleus", context=known).lit is None


def test_a_pose_that_lights_a_muscle_without_a_shape_is_told_what_to_write(project: Project) -> None:
    more = "- {id: lonely, name: L, latin: L, kind: muscle, areas: [upper-back], members: [%s], plain: A., does: B.}\n"
    project.edit("stretched: [thoracic-rotators,", "stretched: [thoracic-rotators, lonely,")
    project.edit("pose: {", "pose: {feel: [▶right lonely], ")
    place = place_of(project.text(), "right lonely")
    for members, remedy in (("", "take it out"), ("rhomboids, soleus", "write 'rhomboids' and 'soleus'")):
        text = project.text("_vocabulary/muscles").partition("- {id: lonely")[0]
        project.write(text + more % members, "_vocabulary/muscles")
        fact = f"warning: 'lonely' has no shape on figures, so it lights nothing here; {remedy}"
        assert f"{path_of(FOUNDING)}:{place}: {fact}" in project.lines()


@pytest.mark.parametrize("topic", ["levels", "areas", "claims", "red-flags"])
def test_a_topic_that_no_site_can_do_without_is_not_empty(topic: str, project: Project) -> None:
    project.write("[]", f"_vocabulary/{topic}")
    (line,) = [line for line in project.lines() if "_vocabulary/" not in line or topic in line]
    assert line == f"exercises/_vocabulary/{topic}.yml:1:1: error: the file needs 1 or more; add one"


@pytest.mark.parametrize(
    ("topic", "old", "new", "message"),
    [
        ("areas", "[neck-front", "[▶neck-frnt", "unknown region 'neck-frnt'; did you mean 'neck-front'?"),
        ("areas", "name: Neck,", "name: ▶Neck 🧣,", "emoji 🧣 may not stand in name; take it out, or use "),
        ("areas", "plain: The upper back is", "plain: ▶It prevents injury and is", "'prevents injury' is a claim "),
        ("areas", "order: 1,", 'order: ▶"1",', "order is '1', no whole number; write one, without quotes"),
        ("timing", "transition_s: ", "transition_s: ▶-", "transition_s is -"),
        ("types", "sets: [1, ", "sets: ▶[9, ", "runs backwards; write the smaller number first"),
        ("types", "rep_s: ", "rep_s: ▶0.", "no whole number; write one, without quotes"),
    ],
)
def test_a_value_that_no_build_could_use_is_told_where_it_stands(
    topic: str, old: str, new: str, message: str, project: Project
) -> None:
    place = project.edit(old, new, f"_vocabulary/{topic}")
    (line,) = [line for line in project.lines() if "_vocabulary/" in line]
    assert line.startswith(f"exercises/_vocabulary/{topic}.yml:{place}: error: ")
    assert message in line


def test_faults_in_a_vocabulary_are_told_apart_from_those_of_records(project: Project) -> None:
    project.edit("kind: muscle, areas", "kind: mussel, areas", "_vocabulary/muscles")
    project.edit("title: Chin Tuck", "title: 5", "chin-tuck")
    reading = project.read()
    assert reading.library is None
    assert [problem.place.path for problem in reading.problems] == [
        "exercises/_vocabulary/muscles.yml",
        "exercises/chin-tuck.yml",
    ]


def test_an_id_that_stands_twice_in_a_topic(project: Project) -> None:
    project.write("- 5\n- {id: felt, plain: A.}\n- {id: felt, plain: B.}\n", "_vocabulary/sides")
    lines = [line for line in project.lines() if "_vocabulary" in line]
    assert lines == [
        "exercises/_vocabulary/sides.yml:1:3: error: the entry must be a mapping; write lines like 'key: value'",
        "exercises/_vocabulary/sides.yml:3:8: error: id 'felt' stands here twice; change one",
    ]


def test_an_id_of_a_topic_that_is_no_id(project: Project) -> None:
    project.edit("id: thoracic-rotators", "id: Thoracic", "_vocabulary/muscles")
    project.edit("stretched: [thoracic-rotators", "stretched: [Thoracic")
    assert any("must be lower-case letters" in line for line in project.lines())


@pytest.mark.parametrize("seed", range(12))
def test_the_same_problems_in_the_same_order(seed: int, project: Project) -> None:
    project.edit("type: static", "type: statik")
    project.edit("areas: [neck]", "areas: [necks, chests]", "chin-tuck")
    places = [problem.place for problem in project.read().problems]
    assert places == sorted(places)
    assert len(places) == 3


SCALARS = ["5", "[]", "{}", "null", "x", "[x, {y: z}]", "{x: 1}", '""', "true", "2026-01-01", "rıght", "30 s"]


@settings(tried(60), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.data())
def test_any_lines_deleted_moved_or_changed(spoilt_project: Project, draw: st.DataObject) -> None:
    record = draw.draw(st.sampled_from([FOUNDING, "chin-tuck", "_routines/desk-break", "_vocabulary/types"]))
    lines = (SAMPLE / path_of(record)).read_text("utf-8").splitlines(keepends=True)
    for _ in range(draw.draw(st.integers(1, 3))):
        at = draw.draw(st.integers(0, len(lines) - 1))
        match draw.draw(st.sampled_from(["delete", "indent", "dedent", "swap", "value"])):
            case "delete":
                del lines[at]
            case "indent":
                lines[at] = "  " + lines[at]
            case "dedent":
                lines[at] = lines[at].removeprefix("  ")
            case "swap":
                other = draw.draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
            case _:
                lines[at] = f"{lines[at].partition(': ')[0]}: {draw.draw(st.sampled_from(SCALARS))}\n"
    spoilt_project.write("".join(lines), record)
    try:
        reading = spoilt_project.read()
    finally:
        spoilt_project.write((SAMPLE / path_of(record)).read_bytes(), record)
    assert reading.library is not None or not reading.is_good
    assert all(str(problem).isprintable() for problem in reading.problems)


def test_every_topic_that_rules_need_is_there() -> None:
    assert set(project_module.known_ids(SAMPLE)) >= {"areas", "muscles", "stretches"}
