"""Work kept on disk: found again by the version that made it, gone with the next, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

from stretchguide.gallery.store import Store

OLD, NEW, KEY = "a" * 32, "b" * 32, "c" * 32


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    Store(tmp_path / "kept", NEW).put(KEY, {"text": "übrig"})
    assert Store(tmp_path / "kept", NEW).get(KEY) == {"text": "übrig"}
    assert Store(tmp_path / "kept", OLD).get(KEY) is None


def test_another_version_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    Store(tmp_path, OLD).put(KEY, {})
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "more").mkdir()
    Store(tmp_path, NEW).put(KEY, {"new": True})
    assert sorted(path.name for path in tmp_path.iterdir()) == [NEW, "more", "notes.txt"]
    assert Store(tmp_path, NEW).get(KEY) == {"new": True}


def test_what_is_not_asked_for_any_more_is_thrown_away(tmp_path: Path) -> None:
    store = Store(tmp_path, NEW)
    store.forget_all_but({KEY})
    for key in (KEY, OLD):
        store.put(key, {})
    store.forget_all_but({KEY})
    assert (store.get(KEY), store.get(OLD)) == ({}, None)


def test_what_cannot_be_written_or_read_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file", NEW)
    store.put(KEY, {})
    assert store.get(KEY) is None
    (tmp_path / NEW).mkdir()
    (tmp_path / NEW / KEY).write_bytes(b"\xff{")
    assert Store(tmp_path, NEW).get(KEY) is None


def test_what_was_changed_or_moved_is_not_there(tmp_path: Path) -> None:
    store = Store(tmp_path, NEW)
    store.put(KEY, {"text": "kept"})
    entry = tmp_path / NEW / KEY
    whole = entry.read_text("utf-8")
    (tmp_path / NEW / OLD).write_text(whole, "utf-8")
    assert store.get(OLD) is None
    for spoilt in ("", whole[:-1], whole.replace("kept", "kep7"), "[" * 100_000):
        entry.write_text(spoilt, "utf-8")
        assert store.get(KEY) is None
