"""A new record from the template."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import yaml

from stretchguide.format.fields import ID_PATTERN, id_fault
from stretchguide.format.limits import TITLE_CHARACTERS
from stretchguide.format.problems import quoted
from stretchguide.project import FOLDER

TEMPLATE = Path("docs", "contribute", "record-template.yml")
TITLE = "Name of the stretch"
"""What the template has for a title."""


class CannotBegin(Exception):
    """The record cannot be begun; the text says why and what to do."""


def begin(root: Path, title: str) -> Path:
    """Write a record of that title; return its path in the project. Raises CannotBegin, and changes nothing then."""
    title = " ".join(title.split())
    path = Path(FOLDER, f"{id_of(title)}.yml")
    text = (root / TEMPLATE).read_text("utf-8").replace(f"title: {TITLE}\n", f"title: {_yaml(title)}\n", 1)
    try:
        with (root / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        fact = f"{path.as_posix()} is there already"
        raise CannotBegin(f"{fact}; change that file, or choose another name") from error
    except OSError as error:
        raise CannotBegin(f"{path.as_posix()} cannot be written ({error.strerror})") from error
    return path


def id_of(title: str) -> str:
    """The id that a title makes: "Child's Pose, wide" is ``childs-pose-wide``. Raises CannotBegin."""
    if not title.isprintable() or len(title) > TITLE_CHARACTERS:
        raise CannotBegin(f"{quoted(title)} is no title; write {TITLE_CHARACTERS} characters or fewer on one line")
    plain = unicodedata.normalize("NFKD", title.casefold().replace("'", "").replace("’", ""))
    id = re.sub(r"[^a-z0-9]+", "-", "".join(each for each in plain if not unicodedata.combining(each))).strip("-")
    if not re.fullmatch(ID_PATTERN, id):
        raise CannotBegin(f"{quoted(title)} makes no id; begin with one of the letters a to z")
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
