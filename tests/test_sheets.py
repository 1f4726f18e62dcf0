"""The commands that show figures to people who review them: ``figure`` and ``contact-sheet``."""

from __future__ import annotations

import re
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest

from commands_here import run_here
from project_copy import Ended, draw_anew, environment, run_core
from records import FOUNDING, SAMPLE, Project, copy_records_project, path_of, sample_library

HTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
ENGINE = "hooks/stretchguide/figure/picture/arrows.py"
SIDES = ("right", "left")
IDENTITY = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return copy_records_project(tmp_path / "project")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that no test changes."""
    return copy_records_project(tmp_path_factory.mktemp("sound") / "project")


def draw(project: Project, out: Path, record: str = FOUNDING) -> Ended:
    return run_here(project.root, "figure", path_of(record), "--out", str(out))


def sheet_of(project: Project, *arguments: str, run: Callable[..., Ended] = run_here) -> ElementTree.Element:
    out = project.root / "sheet.html"
    done = run(project.root, "contact-sheet", "--out", str(out), *arguments)
    assert (done.returncode, done.stdout) == (0, "")
    parsed: ElementTree.Element = html5lib.parse(out.read_text("utf-8"))
    return parsed


def shown(sheet: ElementTree.Element) -> list[str]:
    """Where each figure of a sheet stands: record, variant, step."""
    places = sheet.iterfind(f".//{HTML}figure/{HTML}figcaption/{HTML}p[1]")
    return [text_of(place) for place in places]


def records_of(sheet: ElementTree.Element) -> list[str]:
    return [heading.attrib["id"] for heading in sheet.iter(f"{HTML}h2")]


def text_of(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


# figure


@pytest.fixture(scope="module")
def drawn(sound: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("drawn") / "deep" / "figures"
    done = draw(sound, out)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert done.stderr.startswith("20 figures in ")
    return out


def test_every_step_and_side_is_a_file(drawn: Path) -> None:
    names = [f"{variant}-{step}-{side}" for variant in ("floor", "seated") for step in range(1, 6) for side in SIDES]
    assert sorted(path.name for path in drawn.iterdir()) == sorted(
        f"{name}.{kind}" for name in names for kind in ("svg", "png")
    )


def test_svg_is_a_file_of_its_own(drawn: Path) -> None:
    for path in drawn.glob("*.svg"):
        root = ElementTree.parse(path).getroot()
        assert root.tag == f"{SVG}svg"
        assert root.attrib["width"]
        assert "var(" not in path.read_text("utf-8")


def test_png_is_640_wide(drawn: Path) -> None:
    for path in drawn.glob("*.png"):
        head = path.read_bytes()[:24]
        assert head[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">I", head[16:20]) == (640,)


def test_the_second_side_is_mirrored(drawn: Path) -> None:
    titles = {side: ElementTree.parse(drawn / f"seated-3-{side}.svg").findtext(f"{SVG}title") or "" for side in SIDES}
    assert "turned to the right" in titles["right"]
    assert "right hand behind the head" in titles["right"]
    assert "turned to the left" in titles["left"]
    assert "left hand behind the head" in titles["left"]
    assert (drawn / "seated-3-right.png").read_bytes() != (drawn / "seated-3-left.png").read_bytes()


def test_what_is_felt_is_mirrored_too(drawn: Path) -> None:
    lit = {}
    for side in SIDES:
        root = ElementTree.parse(drawn / f"floor-4-{side}.svg").getroot()
        lit[side] = sum(each.get("class") in ("mu", "b") for each in root.iter())
    assert lit["right"] == lit["left"] > 0


def test_without_a_side_there_is_one_figure_a_step(sound: Project) -> None:
    out = sound.root / "build" / "figures" / "chin-tuck"
    done = run_here(sound.root, "figure", "chin-tuck")
    assert done.returncode == 0, done.stdout
    assert done.stderr.endswith(f"figures in {out}\n")
    variants = sample_library().guides["chin-tuck"].variants
    wanted = {f"{each.written.id}-{step}" for each in variants for step in range(1, len(each.written.steps) + 1)}
    assert {path.stem for path in out.glob("*.svg")} == wanted


def test_a_broken_record_is_told_as_check_does(project: Project, tmp_path: Path) -> None:
    place = project.edit("trunk: turn right 45", "trunk: ▶trun right 45")
    project.edit("title: Chin Tuck", "title: 5", "chin-tuck")
    done = draw(project, tmp_path / "out")
    assert done.returncode == 1
    assert [line.split(": error: ")[0] for line in done.stdout.splitlines()] == [f"{path_of(FOUNDING)}:{place}"]
    assert not (tmp_path / "out").exists()


def test_another_broken_record_is_no_hindrance(project: Project, tmp_path: Path) -> None:
    project.edit("title: Chin Tuck", "title: 5", "chin-tuck")
    done = draw(project, tmp_path / "out")
    assert (done.returncode, done.stdout) == (0, "")


def test_a_broken_vocabulary_is_told(project: Project, tmp_path: Path) -> None:
    project.write("- {id: 5}\n", "_vocabulary/sides")
    done = draw(project, tmp_path / "out")
    assert done.returncode == 1
    assert "exercises/_vocabulary/sides.yml:1:" in done.stdout


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ("exercises/cat-cwo.yml", "; did you mean 'cat-cow'?"),
        ("cat-cow.yml", "no record 'cat-cow.yml'; did you mean 'cat-cow'?"),
        ("cat-cwo", "no record 'cat-cwo'; did you mean 'cat-cow'?"),
        ("exercises/_vocabulary/sides.yml", "no record 'exercises/_vocabulary/sides.yml'"),
        ("exercises/_vocabulary", "no record"),
        ("exercises/qqqq\n.yml", r"'exercises/qqqq\n.yml'"),
        ("/etc/passwd", "'/etc/passwd'"),
    ],
)
def test_a_wrong_path(record: str, told: str, sound: Project, tmp_path: Path) -> None:
    done = run_here(sound.root, "figure", record, "--out", str(tmp_path / "out"))
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert told in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_link_in_the_folder_is_not_followed(sound: Project, tmp_path: Path) -> None:
    precious, out = tmp_path / "precious", tmp_path / "out"
    precious.write_text("mine")
    out.mkdir()
    for kind in ("svg", "png"):
        (out / f"seated-1-right.{kind}").symlink_to(precious)
    assert draw(sound, out).returncode == 0
    assert precious.read_text() == "mine"
    assert (out / "seated-1-right.svg").read_text("utf-8").startswith("<svg ")


def test_a_file_where_the_folder_should_be(sound: Project, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    done = draw(sound, tmp_path / "out")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert (tmp_path / "out").read_text() == "mine"


# contact-sheet


@pytest.fixture(scope="module")
def sheet(sound: Project) -> ElementTree.Element:
    return sheet_of(sound)


def test_the_sheet_shows_every_step_once(sheet: ElementTree.Element) -> None:
    found = shown(sheet)
    steps = sum(path.read_text("utf-8").count("phase: ") for path in (SAMPLE / "exercises").glob("*.yml"))
    assert len(found) == len(set(found)) == steps
    assert f"{FOUNDING}, seated, step 3" in found


def test_a_figure_has_its_words(sheet: ElementTree.Element) -> None:
    place = f"{FOUNDING}, seated, step 3"
    figure = next(each for each in sheet.iter(f"{HTML}figure") if place in text_of(each))
    picture = next(figure.iter(f"{SVG}svg"))
    said = text_of(figure)
    assert "Turn slowly. Bring your left hand to your right knee" in said
    assert picture.attrib["aria-label"] in said
    assert "Breathe out." in said  # Else a reviewer wonders what the small arcs beside the face are.


def test_the_list_leads_to_every_record(sheet: ElementTree.Element) -> None:
    links = [link.attrib["href"] for link in sheet.iterfind(f".//{HTML}nav//{HTML}a")]
    assert links == [f"#{id}" for id in records_of(sheet)]
    assert len(links) == len(list((SAMPLE / "exercises").glob("*.yml")))


def test_the_sheet_asks_nothing_of_any_host(sheet: ElementTree.Element) -> None:
    for element in sheet.iter():
        assert element.tag.rpartition("}")[2] not in ("script", "link", "iframe", "img", "image", "use", "object")
        assert all(
            value.startswith("#")
            for key, value in element.attrib.items()
            if key.rpartition("}")[2] in ("src", "srcset", "href")
        )
        assert "url(" not in " ".join(element.attrib.values())
    css = "".join(text_of(style) for style in sheet.iter(f"{HTML}style"))
    assert css
    assert not re.search(r"url\(|@import|https?:", css)


def test_colours_follow_the_device(sheet: ElementTree.Element) -> None:
    css = text_of(next(sheet.iter(f"{HTML}style")))
    assert re.search(r"prefers-color-scheme: dark\)[^{]*\{ :root \{ --fig-near: #cdd8d4;", css)


def test_hostile_text_is_shown_as_typed(project: Project) -> None:
    evil = "Sit <img src=//e.test onerror=alert(1)> {{ 7*7 }} & grow</style>."
    project.edit('text: "Sit on a firm chair, feet flat, and grow tall."', f'text: "{evil}"')
    project.edit("title: Upper Back Trunk Rotation", 'title: "A <script>alert(1)</script> title"')
    sheet = sheet_of(project)
    test_the_sheet_asks_nothing_of_any_host(sheet)
    assert any(evil in text_of(figure) for figure in sheet.iter(f"{HTML}figure"))
    assert "A <script>alert(1)</script> title" in [text_of(heading) for heading in sheet.iter(f"{HTML}h2")]


def test_a_warning_stands_by_its_figure(project: Project) -> None:
    project.edit("right elbow: out}", "right elbow: out, left hand: on left foot}")
    sheet = sheet_of(project)
    message = run_here(project.root, "check").stdout.splitlines()[0].split(": warning: ")[1]
    figure = next(each for each in sheet.iter(f"{HTML}figure") if f"{FOUNDING}, seated, step 2" in text_of(each))
    assert f"Warning: left hand: {message}" in text_of(figure)


def test_a_broken_record_makes_no_sheet(project: Project) -> None:
    place = project.edit("trunk: turn right 45", "trunk: ▶trun right 45")
    done = run_here(project.root, "contact-sheet")
    assert done.returncode == 1
    assert done.stdout.startswith(f"{path_of(FOUNDING)}:{place}: error: ")
    assert not (project.root / "build").exists()


def test_the_sheet_goes_to_build(project: Project) -> None:
    assert run_here(project.root, "contact-sheet").returncode == 0
    assert (project.root / "build" / "contact-sheet.html").is_file()


# contact-sheet --changed


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *IDENTITY, *arguments], check=True, cwd=root, env=environment(), capture_output=True)


@pytest.fixture
def tracked(project: Project) -> Project:
    """A project with one commit."""
    (project.root / ".gitignore").write_text(".cache/\n__pycache__/\nsheet.html\n")
    git(project.root, "init", "--quiet", "--initial-branch=main")
    git(project.root, "add", ".")
    git(project.root, "commit", "--quiet", "-m", "First")
    return project


def touch(project: Project, record: str) -> None:
    project.edit("title: ", "# Looked at.\ntitle: ", record)


def test_changed_since_the_last_commit_but_one(tracked: Project) -> None:
    touch(tracked, "cat-cow")
    touch(tracked, "chin-tuck")
    git(tracked.root, "commit", "--quiet", "--all", "-m", "Second")
    assert records_of(sheet_of(tracked, "--changed")) == ["cat-cow", "chin-tuck"]


def test_changed_since_main(tracked: Project) -> None:
    git(tracked.root, "update-ref", "refs/remotes/origin/main", "HEAD")
    for record in ("cat-cow", "chin-tuck"):
        touch(tracked, record)
        git(tracked.root, "commit", "--quiet", "--all", "-m", record)
    assert records_of(sheet_of(tracked, "--changed")) == ["cat-cow", "chin-tuck"]


def test_what_is_not_committed_counts(tracked: Project) -> None:
    git(tracked.root, "update-ref", "refs/remotes/origin/main", "HEAD")
    sheet = sheet_of(tracked, "--changed")
    assert records_of(sheet) == []
    assert "No figure has changed." in text_of(sheet)
    touch(tracked, "cat-cow")
    tracked.copy("chin-tuck", "chin-tuck-two")
    assert records_of(sheet_of(tracked, "--changed")) == ["cat-cow", "chin-tuck-two"]


def test_another_engine_changes_all(tracked: Project) -> None:
    git(tracked.root, "update-ref", "refs/remotes/origin/main", "HEAD")
    draw_anew(tracked.root)
    with (tracked.root / ENGINE).open("a", encoding="utf-8") as file:
        file.write("# Another engine.\n")
    assert len(records_of(sheet_of(tracked, "--changed", run=run_core))) == len(list(tracked.folder.glob("*.yml")))


def test_without_history_nothing_can_be_compared(tracked: Project) -> None:
    done = run_here(tracked.root, "contact-sheet", "--changed")
    assert (done.returncode, done.stdout) == (2, "")
    assert "an earlier commit" in done.stderr
    assert len(done.stderr.splitlines()) == 1
