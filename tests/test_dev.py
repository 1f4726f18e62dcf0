"""dev.py: what it says and does on machines that lack something. Nothing here reaches a network."""

from __future__ import annotations

import ast
import os
import shutil
import socket
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any, NoReturn

import pytest

import dev
from stretchguide.commands import cli

ROOT = Path(__file__).resolve().parent.parent
LOCK = {"requirements.txt": "one==1\n", "requirements-dev.txt": "one==1\ntwo==2\n"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project with lock files, no uv, and a set-up that may touch nothing else."""
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    for name, text in LOCK.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def installs(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Lets a set-up succeed without pip; what it did, in order."""
    done: list[str] = []

    def create(folder: Path, **_: Any) -> None:
        done.append("create")
        fake_python(folder)

    monkeypatch.setattr(venv, "create", create)
    monkeypatch.setattr(dev, "venv_has_pip", lambda: True)
    monkeypatch.setattr(dev, "install", lambda level, uv: done.append(level))
    monkeypatch.setattr(dev, "fetch_body", lambda: None)
    return done


def fake_python(folder: Path) -> None:
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    python.parent.mkdir(parents=True)
    python.touch()


def run_dev(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "dev.py"), *arguments]
    return subprocess.run(command, check=False, capture_output=True, encoding="utf-8", cwd=cwd)


# What it says


@pytest.mark.parametrize("arguments", [[], ["help"], ["--help"], ["-h"]])
def test_help_names_every_command(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(arguments) == 0
    usage = capsys.readouterr().out
    assert all(f"\n  {name} " in usage for name in dev.COMMANDS)


@pytest.mark.parametrize("name", [name for name in dev.COMMANDS if name != "help"])
def test_help_of_a_command_sets_nothing_up(name: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([name, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"  {name} ")
    assert [other for other in dev.COMMANDS if other != name and f"\n  {other} " in said] == []
    assert not (project / ".venv").exists()


def test_help_needs_no_set_up(tmp_path: Path) -> None:
    (tmp_path / "dev.py").write_bytes((ROOT / "dev.py").read_bytes())
    command = [sys.executable, "-I", str(tmp_path / "dev.py"), "help"]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["dev.py"]


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("biuld", "did you mean build?"),
        ("tests", "did you mean test?"),
        ("xyzzy", "python3 dev.py help lists the commands."),
    ],
)
def test_unknown_command(typed: str, remedy: str) -> None:
    done = run_dev(typed)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"dev.py: no command '{typed}'; {remedy}\n"


def test_a_word_with_the_line_end_of_a_script_from_windows(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["help\r"]) == 0
    assert capsys.readouterr().out.startswith("usage: ")


def test_every_command_of_the_core_is_handed_on() -> None:
    assert [cli.command(name).name for name in cli.COMMANDS] == list(cli.COMMANDS)
    assert set(cli.COMMANDS) == {*dev.CORE, "help"}  # which dev.py has as well, for what it says of itself


@pytest.mark.parametrize("name", dev.CORE)
def test_the_command_line_of_the_core_knows_what_it_is_handed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        cli.main([name, "--help"])
    assert capsys.readouterr().out.startswith(f"usage: dev.py {name} ")


# Old and incomplete Pythons


def test_parses_on_python_3_8() -> None:
    ast.parse((ROOT / "dev.py").read_text("utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("version", [(3, 8, 10), (3, 10, 14), (2, 7, 18)])
def test_old_python_is_told_what_is_needed(version: tuple[int, int, int]) -> None:
    with pytest.raises(dev.SetupError) as caught:
        dev.check_python(version)
    found = ".".join(map(str, version))
    assert str(caught.value).startswith(f"This is Python {found}; stretchguide needs 3.11 or newer.")


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 2), (4, 0, 0)])
def test_new_python_is_accepted(version: tuple[int, int, int]) -> None:
    dev.check_python(version)


def test_old_python_ends_before_the_set_up(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 6, "final", 0))
    assert dev.main(["build"]) == 1
    assert "This is Python 3.9.6;" in capsys.readouterr().err
    assert not dev.VENV.exists()


