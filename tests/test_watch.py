"""The watch of the preview sees what changes, also when a folder was gone meanwhile, and says when it has died."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from stretchguide.hook import watch as watch_module
from stretchguide.hook.watch import Watch

PATIENCE_S = 60


class Heard(FileSystemEventHandler):
    """Knows that something has changed, as MkDocs' server does."""

    def __init__(self) -> None:
        self.something = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        assert not event.is_directory
        self.something.set()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "exercises"
    (folder / "_routines").mkdir(parents=True)
    (folder / "cat.yml").write_text("title: Cat")
    (folder / "_routines" / "desk.yml").write_text("title: Desk")
    return folder


@pytest.fixture
def watch() -> Iterator[Watch]:
    watch = Watch()
    yield watch
    watch.stop()


def names(watch: Watch) -> list[str]:
    return sorted(Path(path).name for path in watch.changed())


def test_what_is_changed_made_and_deleted_is_told_once(watch: Watch, folder: Path) -> None:
    heard = Heard()
    watch.schedule(heard, str(folder))
    watch.look()
    assert not heard.something.is_set()
    (folder / "cat.yml").write_text("title: Another Cat")
    (folder / "cow.yml").write_text("title: Cow")
    (folder / "_routines" / "desk.yml").unlink()
    watch.look()
    assert heard.something.is_set()
    assert names(watch) == ["cat.yml", "cow.yml", "desk.yml"]
    heard.something.clear()
    watch.look()
    assert not heard.something.is_set()
    assert names(watch) == []


def test_what_changes_before_it_looks_for_the_first_time_is_told(watch: Watch, folder: Path) -> None:
    watch.note([str(folder)])
    (folder / "cat.yml").write_text("title: Saved while the site was built")
    watch.schedule(Heard(), str(folder))
    watch.look()
    assert names(watch) == ["cat.yml"]


def test_a_folder_that_was_taken_away_is_seen_when_it_is_back(watch: Watch, folder: Path) -> None:
    watch.schedule(Heard(), str(folder))
    shutil.move(folder, folder.with_name("away"))
    watch.look()
    assert names(watch) == ["cat.yml", "desk.yml"]
    watch.look()
    assert names(watch) == []
    shutil.move(folder.with_name("away"), folder)
    watch.look()
    assert names(watch) == ["cat.yml", "desk.yml"]
    (folder / "cat.yml").write_text("title: Changed after that")
    watch.look()
    assert names(watch) == ["cat.yml"]


def test_a_file_is_watched_by_itself(watch: Watch, folder: Path) -> None:
    heard = Heard()
    taken_off = watch.schedule(heard, str(folder / "cat.yml"))
    (folder / "cow.yml").write_text("title: Cow")
    watch.look()
    assert names(watch) == []
    (folder / "cat.yml").unlink()
    watch.look()
    assert names(watch) == ["cat.yml"]
    heard.something.clear()
    watch.unschedule(taken_off)
    (folder / "cat.yml").write_text("title: Cat again")
    watch.look()
    assert not heard.something.is_set()


def test_it_looks_by_itself(watch: Watch, folder: Path) -> None:
    heard = Heard()
    watch.schedule(heard, str(folder))
    watch.start()
    (folder / "cat.yml").write_text("title: Another Cat")
    assert heard.something.wait(PATIENCE_S)
    watch.stop()
    watch.join()
    assert names(watch) == ["cat.yml"]
    assert watch.fault == ""


def test_a_watch_that_has_died_says_so_and_lets_the_pages_say_it(
    watch: Watch, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    heard = Heard()
    watch.schedule(heard, str(folder))

    def fail(_: str) -> dict[str, tuple[int, int]]:
        raise RuntimeError("the disk has gone")

    monkeypatch.setattr(watch_module, "_stamps", fail)
    watch.start()
    assert heard.something.wait(PATIENCE_S)
    said = (
        "Changes are no longer seen (RuntimeError: the disk has gone); end the preview with Ctrl-C and start it again."
    )
    assert watch.fault == said
    assert capsys.readouterr().err == f"{said}\n"
