"""The pages of reference for contributors say all that the format, the rules and the pose language hold."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect
from pydantic import BaseModel

from records import DATA, ROOT, sample_library
from stretchguide.figure.words.bases import BASES
from stretchguide.figure.words.forms import Form
from stretchguide.figure.words.limits import Limits
from stretchguide.figure.words.reference import REFERENCE
from stretchguide.figure.words.things import THINGS
from stretchguide.format.records import Exercise
from stretchguide.format.routines import Routine
from stretchguide.format.vocabulary import Vocabulary
from stretchguide.gallery.gallery import CACHE, Gallery
from stretchguide.gallery.word_figures import word_figures
from stretchguide.pages.contribute import alike, number, title_of, words_of
from stretchguide.reference.format_reference import Field, blocks, topics
from stretchguide.rules.catalogue import RULES


def vocabulary() -> Vocabulary:
    return sample_library().vocabulary


# The record format


def models(kind: Any) -> Iterator[type[BaseModel]]:
    """A model with every model in it, as the annotations of its fields say."""
    if isinstance(kind, type) and not isinstance(kind, types.GenericAlias) and issubclass(kind, BaseModel):
        yield kind
        for field in kind.model_fields.values():
            yield from models(field.annotation)
    for part in typing.get_args(kind):
        yield from models(part)


@pytest.mark.parametrize("kind", [Exercise, Routine])
def test_every_key_of_every_block_is_there(kind: Any) -> None:
    written = {block.model or kind.__name__: block for block in blocks(kind)}
    found = {model.__name__: model for model in models(kind)}
    assert set(written) == set(found)
    for name, model in found.items():
        fields = written[name].fields
        assert [field.key for field in fields] == list(model.model_fields)
        assert [field.key for field in fields if field.is_needed] == [
            key for key, each in model.model_fields.items() if each.is_required()
        ]
        assert all(field.about for field in fields), name
        assert written[name].about


def field(path: str) -> Field:
    model, _, key = path.partition(".")
    [block] = [block for block in blocks(Exercise) if block.model == model]
    return next(field for field in block.fields if field.key == key)


@pytest.mark.parametrize(
    ("path", "kind", "topic", "block"),
    [
        (".title", "text, 60 characters at most", "", ""),
        (".formerly", "list of ids of your own", "", ""),
        (".areas", "list (1 or more) of ids", "areas", ""),
        (".safety", "list (4 at most) of texts with emphasis and links", "", ""),
        (".variants", "list (1 to 6) of blocks", "", "Variant"),
        (".no_floor_free", "`true` or `false`", "", ""),
        (".links", "block", "", "Links"),
        ("Variant.side", "`none` or id", "sides", ""),
        ("Variant.dose", "block", "", "Dose"),
        ("Dose.hold", "written like `30 s`", "", ""),
        ("Step.phase", "`setup`, `move`, `hold` or `return`", "", ""),
        ("Step.pose", "mapping", "", ""),
        ("Feel.muscles", "list (1 or more) of ids alone, or after `right` or `left`", "muscles", ""),
        ("Review.reviewed_on", "day, written like `2026-11-22`", "", ""),
    ],
)
def test_what_a_key_holds(path: str, kind: str, topic: str, block: str) -> None:
    found = field(path)
    assert (found.kind, found.topic, found.block) == (kind, topic, block)


def test_a_block_says_everywhere_that_it_stands() -> None:
    paths = {block.model: block.paths for block in blocks(Exercise)}
    assert paths["Change"] == ("variants[].easier[]", "variants[].deeper[]")
    assert paths["Step"] == ("variants[].steps[]",)
    assert paths[""] == ()


def test_every_vocabulary_with_ids_is_there_and_says_something_of_each() -> None:
    found = {topic.name: topic for topic in topics(vocabulary())}
    assert {each.topic for block in blocks(Exercise) for each in block.fields} - {"", "stretches"} <= set(found)
    assert [entry.id for entry in found["sides"].entries] == ["felt", "direction", "limb", "alternating"]
    for topic in found.values():
        assert [entry.id for entry in topic.entries if not any(words_of(entry))] == [], topic.name


# Rules


def test_the_rules_stand_in_the_order_of_their_numbers() -> None:
    numbers = [rule.number for rule in RULES]
    assert numbers == sorted(set(numbers))


def test_a_rule_is_of_the_level_that_is_told() -> None:
    levels = {rule.number: rule.levels for rule in RULES}
    for file in sorted((DATA / "rules").glob("*.yml")):
        told = {str(level) for level in levels[int(file.stem.split("-")[0])]}
        cases = yaml.safe_load(file.read_text("utf-8"))
        found = {case.get("level", "error") for case in cases if "problem" in case}
        # A value that is not of its kind is an error of rule 1, whichever rule's case it stands with.
        assert found - {"error"} <= told <= found, file.stem


# Words of poses


def test_every_base_and_every_thing_has_a_figure_without_a_fault() -> None:
    figures = word_figures(Gallery(ROOT / CACHE))
    assert set(figures) == {f"base {name}" for name in BASES} | {f"props {name}" for name in THINGS}
    assert len({figure.uri for figure in figures.values()}) == len(figures)
    faults = {words: figure.picture.drawing.faults for words, figure in figures.items() if words.startswith("props ")}
    assert {words: found for words, found in faults.items() if found} == {}


def test_phrases_that_take_the_same_stand_together() -> None:
    forms = (Form("turn", ("left", "right")), Form("fold"), Form("bend", ("left", "right")), Form("nod", (), None, "x"))
    assert list(alike(forms).values()) == [["turn", "bend"], ["fold"], ["nod"]]


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (None, ""),
        (Limits(0, 180, "degrees"), "0 to 180 degrees"),
        (Limits(-60, 90, "degrees", is_optional=True), "−60 to 90 degrees; may be left out"),
        (Limits(0, 150, "cm", usual=30), "0 to 150 cm; 30 when left out"),
    ],
)
def test_numbers_in_words(limits: Limits | None, words: str) -> None:
    assert number(limits) == words


def test_every_word_of_the_language_is_on_the_page(page: Page) -> None:
    page.goto("contribute/poses/")
    codes = set(page.locator("article code").all_inner_texts())
    words = {form.verb for section in REFERENCE for form in section.forms}
    assert words <= codes
    headings = page.locator("article h2").all_inner_texts()
    assert {title_of(section) for section in REFERENCE if section.keys[0] not in ("base", "props")} <= set(headings)


# On a phone


@pytest.mark.parametrize("path", ["contribute/", "contribute/record-format/", "contribute/poses/"])
def test_nothing_runs_out_of_a_narrow_screen(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    # A line of code that scrolls by itself would be out of reach for the keyboard.
    assert page.locator("article pre code").evaluate_all("all => all.every(e => e.scrollWidth <= e.clientWidth)")


def test_an_id_is_found_from_the_key_that_takes_it(page: Page) -> None:
    page.goto("contribute/record-format/")
    page.locator(".fields dt", has_text="areas").first.get_by_role("link", name="areas").click()
    expect(page.locator("#ids-areas")).to_be_in_viewport()
    page.locator("#ids-areas + details summary").click()
    expect(page.locator("#ids-areas + details li").first).to_contain_text("neck")


def test_the_foot_of_a_page_leads_to_how_to_contribute(page: Page) -> None:
    page.goto("safety/")
    page.locator("footer").get_by_role("link", name="Contribute").click()
    expect(page.locator("h1")).to_have_text("How to contribute")
