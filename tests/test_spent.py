"""What the test run says of its own time."""

from __future__ import annotations

from spent import lines, summed


def test_the_longest_come_first() -> None:
    parts = [("tests/a.py::x", 1.0), ("tests/b.py::y", 5.0), ("tests/a.py::x", 2.0), ("tests/a.py::z", 2.5)]
    assert list(lines(summed(parts))) == [
        "    10.5 s for 3 tests in 2 modules",
        "Modules that took longest:",
        "     5.5 s  tests/a.py",
        "     5.0 s  tests/b.py",
        "Tests that took longest:",
        "     5.0 s  tests/b.py::y",
        "     3.0 s  tests/a.py::x",
        "     2.5 s  tests/a.py::z",
    ]