@pytest.mark.parametrize(
    "failure",
    [SystemExit(1), subprocess.CalledProcessError(1, "ensurepip"), ImportError("no ensurepip")],
    ids=lambda failure: type(failure).__name__,
)
def test_missing_venv_module_leaves_nothing_half_made(
    failure: BaseException,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail_halfway(folder: Path, **_: Any) -> NoReturn:
        fake_python(folder)
        raise failure

    monkeypatch.setattr(venv, "create", fail_halfway)
    assert dev.main(["build"]) == 1
    assert "sudo apt-get install python3-venv\nThen run this again." in capsys.readouterr().err
    assert not dev.VENV.exists()


def test_full_disk_is_not_called_a_missing_package(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(folder: Path, **_: Any) -> NoReturn:
        raise OSError("No space left on device")

    monkeypatch.setattr(venv, "create", fail)
    assert dev.main(["build"]) == 1
    assert capsys.readouterr().err == "Could not make .venv: No space left on device\n"


def test_a_folder_that_cannot_be_written_is_one_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / ".venv.lock").mkdir()
    assert dev.main(["build"]) == 1
    error = capsys.readouterr().err
    assert error.startswith("Could not make .venv: ")
    assert len(error.splitlines()) == 1


def test_a_stamp_that_cannot_be_written_is_one_line(
    installs: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "stamp", lambda: dev.VENV)
    assert dev.main(["build"]) == 1
    error = capsys.readouterr().err
    assert error.startswith("Could not make .venv: ")
    assert len(error.splitlines()) == 1


def test_failed_install_shows_why_and_leaves_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def only_python(folder: Path, **_: Any) -> None:
        fake_python(folder)

    def pip(*_: Any, **__: Any) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess([], 1, b"ERROR: no matching distribution\n")

    monkeypatch.setattr(venv, "create", only_python)
    monkeypatch.setattr(subprocess, "run", pip)
    assert dev.main(["build"]) == 1
    error = capsys.readouterr().err
    assert error.startswith("ERROR: no matching distribution\n")
    assert "needs the network" in error
    assert not dev.VENV.exists()


# When .venv counts as up to date


def test_second_set_up_does_nothing(installs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    dev.set_up("runtime")
    assert installs == ["create", "runtime"]
    monkeypatch.setattr(dev, "only_one_process", pytest.fail)
    dev.set_up("runtime")
    assert installs == ["create", "runtime"]


def test_dev_only_adds_to_runtime_and_serves_for_it(installs: list[str]) -> None:
    dev.set_up("runtime")
    dev.set_up("dev")
    dev.set_up("runtime")
    assert installs == ["create", "runtime", "dev"]


@pytest.mark.parametrize("name", LOCK)
def test_changed_lock_means_a_fresh_venv(name: str, project: Path, installs: list[str]) -> None:
    dev.set_up("dev")
    leftover = dev.VENV / "leftover"
    leftover.touch()
    (project / name).write_text("three==3\n", "utf-8")
    dev.set_up("runtime")
    assert installs == ["create", "dev", "create", "runtime"]
    assert not leftover.exists()


def test_line_ends_do_not_change_the_lock(project: Path, installs: list[str]) -> None:
    dev.set_up("dev")
    (project / "requirements.txt").write_bytes(LOCK["requirements.txt"].replace("\n", "\r\n").encode())
    assert dev.installed_level() == "dev"


@pytest.mark.parametrize("text", ["", "dev", "dev 0000", "everything {digest}"])
def test_damaged_stamp_counts_as_none(text: str, installs: list[str]) -> None:
    dev.set_up("dev")
    dev.stamp().write_text(text.format(digest=dev.lock_digest()), "utf-8")
    assert dev.installed_level() is None


def test_vanished_python_counts_as_none(installs: list[str]) -> None:
    dev.set_up("dev")
    Path(dev.in_venv("python")).unlink()
    assert dev.installed_level() is None


def test_interrupted_install_is_done_again(installs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(level: str, uv: str | None) -> NoReturn:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(dev, "install", interrupted)
        assert dev.main(["build"]) == 130
    assert dev.installed_level() is None
    dev.set_up("runtime")
    assert installs == ["create", "create", "runtime"]


# Environment and arguments


def test_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIRTUAL_ENV", "elsewhere")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    env = dev.environment(PYTHONPATH="hooks")
    assert "VIRTUAL_ENV" not in env
    assert (env["GITHUB_ACTIONS"], env["PYTHONPATH"]) == ("true", "hooks")
    assert (env["NO_MKDOCS_2_WARNING"], env["DISABLE_MKDOCS_2_WARNING"]) == ("1", "true")


def test_who_wants_no_bytecode_beside_the_code_has_it_in_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    for wanted, kept in ((None, None), ("1", str(dev.ROOT / ".cache" / "bytecode"))):
        if wanted:
            monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", wanted)
        else:
            monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        env = dev.environment()
        assert ("PYTHONDONTWRITEBYTECODE" in env, env.get("PYTHONPYCACHEPREFIX")) == (False, kept)


def test_status_of_the_tool_is_returned() -> None:
    assert dev.wait_for([sys.executable, "-c", "raise SystemExit(7)"], dev.environment()) == 7


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Stands in for set-up and tools: the commands that would have run, without the interpreter."""
    seen: list[list[str]] = []

    def become(command: list[str], **more: str) -> int:
        seen.append(command[1:])
        return 0

    monkeypatch.chdir(Path.cwd())  # and back, when the test is over
    monkeypatch.setattr(dev, "set_up", lambda level: None)
    monkeypatch.setattr(dev, "become", become)
    return seen


def test_a_path_is_seen_from_the_caller(
    commands: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert dev.main(["figure", "cat-cow.yml", "--out", "out"]) == 0
    assert commands == [["-P", "-m", "stretchguide", "figure", "cat-cow.yml", "--out", "out"]]
    assert Path.cwd() == tmp_path


def test_the_core_is_not_disturbed_by_what_lies_where_the_caller_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "yaml.py").write_text("raise SystemExit('another yaml')", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(dev, "set_up", lambda level: None)
    monkeypatch.setattr(dev, "installed_level", lambda: "runtime")
    monkeypatch.setattr(dev, "in_venv", lambda name: sys.executable)
    monkeypatch.setattr(dev, "become", lambda command, **more: dev.wait_for(command, dev.environment(**more)))
    assert dev.main(["pages", "--help"]) == 0


def test_arguments_reach_the_tools(commands: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    dev.main(["check", "--json"])
    dev.main(["test", "-k", "search"])
    assert commands == [["-P", "-m", "stretchguide", "check", "--json"], ["-m", "pytest", "-k", "search"]]
    assert Path.cwd() == ROOT


def test_all_tests_share_the_cores(commands: list[list[str]]) -> None:
    dev.main(["test"])
    assert commands == [["-m", "pytest", "-n", "auto", "--dist", "worksteal"]]


def test_options_alone_leave_no_test_out(commands: list[list[str]]) -> None:
    dev.main(["test", "--hypothesis-profile=full"])
    assert commands == [["-m", "pytest", "-n", "auto", "--dist", "worksteal", "--hypothesis-profile=full"]]


def test_the_tests_of_a_module_are_found_from_where_the_caller_is(
    commands: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    dev.main(["test", "--for", "a.py", "-x"])
    assert commands == [[str(Path("tests", "concerning.py")), str(tmp_path / "a.py"), "-x"]]


# Ports


def test_busy_port_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind((dev.HOST, 0))
        other.listen()
        busy = other.getsockname()[1]
        monkeypatch.setattr(dev, "FIRST_PORT", busy)
        assert busy < dev.free_port() < busy + 100


def test_serve_says_the_address_it_serves_on(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "site_path", lambda: "/stretchguide/")
    monkeypatch.setattr(dev, "free_port", lambda: 8003)
    assert dev.main(["serve"]) == 0
    assert commands == [["-m", "mkdocs", "serve", "-a", "127.0.0.1:8003"]]
    assert "http://127.0.0.1:8003/stretchguide/ " in capsys.readouterr().out


def test_serve_refuses_a_busy_port_that_was_asked_for(
    commands: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as other:
        other.bind((dev.HOST, 0))
        other.listen()
        busy = other.getsockname()[1]
        assert dev.main(["serve", "--port", str(busy)]) == 1
    assert commands == []
    assert f"Port {busy} cannot be used" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("config", "path"),
    [
        ("site_url: https://example.org/stretchguide/\n", "/stretchguide/"),
        ("site_url: https://example.org/a/b\n", "/a/b/"),
        ("site_url: https://example.org\n", "/"),
        ("site_url: !ENV [SITE_URL, 'https://example.org/default/']\n", "/from-outside/"),
        ("site_name: no address\n", "/"),
    ],
)
def test_site_path(config: str, path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "in_venv", lambda name: sys.executable)
    monkeypatch.setenv("SITE_URL", "https://example.org/from-outside/")
    assert dev.site_path() == path
