"""YAML text of strangers to plain data: what is read, what is refused, and where each thing stands."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from records import DATA, founding_text
from stretchguide.format.problems import FilePlace
from stretchguide.format.source import MAX_BYTES, Document, read

GARBLED = yaml.safe_load((DATA / "garbled.yml").read_text("utf-8"))


def lines(content: bytes | str) -> list[str]:
    raw = content if isinstance(content, bytes) else content.encode("utf-8")
    return [str(problem) for problem in read("x.yml", raw).problems]


def data(text: str) -> object:
    document = read("x.yml", text.encode("utf-8"))
    assert document.problems == ()
    return document.data


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: text", {"a": "text"}),
        ("a: 5\nb: -3\nc: 2.5", {"a": 5, "b": -3, "c": 2.5}),
        ("a: 007", {"a": "007"}),
        ("a: 12345678901", {"a": "12345678901"}),
        ("a: 0x1f\nb: 1e5\nc: .inf\nd: 1_000", {"a": "0x1f", "b": "1e5", "c": ".inf", "d": "1_000"}),
        ("a: true\nb: False\nc: null\nd: ~\ne:", {"a": True, "b": False, "c": None, "d": None, "e": None}),
        ("a: 2026-01-01", {"a": "2026-01-01"}),
        ("a: 'no'\nb: \"1:30\"\nc: ''", {"a": "no", "b": "1:30", "c": ""}),
        ("5: a\ntrue: b\nnull: c", {"5": "a", "true": "b", "null": "c"}),
        ("[a, {b: [c]}]", ["a", {"b": ["c"]}]),
        ("5", 5),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("--- # begin\na: b\n...\n", {"a": "b"}),
        ("\ufeffa: b", {"a": "b"}),
        ("a: b\r\nc: |\r\n  d\r\n", {"a": "b", "c": "d\n"}),
        ("a: 🏌️‍♂️", {"a": "🏌️‍♂️"}),
    ],
)
def test_small_yaml_is_read(text: str, value: object) -> None:
    assert data(text) == value


def test_every_value_and_key_has_its_place() -> None:
    document = read("x.yml", "a:\n  - {b: 🙂, c: d}\n".encode())
    assert document.place(("a", 0, "c")) == FilePlace("x.yml", 2, 15)
    assert document.place_of_key(("a", 0, "c")) == FilePlace("x.yml", 2, 12)
    assert document.place(("a", 0, "gone")) == FilePlace("x.yml", 2, 5), "the nearest value around it"
    assert Document("x.yml").place(("a",)) == FilePlace("x.yml")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"a" * (MAX_BYTES + 1), "x.yml:1:1: error: the file is larger than 64 KiB; make it shorter"),
        (b"a: b\nc: \xff\n", "x.yml:2:4: error: byte 0xff is not UTF-8; save the file as UTF-8"),
        ("é: ü".encode("latin-1"), "x.yml:1:1: error: byte 0xe9 is not UTF-8; save the file as UTF-8"),
        ("a: b".encode("utf-16-le"), "x.yml:1:2: error: hidden or control character '\\x00' (U+0000); delete it"),
        (b"\xff\xfe" + "a: b".encode("utf-16-le"), "x.yml:1:1: error: the file is saved as UTF-16; save it as UTF-8"),
        (b"\xfe\xff" + "a: b".encode("utf-16-be"), "x.yml:1:1: error: the file is saved as UTF-16; save it as UTF-8"),
        (b"a: \xed\xa0\x80", "x.yml:1:4: error: byte 0xed is not UTF-8; save the file as UTF-8"),
        (b"", "x.yml:1:1: error: the file is empty; write a record or delete it"),
        (b"# nothing\n\n# more\n", "x.yml:1:1: error: the file is empty; write a record or delete it"),
        (b"~", "x.yml:1:1: error: the file is empty; write a record or delete it"),
    ],
)
def test_unreadable_files(content: bytes, line: str) -> None:
    assert lines(content)[0] == line
    assert read("x.yml", content).data in (None, {"a": "b"}) or b"\0" in content


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\ntitle:Cat\nc: d\n", "2:7: a blank is missing after the colon; write 'title: Cat'"),
        (
            "s:\n  - {text: Sit}\n  - text:Sit.\n    emoji: x\n",
            "3:10: a blank is missing after the colon; write 'text:",
        ),
        ("m:\n  - a\n  -b\n  - c\n", "3:4: a blank is missing after the hyphen; write '- b'"),
        ("a: b\ntitle:\u00a0Cat\nc: d\n", "2:7: this is a no-break space; type an ordinary blank in its place"),
        ("a:\n\u00a0 b: c\n  d: e\n", "2:1: this is a no-break space; type an ordinary blank in its place"),
        ("a:\n  b: c\n\td: e\n", "3:1: a tab stands before the words; type blanks in its place"),
        ("a: b\nvariants\n  - id: c\n    d: e\n", "2:9: a colon is missing; write 'variants:'"),
        ("a:\n  feel  # where\n    text: b\n", "2:7: a colon is missing; write 'feel:'"),
        ("a: b\ntitle Cat\nc: d\n", "2:6: a colon is missing; write 'title: Cat'"),
        (
            "a: Sit tall: turn\nb: c\n",
            "1:12: a colon stands in the text, as if after a key; put quotes round the whole",
        ),
        ("a: Do this:\nb: c\n", "1:11: a colon stands in the text"),
        ("s:\n  - {text: Sit: tall, e: x}\n", "2:15: a colon stands in the text"),
        (
            'a: "Turn" slowly\nb: c\n',
            "1:9: the quotes end before the text does; put quotes round the whole text, and write",
        ),
        (
            "a: 'Don't turn'\nb: c\n",
            "1:8: the quotes end before the text does; put quotes round the whole text, and write ''",
        ),
        (
            'a: "Turn slowly\nb: c\nd: e\n',
            '1:4: the quote that begins here is not closed; write " at the end of the text',
        ),
        (
            "a: 'Turn slowly\nb: c\nd: 'e'\n",
            "1:4: the quote that begins here is not closed; write ' at the end of the text",
        ),
        ("a: @home\nb: c\n", "1:4: a text may not begin with @; put quotes round the whole text"),
        ("a: *bold* text\nb: c\n", "1:4: a text may not begin with *"),
        ("a: > x\n", "1:4: a text may not begin with >"),
        ("a: [turn](x)\nb: c\n", "1:4: a text may not begin with [; put quotes round the whole text"),
        ("a: [x, y\nb: c\n", "1:4: the [ that begins here is not closed; write ] where its list or keys end"),
        (
            "s:\n  - {a: x\n  - {b: y}\n",
            "2:5: the { that begins here is not closed; write } where its list or keys end",
        ),
        ('a: ["x" "y"]\n', "1:9: a comma is missing before this; write one, or put quotes round the whole text"),
        ('a: ["x"y]\n', "1:8: the quotes end before the text does; put quotes round the whole text"),
        ("a: b\n  c: d\n", "2:3: this line is indented by 2 blanks, those above by 0; give it as many as those that"),
        ("m:\n  - a\n - b\n", "3:2: this line is indented by 1 blank, those above by 0 or 2; give it as many"),
        ("a: b\n- c\n", "2:1: a key and an item of a list stand side by side; indent the one that lies within"),
        ('a: "x\\d"\n', "1:6: in double quotes a backslash begins a code; write it twice"),
        (
            "a: b\nb: ]\n",
            "2:4: this is not valid YAML; compare the blanks, colons and quotes here and in the line above",
        ),
    ],
)
def test_a_slip_is_told_by_its_cause_where_it_was_made(text: str, line: str) -> None:
    place, _, fact = line.partition(": ")
    (found,) = lines(text.encode("utf-8"))
    assert found.startswith(f"x.yml:{place}: error: {fact}")


def test_the_largest_file_is_read() -> None:
    text = "a: b #"
    assert lines(text + "x" * (MAX_BYTES - len(text))) == []


def test_a_cut_character_at_the_limit_is_still_too_large() -> None:
    raw = ("a: " + "é" * MAX_BYTES).encode()[: MAX_BYTES + 1]
    assert lines(raw) == ["x.yml:1:1: error: the file is larger than 64 KiB; make it shorter"]


@pytest.mark.parametrize("text", ["[" * 5000, "- " * 5000, "a: " + "{b: " * 5000, "[" * 5000 + "]" * 5000])
def test_deep_nesting_is_one_line(text: str) -> None:
    (line,) = lines(text)
    assert "nested more than 20 deep; a record needs far less" in line


def test_deeply_nested_keys_are_a_few_lines() -> None:
    assert "nested more than 20 deep" in lines("? " * 5000)[-1]
    assert len(lines("? " * 5000)) < 25


def test_billion_laughs_are_never_built() -> None:
    text = "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{b}, *{b}]\n" for b, c in zip("abcdefgh", "bcdefghi", strict=True))
    document = read("x.yml", text.encode())
    assert document.data["i"] == [None, None]
    assert len(document.problems) == 9 + 16
    assert {problem.message.split()[0] for problem in document.problems} == {"anchor", "alias"}


def test_an_alias_to_itself() -> None:
    assert lines("a: &a [*a]") == [
        "x.yml:1:4: error: anchor '&a' is not allowed; write the value out where it is needed",
        "x.yml:1:8: error: alias '*a' is not allowed; write the value out",
    ]


def test_tags_build_nothing() -> None:
    document = read("x.yml", b"a: !!python/object/apply:os.system [exit 1]\nb: !secret c")
    assert document.data == {"a": ["exit 1"], "b": "c"}
    assert [problem.message for problem in document.problems] == [
        f"tag '{tag}' is not allowed; put quotes round the text, or take it out"
        for tag in ("tag:yaml.org,2002:python/object/apply:os.system", "!secret")
    ]


def test_a_duplicate_keeps_the_first_and_its_inside_is_passed_over() -> None:
    document = read("x.yml", b"a: 1\na: {b: 2, b: 3, c: [4]}\nd: 5")
    assert document.data == {"a": 1, "d": 5}
    assert [str(problem) for problem in document.problems] == [
        "x.yml:2:1: error: key 'a' stands here twice (first in line 1); delete one"
    ]


def test_wrong_keys_disturb_nothing_else() -> None:
    document = read("x.yml", b"a: 1\n? {b: [c]}\n: [d, {e: f}]\n? *g\n: h\n'': i\nj: 2\n")
    assert document.data == {"a": 1, "j": 2}
    assert [problem.place.line for problem in document.problems] == [2, 4, 6]


def test_refused_values_are_remembered() -> None:
    assert read("x.yml", b"a: [b, *c]\nd: 1:30\ne: no").refused == {("a", 1), ("d",), ("e",)}


def test_hidden_characters_stand_at_their_own_columns() -> None:
    assert lines("a: b\u202ec\u200bd\r\n") == [
        "x.yml:1:5: error: hidden or control character '\\u202e' (U+202E); delete it",
        "x.yml:1:7: error: hidden or control character '\\u200b' (U+200B); delete it",
    ]


def test_a_file_full_of_hidden_characters_takes_no_time() -> None:
    assert len(lines("a: " + "\u200d" * 20_000)) == 20_000


@pytest.mark.parametrize("emoji", ["🏌️‍♂️", "🏌🏽‍♂️", "👩‍❤️‍💋‍👩", "👨‍👩‍👧‍👦", "🏴‍☠️", "🧑🏿‍🦽‍➡️"])
def test_joiners_inside_an_emoji(emoji: str) -> None:
    assert lines(f"a: {emoji}") == []


@pytest.mark.parametrize("text", ["a\u200db", "🙂\u200d", "\u200d🙂", "🙂\u200da", "a\u200d🙂"])
def test_other_joiners(text: str) -> None:
    assert len(lines(f"a: {text}")) == 1


@pytest.mark.parametrize("case", GARBLED, ids=lambda case: str(case)[:40])
def test_garbled_text_is_reported_line_by_line(case: dict[str, str]) -> None:
    garbled = "".join(misread(byte, case["as"]) for byte in case["text"].encode("utf-8"))
    assert any(line.startswith("x.yml:1:") for line in lines(f"# {garbled}\na: b"))
    assert lines(f"# {case['text']}\na: b") == []


def misread(byte: int, encoding: str) -> str:
    """A byte read in the wrong encoding; one that means nothing there becomes a control character, as in browsers."""
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    document = read("x.yml", content)
    assert document.problems or document.data is not None
    assert all(problem.place.line >= 1 and "\n" not in str(problem) for problem in document.problems)


@given(st.text(alphabet=st.sampled_from("ab:-?[]{}&*!|>'\"%@`#, \n\t~0.\\\u202e\u200d🙂\x00\x85\u2028"), max_size=60))
@example("?")
def test_any_yaml_like_text(text: str) -> None:
    document = read("x.yml", text.encode("utf-8"))
    assert document.problems or document.data is not None


@given(st.data())
def test_any_change_of_the_founding_record(draw: st.DataObject) -> None:
    text = founding_text()
    start = draw.draw(st.integers(0, len(text)))
    end = draw.draw(st.integers(start, min(start + 200, len(text))))
    new = draw.draw(st.text(max_size=20))
    document = read("x.yml", (text[:start] + new + text[end:]).encode("utf-8", "surrogatepass"))
    assert document.problems or document.data is not None


WRITABLE = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"), include_characters="\n"), max_size=20
)
DATA_OF_ANYBODY = st.recursive(
    WRITABLE | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WRITABLE, inner, max_size=4),
    max_leaves=12,
)


def marks(text: str, loader: Any) -> list[tuple[str, object]]:
    """Where keys, values, lists and mappings begin: line and column."""
    begins = (yaml.ScalarEvent, yaml.CollectionStartEvent)
    return [(type(each).__name__, place(each)) for each in yaml.parse(text, loader) if isinstance(each, begins)]


def place(event: yaml.Event) -> tuple[int, int]:
    assert event.start_mark
    return event.start_mark.line, event.start_mark.column


@given(DATA_OF_ANYBODY, st.sampled_from((True, False, None)), st.integers(10, 120), st.integers(2, 6))
def test_the_parser_in_c_sees_everything_where_the_one_in_python_does(
    written: object, is_flow: bool | None, width: int, indent: int
) -> None:
    text = yaml.dump(written, allow_unicode=True, default_flow_style=is_flow, width=width, indent=indent)
    assert marks(text, yaml.CSafeLoader) == marks(text, yaml.SafeLoader)
