"""A file's data to a model: each fault gets one line, and the rest can still be judged."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from properties import tried
from records import SAMPLE, founding_text
from stretchguide.format.drafts import Draft, draft
from stretchguide.format.fields import Known
from stretchguide.format.limits import FEWEST_ITEMS
from stretchguide.format.records import Exercise
from stretchguide.format.routines import Routine
from stretchguide.format.source import read
from stretchguide.format.vocabulary_files import KINDS
from stretchguide.project import known_ids

KNOWN: Known = known_ids(SAMPLE)
VALUES: st.SearchStrategy[Any] = st.sampled_from(
    [None, 0, -1, 2.5, True, "", "x", [], {}, [None], {"a": 1}, ["x"], [[]], [{}], "right soleus"]
)


def exercise(text: str) -> Draft[Exercise]:
    return draft(read("x.yml", text.encode("utf-8")), Exercise, KNOWN)


def lines(text: str) -> list[str]:
    return [str(problem) for problem in exercise(text).problems]


def test_a_good_record_has_no_gaps() -> None:
    found = exercise(founding_text())
    assert found.model
    assert (found.gaps, found.problems) == (frozenset(), ())
    assert found.model.variants[1].dose.sets is not None


@pytest.mark.parametrize("text", ["[a, b]", "5", "text", "- title: a", "true"])
def test_a_file_that_is_no_mapping(text: str) -> None:
    assert lines(text) == ["x.yml:1:1: error: the file must be a mapping; write lines like 'key: value'"]


def test_an_unreadable_file_has_no_draft() -> None:
    found = exercise("a: [")
    assert found.model is None
    assert len(found.problems) == 1


def test_everything_that_is_missing_is_named_at_once() -> None:
    found = lines("title: A")
    names = ("tagline", "purpose", "intro", "areas", "muscles", "type", "benefits", "variants", "review")
    assert found == [f"x.yml:1:1: error: '{name}' is missing; add it" for name in names]


def test_a_fault_leaves_the_rest_readable() -> None:
    found = exercise(founding_text().replace("title: Upper Back Trunk Rotation", "title: [1]"))
    assert found.model
    assert found.model.tagline == "Unlock stiffness & boost spinal flexibility"
    assert found.gaps == {("title",)}


def test_a_text_that_is_too_long_is_cut_in_the_draft_only() -> None:
    found = exercise(founding_text().replace("title: Upper Back", "title: " + "a" * 80))
    assert found.model
    assert len(found.model.title) == 60
    assert len(found.problems) == 1


def test_a_refused_value_is_reported_once() -> None:
    found = exercise(founding_text().replace("type: static", "type: *a"))
    assert [problem.message for problem in found.problems] == ["alias '*a' is not allowed; write the value out"]
    assert ("type",) in found.gaps


def test_words_in_the_order_of_the_file() -> None:
    words = exercise(founding_text()).words
    assert [each.name for each in words][:5] == ["title", "tagline", "purpose", "also_known_as", "also_known_as"]
    assert {each.kind for each in words} == {"plain", "prose", "emoji"}
    assert "seated" not in [each.text for each in words], "an id is not read by people"


def test_a_list_that_is_none_makes_no_items_up() -> None:
    text = (SAMPLE / "exercises/_routines/desk-break.yml").read_text("utf-8")
    text = text[: text.index("items:")] + "items: 5\n"
    found = draft(read("x.yml", text.encode()), Routine, KNOWN)
    assert [problem.message for problem in found.problems] == [
        "items must be a list; write [a, b], or lines that begin with '- '"
    ]
    assert found.gaps == {("items",)}


@pytest.mark.parametrize(
    ("topic", "text", "message"),
    [
        ("search-words", "alike: [[calf, calves], [ten]]\n", "an entry of alike needs 2 or more; add one"),
        ("areas", "[]\n", "the file needs 1 or more; add one"),
    ],
)
def test_a_list_that_is_too_short_is_told_whether_or_not_something_stands_in_it(
    topic: str, text: str, message: str
) -> None:
    found = draft(read("x.yml", text.encode()), KINDS[topic], KNOWN)
    assert [problem.message for problem in found.problems] == [message]


def test_a_routine_of_too_few_stretches_is_told() -> None:
    text = (SAMPLE / "exercises/_routines/desk-break.yml").read_text("utf-8")
    found = draft(
        read("x.yml", f"{text[: text.index('items:')]}items: [{{stretch: cat-cow}}]\n".encode()), Routine, KNOWN
    )
    assert [problem.message for problem in found.problems] == [f"items needs {FEWEST_ITEMS} or more; add one"]


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(deeper for key, item in items for deeper in paths(item, (*path, key)))]


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(copy[path[0]], path[1:], new)
    return copy


def spoilt(data: Any, draw: st.DataObject) -> Any:
    for _ in range(draw.draw(st.integers(1, 3))):
        data = replaced(data, draw.draw(st.sampled_from(paths(data))), draw.draw(VALUES))
    return data


FOUNDING_DATA = yaml.safe_load(founding_text())
ROUTINE_DATA = yaml.safe_load((SAMPLE / "exercises/_routines/desk-break.yml").read_text("utf-8"))
TOPICS = {
    topic: yaml.safe_load((SAMPLE / f"exercises/_vocabulary/{topic}.yml").read_text("utf-8")) for topic in sorted(KINDS)
}


def is_one_draft(data: Any, kind: Any) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=1, default=str)  # YAML too, and written in no time
    found = draft(read("x.yml", text.encode("utf-8")), kind, KNOWN)
    assert found.problems or found.model is not None
    assert len(set(found.problems)) == len(found.problems), "no fault twice"


@tried(150)
@given(st.data())
def test_any_values_in_a_record(draw: st.DataObject) -> None:
    is_one_draft(spoilt(FOUNDING_DATA, draw), Exercise)


@tried(60)
@given(st.data())
def test_any_values_in_a_routine(draw: st.DataObject) -> None:
    is_one_draft(spoilt(ROUTINE_DATA, draw), Routine)


@tried(100)
@given(st.sampled_from(sorted(KINDS)), st.data())
def test_any_values_in_a_vocabulary(topic: str, draw: st.DataObject) -> None:
    data = TOPICS[topic]
    is_one_draft(spoilt(data[:3] if isinstance(data, list) else data, draw), KINDS[topic])
