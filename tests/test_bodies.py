"""The body of a page is made once per content: what is kept is used, what is not as it was kept is made again."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from markdown.extensions.abbr import AbbrExtension
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from project_copy import build, contents, replace_once
from records import FOUNDING, copy_sample_project
from stretchguide.gallery.picture import Drawing, Picture
from stretchguide.gallery.store import Store
from stretchguide.hook import finished
from stretchguide.hook.bodies import CACHE, Bodies, Waiting
from stretchguide.hook.inlining import InlineFigures
from stretchguide.hook.titles import TitlesAsHeadings

AT_HOME, IN_CI = {"CI": ""}, {"CI": "true"}

# One page


TEXT = "# Title\n\n## Part & *more*\n\n[there](other.md#part)\n\n![It](figures/a.svg){ .fig }\n"
SVG = '<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'


class Bench:
    """A page of a site of two, rendered as a build does it."""

    def __init__(self, folder: Path) -> None:
        (folder / "docs").mkdir()
        self.config = MkDocsConfig(config_file_path=str(folder / "mkdocs.yml"))
        self.config.load_dict({"site_name": "Site"})
        assert self.config.validate() == ([], [])
        self.extensions: list[Any] = [*self.config.markdown_extensions, "attr_list"]
        self.store: Store | None = Store(folder / CACHE, "a" * 32)
        self.pictures = {"figures/a.svg": Picture("It", Drawing(SVG, "", ()))}
        self.text = TEXT
        self.uris = ["index.md", "other.md"]
        self.rendered = 0

    def render(self, monkeypatch: pytest.MonkeyPatch) -> Page:
        by_directory = self.config.use_directory_urls
        files = Files([File(uri, None, self.config.site_dir, by_directory) for uri in (*self.uris, "figures/a.svg")])
        for file in files:
            file.generated_by = "hook"
        config = self.config
        config.markdown_extensions = [*self.extensions, InlineFigures(self.pictures)]  # type: ignore[list-item]
        bodies = Bodies(config, self.pictures, self.store)
        page = Page(None, files.src_uris["index.md"], config)
        bodies.adopt(files)
        page.markdown = self.text
        whole = Page.render

        def render(page: Page, *given: Any) -> None:
            self.rendered += 1
            whole(page, *given)

        monkeypatch.setattr(Page, "render", render)
        page.render(config, files)
        monkeypatch.undo()
        bodies.forget_unused()
        return page


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def facts(page: Page) -> dict[str, object]:
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    return {"html": page.content, "title": page.title, "ids": page.present_anchor_ids, "links": links, "toc": toc(page)}


def toc(page: Page) -> list[object]:
    def told(link: AnchorLink) -> list[object]:
        return [link.title, link.url, link.level, [told(each) for each in link.children]]

    return [told(link) for link in page.toc]


def test_what_is_kept_of_a_page_is_all_that_markdown_makes_of_it(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    made = facts(bench.render(monkeypatch))
    assert SVG in str(made["html"])
    assert made["links"] == {"other.md": {"part": "other.md#part"}}
    assert facts(bench.render(monkeypatch)) == made
    assert bench.rendered == 1
    bench.store = None
    assert facts(bench.render(monkeypatch)) == made
    assert bench.rendered == 2


def change_picture(bench: Bench) -> None:
    bench.pictures = {"figures/a.svg": Picture("It", Drawing(SVG.replace("M0 0", "M0 1"), "", ()))}


CHANGES: Mapping[str, Callable[[Bench], object]] = {
    "its text": lambda bench: setattr(bench, "text", f"{TEXT}\nmore"),
    "a drawing in it": change_picture,
    "the settings of an extension": lambda bench: bench.config.mdx_configs.update(toc={"permalink": True}),
    "an extension": lambda bench: bench.extensions.append("abbr"),
    "what is asked of links": lambda bench: bench.config.validation.links.update(anchors=10),
    "how pages are addressed": lambda bench: bench.config.update(use_directory_urls=False),
    "the code": lambda bench: setattr(bench, "store", Store(bench.store.folder.parent, "b" * 32)),  # type: ignore[union-attr]
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_a_body_is_made_of_makes_another(bench: Bench, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.render(monkeypatch)
    CHANGES[change](bench)
    for rendered in (2, 2):
        bench.render(monkeypatch)
        assert bench.rendered == rendered
    assert bench.store is not None
    assert len(list(bench.store.folder.iterdir())) == 1, "what is not used goes"


def test_a_link_that_has_lost_its_page_is_told_each_time(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bench.render(monkeypatch)
    bench.uris.remove("other.md")
    for _ in range(2):
        caplog.clear()
        bench.render(monkeypatch)
        assert "is not found among documentation files" in caplog.text


@pytest.mark.parametrize("extension", ["pymdownx.snippets", "pymdownx.superfences", AbbrExtension()])
def test_who_adds_what_reads_files_or_remembers_gets_every_body_anew(
    bench: Bench, extension: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.extensions.append(extension)
    for rendered in (1, 2):
        bench.render(monkeypatch)
        assert bench.rendered == rendered


@pytest.mark.parametrize("value", [functools.partial(str.lower), TitlesAsHeadings(), re.compile("a"), lambda: 0])
def test_settings_are_told_by_what_they_are(bench: Bench, value: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two functions without a name look alike; whoever sets one gets every body anew."""
    bench.config.mdx_configs["toc"] = {"mine": value}
    bodies = Bodies(bench.config, {}, bench.store)
    assert (bodies.store is not None) == isinstance(value, TitlesAsHeadings)


