"""No link of the built site leads nowhere; and the checker that says so finds what is put there on purpose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from link_check import Site

URL = "https://example.org/guide/"
SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{}</loc></url></urlset>'


# The checker itself, on a site with one thing wrong


def write(folder: Path, files: dict[str, str]) -> Site:
    good = {
        "index.html": "<!doctype html><title>Home</title><h1 id=top>Home</h1>",
        "areas/neck/index.html": '<!doctype html><title>Neck</title><h2 id="für">Neck</h2><a name="old">Neck</a>',
        "404.html": '<!doctype html><title>No</title><a href="/guide/areas/neck/">Neck</a><a href="#content">Skip</a>'
        '<p id="content">No</p>',
        "logo.svg": "<svg/>",
        "css/site.css": "a{background:url(../logo.svg)}",
    }
    for name, text in {**good, **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return Site(folder, URL)


def test_a_good_site_has_no_fault(tmp_path: Path) -> None:
    assert write(tmp_path, {}).faults() == []


GOOD_LINKS = [
    '<a href="areas/neck/">',
    '<a href="areas/neck">',
    '<a href="areas/neck/index.html?h=desk#old">',
    '<a href="areas/neck/#f%C3%BCr">',
    '<a href="areas/neck/#für">',
    '<a href="#x">',
    '<a href="#">',
    '<a href="">',
    '<a href="https://example.org/guide/">',
    '<a href="https://elsewhere.example/nothing#at-all">',
    '<a href="mailto:someone@example.org">',
    '<a href="tel:112">',
    '<img src="logo.svg" srcset="logo.svg 1x, ./logo.svg 2x">',
    '<img src="data:image/svg+xml,%3Csvg/%3E">',
    '<link rel="canonical" href="https://example.org/guide/">',
    '<svg><use xlink:href="logo.svg"/></svg>',
    '<meta property="og:image" content="https://example.org/guide/logo.svg">',
    '<meta name="description" content="nothing/to/follow">',
    '<script type="application/ld+json">{"@context": "https://schema.org", "name": "nothing/to/follow"}</script>',
]


@pytest.mark.parametrize("link", GOOD_LINKS)
def test_a_good_link_is_no_fault(tmp_path: Path, link: str) -> None:
    site = write(tmp_path, {"index.html": f"<!doctype html><title>Home</title>{link}<p id=x>Home</p>"})
    assert [str(fault) for fault in site.faults()] == []


BAD_LINKS = [
    ('<a href="areas/hips/">', "no such file"),
    ('<a href="Areas/neck/">', "no such file"),
    ('<a href="logo.svg/">', "no such file"),
    ('<a href="areas/neck/#gone">', "no such anchor"),
    ('<a href="areas/neck#Old">', "no such anchor"),
    ('<a href="#gone">', "no such anchor"),
    ('<a href="?q=1#gone">', "no such anchor"),
    ('<a href="../">', "outside the site's address"),
    ('<a href="/areas/neck/">', "outside the site's address"),
    ('<a href="https://example.org/guidebook/">', "outside the site's address"),
    ('<a href="//example.org/guide/gone/">', "no such file"),
    ('<img src="gone.png">', "no such file"),
    ('<img src="logo.svg" srcset="logo.svg 1x, gone.svg 2x">', "no such file"),
    ('<link rel="canonical" href="https://example.org/guide/gone/">', "no such file"),
    ('<meta property="og:image" content="https://example.org/guide/gone.png">', "no such file"),
    ('<script src="gone.js"></script>', "no such file"),
    ('<form action="gone/"></form>', "no such file"),
    ('<video poster="gone.png"></video>', "no such file"),
    ('<object data="gone.svg"></object>', "no such file"),
    ('<svg><use xlink:href="gone.svg#x"/></svg>', "no such file"),
    ('<svg><a href="gone/"><path/></a></svg>', "no such file"),
    ('<p style="background:url(gone.png)">', "no such file"),
    ("<style>p{background:url('gone.png')}</style>", "no such file"),
    ('<script type="application/ld+json">{"a": [{"url": "https://example.org/guide/gone/"}]}</script>', "no such file"),
    ("<p id=x>Twice</p>", "the id stands twice"),
]


@pytest.mark.parametrize(("link", "reason"), BAD_LINKS)
def test_a_bad_link_is_found(tmp_path: Path, link: str, reason: str) -> None:
    site = write(tmp_path, {"index.html": f"<!doctype html><title>Home</title>{link}<p id=x>Home</p>"})
    faults = site.faults()
    assert [(fault.file, fault.reason) for fault in faults] == [("index.html", reason)]


BAD_FILES = [
    ("css/site.css", 'a{background:url( "../gone.svg" )}'),
    ("css/site.css", '@import "gone.css";'),
    ("css/site.css", "a{background:url(logo.svg)}"),  # right from the site's root, but not from the style sheet
    ("sitemap.xml", SITEMAP.format(f"{URL}gone/")),
    ("search/index.json", json.dumps({"entries": [{"title": "", "kind": "page", "at": "areas/neck/#gone"}]})),
    ("manifest.webmanifest", json.dumps({"start_url": "./", "icons": [{"src": "gone.png"}]})),
    ("manifest.webmanifest", json.dumps({"start_url": "gone/", "icons": [{"src": "logo.svg"}]})),
    ("404.html", '<!doctype html><title>No</title><a href="areas/neck/">right at the root only</a>'),
]


@pytest.mark.parametrize(("name", "text"), BAD_FILES)
def test_a_bad_link_is_found_in_other_files_too(tmp_path: Path, name: str, text: str) -> None:
    assert [fault.file for fault in write(tmp_path, {name: text}).faults()] == [name]
