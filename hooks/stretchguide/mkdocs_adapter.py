"""The one module that knows MkDocs: pages become its files, problems stop its build or stand on its banner."""

from __future__ import annotations

import datetime
import os
import posixpath
import sys
from collections.abc import Mapping, Sequence
from html import escape, unescape
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from jinja2 import TemplateSyntaxError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from stretchguide import changes, project, structured_data
from stretchguide.figures import CACHE, Gallery
from stretchguide.inlining import InlineFigures
from stretchguide.pages import site
from stretchguide.pages.handouts import Imprint
from stretchguide.pages.page import Page, SearchEntry, Site
from stretchguide.problems import Place, Problem
from stretchguide.project import Reading, read_project
from stretchguide.structured_data import Crumb, Face, Host
from stretchguide.titles import TitlesAsHeadings

TEMPLATES = Path("overrides", "pages")

_NOT_IN_MENU = (
    *("exercises/", "routines/", "cautions/", "muscles/", "contribute/"),
    *("positions/", "times/", "levels/", "equipment/", "moments/"),
)
"""Pages of which there are many, or for few readers: reached from lists and the search."""


class Adapter:
    """The state of one MkDocs process: the pages of this build and, while serving, those of the last good one."""

    def __init__(self) -> None:
        self.is_serving = False
        self.site = Site()
        self.has_good_site = False
        self.printed: list[Problem] = []
        self.days: Mapping[str, datetime.date] = {}
        self.files = Files([])

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.is_serving = command == "serve"

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check everything before MkDocs empties the site's folder, which it does right after this event.

        While serving nothing is raised: an error in a rebuild would make MkDocs hold back every answer.
        """
        root = _root(config)
        gallery = Gallery(root / CACHE)
        reading = read_project(root, gallery=gallery)
        if not self.is_serving:  # The days are for search engines and paper; asking git at each save would cost time.
            self.days = changes.days_of_change(root, project.FOLDER, _docs(config))
        problems = [*reading.problems, *self.make(reading, root, config, gallery)]
        errors = sum(problem.level == "error" for problem in problems)
        for problem in problems:
            if problem not in self.printed:  # While serving, what stood there before the last change is no news.
                print(problem, file=sys.stderr, flush=True)
        self.printed = problems
        if errors and not self.is_serving:
            raise PluginError(f"{errors} error{'s' * (errors != 1)} in the records; the site was left as it was")
        config.extra["problems"] = [str(problem) for problem in problems] if self.is_serving and errors else []

    def make(self, reading: Reading, root: Path, config: MkDocsConfig, gallery: Gallery) -> Sequence[Problem]:
        """Make the pages, or keep the last good ones; return the problems of the templates."""
        if not reading.is_good and (self.has_good_site or not self.is_serving):
            return ()
        try:
            self.site = _made(reading, root, config, gallery, self.days)
        except Exception as error:  # A template can raise anything, and while serving nothing may get out.
            return (_template_problem(error, root),)
        self.has_good_site = reading.is_good
        return ()

    @event_priority(100)  # Before every plugin, so that feeds and redirects see the pages.
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages. A page that a publisher wrote by hand at the same address stays."""
        root, self.files = _root(config), files
        for page in self.site.pages:
            if files.get_file_from_path(page.uri) is None:
                files.append(_file(page, root, config))
        for uri, text in self.site.files.items():
            if files.get_file_from_path(uri) is None:
                files.append(File.generated(config, uri, content=text))
        config.nav = config.nav or self.site.navigation
        extensions: list[object] = config.markdown_extensions  # type: ignore[assignment]  # MkDocs hands on objects too.
        extensions += [InlineFigures(self.site.figures), TitlesAsHeadings()]
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Say where a page comes from, and keep the search from parsing ours: their entries come from the records."""
        if page.file.generated_by:
            page.meta["search"] = {"exclude": True}
        source = _source(page.file, config)
        page.edit_url = _edit_address(source, config)
        page.meta["source"] = source
        day = self.days.get(source or "")
        page.meta["changed_on"] = day.isoformat() if day else None
        return markdown

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Add the data for machines, which needs the page's title and its address on the web."""
        face, host = _face(page, self.files, config), _host(config)
        if face and host and "noindex" not in page.meta.get("robots", ""):
            page.meta["structured_data"] = structured_data.text(face, host, self.site.library)
        return context

    @event_priority(100)  # Before the search writes its index.
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add one entry a guide to the search. The search shows entries as HTML, so they are escaped here."""
        search = next((plugin for name, plugin in config.plugins.items() if name.endswith("search")), None)
        if search is None:
            return
        for page in self.site.pages:
            if page.search:
                location = File(page.uri, "", "", use_directory_urls=config.use_directory_urls).url
                search.search_index.entries.append({"location": location, **_shown(page.search)})


def _shown(entry: SearchEntry) -> dict[str, object]:
    """An entry of the theme's search; the names go to ``tags``, which weigh as much as a title (mkdocs.base.yml)."""
    tags = [escape(name) for name in entry.names]
    return {"title": escape(entry.title), "text": escape(entry.text)} | ({"tags": tags} if tags else {})


