"""Texts of strangers on our pages: shown as typed, never as markup, whatever they hold."""

from __future__ import annotations

import dataclasses
import functools
import shutil
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from typing import Any

import html5lib
import markdown
import pytest
from emoji import emoji_list
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mkdocs.utils.yaml import yaml_load

from properties import tried
from records import FOUNDING, ROOT, Project
from stretchguide.format import prose
from stretchguide.pages.site import write

BUILT_IN = ["toc", "tables", "fenced_code"]
"""Extensions that MkDocs adds by itself."""

# Shown in each field as typed; emphasis and entities are looked at apart, in what stands behind the arrow.
FRAGMENTS = {
    "<script>alert(1)</script>": None,
    "<img src=x onerror=alert(1)>": None,
    "</div></article><h1>": None,
    "<!-- gone -->": None,
    "&lt b&gt &amp &#60 &nix;": None,
    "x{ onclick=alert(1) }": None,
    '*x*{ onclick="alert(1)" }': 'x{ onclick="alert(1)" }',
    "**x**{: .big #id }": "x{: .big #id }",
    "{{ config }} {% raw %}": None,
    "{# gone #} ${x} {x!r} %s": None,
    "![i](https://example.org/i.png)": None,
    "![i][j] [k][l] [m] [^1]": None,
    ":smile: :material-fire:": None,
    "`code` ``more``": None,
    "<https://example.org>": None,
    "https://example.org/a_b_c": None,
    "a | b || c": None,
    "1. one 2) two - three + four": None,
    "~~gone~~ ^^ins^^ ==mark== ++ctrl++": None,
    "H~2~O x^2^ $y$ \\(z\\) \\*": None,
    '=== "Tab" !!! note ??? note': None,
    "--8<-- 'mkdocs.yml'": None,
    "*[HTML]: gone": None,
    "!!! danger #": None,
    "a_b_c __init__ * x * y": "a_b_c init * x * y",
    "wzxhzdk:0 klzzwxh:0001": None,
}

# Where a text of the founding record can be replaced, by the text that stands there.
FIELDS = {
    "tagline": "tagline: Unlock stiffness & boost spinal flexibility",
    "alias": "thoracic rotation",
    "intro": "intro: |\n  Your upper back is built to turn.",
    "lead": "lead: Turn further",
    "benefit": 'text: "For sport and for looking over your shoulder."',
    "why": 'why: "Lead with the breastbone; the hand only guides."',
    "feel": 'text: "The middle and upper back and the side of the ribs"',
    "not_here": 'not_here: "the low back or the neck"',
    "easier": "label: Chair back",
    "change": 'change: "Sit sideways and hold the chair back with both hands."',
    "wrong": "wrong: Forcing the twist",
    "instead": 'instead: "Let your range guide you, not momentum."',
    "safety": "Move slowly.",
    "tip": 'tip: "Stuck in the upper back? Turn a little, breathe out, and see if the next turn comes free. '
    'Little and often is enough."',
    "supports": 'supports: "hold time and repeats"',
    "author": "written_by: stretchguide contributors",
}
MARKDOWN_FREE = ("alias", "lead", "easier", "author")
"""Plain texts, in which not even emphasis counts."""


@functools.cache
def parser() -> markdown.Markdown:
    """Python-Markdown as our pages are made with."""
    with (ROOT / "mkdocs.base.yml").open("rb") as file:
        listed = yaml_load(file)["markdown_extensions"]
    configured = {name: config for each in listed if isinstance(each, dict) for name, config in each.items()}
    names = [each if isinstance(each, str) else next(iter(each)) for each in listed]
    return markdown.Markdown(extensions=[*BUILT_IN, *names], extension_configs=configured)


def html(text: str) -> ET.Element:
    """The elements that a browser makes of Markdown, as they stand inside an article."""
    body = parser().reset().convert(text)
    tree: ET.Element = html5lib.parseFragment(f"<article>{body}</article>", namespaceHTMLElements=False)
    return tree


