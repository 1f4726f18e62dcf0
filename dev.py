#!/usr/bin/env python3
"""Sets up what the project needs in `.venv`, then builds, serves or tests the site: `python3 dev.py help`.

Standard library only. The syntax stays within Python 3.8, so that an old Python can still say what it lacks.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import hashlib
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Callable, Dict, Iterator, List, Optional, Sequence, Tuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
HOST = "127.0.0.1"
FIRST_PORT = 8000

# Each level holds all packages of the one before it.
LEVELS = ["runtime", "dev"]
LOCKS = {"runtime": "requirements.txt", "dev": "requirements-dev.txt"}
PIP = "requirements-pip.txt"

USAGE = """\
usage: python3 dev.py COMMAND [arguments]        (Windows: py dev.py COMMAND)

  serve [--port N]   show the site on this computer; it follows every change
  build [--force]    write the site to site/; where nothing has changed since it was
                     written, it stands, unless it is forced
  test [...]         run all tests; arguments go to pytest, for example: -k search
  test --for FILE    run the quick tests of a module, or of a folder of modules
  new "NAME"         begin a record for a stretch of that name; --id chooses
                     its id, --like ID begins with the steps of another
  remove ID ...      take stretches out, with every mention; --now ID says which
                     one their addresses lead to from now on, --gone lets them
                     say that it is gone
  check [FILE ...]   check all records and say what is wrong, without building; or
                     only those files, and what other records say of them. With
                     --thorough also what is worth a look, with --swaps write
                     what is done in place of what: build/swaps.html, with --fix
                     let editors know the ids of today
  lint               check the style of code, records and workflows
  figure ID [--out DIR]
                     write the figures of a record, each side as SVG and PNG
  contact-sheet [--changed] [--out FILE]
                     show all figures, or those you changed, on one page
  review [ID ...]    write what a clinician reads, writes on and signs, a sheet a
                     record, to print: build/review/
  body [--contacts]  fetch the body that figures are drawn from, as set-up does; or
                     measure where it meets the ground
  pages DIR          write the generated pages as Markdown to DIR
  schema [...]       write the generated files: schemas for editors, colours, icons
  bench [...]        measure what a build costs, beside other generators
  lighthouse [ADDRESS ...]
                     what Lighthouse says of pages on a phone; needs Node.js
  help               show this text
  help record        print the format of a record, key by key; help poses, by which
                     words a figure is drawn

The first run sets up .venv and needs the network. Later runs do not."""

YAML_STYLE = """
extends: default
rules:
  braces: {max-spaces-inside: 1}
  brackets: {max-spaces-inside: 1}
  comments: {min-spaces-from-content: 1}
  document-start: disable
  line-length: disable
  truthy: {check-keys: false}
