"""The server of the tests answers as GitHub Pages does: what works here must work there."""

from __future__ import annotations

import gzip
import http.client
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from pages_server import PagesServer

PREFIX = "/guide/"
HOME = "<h1>Home</h1>" * 50
MISSING = "<h1>Page not found</h1>"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def ask(site: PagesServer, path: str, method: str = "GET", **headers: str) -> Answer:
    """One request for `path` exactly as it stands: a browser, or urllib, would tidy it up first."""
    connection = http.client.HTTPConnection("127.0.0.1", urlsplit(site.url).port or 0, timeout=10)
    try:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
    finally:
        connection.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesServer]:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.txt").write_text("secret", "utf-8")
    folder = outside / "site"
    for name, text in {
        "index.html": HOME,
        "404.html": MISSING,
        "areas/neck/index.html": "neck",
        "assets/a b.css": "a{}",
        "assets/empty/x.txt": "x",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG" + bytes(2000))
    site = PagesServer(folder, PREFIX)
    site.start()
    yield site
    site.stop()


def test_a_folder_answers_with_its_page(site: PagesServer) -> None:
    answer = ask(site, PREFIX)
    assert (answer.status, answer.body.decode()) == (200, HOME)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-length"] == str(len(HOME))
    assert "max-age=600" in answer.headers["cache-control"]


def test_text_is_compressed_for_those_who_ask(site: PagesServer) -> None:
    plain, packed = ask(site, PREFIX), ask(site, PREFIX, Accept_Encoding="gzip, br")
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["content-length"] == str(len(packed.body))
    assert len(packed.body) < len(plain.body)
    assert gzip.decompress(packed.body) == plain.body
    assert packed.body == ask(site, PREFIX, Accept_Encoding="gzip").body, "the same bytes each time"


def test_pictures_are_not_compressed_again(site: PagesServer) -> None:
    answer = ask(site, PREFIX + "picture.png", Accept_Encoding="gzip")
    assert "content-encoding" not in answer.headers
    assert answer.headers["content-type"] == "image/png"
    assert answer.body == (site.folder / "picture.png").read_bytes()


@pytest.mark.parametrize(
    ("asked", "sent_to"),
    [
        (PREFIX + "areas/neck", PREFIX + "areas/neck/"),
        (PREFIX + "areas/neck?h=desk", PREFIX + "areas/neck/?h=desk"),
        (PREFIX.rstrip("/"), PREFIX),
    ],
)
def test_a_folder_without_its_slash_is_sent_there(site: PagesServer, asked: str, sent_to: str) -> None:
    answer = ask(site, asked)
    assert (answer.status, answer.headers["location"]) == (301, sent_to)


@pytest.mark.parametrize(
    "path", ["nothing", "nothing/at/all/", "areas/", "assets/empty/", "picture.png/", "%00", "x" * 5000]
)
def test_what_is_missing_gets_the_page_that_says_so(site: PagesServer, path: str) -> None:
    answer = ask(site, PREFIX + path)
    assert (answer.status, answer.body.decode()) == (404, MISSING)


@pytest.mark.parametrize("path", ["/", "/index.html", "/guidebook/", "/guideindex.html"])
def test_nothing_is_served_outside_the_prefix(site: PagesServer, path: str) -> None:
    answer = ask(site, path)
    assert answer.status == 404
    assert MISSING.encode() not in answer.body, "GitHub's own page, not that of the site"


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt",
        "%2e%2e/secret.txt",
        "..%2fsecret.txt",
        "areas/../../secret.txt",
        "areas/neck/../../../secret.txt",
        "..%5csecret.txt",
        "/../secret.txt",
    ],
)
def test_nothing_is_served_from_outside_the_folder(site: PagesServer, path: str) -> None:
    answer = ask(site, PREFIX + path)
    assert answer.status == 404
    assert b"secret" not in answer.body


def test_a_link_out_of_the_folder_is_not_followed(site: PagesServer) -> None:
    try:
        (site.folder / "way-out.txt").symlink_to(site.folder.parent / "secret.txt")
    except OSError:
        pytest.skip("this system makes no links for ordinary users")
    assert ask(site, PREFIX + "way-out.txt").status == 404


def test_an_encoded_address_finds_its_file(site: PagesServer) -> None:
    answer = ask(site, PREFIX + "assets/a%20b.css?v=1")
    assert (answer.status, answer.body) == (200, b"a{}")


def test_head_sends_no_body(site: PagesServer) -> None:
    answer = ask(site, PREFIX, "HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["content-length"] == str(len(HOME))


def test_a_site_without_its_own_page_for_it_still_says_404(tmp_path: Path) -> None:
    site = PagesServer(tmp_path, "/")
    site.start()
    try:
        assert ask(site, "/").status == 404
    finally:
        site.stop()


def test_offline_the_site_is_gone_and_then_back_at_the_same_address(site: PagesServer) -> None:
    before = site.url
    with site.offline(), pytest.raises(ConnectionError):
        ask(site, PREFIX)
    assert ask(site, PREFIX).status == 200
    assert site.url == before
