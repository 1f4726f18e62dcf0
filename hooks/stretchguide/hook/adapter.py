"""What MkDocs is told in a build: pages become its files, problems stop it or stand on its banner."""

from __future__ import annotations

import datetime
import logging
import os
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

import mkdocs
from jinja2 import Environment, TemplateError
from mkdocs.config.config_options import PathSpec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from stretchguide import project
from stretchguide.format.garbage import sweep_rarely
from stretchguide.format.memory import Memory
from stretchguide.format.problems import Problem
from stretchguide.gallery.gallery import CACHE, Gallery
from stretchguide.gallery.picture import NoBody
from stretchguide.gallery.store import Store
from stretchguide.history import changes
from stretchguide.history.contents import code_version
from stretchguide.hook import bodies, escaping, finished, own_pages, settings
from stretchguide.hook.being_built import BeingBuilt
from stretchguide.hook.bodies import Bodies
from stretchguide.hook.finished import Finished
from stretchguide.hook.inlining import InlineFigures
from stretchguide.hook.lean import leave_out_comments
from stretchguide.hook.page_files import (
    TEMPLATES,
    add_files,
    add_written,
    change_files,
    docs_of,
    fill,
    generated,
    root_of,
)
from stretchguide.hook.page_head import add_data, say_source
from stretchguide.hook.policy import Policy
from stretchguide.hook.preview import Built, Preview, address, every_page, look_often, renewed
from stretchguide.hook.progress import Progress
from stretchguide.hook.saved import SHEETS, Saved, sorted_out
from stretchguide.hook.search import write_index
from stretchguide.hook.staging import Staging
from stretchguide.hook.styles import announce_one, write_one
from stretchguide.hook.template_faults import template_problem
from stretchguide.hook.theme_files import leave_out_unread
from stretchguide.hook.titles import TitlesAsHeadings
from stretchguide.hook.watch import Watch
from stretchguide.pages import addresses, compiled, qr, site
from stretchguide.pages.addresses import SEARCH_INDEX
from stretchguide.pages.compiled import Compiled
from stretchguide.pages.handouts import Imprint
from stretchguide.pages.page import Site
from stretchguide.pages.qr import Codes
from stretchguide.pages.templates import made_of
from stretchguide.project import Reading, read_project, without_body

_AWESOME_NAV = "awesome-nav"
"""A plugin that makes the menu."""

_WRONG_TEMPLATE = "1 error in the templates"