"""


class SetupError(Exception):
    """The tools could not be made ready; the text says why and what to do."""


def say(text: str) -> None:
    print(text, flush=True)


# Setting up .venv


def check_python(version: Tuple[int, ...]) -> None:
    if version[:2] >= OLDEST_PYTHON:
        return
    found, needed = (".".join(map(str, numbers)) for numbers in (version, OLDEST_PYTHON))
    raise SetupError(
        f"This is Python {found}; stretchguide needs {needed} or newer. To get one:\n"
        "  Debian, Ubuntu  sudo apt-get install python3 python3-venv\n"
        "  macOS           brew install python\n"
        "  Windows         winget install Python.Python.3.13\n"
        f"  with uv         uv run --no-project --python {needed} dev.py help"
    )


def in_venv(name: str) -> str:
    """The path of a program in `.venv`, by its name without `.exe`."""
    if os.name == "nt":
        return str(VENV / "Scripts" / (name + ".exe"))
    return str(VENV / "bin" / name)


def lock_digest() -> str:
    digest = hashlib.sha256()
    for name in LOCKS.values():
        # Line ends as in git: a checkout on Windows must not look like another lock.
        digest.update((ROOT / name).read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def stamp() -> Path:
    return VENV / "stretchguide-lock"


def installed_level() -> Optional[str]:
    """The level that is installed completely and from the present lock, or None."""
    if not Path(in_venv("python")).exists() or not stamp().is_file():
        return None
    level, _, digest = stamp().read_text("utf-8").partition(" ")
    return level if level in LEVELS and digest == lock_digest() else None


def has(level: str) -> bool:
    found = installed_level()
    return found is not None and LEVELS.index(found) >= LEVELS.index(level)


def set_up(level: str) -> None:
    """Make `.venv` hold the packages of `level`; touch neither disk nor network when it does already."""
    if has(level):
        return
    try:
        with only_one_process():
            if not has(level):
                prepare(level)
    except OSError as error:
        # A folder that cannot be written, or a full disk.
        raise SetupError(f"Could not make .venv: {error}") from error


def prepare(level: str) -> None:
    uv = shutil.which("uv")
    fresh = installed_level() is None or not (uv or venv_has_pip())
    if fresh:
        say("Setting up .venv (the first time, or after a change of the lock; about a minute) ...")
        create_venv(uv)
    else:
        say(f"Adding the packages for {level} to .venv ...")
    try:
        install(level, uv)
    except SetupError:
        if fresh:
            shutil.rmtree(VENV, ignore_errors=True)
        raise
    stamp().write_text(level + " " + lock_digest(), "utf-8")
    fetch_body()


def venv_has_pip() -> bool:
    # A .venv that uv made has none.
    command = [in_venv("python"), "-m", "pip", "--version"]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def create_venv(uv: Optional[str]) -> None:
    try:
        # pip leaves packages behind that are no longer in the lock, so the old folder goes as a whole.
        if VENV.exists():
            shutil.rmtree(VENV)
        create_with_uv(uv) if uv else create_with_venv()
    except (SystemExit, subprocess.CalledProcessError, ImportError) as error:
        # Debian's Python without python3-venv ends by SystemExit, which `except Exception` does not catch.
        shutil.rmtree(VENV, ignore_errors=True)
        raise SetupError(
            f"This Python cannot make a virtual environment ({error}).\n"
            "On Debian and Ubuntu: sudo apt-get install python3-venv\nThen run this again."
        ) from error
    except OSError:
        shutil.rmtree(VENV, ignore_errors=True)
        raise


def create_with_venv() -> None:
    import venv

    venv.create(VENV, with_pip=True)


def create_with_uv(uv: str) -> None:
    # With pip, which alone can download the body of the figures without installing it.
    command = [uv, "venv", "--quiet", "--seed", "--no-project", "--python", sys.executable, str(VENV)]
    subprocess.run(command, check=True, env=environment())


def install(level: str, uv: Optional[str]) -> None:
    python, lock = in_venv("python"), LOCKS[level]
    if uv:
        run_to_set_up([uv, "pip", "sync", "--python", python, "--require-hashes", lock])
        return
    pip = [python, "-m", "pip", "--disable-pip-version-check"]
    run_to_set_up([*pip, "install", "--require-hashes", "-r", PIP])
    run_to_set_up([*pip, "uninstall", "--yes", "setuptools"])  # An old Python brings one, and nothing needs it.
    run_to_set_up([*pip, "install", "--require-hashes", "-r", lock])


def run_to_set_up(command: Sequence[str]) -> None:
    done = subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        raise SetupError(
            done.stdout.decode("utf-8", "replace").rstrip()
            + "\nThe packages could not be installed; the reason is above. Setting up needs the network.\n"
            "Nothing was left half done: run this again when the network is there."
        )


def fetch_body() -> None:
    """Fetch what figures are drawn from, so that later nothing needs the network. What fails is tried at its use."""
    done = subprocess.run(
        [in_venv("python"), "-P", "-m", "stretchguide", "body"],
        check=False,
        env=environment(PYTHONPATH=str(ROOT / "hooks")),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        say(done.stdout.decode("utf-8", "replace").rstrip())


@contextlib.contextmanager
def only_one_process() -> Iterator[None]:
    """Hold back a second dev.py that wants to set up. The system frees the lock even of a killed process."""
    with (ROOT / ".venv.lock").open("a") as file:
        wait_for_lock(file.fileno())
        yield


def wait_for_lock(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        # One call gives up after ten seconds, and a set-up may take longer.
        locked = False
        while not locked:
            with contextlib.suppress(OSError):
                msvcrt.locking(file, msvcrt.LK_LOCK, 1)
                locked = True
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)


# Running tools


def environment(**more: str) -> Dict[str, str]:
    env = dict(os.environ)
    # The active environment of another project would mislead uv.
    env.pop("VIRTUAL_ENV", None)
    # The first is Material's, the second the ProperDocs plugins': no box about MkDocs 2 in every log.
    env.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")
    # Who wants no bytecode beside the code has it compiled anew at each start: here it waits in the cache.
    if env.pop("PYTHONDONTWRITEBYTECODE", None):
        env["PYTHONPYCACHEPREFIX"] = str(ROOT / ".cache" / "bytecode")
    # Windows would otherwise print in an old code page and stop at the first character that is not in it.
    env["PYTHONUTF8"] = "1"
    return {**env, **more}


def become(command: Sequence[str], **more: str) -> int:
    """Run `command` in place of this process where the system can do that."""
    env = environment(**more)
    if os.name != "nt":
        # Signals reach the tool, and its status is the caller's, with nothing in between.
        os.execve(command[0], list(command), env)
    return wait_for(command, env)


def wait_for(command: Sequence[str], env: Dict[str, str]) -> int:
    with subprocess.Popen(command, env=env) as process:
        while True:
            # Ctrl-C reaches the tool as well; it ends by itself, and its status counts.
            with contextlib.suppress(KeyboardInterrupt):
                return process.wait()


def run_module(name: str, *arguments: str, **more: str) -> int:
    os.chdir(ROOT)
    return become([in_venv("python"), "-m", name, *arguments], **more)


def run_script(name: str, *arguments: str) -> int:
    """Run a script of `tests`."""
    os.chdir(ROOT)
    return become([in_venv("python"), str(Path("tests", name)), *arguments], PYTHONPATH=str(ROOT / "hooks"))


def run_core(*arguments: str) -> int:
    """Run the command line of `hooks/stretchguide` where the caller is, who means paths seen from there."""
    # -P: a yaml.py that lies in that folder is not taken for the package of that name.
    return become([in_venv("python"), "-P", "-m", "stretchguide", *arguments], PYTHONPATH=str(ROOT / "hooks"))


# Commands

ON_ALL_CORES = ["-n", "auto", "--dist", "worksteal"]


def serve(arguments: List[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py serve", allow_abbrev=False)
    parser.add_argument("--port", type=int, help="serve on this port; without it, on the first free one")
    options, rest = parser.parse_known_args(arguments)
    port = free_port() if options.port is None else must_be_free(options.port)
    set_up("runtime")
    say(f"The site will be at http://{HOST}:{port}{site_path()} (Ctrl-C ends it)")
    return run_module("mkdocs", "serve", "-a", f"{HOST}:{port}", *rest)


def must_be_free(port: int) -> int:
    if not is_free(port):
        raise SetupError(f"Port {port} cannot be used; without --port a free one is chosen.")
    return port


def free_port() -> int:
    for port in range(FIRST_PORT, FIRST_PORT + 100):
        if is_free(port):
            return port
    raise SetupError(f"No free port from {FIRST_PORT} to {FIRST_PORT + 99}.")


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        if os.name != "nt":
            # As mkdocs does: the port of a server that just ended is free. On Windows this would share ports.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):
            return False
    return True


def site_path() -> str:
    """The path of `site_url`, under which mkdocs serves; "/" when it cannot be read: mkdocs says why."""
    program = (
        "from urllib.parse import urlsplit; from mkdocs.utils.yaml import yaml_load\n"
        "with open('mkdocs.yml', encoding='utf-8') as file: print(urlsplit(yaml_load(file)['site_url']).path)"
    )
    done = subprocess.run(
        [in_venv("python"), "-c", program],
        check=False,
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
    )
    return "/" + (done.stdout.strip().strip("/") + "/").lstrip("/")


def build(arguments: List[str]) -> int:
    set_up("runtime")
    is_forced = "--force" in arguments
    command = ["build", "--strict", *(each for each in arguments if each != "--force")]
    if os.environ.get("CI"):  # What is published trusts nothing that was kept.
        return run_module("mkdocs", *command)
    return build_what_changed(command, is_forced)


def build_what_changed(command: List[str], is_forced: bool) -> int:
    sys.path.insert(0, str(ROOT / "hooks"))
    from stretchguide.history import last_build

    try:
        inputs = last_build.inputs(ROOT, VENV, command)
    except OSError:  # The build says what cannot be read.
        return run_module("mkdocs", *command)
    last = None if is_forced else last_build.standing(ROOT, inputs)
    if last is None:
        return run_module("mkdocs", *command, **{last_build.INPUTS: inputs})
    for line in last.said:
        print(line, file=sys.stderr)
    say(f"Nothing has changed since {last.site} was built, so it stands (--force builds it again).")
    return 0


def test(arguments: List[str]) -> int:
    set_up("dev")
    if arguments[:1] == ["--for"] and arguments[1:]:
        script = str(Path("tests", "concerning.py"))
        return become([in_venv("python"), script, str(Path(arguments[1]).resolve()), *arguments[2:]])
    return run_module("pytest", *(ON_ALL_CORES if all_tests_are_meant(arguments) else []), *arguments)


def all_tests_are_meant(arguments: List[str]) -> bool:
    """Options alone choose no tests. All tests are worth a process for each core; a few are not."""
    return all(argument.startswith("-") for argument in arguments)


# The commands that `hooks/stretchguide` has, which reads their arguments.
CORE = ["new", "remove", "check", "figure", "contact-sheet", "review", "body", "pages", "schema"]


def core(name: str) -> Callable[[List[str]], int]:
    def command(arguments: List[str]) -> int:
        set_up("runtime")
        return run_core(name, *arguments)

    return command


def bench(arguments: List[str]) -> int:
    set_up("dev")
    return run_script("bench/run.py", *arguments)


def lighthouse(arguments: List[str]) -> int:
    set_up("dev")
    return run_script("lighthouse.py", *arguments)


def lint(_: List[str]) -> int:
    set_up("dev")
    os.chdir(ROOT)
    tools = lint_tools()
    failed = [name for name, command in tools if not passes(name, command)]
    say("\nlint ran: " + ", ".join(name for name, _ in tools))
    say("failed: " + ", ".join(failed) if failed else "all passed")
    return 1 if failed else 0


def passes(name: str, command: List[str]) -> bool:
    say("== " + name)
    return wait_for(command, environment()) == 0


def lint_tools() -> List[Tuple[str, List[str]]]:
    """What `lint` runs, by name. Tools that have nothing to look at are left out."""
    records = existing("exercises", ".github", "docs/contribute/*.yml", "mkdocs*.yml")
    workflows = existing(".github/workflows/*.yml")
    tools = [
        ("ruff check", [in_venv("ruff"), "check", "."], True),
        ("ruff format", [in_venv("ruff"), "format", "--check", "."], True),
        ("mypy", [in_venv("mypy")], True),
        ("vulture", [in_venv("python"), str(Path("tests", "unused.py"))], True),
        ("tsc", [in_venv("python"), str(Path("tests", "script_types.py"))], True),
        ("yamllint", [in_venv("yamllint"), "--strict", "-d", YAML_STYLE, *records], bool(records)),
        ("zizmor", [in_venv("zizmor"), "--offline", "--quiet", *workflows], bool(workflows)),
        # Without shellcheck and pyflakes: whether a machine has them must not decide.
        ("actionlint", [in_venv("actionlint"), "-shellcheck=", "-pyflakes=", *workflows], bool(workflows)),
    ]
    return [(name, command) for name, command, wanted in tools if wanted]


def existing(*patterns: str) -> List[str]:
    return [str(path.relative_to(ROOT)) for pattern in patterns for path in sorted(ROOT.glob(pattern))]


def show_help(arguments: List[str]) -> int:
    if arguments and not is_help(arguments):
        check_python(sys.version_info[:3])
        set_up("runtime")
        return run_core("help", *arguments)
    say(USAGE)
    return 0


def show_help_of(name: str) -> int:
    """What can be said of a command before anything is set up."""
    say("\n".join(usage_of(name)))
    say("\nOnce .venv is set up, which any other command does, this says more.")
    return 0


def usage_of(name: str) -> Iterator[str]:
    """The lines of a command in the list of all: each begins further left than what goes on."""
    is_told = False
    for line in USAGE.splitlines():
        if line.startswith("  ") and not line.startswith("   "):
            is_told = line.split()[0] == name
        if is_told and line.startswith("  "):
            yield line


COMMANDS: Dict[str, Callable[[List[str]], int]] = {
    **{name: core(name) for name in CORE},
    "serve": serve,
    "build": build,
    "test": test,
    "lint": lint,
    "bench": bench,
    "lighthouse": lighthouse,
    "help": show_help,
}


def unknown(name: str) -> int:
    close = difflib.get_close_matches(name, COMMANDS, n=1, cutoff=0.5)
    remedy = f"did you mean {close[0]}?" if close else "python3 dev.py help lists the commands."
    print(f"dev.py: no command {name!r}; {remedy}", file=sys.stderr)
    return 2


def run(arguments: List[str]) -> int:
    if arguments:
        # A script that was saved with the line ends of Windows hands one on with the last word of its line.
        arguments = [*arguments[:-1], arguments[-1].rstrip("\r")]
    name = arguments[0] if arguments else "help"
    command = show_help if name in ("-h", "--help") else COMMANDS.get(name)
    if command is None:
        return unknown(name)
    if is_help(arguments[1:]) and installed_level() is None:
        return show_help_of(name)
    if command is not show_help:
        check_python(sys.version_info[:3])
    return command(arguments[1:])


def is_help(arguments: List[str]) -> bool:
    return any(argument in ("-h", "--help") for argument in arguments)


def main(arguments: List[str]) -> int:
    try:
        return run(arguments)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
