"""Where a build writes: MkDocs is told of a folder beside the site, and what it has made there becomes the site."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

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

    def end(self) -> None:
        """Put the site in its place if it is whole. Raises PluginError where that cannot be."""
        is_beside = self.config.site_dir != self.site
        self.config.site_dir = self.site
        try:
            if is_beside and self.is_whole:
                self.folder.put_in_place()
            elif is_beside and Path(self.site).exists():
                _say(f"{_seen(self.site)} was left as it was")
        except OSError as error:
            raise PluginError(f"the site cannot be put in its place, {_seen(self.site)}: {error}") from error
        finally:
            self.folder.leave()


def _seen(path: str) -> str:
    """The folder as who calls from here would write it."""
    try:
        return f"{os.path.relpath(path)}{os.sep}"
    except ValueError:  # On another disk of Windows.
        return path


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
