"""Finds a Chromium for the browser tests, and installs one where that is possible.

A machine without a browser must not pass by skipping tests: what ends here without one raises `NoBrowser`.
`BROWSER_PATH` names a browser to use; `BROWSER_INSTALL=0` forbids to install anything.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

LaunchOptions = dict[str, Any]
Say = Callable[[str], None]

FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    # The last two are the pages that every window keeps ready below its address bar, which nobody sees here.
    "--disable-features=OptimizationHints,MediaRouter,Translate,WebUIOmniboxPopup,WebUIOmniboxAimPopup",
    # Drawn by the processor either way, and in fewer steps without a graphics card's part being played.
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
    # These make pictures alike on all machines.
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
]

SHELL = "chromium-headless-shell"
"""Chromium without windows that could be seen: to open a page takes it half the work."""
EMOJI = "fonts-noto-color-emoji"
NAMES_ON_PATH = [
    SHELL,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
]
MAC_PROGRAMS = [
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
]
WINDOWS_PROGRAMS = [
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
]
WINDOWS_FOLDERS = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]

NO_DRIVER = """\
Playwright's driver does not start; its Node needs the library libatomic. To install it:
  Debian, Ubuntu  sudo apt-get install libatomic1
  Fedora          sudo dnf install libatomic
What it said: """

NO_BROWSER = """\
The browser tests need Chromium, Chrome or Edge, and none was found. To install one:
  any system      python -m playwright install --with-deps chromium   (with the Python of .venv)
  Debian, Ubuntu  sudo apt-get install chromium
  Fedora          sudo dnf install chromium
  macOS           brew install --cask chromium
  Windows         winget install Google.Chrome
Or set BROWSER_PATH to the program of one. What was tried:
"""


class NoBrowser(Exception):
    """No browser can be had here; the text says what was tried and what to do."""


def launch_options(say: Say) -> LaunchOptions:
    """What to start the browser with. `say` is told before something is installed."""
    return {**find_browser(say), "args": [*FLAGS, *root_flags()]}


def root_flags() -> list[str]:
    # Chromium does not start as root with its sandbox; everybody else keeps it.
    return ["--no-sandbox"] if is_root() else []


def is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def may_install() -> bool:
    return os.environ.get("BROWSER_INSTALL") != "0"


def find_browser(say: Say) -> LaunchOptions:
    asked_for = os.environ.get("BROWSER_PATH")
    if asked_for and not Path(asked_for).is_file():
        raise NoBrowser(f"BROWSER_PATH is {asked_for!r}, which is not a file.")
    ensure_driver(say)
    if asked_for:
        return {"executable_path": asked_for}
    found = installed_browser()
    return install_browser(say) if found is None else found


def installed_browser() -> LaunchOptions | None:
    own = own_browser(run_playwright("install", "--dry-run", "chromium").stdout)
    return system_browser() if own is None else own


# Playwright's driver


def run_playwright(*arguments: str) -> subprocess.CompletedProcess[str]:
    # By its command line: a second sync_playwright beside the plugin's own would refuse to start.
    return run([sys.executable, "-m", "playwright", *arguments])


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run `command` without input; its errors join its output."""
    return subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    )


def ensure_driver(say: Say) -> None:
    answer = run_playwright("--version")
    if answer.returncode and can_apt():
        apt_install(say, "libatomic1")
        answer = run_playwright("--version")
    if answer.returncode:
        raise NoBrowser(NO_DRIVER + last_lines(answer.stdout))


def last_lines(text: str, count: int = 6) -> str:
    return "\n".join(text.strip().splitlines()[-count:])


# Browsers that are there


def own_browser(dry_run: str) -> LaunchOptions | None:
    """Playwright's own Chromium, if complete; `dry_run` is what `playwright install --dry-run` printed."""
    folders = [Path(line.split(":", 1)[1].strip()) for line in dry_run.splitlines() if "Install location:" in line]
    complete = [folder.name for folder in folders if (folder / "INSTALLATION_COMPLETE").is_file()]
    if any(name.startswith("chromium_headless_shell-") for name in complete):
        return {}
    # Without the shell, the full browser is there for the asking only.
    return {"channel": "chromium"} if any(name.startswith("chromium-") for name in complete) else None


def system_browser() -> LaunchOptions | None:
    path = next((path for path in candidates() if Path(path).is_file()), None)
    return None if path is None else {"executable_path": path}


def candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES_ON_PATH))
    yield from (f"/Applications/{program}" for program in MAC_PROGRAMS)
    for folder in filter(None, map(os.environ.get, WINDOWS_FOLDERS)):
        yield from (f"{folder}/{program}" for program in WINDOWS_PROGRAMS)


# Installing one


def install_browser(say: Say) -> LaunchOptions:
    tried = [f"- on PATH: {', '.join(NAMES_ON_PATH)}, and the usual folders", "- Playwright's own Chromium"]
    for install in (install_own, install_from_system):
        tried.append(install(say))
        found = installed_browser()
        if found is not None:
            return found
    raise NoBrowser(NO_BROWSER + "\n".join(tried))


def install_own(say: Say) -> str:
    if not may_install():
        return "- nothing was installed, because BROWSER_INSTALL is 0"
    say("Installing a browser: playwright install --only-shell chromium ...")
    answer = run_playwright("install", "--only-shell", "chromium")
    return f"- playwright install --only-shell chromium: status {answer.returncode}\n{last_lines(answer.stdout)}"


def install_from_system(say: Say) -> str:
    if not can_apt():
        return "- apt-get install chromium: not tried (it needs apt-get, root and leave to install)"
    tried = [apt_install(say, SHELL, EMOJI)]
    if system_browser() is None:  # Not every release has the shell by itself.
        tried.append(apt_install(say, "chromium", EMOJI))
    return "\n".join(tried)


def can_apt() -> bool:
    return may_install() and is_root() and shutil.which("apt-get") is not None


def apt_install(say: Say, *packages: str) -> str:
    say(f"Installing: apt-get install {' '.join(packages)} ...")
    run(["apt-get", "update"])
    # A fresh machine may be busy with its own updates, which hold apt's lock for a while.
    wait = ["-o", "DPkg::Lock::Timeout=120"]
    answer = run(["apt-get", *wait, "install", "-y", "--no-install-recommends", *packages])
    return f"- apt-get install {' '.join(packages)}: status {answer.returncode}\n{last_lines(answer.stdout)}"
