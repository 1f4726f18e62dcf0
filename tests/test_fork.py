"""A fork with records, words and looks of its own passes all that stands before its publishing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from project_copy import Ended, build, replace_once, run_core, run_python
from records import ROOT, copy_sample_project
from stretchguide.project import ROUTINES, VOCABULARY, read_project

pytestmark = pytest.mark.timeout(600)

ADDRESS = "https://physio.example.org/stretches/at/home/"
PREFIX = "harbour-"
NOT_TAKEN = ("odd-words", "contract-relax", "active-knee-straighten", "childs-pose", "dead-hang")
NOT_TAKEN_EITHER = ("prone-press-up", "towel-calf")
"""Seven of the sample's records: the fork has 16."""
ENTRIES = {
    "areas": '{id: jaw, name: Jaw, heading: Jaw stretches, plain: "It is small.", order: 15, regions: []}',
    "muscles": "{id: platysma, name: Platysma, latin: Platysma, kind: muscle, areas: [neck, jaw], views: [front], "
    'plain: "Thin sheet under the skin of the throat.", does: "It tightens the skin of the neck."}\n'
    "- {id: front-of-neck, name: Front of the neck, latin: Musculi colli, kind: group, members: [platysma, scalenes], "
    'areas: [neck], views: [front], plain: "All in front.", does: "They bend the neck forward."}',
    "equipment": '{id: bench, name: Bench, heading: Stretches with a bench, plain: "Any firm one.", words: [bench]}',
    "occasions": '{id: at-the-harbour, name: At the harbour, heading: Stretches for the harbour, plain: "By the sea."}',
}
"""One more in each of these vocabularies."""
CONTENT = ["tests/content", "-k", "not fit_for_everybody or (phone and exercises and not print)"]
"""The tests of the content; of the gates one page, to which the others would add minutes and nothing else."""


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole project with other records, as its owner leaves it: the generated schema is that of its vocabulary."""
    project = copy_sample_project(tmp_path_factory.mktemp("fork") / "project")
    for folder in ("tests", "schema", ".github"):
        shutil.copytree(ROOT / folder, project / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(ROOT / "pyproject.toml", project)
    put_records(project)
    replace_once(project / "mkdocs.yml", "site_name: Stretch Guide", "site_name: Harbour Physio")
    replace_once(project / "docs" / "stylesheets" / "stretchguide.css", "#09574e", "#5b2a86")
    done = run_core(project, "schema")
    assert done.returncode == 0, said(done)
    return project


def put_records(project: Path) -> None:
    """Sixteen records of the sample under other ids and titles, no routine, and one more entry of each vocabulary."""
    records = project / "exercises"
    shutil.rmtree(project / ROUTINES)
    for id in (*NOT_TAKEN, *NOT_TAKEN_EITHER):
        (records / f"{id}.yml").unlink()
    rename_all(records)
    for topic, entry in ENTRIES.items():
        with (project / VOCABULARY / f"{topic}.yml").open("a", encoding="utf-8") as file:
            file.write(f"- {entry}\n")
    tuck = records / f"{PREFIX}chin-tuck.yml"
    replace_once(tuck, "areas: [neck]", "areas: [neck, jaw]")
    replace_once(tuck, "stretched: [", "stretched: [platysma, ")
    replace_once(tuck, "occasions: [", "occasions: [at-the-harbour, ")
    replace_once(tuck, "equipment: {needs: [chair]", "equipment: {nice: [bench], needs: [chair]")


def rename_all(records: Path) -> None:
    ids = "|".join(sorted((path.stem for path in records.glob("*.yml")), key=len, reverse=True))
    for path in sorted(records.rglob("*.yml")):
        text = re.sub(rf"(?<![\w-])({ids})(?![\w-])", rf"{PREFIX}\1", path.read_text("utf-8"))
        path.write_text(re.sub(r"(?m)^title: ", "title: Harbour ", text), "utf-8", newline="\n")
    for path in sorted(records.glob("*.yml")):
        path.rename(path.with_name(f"{PREFIX}{path.name}"))


def said(done: Ended) -> str:
    return done.stdout[-6000:] + done.stderr[-3000:]


def test_it_shares_no_record_with_the_first_site(fork: Path) -> None:
    library = read_project(fork).library
    assert library
    assert len(library.guides) == 16
    assert all(id.startswith(PREFIX) for id in library.guides)
    assert library.routines == {}


def test_the_check_finds_nothing_but_what_has_no_shape(fork: Path) -> None:
    done = run_core(fork, "check")
    assert done.returncode == 0, said(done)
    assert [line.partition(": warning: ")[2] for line in done.stdout.splitlines()] == [
        f"'{id}' has no shape on figures; 'scalenes' is lit in its place" for id in ("platysma", "front-of-neck")
    ]


def test_the_site_is_built(fork: Path) -> None:
    done = build(fork, "--strict", SITE_URL=ADDRESS, GITHUB_REPOSITORY="harbour/physio")
    assert done.returncode == 0, said(done)
    home = (fork / "site" / "index.html").read_text("utf-8")
    assert f'rel="canonical" href="{ADDRESS}"' in home
    assert "Harbour Physio" in home
    page = (fork / "site" / "muscles" / "platysma" / "index.html").read_text("utf-8")
    assert 'aria-label="Front of the body: Platysma"' in page, "the map lights what stands for it"
    assert (fork / "site" / "equipment" / "bench" / "index.html").is_file()


def test_the_tests_of_the_content_pass(fork: Path) -> None:
    done = run_python(fork, "-m", "pytest", "-q", "-p", "no:cacheprovider", *CONTENT)
    assert done.returncode == 0, said(done)
