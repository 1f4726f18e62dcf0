"""The codes of addresses: what is kept of them is used, and only that."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchguide.gallery.store import Store
from stretchguide.pages import qr

HERE, THERE = "https://example.org/here/", "https://example.org/there/"


def test_a_code_is_made_once_and_again_where_it_was_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, made = Store(tmp_path, "a" * 32), []

    def svg(address: str) -> str:
        made.append(address)
        return f"<svg>{address}</svg>"

    monkeypatch.setattr(qr, "svg", svg)
    for address in (HERE, HERE, THERE):
        assert qr.Codes(store).svg(address) == f"<svg>{address}</svg>"
    assert made == [HERE, THERE]
    for entry in store.folder.iterdir():
        entry.write_bytes(entry.read_bytes()[:-3])
    assert qr.Codes(store).svg(HERE) == f"<svg>{HERE}</svg>"
    assert made == [HERE, THERE, HERE]


def test_the_codes_of_another_address_are_thrown_away(tmp_path: Path) -> None:
    store = Store(tmp_path, "a" * 32)
    qr.Codes(store).svg(THERE)
    codes = qr.Codes(store)
    assert codes.svg(HERE) == qr.svg(HERE)
    codes.forget_unused()
    assert len(list(store.folder.iterdir())) == 1
