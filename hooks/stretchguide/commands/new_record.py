"""A new record from the template."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import yaml

from stretchguide.format.fields import ID_PATTERN, id_fault
from stretchguide.format.limits import TITLE_CHARACTERS
from stretchguide.format.nearest import hint
from stretchguide.format.problems import quoted
from stretchguide.project import FOLDER, known_ids

TEMPLATE = Path("docs", "contribute", "record-template.yml")
TITLE = "Name of the stretch"
"""What the template has for a title."""


_CHOOSE = "choose one yourself: --id hip-switch"

# Apostrophes go; these letters have no plain letter inside them that Unicode could take out.
_LETTERS = str.maketrans(
    {"'": "", "’": "", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"}
)


class CannotBegin(Exception):
    """The record cannot be begun; the text says why and what to do."""


def begin(root: Path, title: str, id: str | None = None, like: str | None = None) -> Path:
    """Write a record of that title; return its path in the project. Raises CannotBegin, and changes nothing then.

    Without an ``id`` the title makes one. It begins as the template, or as a record that is ``like`` it.
    """
    title = _one_line(title)
    path = Path(FOLDER, f"{_fit(id) if id else id_of(title)}.yml")
    try:
        text = (root / TEMPLATE).read_text("utf-8").replace(f"title: {TITLE}\n", f"title: {_yaml(title)}\n", 1)
        text = _as_another(text, _record(root, like)) if like else text
        with (root / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        fact = f"{path.as_posix()} is there already"
        raise CannotBegin(f"{fact}; change that file, or choose another name") from error
    except OSError as error:
        raise CannotBegin(f"{path.as_posix()} cannot be written ({error.strerror})") from error
    return path


def _record(root: Path, id: str) -> str:
    """The text of a record. Raises CannotBegin where there is none of that id."""
    known = known_ids(root)["stretches"]
    if id not in known:
        raise CannotBegin(f"no record {quoted(id)}{hint(id, known) or '; name one by its id'}")
    return (root / FOLDER / f"{id}.yml").read_text("utf-8")


_NOT_TAKEN_OVER = {"also_known_as", "formerly", "distinct_from"}
"""Keys of a record that are true of it alone."""

_WRITTEN_ANEW = {"title", "tagline", "purpose", "intro", "review"}
"""Keys under which each record has words of its own: there the template says what to write."""


def _as_another(template: str, other: str) -> str:
    """The other record's text under the title of the template, and with its places for words of one's own.

    A key of the root begins a line, and what stands under it is set in.
    """
    begun = dict(_keys(template))
    taken = (
        begun.get(key, "") if key in _WRITTEN_ANEW else text for key, text in _keys(other) if key not in _NOT_TAKEN_OVER
    )
    return "".join(taken)


def _keys(text: str) -> Iterator[tuple[str, str]]:
    """The keys of the root with their text; what stands before the first has none."""
    for part in re.split(r"(?m)^(?=\w+:)", text):
        yield (part.partition(":")[0] if re.match(r"\w+:", part) else ""), part


def id_of(title: str) -> str:
    """The id that a title makes: "Child's Pose, wide" is ``childs-pose-wide``. Raises CannotBegin."""
    letters = unicodedata.normalize("NFKD", _one_line(title).casefold().translate(_LETTERS))
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    if any(each.isalpha() and not each.isascii() for each in plain):
        raise CannotBegin(f"{quoted(title)} makes no id, which has the letters a to z; {_CHOOSE}")
    id = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not re.fullmatch(ID_PATTERN, id):
        raise CannotBegin(f"{quoted(title)} makes no id, which begins with a letter; {_CHOOSE}")
    return _fit(id)


def _one_line(title: str) -> str:
    title = " ".join(title.split())
    if not title or not title.isprintable() or len(title) > TITLE_CHARACTERS:
        raise CannotBegin(f"{quoted(title)} is no title; write {TITLE_CHARACTERS} characters or fewer on one line")
    return title


def _fit(id: str) -> str:
    if not re.fullmatch(ID_PATTERN, id):
        raise CannotBegin(f"{quoted(id)} is no id; write lower-case letters, digits and single hyphens, a letter first")
    if fault := id_fault(id):
        raise CannotBegin(fault)
    return id


def _yaml(title: str) -> str:
    """The title as YAML: as it is where that reads back the same, in quotes elsewhere."""
    try:
        is_plain = yaml.safe_load(f"title: {title}") == {"title": title}
    except yaml.YAMLError:
        is_plain = False
    return title if is_plain else json.dumps(title, ensure_ascii=False)