def test_a_text_that_waits_comes_back_as_what_it_was(tmp_path: Path) -> None:
    waiting = Waiting(tmp_path / "new")
    assert waiting.get("a") is None
    waiting.put("a", "<p>é</p>")
    waiting.put("b", "b")
    assert type(waiting.get("a")) is str
    waiting.put("a", Markup("<p>é</p>"))
    assert waiting.get("a") == Markup("<p>é</p>")
    assert isinstance(waiting.get("a"), Markup)
    waiting.put("b", None)
    assert waiting.get("b") is None


# A site


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_sample_project(tmp_path_factory.mktemp("sample") / "project")
    done = build(project, "--strict", **AT_HOME)
    assert done.returncode == 0, done.stderr
    return project


def kept(project: Path, cache: Path = CACHE) -> list[Path]:
    return [path for path in (project / cache).rglob("*") if path.is_file()]


def test_a_site_from_what_is_kept_is_the_same_and_a_workflow_trusts_none(project: Path) -> None:
    site = contents(project / "site")
    for cache in (finished.CACHE, CACHE):
        spoil(project, lambda html: f"{html}<!-- kept -->", cache)
        done = build(project, "--strict", **AT_HOME)
        assert done.returncode == 0, done.stderr
        pages = [name for name, page in contents(project / "site").items() if b"<!-- kept -->" in page]
        assert len(pages) >= len(kept(project)) > 50, "all but the pages written by hand have a body that is kept"
    done = build(project, "--strict", **IN_CI)
    assert done.returncode == 0, done.stderr
    assert contents(project / "site") == site
    for number, path in enumerate([*kept(project), *kept(project, finished.CACHE)]):
        whole = path.read_bytes()
        path.write_bytes((b"", b"\xff", whole[:-9], whole.replace(b"<!-- kept -->", b"<!-- mine -->"))[number % 4])
    done = build(project, "--strict", **AT_HOME)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert contents(project / "site") == site


def spoil(project: Path, change: Callable[[str], str], cache: Path) -> None:
    """Change what is kept, so that it looks like what was kept."""
    for path in kept(project, cache):
        store = Store(path.parents[1], path.parent.name)
        body = store.get(path.name)
        store.put(path.name, {**body, "html": change(body["html"])})


def test_a_change_of_a_record_leaves_nothing_of_the_last_page(project: Path) -> None:
    before = len(kept(project))
    replace_once(project / f"exercises/{FOUNDING}.yml", "tagline: ", "tagline: Truly, ")
    done = build(project, "--strict", **AT_HOME)
    assert done.returncode == 0, done.stderr
    assert len(kept(project)) == before
