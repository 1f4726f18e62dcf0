"""Serves a built site as GitHub Pages does: under a path, compressed, with 404.html for what is missing."""

from __future__ import annotations

import contextlib
import gzip
import mimetypes
import sys
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar
from urllib.parse import unquote, urlsplit

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest", ".ics", ".csv"}
# Said here, because some systems know other types for them or none.
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".woff2": "font/woff2",
    ".webp": "image/webp",
}


class Server(ThreadingHTTPServer):
    # More than a browser opens at once; with the standard 5, some wait a second for their second try.
    request_queue_size = 64
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A browser that leaves a page drops its connections; that is no error.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class PagesSite:
    """A built site: its files, and the address where a server answers with them; its end is a slash."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url


class PagesServer(PagesSite):
    """A site which answers from `folder` while it runs.

    The port is taken at once, so that the site can be built for its address before it is served.
    """

    def __init__(self, folder: Path, prefix: str) -> None:
        self._handler = type("Handler", (PagesHandler,), {"folder": folder.resolve(), "prefix": prefix})
        self._server = Server(("127.0.0.1", 0), self._handler)
        self._port = self._server.server_port
        super().__init__(folder, f"http://127.0.0.1:{self._port}{prefix}")

    def start(self) -> None:
        # A shorter poll than the standard half second, which every stop would wait for.
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    @contextlib.contextmanager
    def offline(self) -> Iterator[None]:
        """Refuse connections for a while, as a reader without a network sees it."""
        self.stop()
        try:
            yield
        finally:
            self._server = Server(("127.0.0.1", self._port), self._handler)
            self.start()


class PagesHandler(BaseHTTPRequestHandler):
    """One request. It keeps HTTP/1.0: no connection outlives it, so a stopped site is really gone."""

    folder: ClassVar[Path]
    prefix: ClassVar[str]

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        path = self.file_of(unquote(address.path))
        if path is None:
            self.answer_missing()
        elif not path.is_dir():
            self.answer(HTTPStatus.OK, path)
        elif address.path.endswith("/"):
            self.answer(HTTPStatus.OK, path / "index.html")
        else:
            query = f"?{address.query}" if address.query else ""
            self.redirect(f"{address.path}/{query}")

    do_HEAD = do_GET

    def file_of(self, path: str) -> Path | None:
        """The file or folder that `path` means, or None if there is none inside the site."""
        if path == self.prefix.rstrip("/"):
            return self.folder
        if not path.startswith(self.prefix):
            return None
        with contextlib.suppress(OSError, ValueError):  # a name that no file can have
            return self.find(path)
        return None

    def find(self, path: str) -> Path | None:
        found = (self.folder / path.removeprefix(self.prefix).strip("/")).resolve()
        inside = found.is_relative_to(self.folder)
        if not inside or not (found / "index.html" if found.is_dir() else found).is_file():
            return None
        # A file with a slash behind it is not that file.
        return None if found.is_file() and path.endswith("/") else found

    def answer_missing(self) -> None:
        page = self.folder / "404.html"
        if self.path.startswith(self.prefix) and page.is_file():
            self.answer(HTTPStatus.NOT_FOUND, page)
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def redirect(self, location: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer(self, status: HTTPStatus, path: Path) -> None:
        body = path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", content_type(path))
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, compresslevel=6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a test shows what it looked at, not each request."""


def content_type(path: Path) -> str:
    return TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
