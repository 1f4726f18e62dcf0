"""The real server, as `dev.py serve` starts it, in a copy of the project."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from project_copy import environment, replace_once

PATIENCE_S = 180
"""A build takes a second or two; a busy machine may need much longer."""


class Serving:
    """`mkdocs serve` in a copy of the project, while it runs."""

    def __init__(self, project: Path, port: int | None = None) -> None:
        self.project = project
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}/stretchguide/"
        self._before: dict[Path, bytes] = {}
        """What stood in the files that were changed."""
        self._said: list[str] = []
        self._heard = threading.Condition()
        """Notified of each line in the terminal, and of its end."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{self.port}"],
            cwd=project,
            env=environment(SITE_URL="https://example.org/stretchguide/", PYTHONUNBUFFERED="1"),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._hear(line)
        self._process.wait()
        self._hear("")

    def _hear(self, line: str) -> None:
        with self._heard:
            self._said.append(line)
            self._heard.notify_all()

    @property
    def terminal(self) -> str:
        with self._heard:
            return "".join(self._said)

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    @property
    def cpu_seconds(self) -> float:
        """Seconds of the processor that it has taken so far; not of processes that draw for it. Linux only."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def get(self, path: str = "") -> str | None:
        """The page as it is now; None when there is none."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=PATIENCE_S) as answer:
                return str(answer.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            error.close()
            return None

    def wait_until(self, happened: Callable[[], bool], what: str) -> None:
        """Wait for what the terminal tells: it is looked for again after each line."""
        with self._heard:
            has_ended = self._heard.wait_for(lambda: happened() or not self.is_running, PATIENCE_S)
            assert self.is_running, f"the server has ended:\n{self.terminal}"
            assert has_ended, f"waited in vain until {what}:\n{self.terminal}"

    def wait_until_it_serves(self) -> None:
        self.wait_until(lambda: "Serving on" in self.terminal, "it serves")

    def change(self, path: str, old: str, new: str) -> None:
        self._before.setdefault(self.project / path, (self.project / path).read_bytes())
        replace_once(self.project / path, old, new)

    def undo(self) -> None:
        """Take back all changes."""
        for path, before in self._before.items():
            path.write_bytes(before)
        self._before.clear()

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
