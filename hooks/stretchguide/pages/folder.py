"""The pages as a folder of plain Markdown that MkDocs, or another generator, builds without our hook."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import yaml

from stretchguide.pages import addresses
from stretchguide.pages.page import Navigation, Site
from stretchguide.pages.site import NOT_IN_MENU

MARK = "# Written by stretchguide from the records, and written anew each time.\n"
"""The first line of the configuration: a folder whose configuration lacks it is somebody else's."""

_OURS = ("hooks", "watch", "INHERIT", "nav", "not_in_nav", "extra")


class FolderTaken(Exception):
    """The folder holds somebody else's site."""


def write_folder(folder: Path, root: Path, site: Site) -> None:
    """Write ``folder/docs/**`` and ``folder/mkdocs.yml``. Raises FolderTaken rather than overwrite another site."""
    config, docs = folder / "mkdocs.yml", folder / "docs"
    is_ours = config.is_file() and config.read_text("utf-8").startswith(MARK)
    if not is_ours and (config.exists() or docs.exists()):
        raise FolderTaken(f"{folder} holds another site; name an empty folder")
    if is_ours and docs.exists():
        shutil.rmtree(docs)  # Pages of records that are gone must go too.
    shutil.copytree(root / "docs", docs)
    for uri, text in (*((page.uri, page.text) for page in site.pages), *site.files.items()):
        path = docs / uri
        if not path.exists():  # As in the hook, a page written by hand at the same address stays.
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
    config.write_text(configuration(folder, root, site.navigation), "utf-8", newline="\n")


def configuration(folder: Path, root: Path, navigation: Navigation) -> str:
    """Our own mkdocs.yml for a build without the hook: it inherits the same base, and says what the hook would."""
    node = _mapping((root / "mkdocs.yml").read_text("utf-8"))
    kept = [(key, value) for key, value in node.value if key.value not in _OURS]
    theirs = [value.value for key, value in node.value if key.value == "not_in_nav"]
    extra = _mapping(_dumped({"addresses": addresses.for_the_theme()}))
    extra.value += [each for key, value in node.value if key.value == "extra" for each in value.value]
    for key, value in kept:
        if key.value == "theme":
            _set(value, "custom_dir", _from(folder, root / "overrides"))
    left_out = "\n".join([*NOT_IN_MENU, *theirs])
    base = _from(folder, root / "mkdocs.base.yml")
    added = _mapping(_dumped({"INHERIT": base, "nav": navigation, "not_in_nav": left_out}))
    node.value = [*added.value, *kept, (yaml.ScalarNode("tag:yaml.org,2002:str", "extra"), extra)]
    return MARK + yaml.serialize(node, allow_unicode=True)


def _mapping(text: str) -> yaml.MappingNode:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    assert isinstance(node, yaml.MappingNode)
    return node


def _dumped(data: object) -> str:
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True)


def _set(node: yaml.MappingNode, key: str, value: str) -> None:
    for each, scalar in node.value:
        if each.value == key:
            scalar.value = value


def _from(folder: Path, path: Path) -> str:
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
