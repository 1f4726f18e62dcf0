"""A page in the theme is kept by all that its template is told, and made again where any of that is another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from stretchguide.gallery.store import Store
from stretchguide.hook.finished import CACHE, Finished

TEMPLATE = "{{ page.title }} {{ page.content }} {{ config.site_name }} {% include 'foot.html' %}"


class Bench:
    """A page and the theme that it is put into, as a build has them."""

    def __init__(self, folder: Path) -> None:
        self.theme = folder / "theme"
        self.theme.mkdir()
        self.write("main.html", TEMPLATE)
        self.write("foot.html", "foot")
        (folder / "docs").mkdir()
        self.config = MkDocsConfig(config_file_path=str(folder / "mkdocs.yml"))
        self.config.load_dict(
            {"site_name": "Site", "plugins": [], "theme": {"name": None, "custom_dir": str(self.theme)}}
        )
        assert self.config.validate() == ([], [])
        self.config.hooks = {"build.py": ModuleType("build")}  # type: ignore[assignment]  # MkDocs keeps them by name.
        self.store: Store | None = Store(folder / CACHE, "a" * 32)
        files = [File(uri, None, self.config.site_dir, True) for uri in ("index.md", "other.md")]
        self.page, self.other = (Page(title, file, self.config) for title, file in zip("AB", files, strict=True))
        self.page.content, self.page.toc = Markup("<p>Body</p>"), get_toc([])
        self.section, self.files = Section("More", [self.other]), Files(files)
        self.told: dict[str, object] = {}
        self.filled = 0

    def write(self, name: str, text: str) -> None:
        (self.theme / name).write_text(text, "utf-8")

    def html(self) -> str:
        """The page of a build."""
        env = Environment(loader=FileSystemLoader(self.theme), autoescape=True)
        finished = Finished(self.config, Navigation([self.page, self.section], [self.page, self.other]), self.store)
        env.globals["note"] = self.note
        finished.watch(env)
        context = get_context(Navigation([], []), self.files, self.config, self.page)
        html = env.get_template("main.html").render({**context, **self.told})
        finished.forget_unused()
        return html

    def note(self) -> str:
        self.filled += 1
        return ""


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    bench = Bench(tmp_path)
    bench.write("foot.html", "{{ note() }}foot")
    return bench


def test_a_page_is_filled_once(bench: Bench) -> None:
    assert [bench.html() for _ in range(3)] == ["A <p>Body</p> Site foot"] * 3
    assert bench.filled == 1


CHANGES: Mapping[str, Callable[[Bench], Any]] = {
    "its body": lambda bench: setattr(bench.page, "content", Markup("<p>Another</p>")),
    "a body that is no HTML": lambda bench: setattr(bench.page, "content", "<p>Body</p>"),
    "its title": lambda bench: setattr(bench.page, "title", "C"),
    "its table of contents": lambda bench: setattr(
        bench.page, "toc", get_toc([{"name": "Part", "id": "part", "level": 2, "children": []}])
    ),
    "its front matter": lambda bench: bench.page.meta.update(description="New"),
    "where it is mended": lambda bench: setattr(bench.page, "edit_url", "https://example.org/"),
    "the page after it": lambda bench: setattr(bench.page, "next_page", bench.other),
    "the section around it": lambda bench: setattr(bench.page, "parent", bench.section),
    "the title of another page of the menu": lambda bench: setattr(bench.other, "title", "C"),
    "the title of a section": lambda bench: setattr(bench.section, "title", "Less"),
    "a setting": lambda bench: bench.config.update(site_name="Another"),
    "a setting of the theme": lambda bench: bench.config.theme.__setitem__("features", ["x"]),
    "what a publisher adds": lambda bench: bench.config.extra.update(clinic="Ours"),
    "the template": lambda bench: bench.write("main.html", f"{TEMPLATE}!"),
    "a template within it": lambda bench: bench.write("foot.html", "{{ note() }}feet"),
    "the code": lambda bench: setattr(bench, "store", Store(bench.store.folder.parent, "b" * 32)),  # type: ignore[union-attr]
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_a_template_is_told_makes_another_page(bench: Bench, change: str) -> None:
    bench.html()
    CHANGES[change](bench)
    for _ in range(2):
        bench.html()
        assert bench.filled == 2
    assert bench.store is not None
    assert len(list(bench.store.folder.iterdir())) == 1, "what is not used goes"


UNKNOWN: Mapping[str, Callable[[Bench], Any]] = {
    "nothing is kept": lambda bench: setattr(bench, "store", None),
    "another plugin": lambda bench: bench.config.plugins.__setitem__("tags", BasePlugin()),
    "another hook": lambda bench: setattr(bench.config, "hooks", {"build.py": None, "mine.py": None}),
    "what somebody else tells": lambda bench: bench.told.update(mine=1),
    "a setting that cannot be told": lambda bench: bench.config.extra.update(mine=lambda: 0),
    "a template that asks for all pages": lambda bench: bench.write("foot.html", "{{ note() }}{{ pages | length }}"),
    "a template that asks for the time": lambda bench: bench.write("foot.html", "{{ note() }}{{ build_date_utc }}"),
}


@pytest.mark.parametrize("reason", UNKNOWN)
def test_where_more_is_told_than_is_known_each_page_is_made_anew(bench: Bench, reason: str) -> None:
    UNKNOWN[reason](bench)
    for filled in (1, 2):
        bench.html()
        assert bench.filled == filled
