"""What TypeScript says of the scripts, which are plain JavaScript with their types in comments.

It comes by npm and needs Node.js, which nothing else of the lint does: where there is none, or no npm can be reached,
this says so and finds nothing, except in a workflow.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from stretchguide.pages import script_words  # noqa: E402

PACKAGE = "typescript@5.9.3"
TSC = ("tsc", "--pretty", "false", "-p", "jsconfig.json")
SCRIPTS = Path("docs", "javascripts")
PATIENCE = {"npm_config_fetch_retries": "1", "npm_config_fetch_timeout": "30000"}
"""Milliseconds that npm waits for an answer; where there is no network it would wait for minutes."""


class NoTypeScript(Exception):
    """There is none here, and none can be fetched; in words."""


def faults(root: Path) -> list[str]:
    """A line for each, with its place. The words that the build writes are checked as well. Raises NoTypeScript."""
    npx = shutil.which("npx")
    if npx is None:
        raise NoTypeScript("that needs Node.js with npx, and there is none")
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(root / SCRIPTS, copy / SCRIPTS)
        shutil.copy(root / "jsconfig.json", copy)
        for file, words in script_words.FILES.items():
            (copy / "docs" / file).write_text(script_words.module(words), "utf-8")
        done = subprocess.run(
            [npx, "--yes", "--prefer-offline", "--package", PACKAGE, *TSC],
            check=False,
            cwd=copy,
            env={**PATIENCE, **os.environ},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )
    if done.returncode and not done.stdout:  # TypeScript itself says there what it finds.
        said = done.stderr.splitlines() or ["nothing said why"]
        raise NoTypeScript(f"npx fetched no {PACKAGE} ({said[0]})")
    return done.stdout.splitlines() if done.returncode else []


def main() -> int:
    try:
        found = faults(ROOT)
    except NoTypeScript as error:
        print(f"The types of the scripts were not looked at: {error}.")
        return 1 if os.environ.get("GITHUB_ACTIONS") else 0
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
