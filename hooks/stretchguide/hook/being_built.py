"""What answers while the first build is under way: a page that says so, and gives way to the site."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from stretchguide.pages.templates import environment

_LOOK_EVERY_S = 0.05
"""How soon it sees that it is to end."""


class BeingBuilt:
    """A server at the address of the preview, until that one comes. Where it cannot be had, there is none."""

    def __init__(self, address: tuple[str, int], site_name: str, sheets: Path) -> None:
        """``sheets`` is the folder of its template."""
        self.said = "The records are being read and checked."
        """What is done just now."""
        self._fill = partial(environment(sheets).get_template("being-built.html").render, site_name=site_name)
        self._server: ThreadingHTTPServer | None = None
        with contextlib.suppress(OSError):  # Whoever starts the preview is told by MkDocs what is wrong.
            self._server = ThreadingHTTPServer(address, partial(_Answer, self.page))
            Thread(target=self._server.serve_forever, args=(_LOOK_EVERY_S,), daemon=True).start()

    def page(self) -> bytes:
        return self._fill(said=self.said).encode()

    def end(self) -> None:
        """Leave the address to the preview."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


class _Answer(BaseHTTPRequestHandler):
    def __init__(self, page: Callable[[], bytes], *given: object) -> None:
        self.page = page
        super().__init__(*given)  # type: ignore[arg-type]  # The server hands on what its handlers take.

    def do_GET(self) -> None:
        page = self.page()
        self.send_response(HTTPStatus.SERVICE_UNAVAILABLE)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.send_header("Retry-After", "1")
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_: object) -> None:
        """The terminal is for the build."""
