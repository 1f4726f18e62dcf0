"""The heads of the built pages: each says once, and everywhere the same, what the page is and where it stands."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from urllib.parse import urljoin

import pytest

from heads import SHEETS, Head, heads, schema
from pages_server import PagesSite
from records import sample_library
from site_pages import ROOT, founding, path_of
from stretchguide.gallery import icons

NAME = "Stretch Guide"
LEAST, MOST = 50, 160
"""Characters of a description: below, it says little; what is above, search engines cut off."""


def png_size(data: bytes) -> tuple[int, int]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def address(site: PagesSite, name: str) -> str:
    return site.url + name.removesuffix("index.html")


def test_every_page_has_one_title_and_no_two_the_same(sample_site: PagesSite) -> None:
    titles = [(title, name) for name, head in heads(sample_site.folder) for title in head.titles()]
    assert len(titles) == len(heads(sample_site.folder))
    assert [pair for pair in titles if not pair[0].endswith(NAME)] == []
    names = [title for title, _ in titles]
    assert sorted({title for title in names if names.count(title) > 1}) == []
    assert (NAME, "index.html") in titles, "the name of the site stands there once"


def test_every_page_has_one_description_of_a_readable_length(sample_site: PagesSite) -> None:
    for name, head in heads(sample_site.folder):
        assert len(head.metas("description")) == 1, name
        assert LEAST <= len(head.metas("description")[0]) <= MOST, f"{name}: {head.metas('description')}"


def test_every_page_names_its_own_address(sample_site: PagesSite) -> None:
    for name, head in heads(sample_site.folder):
        assert head.links("canonical") == [address(sample_site, name)], name


def test_link_previews_say_what_the_page_says(sample_site: PagesSite) -> None:
    for name, head in heads(sample_site.folder):
        found = {key: head.metas(f"og:{key}") for key in ("type", "title", "description", "url", "site_name", "locale")}
        title = head.titles()[0].removesuffix(f" - {NAME}")
        assert found == {
            "type": ["website" if name == "index.html" else "article"],
            "title": [title],
            "description": head.metas("description"),
            "url": [address(sample_site, name)],
            "site_name": [NAME],
            "locale": ["en_GB"],
        }, name
        assert head.metas("twitter:card") == ["summary"]


def test_the_picture_of_a_link_preview_is_there_and_as_large_as_it_says(sample_site: PagesSite) -> None:
    head = Head(sample_site.folder / "index.html")
    [picture] = head.metas("og:image")
    size = int(head.metas("og:image:width")[0]), int(head.metas("og:image:height")[0])
    assert png_size((sample_site.folder / picture.removeprefix(sample_site.url)).read_bytes()) == size


# Data for machines


def test_the_data_of_every_page_keeps_to_the_schema(sample_site: PagesSite) -> None:
    for name, head in heads(sample_site.folder):
        [data] = head.data()
        assert [error.message for error in schema().iter_errors(data)] == [], name


def test_every_page_but_home_says_where_it_hangs(sample_site: PagesSite) -> None:
    titles = {address(sample_site, name): head.titles()[0] for name, head in heads(sample_site.folder)}
    for name, head in heads(sample_site.folder):
        trails = head.nodes("BreadcrumbList")
        assert len(trails) == (name != "index.html"), name
        for trail in trails:
            items = trail["itemListElement"]
            assert [item["position"] for item in items] == list(range(1, len(items) + 1))
            assert items[0]["item"] == sample_site.url
            assert items[-1]["item"] == address(sample_site, name)
            assert titles[items[-1]["item"]] == f"{items[-1]['name']} - {NAME}"
            assert {item["item"] for item in items} <= set(titles), name


def test_guides_and_routines_are_plans_and_nothing_else_is(sample_site: PagesSite) -> None:
    found = sample_library()
    plans = {f"exercises/{guide.id}/" for guide in found.shown} | {f"routines/{id}/" for id in found.routines}
    pages = {name.removesuffix("index.html") for name, head in heads(sample_site.folder) if head.nodes("ExercisePlan")}
    assert pages == plans


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


# Sitemap, robots.txt, manifest


def sitemap(site: PagesSite) -> dict[str, str | None]:
    """The pages of the sitemap with their days."""
    root = ET.parse(site.folder / "sitemap.xml").getroot()
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = {each.findtext("s:loc", "", space): each.findtext("s:lastmod", None, space) for each in root}
    assert len(found) == len(root), "an address stands twice"
    return found


def test_the_sitemap_lists_every_page_that_may_be_found(sample_site: PagesSite) -> None:
    assert set(sitemap(sample_site)) == {address(sample_site, name) for name, _ in heads(sample_site.folder)}


def test_a_sheet_is_not_to_be_found_by_itself(sample_site: PagesSite) -> None:
    sheets = sorted((sample_site.folder / SHEETS).rglob("*.html"))
    assert sheets
    assert [sheet.as_posix() for sheet in sheets if Head(sheet).metas("robots") != ["noindex"]] == []


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
