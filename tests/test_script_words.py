"""The words of the scripts, and the types by which a wrong one is found."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

import script_types
from records import ROOT
from stretchguide.pages import script_words


def test_the_words_are_modules_that_hold_them_all() -> None:
    for words in script_words.FILES.values():
        head, _, data = script_words.module(words).partition("export default ")
        assert head == ""
        assert json.loads(data.rstrip(";\n")) == words


def test_every_word_is_said_by_a_script() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / script_types.SCRIPTS).rglob("*.js"))
    said = set(re.findall(r"[\"`]([\w.]+)", code))
    families = tuple(word for word in said if word.endswith("."))  # `search.kind.${kind}`
    words = {key for words in script_words.FILES.values() for key in words}
    assert [key for key in words if key not in said and not key.startswith(families)] == []


def test_a_word_that_is_not_there_is_a_fault_with_its_place(tmp_path: Path) -> None:
    shutil.copy(ROOT / "jsconfig.json", tmp_path)
    folder = tmp_path / script_types.SCRIPTS
    folder.mkdir(parents=True)
    shutil.copy(ROOT / script_types.SCRIPTS / "words.js", folder)
    (folder / "wrong.js").write_text('import {say} from "./words.js";\ndocument.title = say("no such word");\n')
    try:
        (fault,) = script_types.faults(tmp_path)
    except script_types.NoTypeScript as error:
        pytest.skip(str(error))
    assert fault.startswith("docs/javascripts/wrong.js(2,22): error TS2345: ")