def shown(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def skeleton(element: ET.Element) -> Counter[Any]:
    """Every element with its attributes, but for emphasis and the ids of headings."""
    return Counter(
        (each.tag, tuple(sorted(each.attrib.items())))
        for each in element.iter()
        if each.tag not in ("em", "strong") and not str(each.tag).startswith("h")
    )


def founding_page(project: Project) -> ET.Element:
    reading = project.read()
    assert [str(problem) for problem in reading.problems] == []
    assert reading.library
    alone = dataclasses.replace(reading.library, guides={FOUNDING: reading.library.guides[FOUNDING]}, routines={})
    written = write(alone, ROOT / "overrides" / "pages", "A site")
    text = next(page.text for page in written if page.uri == f"exercises/{FOUNDING}.md")
    return html(text.split("---\n", 2)[2])


def spoilt_page(root: Path, text: str) -> ET.Element:
    project = Project.copied(root)
    for field, old in FIELDS.items():
        key = f"{old.partition(': ')[0]}: " if ": " in old and field not in ("alias", "safety") else ""
        value = f"Q{field} {text} z"
        quoted = "'" + value.replace("'", "''") + "'"
        project.edit(old, f"intro: |\n  {value}\n " if field == "intro" else key + quoted)
    page = founding_page(project)
    shutil.rmtree(root)
    return page


@pytest.fixture(scope="module")
def plain_skeleton(tmp_path_factory: pytest.TempPathFactory) -> Counter[Any]:
    return skeleton(spoilt_page(tmp_path_factory.mktemp("plain") / "p", "words"))


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_texts_are_shown_as_typed_in_every_field(fragment: str, plain_skeleton: Counter[Any], tmp_path: Path) -> None:
    page = spoilt_page(tmp_path / "p", fragment)
    text = shown(page).casefold()
    for field in FIELDS:
        plain = FRAGMENTS[fragment] if field not in MARKDOWN_FREE else None
        assert f"Q{field} {plain or fragment} z".casefold() in text, field
    assert skeleton(page) == plain_skeleton, "a text made an element or an attribute"
    scripts = [(each.get("src"), each.text) for each in page.iter("script")]
    assert scripts == [("../../javascripts/reading.js", None)], "only our own, and nothing is written in it"


def test_titles_labels_and_steps_are_shown_as_typed(tmp_path: Path) -> None:
    project = Project.copied(tmp_path)
    project.edit("title: Upper Back Trunk Rotation", "title: 'A <b> {{ x }} *c* # { #d } :smile: | #'")
    project.edit("label: Seated", "label: '\"<i>\" { .e } *f*'")
    project.edit("title: Sit tall,", "title: '<u> *g* {{ h }}',".replace("<u>", "A <u>"))
    project.edit("and grow tall.", "and <s>grow</s> `tall` { .j }.")
    page = founding_page(project)
    text = shown(page)
    for typed in ("A <b> {{ x }} *c* # { #d } :smile: | #", '"<i>" { .e } *f*', "A <u> *g* {{ h }}"):
        assert typed in text
    assert "and <s>grow</s> `tall` { .j }." in text
    assert not {"b", "i", "u", "s", "code"} & {str(each.tag) for each in page.iter()}


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "../../etc/passwd", "//a.b"],
)
def test_a_link_that_is_none_of_ours_is_text(target: str) -> None:
    writer = prose.Rendering(lambda id: f"{id}.md", lambda emoji: emoji)
    tree = html(prose.markdown(f"go [here]({target}) now", writer))
    assert tree.find(".//a") is None
    assert shown(tree) == f"go [here]({target}) now"


def test_links_of_ours_are_links() -> None:
    writer = prose.Rendering(lambda id: f"{id}.md" if id == "cat-cow" else None, lambda emoji: emoji)
    text = "[*cat*](cat-cow), [gone](dog-cow), [web](https://example.org/a_(b)_*c*?d=e&f=g#h)"
    tree = html(prose.markdown(text, writer))
    assert [link.get("href") for link in tree.findall(".//a")] == [
        "cat-cow.md",
        "https://example.org/a%5F%28b%29%5F%2Ac%2A?d=e&f=g#h",
    ]
    assert shown(tree) == "cat, gone, web"


HIDDEN = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"), exclude_characters="\ufffc\ufffd")
MARKS = st.sampled_from("*_`~^=|<>[](){}!#:-+.&\\\"'$%@/?;1 \t\nab") | st.sampled_from(
    ("**", "](", "![", "{{", "}}", "{:", "{#x}", "<!--", "-->", "&amp;", "&#42;", ":smile:", "::", "!!!", "===", "???")
)
MARKS |= st.sampled_from(("1.", "---", "***", "~~~", "^^^", "///", "--8<--", "http://a.b", "[TOC]", "[^1]", "*[a]:"))
TEXTS = st.lists(MARKS | HIDDEN, min_size=1, max_size=12).map("".join).filter(str.strip)
PLACES = {
    "paragraph": "{}",
    "list item": "-   {}",
    "numbered item": "1.  {}",
    "second paragraph of an item": "-   first\n\n    {}",
    "table cell": "| a | b |\n| - | - |\n| {} | c |",
    "heading": "## {}",
    "admonition": "!!! note\n\n    {}",
    "definition": "Term\n:   {}",
}


@pytest.mark.parametrize("place", PLACES)
@tried(150)
@given(text=TEXTS)
@example(text="!!! danger")
@example(text="a #")
@example(text="[TOC]")
@example(text="12. a")
@example(text="a  \n===")
def test_escaped_text_is_shown_as_typed_anywhere(place: str, text: str) -> None:
    tree = html(PLACES[place].format(prose.escaped(text)))
    typed = prose.folded(text)
    assert typed in shown(tree)
    assert skeleton(tree) == skeleton(html(PLACES[place].format("words")))


@tried(300)
@given(text=TEXTS)
def test_inline_markdown_makes_emphasis_and_links_only(text: str) -> None:
    writer = prose.Rendering(lambda id: f"{id}.md", lambda emoji: emoji)
    tree = html("x " + prose.markdown(text, writer))
    assert {each.tag for each in tree.iter()} <= {"DOCUMENT_FRAGMENT", "article", "p", "em", "strong", "a"}
    assert all(set(each.attrib) <= {"href"} for each in tree.iter())


@tried(300)
@given(text=TEXTS | st.text(max_size=40))
def test_any_text_has_links_and_a_plain_form(text: str) -> None:
    list(prose.links(text))
    assert isinstance(prose.plain(text), str)
    assert "".join(run for run, _ in prose.emoji_runs(text)) == text


@tried(300)
@given(text=st.text(st.characters(exclude_characters="*_[]!\0"), max_size=40))
def test_a_text_without_marks_is_what_the_parser_would_give_back(text: str) -> None:
    tokens = MarkdownIt("zero").enable(["emphasis", "link", "image"]).parseInline(prose.folded(text))[0].children
    assert [(each.type, each.content) for each in tokens or ()] == [("text", prose.plain(text))] * bool(text.strip())


@tried(300)
@given(text=st.text(st.characters(max_codepoint=0x20FF), max_size=40))
def test_no_emoji_is_passed_over(text: str) -> None:
    signs = ("©", "®", "™")  # The list has them, and in a text they are ordinary.
    assert prose.emoji_in(text) == [each["emoji"] for each in emoji_list(text) if each["emoji"] not in signs]
