"""The records keep every rule, and what is generated from them for editors is that of today."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

import yaml_for_editors
from link_check import is_of_the_first_site
from offers import offers
from records import ROOT, counting, real_library, real_reading
from stretchguide.format.source import read
from stretchguide.project import known_ids
from stretchguide.reference import schema

EXERCISES = ROOT / "exercises"
RECORDS = sorted(EXERCISES.rglob("*.yml"))
MEANING_WORDS = 20
"""At most, of a term in the glossary."""


def name(path: Path) -> str:
    return path.relative_to(EXERCISES).with_suffix("").as_posix()


# Rules


def test_the_records_break_no_rule() -> None:
    assert counting(real_reading().problems) == []


def test_every_file_is_read() -> None:
    assert len(real_library().guides) == len(list(EXERCISES.glob("*.yml")))
    assert real_reading().files == len(RECORDS)


@pytest.mark.parametrize("path", RECORDS, ids=name)
def test_a_file_is_clean(path: Path) -> None:
    assert read("x.yml", path.read_bytes()).problems == ()


def test_no_record_names_an_address_of_this_site() -> None:
    """In a fork it would lead back to here."""
    assert [name(path) for path in RECORDS if is_of_the_first_site(path.read_text("utf-8"))] == []


# For editors


@pytest.mark.parametrize("path", list(schema.schemas(known_ids(ROOT))))
def test_a_schema_is_not_stale(path: str) -> None:
    made = schema.schemas(known_ids(ROOT))[path]
    hint = "the format or a vocabulary changed: run python3 dev.py schema"
    assert not schema.is_stale((ROOT / path).read_text("utf-8"), made), hint


@pytest.mark.parametrize("path", [path for path in RECORDS if path.parent.name != "_vocabulary"], ids=name)
def test_the_schema_accepts_every_record(path: Path) -> None:
    kind = "routine" if path.parent.name == "_routines" else "exercise"
    made = Draft202012Validator(json.loads((ROOT / "schema" / f"{kind}.schema.json").read_text("utf-8")))
    assert [error.message for error in made.iter_errors(yaml_for_editors.read(path))] == []


# The floor


def test_nothing_is_offered_exactly_where_a_record_says_so() -> None:
    library = real_library()
    for guide in library.guides.values():
        assert (library.without_floor(guide) is None) == guide.record.no_floor_free, guide.id


def test_what_is_offered_needs_no_floor() -> None:
    found = [real_library().without_floor(guide) for guide in real_library().guides.values()]
    assert not any(each.variant.needs_floor for each in found if each)


# Words


def test_every_muscle_says_what_it_does() -> None:
    for muscle in real_library().vocabulary.muscles.values():
        assert muscle.does.endswith("."), muscle.id
        assert muscle.does.split()[0] in ("It", "They", "One", "Both", "Together", "The"), muscle.id


def test_a_form_belongs_to_one_term() -> None:
    glossary = real_library().vocabulary.glossary
    forms = Counter(form.lower() for term in glossary.values() for form in (term.term, *term.also))
    assert [form for form, count in forms.items() if count > 1] == []


def test_plain_words_hold_no_jargon() -> None:
    known = real_library().vocabulary
    assert [term.id for term in known.glossary.values() if list(known.jargon.found_in(term.plain))] == []


def test_a_meaning_is_one_short_sentence() -> None:
    for term in real_library().vocabulary.glossary.values():
        assert term.meaning.endswith(".")
        assert ". " not in term.meaning
        assert len(term.meaning.split()) <= MEANING_WORDS, term.id


def test_who_is_hurt_reads_first_what_is_urgent() -> None:
    """In the form by which readers report it, the signs are those of the vocabulary, word for word."""
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "this-hurt-me.yml").read_text("utf-8"))
    assert form["body"][0]["type"] == "markdown"
    text = form["body"][0]["attributes"]["value"]
    assert text.startswith("## Stop the stretch")
    flags = real_library().vocabulary.red_flags.values()
    wanted = [flag.text for flag in flags if flag.action in ("emergency", "urgent")]
    assert [line.removeprefix("- ") for line in text.splitlines() if line.startswith("- ")] == wanted
    assert text.index("emergency services, or go") < text.index(wanted[0]) < text.index("the same day")


# Swaps


def test_every_swap_suits_whoever_has_the_caution() -> None:
    assert [str(offer) for offer in offers(real_library()) if not offer.suits] == []
