"""The live preview never answers with a page of before the last change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

import pytest
from mkdocs.structure.files import File

from stretchguide.hook.preview import Built, Preview
from stretchguide.hook.watch import Watch


class Server:
    """As much of MkDocs' server as the preview touches."""

    mount_path = "/guide/"
    build_delay = 1.0

    def __init__(self) -> None:
        self.builder: Callable[[], None] = lambda: None
        self.app: Any = None
        self.site = "old"
        self.before_reading: Callable[[], None] = lambda: None

    def set_app(self, app: object) -> None:
        self.app = app

    def serve_request(self, environ: dict[str, str], start_response: Callable[..., object]) -> Iterable[bytes]:
        site, interrupt, self.before_reading = self.site, self.before_reading, lambda: None
        interrupt()
        start_response("200 OK", [])
        return [site.encode()]


class Author:
    """Records that never change anything."""

    built: Built | None = None

    def follow(self, paths: Collection[str], built: Built) -> Collection[str] | None:
        raise AssertionError

    def renew(self, file: File, built: Built) -> bool:
        raise AssertionError

    def write(self, uri: str, built: Built) -> None:
        raise AssertionError

    def tell_of(self, error: Exception, built: Built) -> None:
        raise AssertionError

    def tell_of_settings(self, error: Exception, built: Built) -> None:
        raise AssertionError


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def preview(server: Server) -> Preview:
    return Preview(server, Author(), Watch())  # type: ignore[arg-type]


def ask(server: Server, path: str) -> tuple[list[str], str]:
    heads: list[str] = []
    body = server.app({"PATH_INFO": path}, lambda status, headers: heads.append(status))
    return heads, b"".join(body).decode()


def test_a_change_between_page_and_answer_makes_the_answer_anew(server: Server, preview: Preview) -> None:
    def change() -> None:
        server.site = "new"
        preview.rebuild()

    server.before_reading = change
    assert ask(server, "/guide/browse/") == (["200 OK"], "new")


def test_without_a_change_the_server_answers_once(server: Server, preview: Preview) -> None:
    assert ask(server, "/guide/browse/") == (["200 OK"], "old")


def test_what_is_not_of_the_site_is_the_servers_own_affair(server: Server, preview: Preview) -> None:
    server.before_reading = preview.rebuild
    assert ask(server, "/livereload/1/1") == (["200 OK"], "old")


def test_without_a_good_build_every_change_builds_the_whole_site(server: Server) -> None:
    built: list[int] = []
    server.builder = lambda: built.append(1)
    preview = Preview(server, Author(), Watch())  # type: ignore[arg-type]
    preview.rebuild()
    preview.rebuild()
    assert built == [1, 1]
