"""A site built once for all processes of a test run, beside the tests that do not need it.

There are two: tests of the generator look at the sample library's, tests of the content at the real one.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Event, Thread

from pages_server import PagesServer, PagesSite

# Not "/": on GitHub Pages the site has a path of its own, and an address that forgets it must fail here too.
SITE_PATH = "/stretchguide/"
LIMIT_S = 500
"""On an idle machine it takes 15 seconds, and half a minute where no figure is kept."""
POLL_S = 0.1


class SharedSite:
    """The site in `folder`, which processes share; one of them serves it, and builds it once a test wants it."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self.site = PagesSite(folder / "site", url)
        self._wanted, self._told = folder / "wanted", folder / "told.json"

    def want(self) -> None:
        """Let it be built, if it is not yet."""
        self._wanted.touch()

    def built(self) -> PagesSite:
        """The site, for which this waits; a failed build fails every test that needs it, and says why."""
        self.want()
        end = time.monotonic() + LIMIT_S
        while not self._told.exists():
            assert time.monotonic() < end, f"the site was not built within {LIMIT_S} s"
            time.sleep(POLL_S)
        status, output = json.loads(self._told.read_text("utf-8"))
        assert status == 0, f"the site does not build:\n{output}"
        home = (self.site.folder / "index.html").read_text("utf-8")
        assert f'rel="canonical" href="{self.site.url}"' in home, "mkdocs.yml does not take site_url from SITE_URL"
        return self.site


class ServedSite(SharedSite):
    """The site in the process that serves it; `project` says which folder it is made from, and may make that first."""

    def __init__(self, project: Callable[[Path], Path], environment: Mapping[str, str]) -> None:
        folder = Path(tempfile.mkdtemp(prefix="stretchguide-site-"))
        self._server = PagesServer(folder / "site", SITE_PATH)
        super().__init__(folder, self._server.url)
        self._project, self._environment = project, environment
        self._end = Event()
        self._builder = Thread(target=self._build_when_wanted)

    def start(self) -> None:
        self._server.start()
        self._builder.start()

    def stop(self) -> None:
        self._end.set()
        self._builder.join()
        self._server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _build_when_wanted(self) -> None:
        while not self._wanted.exists():
            if self._end.wait(POLL_S):
                return
        # Not quietly: of each page it is kept whether anything was heard, and the builds of copies hear as much.
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(self.site.folder)]
        env = {**self._environment, "SITE_URL": self.site.url, "NO_MKDOCS_2_WARNING": "1"}
        said = self.folder / "said.txt"
        with (
            said.open("wb") as file,
            subprocess.Popen(
                command,
                cwd=self._project(self.folder / "project"),
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
            ) as process,
        ):
            while process.poll() is None:
                if self._end.wait(POLL_S):
                    process.terminate()
        self._tell(process.returncode, said.read_text("utf-8", "replace"))

    def _tell(self, status: int, output: str) -> None:
        unfinished = self._told.with_suffix(".part")
        unfinished.write_text(json.dumps([status, output]), "utf-8")
        unfinished.replace(self._told)