def _made(
    reading: Reading, root: Path, config: MkDocsConfig, gallery: Gallery, days: Mapping[str, datetime.date]
) -> Site:
    if reading.library is None:
        return site.nothing(root / TEMPLATES, config.site_name)
    imprint = Imprint(config.site_url or "", days)
    return site.write_site(reading.library, root / TEMPLATES, config.site_name, gallery, imprint=imprint)


def _template_problem(error: Exception, root: Path) -> Problem:
    place = Place(TEMPLATES.as_posix())
    if isinstance(error, TemplateSyntaxError) and error.filename:
        place = Place(Path(error.filename).relative_to(root).as_posix(), error.lineno)
    return Problem(place, f"a template is wrong ({type(error).__name__}: {error}); mend it")


def _file(page: Page, root: Path, config: MkDocsConfig) -> File:
    in_menu = not page.uri.startswith(_NOT_IN_MENU) or page.uri.endswith("/index.md")
    inclusion = InclusionLevel.INCLUDED if in_menu else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, page.uri, content=page.text, inclusion=inclusion)
    if page.source:
        file.abs_src_path = str(root / page.source)  # Feeds date a page by its record.
        file.edit_uri = page.source
    return file


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _source(file: File, config: MkDocsConfig) -> str | None:
    """The file of the project that a page is made from; None where that is no single one."""
    written: str | None = file.edit_uri
    return written if file.generated_by else f"{_docs(config)}/{file.src_uri}"


def _docs(config: MkDocsConfig) -> str:
    return Path(os.path.relpath(config.docs_dir, _root(config))).as_posix()


def _edit_address(source: str | None, config: MkDocsConfig) -> str | None:
    """The page of the forge where a reader can mend a file."""
    forge, repository = config.extra.get("forge"), config.extra.get("repository")
    if not (source and forge and repository):
        return None
    return f"{forge}/{repository}/edit/main/{quote(source)}"


def _face(page: MkDocsPage, files: Files, config: MkDocsConfig) -> Face | None:
    """What the head says of a page; None where its address on the web is not known."""
    if not page.canonical_url:
        return None
    above = files.get_file_from_path(f"{posixpath.dirname(page.file.src_uri)}/index.md")
    parent = above.page if above and above != page.file else None
    return Face(
        page.file.src_uri,
        page.canonical_url,
        _title(page, config),
        unescape(page.meta.get("description") or config.site_description or ""),
        page.meta["changed_on"],
        Crumb(_title(parent, config), parent.canonical_url) if parent and parent.canonical_url else None,
    )


def _title(page: MkDocsPage, config: MkDocsConfig) -> str:
    """The title as plain text: in the front matter it is escaped."""
    return unescape(str(page.meta.get("title") or page.title or config.site_name))


def _host(config: MkDocsConfig) -> Host | None:
    if not config.site_url:
        return None
    return Host(config.site_name, config.site_url, config.site_description or "", config.theme["language"])