class Adapter:
    """The state of one MkDocs process: the pages of this build and, while serving, those of the last good one."""

    def __init__(self) -> None:
        self.is_serving = self.is_dirty = False
        self.staging: Staging | None = None
        """Where this build writes; None where MkDocs writes to a folder of its own, or only what has changed."""
        self.site = Site()
        self.has_good_site = False
        self.printed: Sequence[Problem] = ()
        self.unsettled: Sequence[Problem] = ()
        """What is wrong with the settings that were saved last; those of before are in use until it is mended."""
        self.days: Mapping[str, datetime.date] = {}
        self.files = Files([])
        self.memory = Memory()
        self.gallery: Gallery | None = None
        self.inlining = InlineFigures({})
        self.bodies: Bodies | None = None
        self.compiled: Compiled | None = None
        self.finished: Finished | None = None
        self.codes: Codes | None = None
        self.version = ""
        """Of the code that makes pages, as this process has loaded it; empty = not asked for yet."""
        self.nav = Navigation([], [])
        self.watch = Watch()
        self.has_begun = False
        """Whether there has been a build in this process, or one is under way."""
        self.being_built: BeingBuilt | None = None
        """What answers in place of the preview; None before the first build, after it, and without a preview."""
        self.progress: Progress | None = None
        """Of the build of the whole site; None where there is none under way."""
        self.reading = Reading(None, (), 0, {})
        self.built: Built | None = None
        """The last whole build; None before the first, and after one that has failed."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.is_serving, self.is_dirty = command == "serve", dirty
        sweep_rarely()

    @event_priority(100)  # Before a plugin asks where the site is written.
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Tell MkDocs which pages no menu lists; what a publisher says of theirs comes after it, and so wins.

        The theme is told where its own templates lead to.
        """
        self._refuse(config)
        if not self.is_serving and not self.is_dirty:
            self.staging = Staging(config)
            announce_one(config)
        if self.is_serving and not self.has_begun:
            self.has_begun = True
            address, sheets = config.dev_addr, root_of(config) / TEMPLATES.parent / SHEETS
            self.being_built = BeingBuilt((address.host, address.port), config.site_name, sheets)
            print(f"Until the site is built, {config.site_url} says how far it is", file=sys.stderr, flush=True)
        config.extra["addresses"] = addresses.for_the_theme()
        ours = PathSpec().validate("\n".join(site.NOT_IN_MENU))
        config.not_in_nav = ours + config.not_in_nav if config.not_in_nav else ours
        config.site_url = escaping.web_only(config.site_url)
        config.extra["forge"] = escaping.web_only(config.extra.get("forge"))
        self.unsettled = ()
        return config

    @staticmethod
    def _refuse(config: MkDocsConfig) -> None:
        """Raise PluginError, one sentence, for settings with which no site can be made."""
        if refused := settings.refusal(config):
            raise PluginError(refused)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check everything before MkDocs writes anything.

        While serving nothing is raised: an error in a rebuild would make MkDocs hold back every answer. What a plugin
        has done to the settings is the exception: it has done so before the first build.
        """
        self._refuse(config)  # Again: the plugin for reading offline takes the slash from every address.
        if not self.is_serving:  # The days are for search engines and paper; asking git at each save would cost time.
            self.days = changes.days_of_change(root_of(config), project.FOLDER, docs_of(config))
        if self.is_serving:
            self.watch.note([config.docs_dir, config.config_file_path, *config.watch])
        self.built = None
        if not self.compiled and (store := self._store(root_of(config), compiled.CACHE)):
            self.compiled = Compiled(store)
        self.codes = Codes(store) if (store := self._store(root_of(config), qr.CACHE)) else None
        self.reading = self.read_records(root_of(config))
        self._say_progress("The pages are being written.")
        self.make(config, Site.write if self.is_serving else lambda site: site)
        errors = sum(problem.level == "error" for problem in self.printed)
        if errors and not self.is_serving:
            raise PluginError(f"{errors} error{'s' * (errors != 1)} in the records")

    def read_records(self, root: Path) -> Reading:
        """Read and check everything."""
        self.gallery = self.gallery or Gallery(root / CACHE, self._say_progress)
        # While serving, the memory knows better what hangs on what.
        kept = None if self.is_serving else self._store(root, project.VERDICTS)
        return read_project(root, gallery=self.gallery, memory=self.memory, kept=kept)

    def make(self, config: MkDocsConfig, finish: Callable[[Site], Site]) -> None:
        """Make the pages of what was read or keep the last good ones, and tell what is wrong."""
        problems = list(self.reading.problems)
        if self.reading.is_good or (self.is_serving and not self.has_good_site):
            try:
                self.site = finish(self.made(self.reading, root_of(config), config))
                self.has_good_site = self.reading.is_good
            except NoBody as error:
                problems = [*dict.fromkeys([*problems, without_body(error)])]
            except Exception as error:  # A template can raise anything, and while serving nothing may get out.
                problems.append(template_problem(error, root_of(config)))
        self.tell(problems, config)

    def made(self, reading: Reading, root: Path, config: MkDocsConfig) -> Site:
        if reading.library is None:
            return site.nothing(root / TEMPLATES, config.site_name)
        assert self.gallery is not None
        return site.write_site(
            reading.library,
            root / TEMPLATES,
            config.site_name,
            self.gallery,
            imprint=Imprint(config.site_url or "", self.days, self.codes.svg if self.codes else qr.svg),
            memory=self.memory,
            compiled=self.compiled,
            theirs=own_pages.addresses_in(Path(config.docs_dir)),
        )

    def tell(self, problems: Sequence[Problem], config: MkDocsConfig) -> None:
        """Print what is wrong; while serving, errors stand on every page as well."""
        problems = [*problems, *self.unsettled]
        for problem in problems:
            if problem not in self.printed:  # While serving, what stood there before the last change is no news.
                print(problem, file=sys.stderr, flush=True)
        self.printed = problems
        is_shown = self.is_serving and any(problem.level == "error" for problem in problems)
        config.extra["problems"] = [str(problem) for problem in problems] if is_shown else []
        config.extra["unseen"] = self.watch.fault

    @event_priority(100)  # Before every plugin, so that feeds and redirects see the pages.
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages. A page that a publisher wrote by hand at the same address stays."""
        self.files = files
        self._say_faults(own_pages.illegible(files, config), files)
        self._say_faults(own_pages.doubles(self.site.pages, files), files)
        leave_out_unread(files, config)
        if not self.is_serving:
            leave_out_comments(files, config)
        if self.is_serving:
            add_written(self.site, files, config)
        else:
            add_files(self.site, files, config, partial(self._written, config))
        if _AWESOME_NAV in config.plugins:  # Its files say what the menu lists, and nothing is missing from it.
            config.validation.nav.omitted_files = logging.INFO
        elif not config.nav:
            self._say_faults(own_pages.misplaced(self.site.navigation, files, config), files)
            config.nav = own_pages.with_own(self.site.navigation, files, config)
        self.inlining = InlineFigures(self.site.figures)
        extensions: list[object] = config.markdown_extensions  # type: ignore[assignment]  # MkDocs hands on objects too.
        extensions += [self.inlining, TitlesAsHeadings()]
        self.bodies = Bodies(config, self.site.figures, self._store(root_of(config), bodies.CACHE))
        return files

    def _say_faults(self, faults: Mapping[File, str], files: Files | None = None) -> None:
        """Say what is wrong with pages of the publisher and leave them out; raises PluginError in a build."""
        if faults and not self.is_serving:
            raise PluginError("; ".join(faults.values()))
        for file, fault in faults.items():
            print(fault, file=sys.stderr, flush=True)
            if files:
                files.remove(file)

    def _written(self, config: MkDocsConfig, write: Callable[[], str]) -> str:
        """The text of a page or of a file beside it. Raises PluginError where its template is wrong."""
        try:
            return write()
        except Exception as error:  # A template can raise anything.
            self.tell([*self.printed, template_problem(error, root_of(config))], config)
            raise PluginError(_WRONG_TEMPLATE) from error

    def _store(self, root: Path, cache: Path) -> Store | None:
        """What this code has made before; None in a workflow, where nothing kept is trusted."""
        if os.environ.get("CI"):
            return None
        self.version = self.version or code_version(root, Path(mkdocs.__file__).parents[1])
        return Store(root / cache, self.version)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.nav = nav
        if self.bodies:
            self.bodies.adopt(files)
        self.progress = Progress(len(files.documentation_pages()), self._say_progress)
        return nav

    def _say_progress(self, said: str) -> None:
        if self.being_built:
            self.being_built.said = said

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        escaping.escape_everything(env)
        env.globals["policy"] = Policy(config.extra.get("hosts") or (), is_served=self.is_serving)
        env.bytecode_cache = self.compiled
        # In the preview, templates change while it runs.
        store = None if self.is_serving else self._store(root_of(config), finished.CACHE)
        self.finished = Finished(config, self.nav, store)
        self.finished.watch(env)
        self._say_faults(templateless := own_pages.without_template(files, config, env))
        for page in (file.page for file in templateless if file.page):
            del page.meta["template"]
        self.built = Built(config, files, self.nav, env)
        return env

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Say where a page comes from, and keep a search plugin of a publisher's from parsing what the records say."""
        if page.file.generated_by:
            page.meta["search"] = {"exclude": True}
        if self.progress:
            self.progress.step("read")
        say_source(page, self.days, config)
        return markdown

    @event_priority(-100)  # After every plugin that changes the HTML: what it changed is no longer marked as such.
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        escaping.mark_html(page)
        if self.progress:
            self.progress.step("made")
        add_data(page, self.files, self.site.library, config)
        return context

    @event_priority(100)  # Before a plugin looks at what was written.
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self._end_progress()
        write_index(self.site, self.files, config)
        if self.bodies:
            self.bodies.forget_unused()
        if self.finished:
            self.finished.forget_unused()
        if self.codes:
            self.codes.forget_unused()
        if self.staging:
            write_one(Path(config.site_dir), config.extra["in_stylesheet"])
            self.staging.is_whole = True

    def on_build_error(self, *, error: Exception) -> None:
        """In a strict build a warning is an error, which MkDocs raises when all is written.

        Raises PluginError, which is one line, for a template that is wrong, and for what is wrong with the disk: full,
        or not to be written.
        """
        self._end_progress()
        if self.staging:
            self.staging.is_whole = False
        if isinstance(error, OSError):
            fact = f"{error.filename or 'a file'} cannot be written or read ({error.strerror or error})"
            raise PluginError(f"{fact}; mend that, and build again") from error
        if isinstance(error, TemplateError) and self.built:
            self.tell_of(error, self.built)
            raise PluginError(_WRONG_TEMPLATE) from error

    def _end_progress(self) -> None:
        if self.progress:
            self.progress.end()
        self.progress = None

    def on_shutdown(self) -> None:
        if self.staging:
            self.staging.end([str(problem) for problem in self.printed])

    # -- the live preview -------------------------------------------------------------------------------------------

    @event_priority(100)  # Before other plugins watch files of theirs.
    def _look_often(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        if self.being_built:
            self.being_built.end()
        self.being_built = None
        look_often(server, self.watch, config)
        return server

    @event_priority(-100)  # After them: they may name MkDocs' builder, which is replaced here.
    def _preview(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        Preview(server, self, self.watch)
        return server

    on_serve = CombinedEvent(_look_often, _preview)

    def follow(self, paths: Collection[str], built: Built) -> Collection[str] | None:
        """Take in what was saved; return the files of the site that are others now. None = whatever there is."""
        saved = sorted_out(paths, built.files, built.config)
        if saved.other:
            return None
        told = _told(built.config)
        if saved.theme:
            built.env.cache.clear()  # type: ignore[union-attr]  # MkDocs' environment keeps its templates.
        if not self._made_again(saved, built) or not all(renewed(file, built) for file in saved.written):
            return None
        for file in saved.copied:
            file.copy_file()
        everywhere = saved.theme or saved.records or told != _told(built.config)
        return {*(self._stale(saved, built)), *(every_page(built) if everywhere else ())}

    def _made_again(self, saved: Saved, built: Built) -> bool:
        """Make the site of what was saved. False where the menu is another one, which stands on every page."""
        before, root = self.site, root_of(built.config)
        if saved.records:
            self.reading = self.read_records(root)
        if saved.records or saved.templates or saved.whole_files:
            tried = made_of(root / TEMPLATES, saved.templates) if saved.templates else ()
            self.make(built.config, lambda made: made.try_out(tried) if tried else made)
        self.inlining.pictures = self.site.figures
        change_files(before, self.site, built.files, built.config)
        if self.bodies:
            self.bodies.show(self.site.figures)
            self.bodies.adopt(built.files)
        return self.site.navigation == before.navigation

    def _stale(self, saved: Saved, built: Built) -> Iterator[str]:
        """What is made of what was saved, besides all pages where they all are."""
        templates = made_of(root_of(built.config) / TEMPLATES, saved.templates) if saved.templates else frozenset()
        yield from (address(page.uri, built) for page in self.site.pages if page.template in templates)
        if saved.records:
            yield from self.site.files
        if saved.written:
            yield SEARCH_INDEX
        if any(name.endswith(".html") for name in templates):
            yield from self.site.sheets
        if saved.whole_files:
            yield from (*self.site.moved, *self.site.contact_sheet)
        if saved.theme:
            yield from built.config.theme.static_templates

    def renew(self, file: File, built: Built) -> bool:
        """Give a page's file its text of today. False where that is not possible, so that the last one stays."""
        page = next((page for page in self.site.pages if page.uri == file.src_uri), None)
        if page and file.generated_by:
            try:
                fill(file, page, root_of(built.config))
            except Exception as error:  # As when the whole site is made.
                self.tell_of(error, built)
                return False
        return True

    def write(self, uri: str, built: Built) -> None:
        """Write one of the files that are no pages of Markdown."""
        if uri == SEARCH_INDEX:
            write_index(self.site, built.files, built.config)
        elif file := generated(uri, built.files):
            file.content_string = self.site.files[uri]
            file.copy_file()

    def tell_of(self, error: Exception, built: Built) -> None:
        """Tell what is wrong with a template; a template can raise anything, and nothing of it may get out."""
        problem = template_problem(error, root_of(built.config))
        if problem not in self.printed:
            self.tell([*self._told_of_content(), problem], built.config)

    def tell_of_settings(self, error: Exception, built: Built) -> None:
        """Tell what is wrong with the settings."""
        told = self._told_of_content()
        self.unsettled = [settings.problem_of(error, Path(built.config.config_file_path))]
        self.tell(told, built.config)

    def _told_of_content(self) -> list[Problem]:
        return [problem for problem in self.printed if problem not in self.unsettled]


def _told(config: MkDocsConfig) -> tuple[object, object]:
    """What stands on top of every page."""
    return config.extra.get("problems"), config.extra.get("unseen")
