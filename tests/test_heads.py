"""The heads of the built pages: each says once, and everywhere the same, what the page is and where it stands."""

from __future__ import annotations

import json
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

import pytest

import head_faults
from head_faults import ASPECTS, plans, wanted_plans
from heads import Head, heads
from pages_server import PagesSite
from project_copy import replace_once
from records import sample_library
from site_pages import ROOT, founding, path_of
from stretchguide.gallery import icons

NAME = "Stretch Guide"


def png_size(data: bytes) -> tuple[int, int]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


@pytest.mark.parametrize("aspect", ASPECTS)
def test_every_head_is_right(sample_site: PagesSite, aspect: Callable[[PagesSite], Iterator[str]]) -> None:
    assert list(aspect(sample_site)) == []


def test_the_name_of_the_site_stands_once_in_the_title_of_its_first_page(sample_site: PagesSite) -> None:
    assert Head(sample_site.folder / "index.html").titles() == [NAME]
    assert Head(sample_site.folder / "index.html").metas("og:locale") == ["en_GB"]


def test_the_picture_of_a_link_preview_is_there_and_as_large_as_it_says(sample_site: PagesSite) -> None:
    head = Head(sample_site.folder / "index.html")
    [picture] = head.metas("og:image")
    size = int(head.metas("og:image:width")[0]), int(head.metas("og:image:height")[0])
    assert png_size((sample_site.folder / picture.removeprefix(sample_site.url)).read_bytes()) == size


# Data for machines


def test_guides_and_routines_are_plans_and_nothing_else_is(sample_site: PagesSite) -> None:
    assert plans(sample_site) == wanted_plans(sample_library())


def test_a_guides_breadcrumbs_go_through_its_first_area(sample_site: PagesSite) -> None:
    [trail] = Head(sample_site.folder / path_of(founding()) / "index.html").nodes("BreadcrumbList")
    assert [item["name"] for item in trail["itemListElement"]] == ["Home", "Upper back", "Upper Back Trunk Rotation"]


@pytest.mark.parametrize(
    ("folder", "above"),
    [("routines", "Routines"), ("contribute", "How to contribute"), ("cautions", "Who should take care")],
)
def test_a_page_hangs_under_the_page_of_its_folder(sample_site: PagesSite, folder: str, above: str) -> None:
    pages = [(name, head) for name, head in heads(sample_site.folder) if name.startswith(f"{folder}/")]
    assert len(pages) > 1
    for name, head in pages:
        [trail] = head.nodes("BreadcrumbList")
        between = [item["name"] for item in trail["itemListElement"][1:-1]]
        assert between == ([] if name == f"{folder}/index.html" else [above]), name


def test_home_is_the_website(sample_site: PagesSite) -> None:
    [website] = Head(sample_site.folder / "index.html").nodes("WebSite")
    assert (website["name"], website["url"]) == (NAME, sample_site.url)


# robots.txt, manifest


def test_robots_txt_names_the_sitemap(sample_site: PagesSite) -> None:
    lines = (sample_site.folder / "robots.txt").read_text("utf-8").splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {sample_site.url}sitemap.xml"]


def test_the_manifest_and_its_icons_hold_under_any_path(sample_site: PagesSite) -> None:
    [link] = Head(sample_site.folder / path_of(founding()) / "index.html").links("manifest")
    at = urljoin(f"{sample_site.url}{path_of(founding())}", link)
    assert at == f"{sample_site.url}manifest.webmanifest"
    manifest = json.loads((sample_site.folder / "manifest.webmanifest").read_text("utf-8"))
    assert manifest["name"] == NAME
    assert {urljoin(at, manifest[key]) for key in ("start_url", "scope")} == {sample_site.url}
    for icon in manifest["icons"]:
        data = (sample_site.folder / icon["src"]).read_bytes()
        if icon["sizes"] == "any":
            assert ET.fromstring(data).tag.endswith("svg")
        else:
            assert "{}x{}".format(*png_size(data)) == icon["sizes"]
    assert {icon["sizes"] for icon in manifest["icons"]} == {"any", "192x192", "512x512"}
    [touch] = Head(sample_site.folder / "index.html").links("apple-touch-icon")
    assert png_size((sample_site.folder / touch).read_bytes()) == (180, 180)


def test_icons_are_those_of_the_logo() -> None:
    made = icons.icons((ROOT / "docs" / "assets" / "logo.svg").read_text("utf-8"))
    stale = [path for path, data in made.items() if (ROOT / "docs" / path).read_bytes() != data]
    assert stale == [], "the logo changed: run python3 dev.py schema"


# What is asked of every head, on a site with one thing wrong


GUIDE, AREA = f"{path_of(founding())}index.html", "areas/upper-back/index.html"


class Wrong(NamedTuple):
    """What is found when something else stands in a file."""

    aspect: Callable[[PagesSite], Iterator[str]]
    name: str
    old: str
    new: str
    fault: str


FAULTS = [
    Wrong(head_faults.titles, GUIDE, f" - {NAME}</title>", "</title>", "not one title with the site's name"),
    Wrong(
        head_faults.titles,
        GUIDE,
        "<title>Upper Back Trunk Rotation",
        "<title>Upper back stretches",
        f"the title of {AREA}",
    ),
    Wrong(head_faults.descriptions, GUIDE, '"description"', '"descriptions"', "not one description"),
    Wrong(head_faults.addresses, GUIDE, 'rel="canonical" href="', 'rel="canonical" href="x', "not its own address"),
    Wrong(head_faults.previews, GUIDE, 'content="article"', 'content="website"', "og:type is ['website']"),
    Wrong(head_faults.data, GUIDE, '"ExercisePlan"', '"ExercisePlans"', "is not valid"),
    Wrong(head_faults.trails, GUIDE, '"BreadcrumbList"', '"BreadcrumbLists"', "0 trails"),
    Wrong(head_faults.trails, GUIDE, '"position": 2', '"position": 3', "the trail is out of order"),
    Wrong(head_faults.trails, GUIDE, "areas/upper-back/", "areas/upper-bag/", "upper-bag/, where no page is"),
    Wrong(head_faults.trails, GUIDE, '"name": "Upper Back Trunk', '"name": "Trunk', "calls the page 'Trunk Rotation'"),
    Wrong(head_faults.sitemap, "sitemap.xml", "areas/upper-back/", "areas/hips/", "areas/upper-back/ is not there"),
    Wrong(head_faults.sitemap, "sitemap.xml", "areas/upper-back/", "areas/hips/", "no page is at"),
    Wrong(head_faults.sheets, f"print/{GUIDE}", 'content="noindex"', 'content="index"', "a search engine may find it"),
]


@pytest.mark.parametrize("wrong", FAULTS, ids=lambda wrong: f"{wrong.aspect.__name__}: {wrong.fault}")
def test_a_head_that_is_wrong_is_found(sample_site: PagesSite, tmp_path: Path, wrong: Wrong) -> None:
    right, spoilt = (PagesSite(tmp_path / name, sample_site.url) for name in ("right", "spoilt"))
    for site in (right, spoilt):
        for each in ("index.html", "sitemap.xml", AREA, GUIDE, f"print/{GUIDE}"):
            (site.folder / each).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(sample_site.folder / each, site.folder / each)
    replace_once(spoilt.folder / wrong.name, wrong.old, wrong.new)
    new = set(wrong.aspect(spoilt)) - set(wrong.aspect(right))
    assert any(wrong.fault in each for each in new), new
