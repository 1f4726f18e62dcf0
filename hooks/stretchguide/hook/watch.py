"""Which files change: one look at all of them, again and again, in place of the watcher that MkDocs brings.

That one stops for good when a folder is taken away, which git does, and says nothing of it; nor does it tell what has
changed, and from that the preview knows what to make.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from watchdog.events import FileModifiedEvent, FileSystemEventHandler

LOOK_EVERY_S = 0.1
"""How often it looks; MkDocs looks every half second."""

_Stamps = Mapping[str, tuple[int, int]]
"""Time and size of each file, by its path."""


class Watch:
    """An observer as MkDocs' server uses one (``watchdog.observers``): it calls a handler when a file has changed."""

    def __init__(self) -> None:
        self.fault = ""
        """Why it has stopped looking; empty while it looks."""
        self._handlers: dict[str, FileSystemEventHandler] = {}
        self._seen: dict[str, _Stamps] = {}
        """The files of each file or folder that is watched, as they were when it was looked at last."""
        self._changed: set[str] = set()
        self._lock = threading.Lock()
        """Held by whoever reads or changes what has changed."""
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def note(self, paths: Iterable[str]) -> None:
        """Remember how files and folders are now: what changes from here on is told once it has been started."""
        for path in map(_whole, paths):
            self._seen.setdefault(path, _stamps(path))

    def changed(self) -> frozenset[str]:
        """The files that were changed, made or deleted since this was last asked."""
        with self._lock:
            found, self._changed = self._changed, set()
        return frozenset(found)

    def look(self) -> None:
        """Look at everything once, and call the handler of what has changed."""
        for root, handler in tuple(self._handlers.items()):
            before, now = self._seen[root], _stamps(root)
            if changed := {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}:
                with self._lock:
                    self._changed |= changed
                self._seen[root] = now
                handler.dispatch(FileModifiedEvent(min(changed)))

    def _run(self) -> None:
        try:
            while not self._ended.wait(LOOK_EVERY_S):
                self.look()
        except Exception as error:  # Whatever it is: a preview that stands still must not look like one that follows.
            fact = f"Changes are no longer seen ({type(error).__name__}: {error})"
            self.fault = f"{fact}; end the preview with Ctrl-C and start it again."
            print(self.fault, file=sys.stderr, flush=True)
            for root, handler in self._handlers.items():
                handler.dispatch(FileModifiedEvent(root))

    # -- as MkDocs' server calls it ---------------------------------------------------------------------------------

    def schedule(self, handler: FileSystemEventHandler, path: str, recursive: bool = True) -> str:
        """Let a handler be called for a file or folder; return what it is taken off by."""
        self.note([path])
        self._handlers[_whole(path)] = handler
        return _whole(path)

    def unschedule(self, path: str) -> None:
        del self._handlers[path]

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()

    def join(self) -> None:
        self._thread.join()


def _whole(path: str) -> str:
    return str(Path(path).absolute())


def _stamps(root: str) -> _Stamps:
    path = Path(root)
    return dict(_in_folder(root) if path.is_dir() else _of_file(root, path))


def _of_file(name: str, path: Path | os.DirEntry[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    with contextlib.suppress(OSError):  # Editors put files there and take them away again.
        found = path.stat()
        yield name, (found.st_mtime_ns, found.st_size)


def _in_folder(folder: str) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # It was taken away, and may come back.
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _in_folder(entry.path)
        else:
            yield from _of_file(entry.path, entry)
