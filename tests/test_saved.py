"""The place of a saved file says what is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files

from project_copy import ROOT, copy_project
from records import SAMPLE
from stretchguide.hook.saved import Saved, sorted_out
from stretchguide.pages.templates import made_of

PAGES = ROOT / "overrides" / "pages"


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> MkDocsConfig:
    project = copy_project(tmp_path_factory.mktemp("saved") / "project", SAMPLE, has_figures=False)
    return load_config(str(project / "mkdocs.yml"))


@pytest.fixture(scope="module")
def files(config: MkDocsConfig) -> Files:
    files = get_files(config)
    ours = File("exercises/cat-cow.md", config.docs_dir, config.site_dir, use_directory_urls=True)
    ours.generated_by = "the hook"
    files.append(ours)
    return files


def saved(config: MkDocsConfig, files: Files, *paths: str) -> Saved:
    root = Path(config.config_file_path).parent
    return sorted_out([str(root / path) for path in paths], files, config)


@pytest.mark.parametrize("path", ["exercises/cat-cow.yml", "exercises/_vocabulary/muscles.yml", "exercises/gone.yml"])
def test_a_record(path: str, config: MkDocsConfig, files: Files) -> None:
    assert saved(config, files, path) == Saved(records=True)


def test_templates(config: MkDocsConfig, files: Files) -> None:
    told = saved(config, files, "overrides/pages/exercise.md", "overrides/pages/sheet.html")
    assert told == Saved(templates={"exercise.md", "sheet.html"})
    assert saved(config, files, "overrides/sheets/moved.html") == Saved(whole_files=True)
    assert saved(config, files, "overrides/partials/head.html", "overrides/404.html") == Saved(theme=True)


def test_what_is_written_by_hand_and_what_is_copied(config: MkDocsConfig, files: Files) -> None:
    told = saved(config, files, "docs/how-to-use.md", "docs/stylesheets/stretchguide.css")
    assert [file.src_uri for file in told.written] == ["how-to-use.md"]
    assert [file.src_uri for file in told.copied] == ["stylesheets/stretchguide.css"]
    assert not told.other


@pytest.mark.parametrize("path", ["mkdocs.yml", "mkdocs.base.yml", "docs/gone.md", "overrides/pages/gone.md"])
def test_nobody_knows_what_hangs_on_the_rest(path: str, config: MkDocsConfig, files: Files) -> None:
    assert saved(config, files, path).other


@pytest.mark.parametrize("name", ["docs/new.md", "docs/new.css", "docs/exercises/cat-cow.md", "overrides/new.svg"])
def test_a_file_that_has_come(name: str, config: MkDocsConfig, files: Files) -> None:
    path = Path(config.config_file_path).parent / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("new")
    assert saved(config, files, name).other
    path.unlink()


@pytest.mark.parametrize("path", ["docs/.how-to-use.md.swp", "overrides/pages/exercise.md~", "exercises/.#cat-cow"])
def test_litter_of_editors_is_nothing(path: str, config: MkDocsConfig, files: Files) -> None:
    assert saved(config, files, path) == Saved()


def test_a_template_is_made_of_what_it_takes_from() -> None:
    assert made_of(PAGES, ["exercise.md"]) == {"exercise.md"}
    assert made_of(PAGES, ["sheet-macros.html"]) >= {"sheet-macros.html", "handout-guide.html", "handout-routine.html"}
    assert {path.name for path in PAGES.glob("*.md")} - made_of(PAGES, ["macros.md"]) <= {"nothing.md"}


def test_a_template_that_cannot_be_read_takes_from_none(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("{% import 'two.md' as two %}")
    (tmp_path / "two.md").write_text("{% include 'three.md' %}")
    (tmp_path / "three.md").write_text("{% broken")
    (tmp_path / "four.md").write_text("{% extends 'five.md' %}")
    assert made_of(tmp_path, ["three.md"]) == {"one.md", "two.md", "three.md"}
