"""While the first build is under way the address answers with a page that says so."""

from __future__ import annotations

import re
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from http import HTTPStatus
from pathlib import Path

import pytest

from project_copy import ROOT
from records import Project
from serving import free_port
from stretchguide.gallery import crew
from stretchguide.gallery.picture import Attempt
from stretchguide.gallery.posed import Strip
from stretchguide.hook.adapter import Adapter
from stretchguide.hook.being_built import BeingBuilt
from stretchguide.hook.progress import Progress

SHEETS = ROOT / "overrides" / "sheets"


def page_at(port: int) -> str:
    """The page that stands for one that is not there yet."""
    with pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/guide/exercises/cat-cow/")
    assert raised.value.code == HTTPStatus.SERVICE_UNAVAILABLE
    return raised.value.read().decode()


def test_every_address_says_how_far_it_is_until_the_site_is_there() -> None:
    port = free_port()
    being_built = BeingBuilt(("127.0.0.1", port), "Stretch <Guide>", SHEETS)
    assert "Stretch &lt;Guide&gt; is being built" in page_at(port)
    progress = Progress(7, lambda said: setattr(being_built, "said", said))
    progress.step("read")
    progress.step("read")
    progress.step("made")
    assert "1 of 7 pages are made" in page_at(port)
    being_built.end()
    with socket.create_server(("127.0.0.1", port)):
        pass  # The address is free for the preview.


def test_it_says_how_many_figures_are_drawn_and_how_many_there_will_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port, said = free_port(), list[tuple[int, int]]()

    def looked_at(shown: Sequence[Strip]) -> Iterator[list[Attempt]]:
        for number, strip in enumerate(shown):
            if number in (1, len(shown) - 1):
                done, whole = re.findall(r"(\d+) of (\d+) figures are drawn", page_at(port))[0]
                said.append((int(done), int(whole)))
            yield [None] * len(strip)

    monkeypatch.setattr(crew, "_strips", looked_at)
    adapter = Adapter()
    adapter.being_built = BeingBuilt(("127.0.0.1", port), "Guide", SHEETS)
    reading = adapter.read_records(Project.copied(tmp_path).root)
    adapter.being_built.end()
    assert reading.library
    (few, whole), (most, still) = said
    assert whole == still
    assert 0 < few < most < whole


def test_an_address_that_cannot_be_had_is_left_to_mkdocs() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        BeingBuilt(taken.getsockname(), "Guide", SHEETS).end()


class Terminal:
    def __init__(self, is_one: bool) -> None:
        self.is_one, self.text = is_one, ""

    def isatty(self) -> bool:
        return self.is_one

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None: ...


@pytest.mark.parametrize("is_one", [True, False])
def test_a_terminal_sees_a_line_that_goes_when_it_has_done_its_work(
    is_one: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(is_one)
    monkeypatch.setattr("sys.stderr", terminal)
    progress = Progress(2, lambda _: None)
    progress.step("read")
    progress.step("read")
    progress.end()
    assert terminal.text == ("\r1 of 2 pages are read\033[K\r2 of 2 pages are read\033[K\r\033[K" if is_one else "")
