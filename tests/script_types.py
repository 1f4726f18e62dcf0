"""What TypeScript says of the scripts, which are plain JavaScript with their types in comments.

It comes by npm and needs Node.js, which nothing else of the lint does: where there is none, this says so and finds
nothing, except in a workflow.
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
NO_NODE = "The types of the scripts were not looked at: that needs Node.js with npx, and there is none."


def faults(root: Path, npx: str) -> list[str]:
    """A line for each, with its place. The words that the build writes are checked as well."""
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(root / SCRIPTS, copy / SCRIPTS)
        shutil.copy(root / "jsconfig.json", copy)
        (copy / "docs" / script_words.FILE).write_text(script_words.module(), "utf-8")
        done = subprocess.run(
            [npx, "--yes", "--prefer-offline", "--package", PACKAGE, *TSC],
            check=False,
            cwd=copy,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )
    said = done.stdout.splitlines() or done.stderr.splitlines()
    return said if done.returncode else []


def main() -> int:
    npx = shutil.which("npx")
    if npx is None:
        print(NO_NODE)
        return 1 if os.environ.get("CI") else 0
    found = faults(ROOT, npx)
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
