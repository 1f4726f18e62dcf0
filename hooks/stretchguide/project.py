"""The folder ``exercises/`` to a library and its problems: the one function that check, build and serve all call."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from stretchguide.figure.muscles.members import stand_ins
from stretchguide.figure.words.regions import REGION_NAMES
from stretchguide.format import vocabulary_files
from stretchguide.format.drafts import Draft, draft
from stretchguide.format.fields import ID_PATTERN, LIT, Known, id_fault
from stretchguide.format.looked_up import Answers, noting_ids
from stretchguide.format.memory import Memory
from stretchguide.format.problems import FilePlace, Problem, ProblemLevel, guess, has_errors, quoted
from stretchguide.format.records import Exercise
from stretchguide.format.routines import Routine
from stretchguide.format.source import MAX_BYTES, Document, read
from stretchguide.format.vocabulary import Vocabulary
from stretchguide.gallery.engine import LOCK
from stretchguide.gallery.gallery import Gallery
from stretchguide.gallery.picture import NoBody
from stretchguide.gallery.store import Store
from stretchguide.guides import library
from stretchguide.guides.library import Library
from stretchguide.rules import judge
from stretchguide.rules.verdicts import Verdicts

FOLDER = "exercises"
VOCABULARY = f"{FOLDER}/_vocabulary"
ROUTINES = f"{FOLDER}/_routines"

VERDICTS = Path(".cache", "verdicts")
"""Where verdicts on records are kept, relative to the project. Deleting it costs nothing but time."""

R = TypeVar("R", Exercise, Routine)

IS_LINK = "this is a link; put a real file or folder there"

_PICTURES = "pictures"
"""By this name the verdicts on finished figures are kept."""

_REGIONS: Known = {"regions": dict.fromkeys(REGION_NAMES, ())}

_YAML_ENDINGS = (".yml", ".yaml")

_NO_RECORD = "this is no record, and nobody reads it; move it elsewhere, or end its name with '.yml'"

# Locks, copies and leavings: .DS_Store, .x.yml.swp, ._x.yml, .#x.yml, x.yml~, ~$x.yml, #x.yml#, x.yml.bak, 4913.
_LITTER = re.compile(
    r"\.(?!.*\.ya?ml$).*|\.[_#].*|.*~|~\$.*|#.*#|.*\.(?:bak|orig|old|te?mp|sw[a-z]|part|rej|lock|lnk)|"
    r"thumbs\.db|desktop\.ini|icon\s|\d{4,5}",
    re.IGNORECASE | re.DOTALL,
)

_RECORD_NAME = re.compile(rf"({ID_PATTERN})\.yml")


@dataclass(frozen=True)
class Reading:
    """What a project folder holds."""

    library: Library | None
    """Every record without an error; None when the vocabulary has one, because nothing can be trusted then."""
    problems: tuple[Problem, ...]
    """In the order of files and lines."""
    files: int
    """How many files were looked at."""
    known: Known
    """The ids of each topic, and those of the stretches, as the files give them."""
    is_judged: bool = True
    """Whether there is a vocabulary that the records could be judged by."""

    @property
    def is_good(self) -> bool:
        return not has_errors(self.problems)


def read_project(
    root: Path,
    today: datetime.date | None = None,
    gallery: Gallery | None = None,
    pictured: Collection[str] | None = None,
    thorough: bool = False,
    *,
    with_notes: bool = False,
    memory: Memory | None = None,
    kept: Store | None = None,
    wanted: Collection[str] | None = None,
) -> Reading:
    """Read, check and join everything. Reads nothing outside ``root`` and raises nothing for what a record holds.

    With a gallery the finished figures are judged as well: of the records whose ids are ``pictured``, or of all. With
    ``thorough`` records are compared with each other, which no build has to wait for; ``with_notes`` tells as well
    what is no fault, but worth a look. The ``memory`` of the last reading saves reading and judging again what has not
    changed since; verdicts that are ``kept`` on disk save the judging alone. Where only some files are ``wanted``, by
    their paths, what stands in them and what others say of them is all that is told, and there is no library.
    """
    problems: list[Problem] = []
    memory = memory or Memory()
    words = _documents(root, VOCABULARY, problems, memory)
    stretches = _documents(root, FOLDER, problems, memory)
    plans = _documents(root, ROUTINES, problems, memory) if (root / ROUTINES).exists() else {}
    problems += _topic_files(words)
    words = {topic: document for topic, document in words.items() if topic in vocabulary_files.KINDS}
    ids = _known_ids(words, stretches)
    known = memory.recall("known ids", (ids,), lambda: ids)
    shared = _shared(words, known, problems, memory)
    is_sound = _is_sound(problems)
    today = today or datetime.date.today()
    verdicts = Verdicts(kept, _judged_by(words, known, today))
    exercises = _drafts(stretches, Exercise, known, memory)
    drafts = _Drafts(exercises, _drafts(plans, Routine, known, memory), memory, verdicts)
    problems += drafts.problems()
    joined = None
    if shared and is_sound:
        named = None if wanted is None else [id for id in stretches if _path(FOLDER, id) in wanted]
        problems += drafts.judged(shared, today, thorough, named)
        pictured = pictured if named is None else named
        problems += drafts.judged_pictures(broken(problems), gallery, pictured) if gallery else ()
        joined = drafts.joined(shared, broken(problems)) if wanted is None else None
    told = tuple(sorted(_asked_for(problems, wanted, with_notes)))
    files = len(words) + len(stretches) + len(plans)
    return Reading(joined, told, files, known, is_judged=bool(shared and is_sound))


def _shared(words: Mapping[str, Document], known: Known, problems: list[Problem], memory: Memory) -> Vocabulary | None:
    """The vocabulary, as far as it can be trusted; what is wrong with it goes to the problems."""
    topics = memory.recall("vocabulary", (words, known), lambda: vocabulary_files.read(words, known, memory))
    problems += topics.problems
    problems += judge.judge_topics(topics.drafts, topics.vocabulary, memory) if topics.vocabulary else ()
    problems += _without_shapes(words, known)
    return topics.vocabulary


def _is_sound(problems: Iterable[Problem]) -> bool:
    """Whether none of them is an error of the vocabulary: no record can be judged by one that is not whole."""
    return not any(each.level is ProblemLevel.ERROR and each.place.path.startswith(VOCABULARY) for each in problems)


def _asked_for(problems: Iterable[Problem], wanted: Collection[str] | None, with_notes: bool) -> set[Problem]:
    """What is to be told of some files, or of all."""
    told = (each for each in problems if with_notes or each.level is not ProblemLevel.NOTE)
    return {each for each in told if wanted is None or is_about(each, wanted)}


def _known_ids(words: Mapping[str, Document], stretches: Mapping[str, Document]) -> Known:
    """Every id that a text may name, with what else it is called: of the vocabulary, of the body map, of records."""
    legible = {topic: document for topic, document in words.items() if document.data is not None}
    called = {id: vocabulary_files.names(document.data) for id, document in stretches.items()}
    lit = stand_ins(vocabulary_files.members(words["muscles"].data)) if "muscles" in words else {}
    return {**vocabulary_files.known_ids(legible), **_REGIONS, "stretches": called, LIT: lit}


def _without_shapes(words: Mapping[str, Document], known: Known) -> Iterator[Problem]:
    """The muscles that have no shape of their own, which who adds one may not know."""
    muscles = words.get("muscles")
    entries = muscles.data if muscles and isinstance(muscles.data, list) else ()
    for index, entry in enumerate(entries):
        if muscles and (lit := known[LIT].get(next(iter(vocabulary_files.members([entry])), ""))) is not None:
            shown = f"{_listed(lit)} {'is' if len(lit) == 1 else 'are'} lit in its place" if lit else _LIGHTS_NOTHING
            fact = f"{quoted(entry['id'])} has no shape on figures; {shown}"
            yield Problem(muscles.place((index, "id")), fact, ProblemLevel.WARNING)


_LIGHTS_NOTHING = "make it a member of a group, which is lit in its place"


def _listed(ids: Iterable[str]) -> str:
    return " and ".join(map(quoted, ids))


def _judged_by(words: Mapping[str, Document], known: Known, today: datetime.date) -> str:
    """A hash of all that a record is judged by, besides the code."""
    made_of = [(topic, document.digest) for topic, document in words.items()], known["stretches"], today
    return hashlib.sha256(repr(made_of).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def is_about(problem: Problem, paths: Collection[str]) -> bool:
    """Whether a problem stands in one of the files, or in a record or routine and names the stretch of one; or is that
    no figure can be drawn.
    """
    if problem.place.path in (*paths, LOCK.name):
        return True
    named = (quoted(Path(path).stem) for path in paths if path.startswith(f"{FOLDER}/") and path.count("/") == 1)
    return not problem.place.path.startswith(VOCABULARY) and any(name in problem.message for name in named)


def _path(folder: str, id: str) -> str:
    return f"{folder}/{id}.yml"


@dataclass(frozen=True)
class _Drafts:
    """Every record as far as it could be read, by id."""

    exercises: Mapping[str, Draft[Exercise]]
    routines: Mapping[str, Draft[Routine]]
    memory: Memory
    verdicts: Verdicts

    def problems(self) -> Iterator[Problem]:
        """Those of the format."""
        for exercise in self.exercises.values():
            yield from exercise.problems
        for routine in self.routines.values():
            yield from routine.problems

    def judged(
        self, shared: Vocabulary, today: datetime.date, thorough: bool, wanted: Collection[str] | None = None
    ) -> Iterator[Problem]:
        """Those of the rules."""
        yield from judge.judge_all(
            self.exercises,
            shared,
            today,
            thorough=thorough,
            memory=self.memory,
            verdicts=self.verdicts,
            wanted=wanted,
        )
        yield from judge.judge_routines(self.routines, self.exercises, shared)

    def judged_pictures(
        self, broken: set[str], gallery: Gallery, pictured: Collection[str] | None = None
    ) -> Iterator[Problem]:
        """Those of the finished figures, of records that are not broken; without a body, that there is none."""
        wanted = {
            id: each
            for id, each in self.exercises.items()
            if (pictured is None or id in pictured) and each.model is not None and each.document.path not in broken
        }
        verdicts = replace(self.verdicts, judged_by=f"{self.verdicts.judged_by} {gallery.version}")
        new = (each for each in wanted.values() if verdicts.known(each, _PICTURES) is None)
        try:
            gallery.draw(each.model for each in new if each.model)
        except NoBody as error:
            yield without_body(error)
            return
        for id, each in wanted.items():
            judged = partial(verdicts.of, each, _PICTURES, partial(judge.judge_pictures, each, gallery))
            yield from self.memory.recall(("judged pictures", id), (each,), judged)

    def joined(self, shared: Vocabulary, broken: set[str]) -> Library:
        """The library of the records that are not broken."""
        return library.join(shared, _good(self.exercises, broken), _good(self.routines, broken))


def without_body(error: NoBody) -> Problem:
    """That no figure can be drawn."""
    return Problem(FilePlace(LOCK.name), str(error))


def broken(problems: Iterable[Problem]) -> set[str]:
    """The paths of the files that have an error."""
    return {problem.place.path for problem in problems if problem.level is ProblemLevel.ERROR}


def known_ids(root: Path) -> Known:
    """The ids of each topic, and those of the stretches, as the files give them; no record is read for it."""
    words = _documents(root, VOCABULARY, [], Memory())
    stretches = dict.fromkeys(_entries(root, FOLDER, []), ())
    return {**vocabulary_files.known_ids(words), **_REGIONS, "stretches": stretches}


def _good(drafts: Mapping[str, Draft[R]], broken: set[str]) -> dict[str, tuple[str, R]]:
    return {
        id: (each.document.path, each.model)
        for id, each in drafts.items()
        if each.model is not None and each.document.path not in broken
    }


def _topic_files(words: Mapping[str, Document]) -> Iterator[Problem]:
    for topic in vocabulary_files.KINDS:
        if topic not in words:
            yield Problem(FilePlace(f"{VOCABULARY}/{topic}.yml"), "the file is missing; put it back")
    for topic in words:
        if topic not in vocabulary_files.KINDS:
            hint = guess(topic, vocabulary_files.KINDS) or "; delete the file"
            yield Problem(FilePlace(f"{VOCABULARY}/{topic}.yml"), f"unknown vocabulary {quoted(topic)}{hint}")


def _drafts(documents: Mapping[str, Document], kind: type[R], known: Known, memory: Memory) -> dict[str, Draft[R]]:
    return {
        id: memory.recall_asking(("draft", document.path), (document,), known, partial(_draft, document, kind))
        for id, document in documents.items()
    }


def _draft(document: Document, kind: type[R], answers: Answers[Known]) -> Draft[R]:
    return draft(document, kind, noting_ids(answers))


def _documents(root: Path, folder: str, problems: list[Problem], memory: Memory) -> dict[str, Document]:
    """The files of a folder that are named like a record, read, by id."""
    entries = _entries(root, folder, problems)
    return {id: _document(entry, f"{folder}/{entry.name}", memory) for id, entry in entries.items()}


def _entries(root: Path, folder: str, problems: list[Problem]) -> dict[str, Path]:
    """The files of a folder that are named like a record, by id."""
    found: dict[str, Path] = {}
    if (root / folder).is_symlink():
        problems.append(Problem(FilePlace(folder), IS_LINK))
        return found
    try:
        entries = sorted((root / folder).iterdir())
    except OSError as error:
        problems.append(Problem(FilePlace(folder), f"the folder cannot be read ({error.strerror}); put it back"))
        return found
    for entry in (each for each in entries if not _is_litter(each)):
        place = FilePlace(f"{folder}/{entry.name}")
        if message := _refused(entry):
            problems.append(Problem(place, message))
        elif name := _RECORD_NAME.fullmatch(entry.name):
            found[name[1]] = entry
        elif entry.is_file():
            problems.append(Problem(place, _NO_RECORD, ProblemLevel.WARNING))
    return found


def _is_litter(entry: Path) -> bool:
    """Whether editors, drives or systems have left it; it comes and goes while somebody works."""
    leads_nowhere = entry.is_symlink() and not entry.exists()
    return leads_nowhere or bool(_LITTER.fullmatch(entry.name))


def _refused(entry: Path) -> str | None:
    """Why an entry of a folder is not read; None where it is a record or nothing of ours."""
    if entry.is_symlink():
        return IS_LINK
    if entry.is_dir():
        return None if entry.name.startswith("_") else "a folder in here begins with an underscore; move its records up"
    if entry.exists() and not entry.is_file():
        return "this is no ordinary file; delete it"
    if entry.suffix.lower() not in _YAML_ENDINGS:
        return None
    if not _RECORD_NAME.fullmatch(entry.name):
        fact = f"{quoted(entry.name)} is not named <id>.yml (lower-case letters, digits, single hyphens)"
        return f"{fact}; {_renamed(entry)}"
    fault = id_fault(entry.stem)
    return f"{fault}, and rename the file" if fault else None


def _renamed(entry: Path) -> str:
    """What to call a file instead; never what another is called, which would be lost."""
    stem = re.sub(r"[^a-z0-9]+", "-", entry.stem.lower()).lstrip("-0123456789").rstrip("-")
    if not re.fullmatch(ID_PATTERN, stem):
        return "rename it"
    better = entry.with_name(f"{stem}.yml")
    if better.exists() and not better.samefile(entry):
        return f"there is a {quoted(better.name)} already: delete this one, or give it a name of its own"
    return f"rename it to '{stem}.yml'"


def _document(entry: Path, path: str, memory: Memory) -> Document:
    try:
        with entry.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        return memory.recall(("document", path), (content,), partial(_read, path, content))
    except OSError as error:
        return Document(
            path, problems=(Problem(FilePlace(path), f"the file cannot be read ({error.strerror}); mend its rights"),)
        )


def _read(path: str, content: bytes) -> Document:
    return replace(read(path, content), digest=hashlib.sha256(content).hexdigest())
