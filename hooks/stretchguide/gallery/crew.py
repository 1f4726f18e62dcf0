"""Draws many strips of figures in all cores, each as it would be drawn alone."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from itertools import islice
from threading import Thread

from stretchguide.gallery.artist import tried
from stretchguide.gallery.engine import HOOKS
from stretchguide.gallery.picture import Attempt
from stretchguide.gallery.posed import Strip

FEW = 5
"""So many strips are worth a process: it takes as long to begin as some of them take."""

_MOST = 60
"""Processes; Windows can wait for few more at once."""


def strips(shown: Sequence[Strip], tell: Callable[[str], None] | None = None) -> Iterator[list[Attempt]]:
    """The drawings of each, in order. ``tell`` hears how far it is, and so does a terminal where there are many."""
    listeners = [tell] if tell else []
    is_seen = len(shown) >= FEW and sys.stderr.isatty()
    if is_seen:
        listeners.append(_tell_terminal)
    whole, done = sum(map(len, shown)), 0
    for each in _strips(shown):
        yield each
        done += len(each)
        for listener in listeners:
            listener(f"{done} of {whole} figures are drawn")
    if is_seen:
        print("\r\033[K", end="", file=sys.stderr, flush=True)  # The line has done its work.


def _tell_terminal(said: str) -> None:
    print(f"\r{said}", end="", file=sys.stderr, flush=True)


def _strips(shown: Sequence[Strip]) -> Iterator[list[Attempt]]:
    """Where processes cannot be had, or one of them is killed, a sentence says so and the rest is drawn here."""
    processes = min(_cores(), len(shown) // FEW, _MOST)
    done = 0
    if processes > 1:
        try:
            for each in _together(shown, processes):
                done += 1
                yield each
        except (
            BrokenExecutor,
            OSError,
            NotImplementedError,
            ImportError,
        ) as error:  # Some systems lack what it takes.
            print(f"The processes that draw figures have failed ({error}); one goes on alone.", file=sys.stderr)
    yield from map(tried, islice(shown, done, None))


def _together(shown: Sequence[Strip], processes: int) -> Iterator[list[Attempt]]:
    if str(HOOKS) not in sys.path:  # MkDocs takes it off again; the processes look where this one does.
        sys.path.append(str(HOOKS))
    # "spawn" is what all systems have, and the one that is safe while other threads run.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, _begin) as pool:
        yield from pool.map(tried, shown)


def _begin() -> None:
    """What a process does first: Ctrl-C is for the one that it works for, and it ends with that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
