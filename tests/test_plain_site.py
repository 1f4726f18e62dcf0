"""The pages as Markdown make the same site without the hook: plain MkDocs, or ProperDocs, is enough to publish them."""

from __future__ import annotations

import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from link_check import parse
from pages_server import PagesSite
from project_copy import run_core, run_python
from records import copy_sample_project, sample_library

REPOSITORY = {name: value for name, value in os.environ.items() if name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY")}
"""What the site that is compared was built with, too."""


def has_class(element: ET.Element, name: str) -> bool:
    return name in element.get("class", "").split()


def shape(element: ET.Element) -> list[object]:
    """An element with its attributes, texts and children, white space folded; what only the hook writes is left out.

    A figure is the same whether it is a file or, as the hook has it, stands in the page itself.
    """
    drawing = next(iter(element), None) if has_class(element, "fig") else element
    if drawing is None or (drawing is not element and has_class(drawing, "sf")):
        words = element.get("alt") if drawing is None else drawing.get("aria-label")
        return ["figure", element.get("class"), words]
    children = [child for child in element if isinstance(child.tag, str) and not has_class(child, "page-acts")]
    inside = [part for child in children for part in (shape(child), folded(child.tail))]
    tag = "title" if is_title(element) else element.tag
    return [tag, sorted(element.attrib.items()), folded(element.text), *inside]


def is_title(element: ET.Element) -> bool:
    """Whether this is the title of a box or a card: a heading with the hook, a line without it."""
    return has_class(element, "admonition-title") or any(has_class(child, "step-t") for child in element)


def folded(text: str | None) -> str:
    return " ".join((text or "").split())


def seen(path: Path) -> tuple[str, str, list[object]]:
    """The title, the description and the article of a page."""
    tree = parse(path)
    article = next((each for each in tree.iter("article") if has_class(each, "md-content__inner")), tree)
    title = folded("".join(next(tree.iter("title")).itertext()))
    description = next((each.get("content", "") for each in tree.iter("meta") if each.get("name") == "description"), "")
    return title, description, shape(article)


@pytest.fixture(scope="module")
def pages(sample_site: PagesSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the sample as Markdown."""
    project = copy_sample_project(tmp_path_factory.mktemp("plain") / "project")
    folder = project.parent / "pages"
    written = run_core(project, "pages", str(folder), SITE_URL=sample_site.url, **REPOSITORY)
    assert written.returncode == 0, written.stderr
    assert "hooks" not in (folder / "mkdocs.yml").read_text("utf-8")
    return folder


@pytest.fixture(scope="module")
def plain(pages: Path, sample_site: PagesSite) -> Path:
    """The site built by plain MkDocs from the pages as Markdown."""
    return built_by("mkdocs", pages, sample_site)


def built_by(engine: str, pages: Path, sample_site: PagesSite) -> Path:
    site = pages.parent / engine
    command = ("-m", engine, "build", "--strict", "-f", "mkdocs.yml", "--site-dir", str(site))
    done = run_python(pages, *command, SITE_URL=sample_site.url, **REPOSITORY)
    assert done.returncode == 0, done.stderr
    return site


def test_plain_mkdocs_builds_the_same_pages_from_the_markdown(plain: Path, sample_site: PagesSite) -> None:
    site = sample_site.folder
    names = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert {path.relative_to(plain).as_posix() for path in plain.rglob("*.html")} == names
    for name in sorted(names):
        assert seen(plain / name) == seen(site / name), name


def test_the_body_map_has_its_links_without_the_hook(plain: Path) -> None:
    for name in ("index.html", f"areas/{next(iter(sample_library().by_area)).id}/index.html"):
        page = parse(plain / name)
        maps = [each for each in page.iter("div") if has_class(each, "bodymap")]
        links = [link for each in maps for link in each.iter() if str(link.tag).endswith("}a")]
        assert len(links) > len(sample_library().by_area)
        for link in links:
            assert (plain / name).parent.joinpath(link.attrib["href"], "index.html").is_file()


# The spare engine


GENERATOR = re.compile(rb'<meta name="generator" content="mkdocs-[^,]+')


def files_of(site: Path) -> dict[str, bytes]:
    """The files of a site, without the engine's name."""
    files = [path for path in site.rglob("*") if path.is_file()]
    return {path.relative_to(site).as_posix(): GENERATOR.sub(b"", path.read_bytes()) for path in files}


def test_properdocs_builds_the_same_site_as_mkdocs(pages: Path, plain: Path, sample_site: PagesSite) -> None:
    """It carries MkDocs 1 on: the engine to change to, by one word, when MkDocs is kept no longer. The records of the
    sample are enough for it."""
    spare, usual = files_of(built_by("properdocs", pages, sample_site)), files_of(plain)
    assert sorted(spare) == sorted(usual)
    assert [name for name in usual if spare[name] != usual[name]] == []
