"""Where a build writes: MkDocs is told of a folder beside the site, and what it has made there becomes the site."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from stretchguide.history import last_build
from stretchguide.hook.page_files import root_of
from stretchguide.hook.site_folder import SiteFolder, SiteTaken


class Staging:
    """One build, from its first event to the last."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Let MkDocs write beside the site. Raises PluginError while another build is at it."""
        self.config, self.folder = config, SiteFolder(Path(config.site_dir))
        self.is_whole = False
        """Whether MkDocs has come to its end, and nothing was wrong."""
        self.site = config.site_dir
        try:
            self.folder.begin()
            config.site_dir = str(self.folder.new)
        except SiteTaken as error:
            remedy = "wait until it has ended, or name another folder with -d"
            raise PluginError(f"another build writes to {_seen(self.site)} just now; {remedy}") from error
        except OSError as error:
            self.folder.leave()
            fact = f"nothing can be kept beside {_seen(self.site)} ({error.strerror or error})"
            _say(f"{fact}, so the site is made in its place; a build that is broken off leaves half of it")

    def end(self, said: Sequence[str]) -> None:
        """Put the site in its place if it is whole. Raises PluginError where that cannot be.

        ``said`` is what the build told of the records: a line each.
        """
        is_beside = self.config.site_dir != self.site
        self.config.site_dir = self.site
        try:
            if is_beside and self.is_whole:
                self.folder.put_in_place()
                self._remember(said)
            elif is_beside and Path(self.site).exists():
                _say(f"{_seen(self.site)} was left as it was")
        except OSError as error:
            raise PluginError(f"the site cannot be put in its place, {_seen(self.site)}: {_cause(error)}") from error
        finally:
            self.folder.leave()

    def _remember(self, said: Sequence[str]) -> None:
        """Remember the build, if who began it knows what it is made of, and nothing of that lies elsewhere."""
        inputs, root = os.environ.get(last_build.INPUTS), root_of(self.config)
        if inputs and all(path.resolve().is_relative_to(root.resolve()) for path in _sources(self.config)):
            last_build.remember(root, inputs, self.folder.site, said)


def _sources(config: MkDocsConfig) -> Iterator[Path]:
    """What the settings name of the publisher's own: files and folders that a build reads."""
    settings = Path(config.config_file_path)
    yield from (settings.parent / path for path in re.findall(r"^INHERIT:\s*(\S+)", settings.read_text("utf-8"), re.M))
    yield from map(Path, filter(None, (config.docs_dir, config.theme.custom_dir, *config.watch)))
    hooks: Mapping[str, ModuleType] = config.hooks  # type: ignore[assignment]  # MkDocs keeps them by their names.
    yield from (Path(str(hook.__file__)) for hook in hooks.values())


def _cause(error: OSError) -> str:
    """What went wrong, or the first of it where many files could not be copied."""
    many = error.args[0] if isinstance(error, shutil.Error) and error.args else ()
    return str(many[0][-1]) if many and isinstance(many, list) else str(error)


def _seen(path: str) -> str:
    """The folder as who calls from here would write it."""
    try:
        return f"{os.path.relpath(path)}{os.sep}"
    except ValueError:  # On another disk of Windows.
        return path


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
