"""Takes records out, and every mention of them."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from stretchguide.commands.command import Command
from stretchguide.commands.shared import ROOT, id_named, no_record, refuse
from stretchguide.format.cutting import without
from stretchguide.format.drafts import paths_of_ids
from stretchguide.format.fields import REMOVED
from stretchguide.format.limits import FEWEST_ITEMS
from stretchguide.format.problems import quoted
from stretchguide.format.records import Exercise
from stretchguide.format.routines import Routine
from stretchguide.format.source import read
from stretchguide.format.vocabulary_files import KINDS
from stretchguide.project import FOLDER, ROUTINES, VOCABULARY, known_ids


def _run(options: argparse.Namespace) -> int:
    """Take records out, with every mention in other records, routines and lists, and say what was cut."""
    known = known_ids(ROOT)["stretches"]
    named = {name: id_named(name, known) for name in (*options.ids, *filter(None, [options.now]))}
    if wrong := next((name for name, id in named.items() if id is None), None):
        return no_record(wrong, known)
    ids, now = [id for name in options.ids if (id := named[name])], named.get(options.now)
    if now in ids:
        return refuse(f"{quoted(now)} is to be removed; name a record that stays")
    try:
        changed = _changed(ROOT, ids, now, is_gone=options.gone)
    except (OSError, UnreadableFile) as error:
        return refuse(f"nothing is removed: {error}")
    after = (
        f"its address leads to {now}" if now else "its address says so" if options.gone else "its address is no more"
    )
    try:
        _write(ROOT, ids, changed, after)
    except OSError as error:
        return refuse(f"not all is done: {error}; python3 dev.py check says what is left")
    print("python3 dev.py check says what is still to do.")
    return 0


class UnreadableFile(Exception):
    """A file whose mentions nobody can find."""


def _changed(root: Path, ids: Collection[str], now: str | None, *, is_gone: bool) -> Mapping[Path, str | None]:
    """What the files say that name one of the records, when these are gone; None = the file goes as well."""
    changed = {path: text for path, kind in _files(root, ids) if (text := _cut(path, kind, ids)) is not None}
    if now:
        path = root / FOLDER / f"{now}.yml"
        changed[path] = with_earlier(changed.get(path) or path.read_text("utf-8"), list(_earlier(root, ids)))
    fallen = [path for path, text in changed.items() if _is_fallen(path, root, text)]
    if is_gone:
        path = root / VOCABULARY / f"{REMOVED}.yml"
        lines = [
            *_lines(root / FOLDER, ids, "stretch"),
            *_lines(root / ROUTINES, [each.stem for each in fallen], "routine"),
        ]
        changed[path] = with_lines(changed.get(path) or path.read_text("utf-8"), lines)
    return changed | dict.fromkeys(fallen)


def _write(root: Path, ids: Collection[str], changed: Mapping[Path, str | None], after: str) -> None:
    for id in ids:
        (root / FOLDER / f"{id}.yml").unlink()
        print(f"{FOLDER}/{id}.yml is removed; {after}")
    for path, text in changed.items():
        name = path.relative_to(root).as_posix()
        if text is None:
            path.unlink()
            print(f"{name} is removed: too few of its stretches are left")
        else:
            path.write_bytes(text.encode("utf-8"))
            print(f"{name} is changed")


def _is_fallen(path: Path, root: Path, text: str) -> bool:
    """Whether a routine has too few stretches left."""
    return path.parent == root / ROUTINES and len(read(path.name, text.encode()).data["items"]) < FEWEST_ITEMS


def _lines(folder: Path, ids: Iterable[str], kind: str) -> Iterator[str]:
    """What the list of all that is gone says of records that will be, and of the ids that they had before."""
    said = "" if kind == "stretch" else f", kind: {kind}"
    for id in ids:
        data = read(id, (folder / f"{id}.yml").read_bytes()).data
        name = data.get("title", id) if isinstance(data, dict) else id
        earlier = data.get("formerly", ()) if isinstance(data, dict) else ()
        yield from (f"- {{id: {each}, name: {json.dumps(name, ensure_ascii=False)}{said}}}" for each in (id, *earlier))


def with_lines(text: str, lines: Iterable[str]) -> str:
    """A list in YAML with more entries at its end.

    >>> with_lines("# gone\\n\\n[]\\n", ["- {id: a}"])
    '# gone\\n\\n- {id: a}\\n'
    """
    begun = re.sub(r"(?m)^\[\s*\]\s*\Z", "", text).rstrip("\n")
    gap = "\n" if begun.rpartition("\n")[2].startswith("-") else "\n\n"
    return begun + gap + "\n".join(lines) + "\n"


def _earlier(root: Path, ids: Iterable[str]) -> Iterator[str]:
    """The ids that will be gone, with those that their records had before."""
    for id in ids:
        data = read(id, (root / FOLDER / f"{id}.yml").read_bytes()).data
        yield from (id, *(data.get("formerly", ()) if isinstance(data, dict) else ()))


def _files(root: Path, ids: Collection[str]) -> Iterator[tuple[Path, Any]]:
    """The files that can name a stretch, each with its kind; without those that go."""
    yield from ((path, Exercise) for path in sorted((root / FOLDER).glob("*.yml")) if path.stem not in ids)
    yield from ((path, Routine) for path in sorted((root / ROUTINES).glob("*.yml")))
    yield from ((root / VOCABULARY / f"{topic}.yml", kind) for topic, kind in KINDS.items())


def _cut(path: Path, kind: Any, ids: Collection[str]) -> str | None:
    """The text of a file without the ids; None where it names none of them."""
    content = path.read_bytes()
    text = content.decode("utf-8-sig", "replace")
    if not any(id in text for id in ids):
        return None
    document = read(path.name, content)
    if document.data is None:
        raise UnreadableFile(f"{path.name} cannot be read; python3 dev.py check says why")
    cut = without(text, paths_of_ids(document, kind, "stretches", ids))
    cut = re.sub(rf"\[([^\[\]]*)\]\((?:{'|'.join(ids)})\)", r"\1", cut)
    return cut if cut != text else None


def with_earlier(text: str, ids: Collection[str]) -> str:
    """A record's text that says by which ids it was known as well.

    >>> with_earlier("title: A\\nareas: [b]\\n", ["c"])
    'title: A\\nformerly: [c]\\nareas: [b]\\n'
    """
    earlier = ", ".join(ids)
    if re.search(r"(?m)^formerly: *\[", text):
        return re.sub(
            r"(?m)^(formerly: *\[)(?=(.?))", lambda at: f"{at[1]}{earlier}{'' if at[2] == ']' else ', '}", text
        )
    return re.sub(r"(?m)^(title:.*)$", lambda title: f"{title[1]}\nformerly: [{earlier}]", text, count=1)


def _take(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", metavar="ID", nargs="+", help="which stretch, by its id (the name of its file)")
    after = parser.add_mutually_exclusive_group()
    after.add_argument("--now", metavar="ID", help="the stretch to which the earlier addresses lead from now on")
    after.add_argument("--gone", action="store_true", help="let the earlier addresses say that the stretch is gone")


COMMAND = Command("remove", _run, _take)
