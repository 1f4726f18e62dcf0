"""The real server, as `dev.py serve` starts it, in a copy of the project."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from project_copy import environment, replace_once

PATIENCE_S = 60
"""A build takes a second or two; a busy machine may need much longer."""


class Serving:
    """`mkdocs serve` in a copy of the project, while it runs."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/stretchguide/"
        self._log = project.parent / "terminal.txt"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{self.port}"],
                cwd=project,
                env=environment(SITE_URL="https://example.org/stretchguide/"),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def terminal(self) -> str:
        return self._log.read_text("utf-8", "replace")

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def get(self, path: str = "") -> str | None:
        """The page as it is now; None when there is none."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=PATIENCE_S) as answer:
                return str(answer.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            error.close()
            return None

    def wait_until(self, happened: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE_S
        while not happened():
            assert self.is_running, f"the server has ended:\n{self.terminal}"
            assert time.monotonic() < end, f"waited in vain until {what}:\n{self.terminal}"
            time.sleep(0.1)

    def wait_until_it_serves(self) -> None:
        self.wait_until(lambda: "Serving on" in self.terminal, "it serves")
        self.wait_until(lambda: self.get() is not None, "it answers")

    def change(self, path: str, old: str, new: str) -> None:
        replace_once(self.project / path, old, new)

    def stop(self) -> None:
        if sys.platform != "win32" and self.is_running:
            os.killpg(self._process.pid, signal.SIGTERM)
        else:
            self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
