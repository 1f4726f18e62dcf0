"""A library to Markdown pages. Markup stands in ``overrides/pages/``; here it is chosen what each template is told."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from stretchguide import prose, timeline
from stretchguide.figures import Figure, Figures, Gallery, Picture
from stretchguide.library import Guide, GuideVariant, JoinedRoutine, Library
from stretchguide.maps import HOME, maps
from stretchguide.records import Change, Muscles
from stretchguide.rules.review import is_overdue
from stretchguide.templates import environment
from stretchguide.vocabulary import Area, Piece, Position, Vocabulary

CERTAINTY = {"high": "Well supported", "moderate": "Fairly well supported", "low": "Little evidence yet"}
"""How sure a claim is, as readers are told."""


@dataclass(frozen=True)
class SearchEntry:
    """What the search finds a page by: plain text."""

    title: str
    text: str
    names: tuple[str, ...] = ()
    """Other names and complaints: whole phrases that readers type, and so weigh most."""


@dataclass(frozen=True)
class Page:
    """A Markdown page, front matter included."""

    uri: str
    """Where it stands in the docs folder: ``exercises/cat-cow.md``."""
    text: str
    source: str | None = None
    """The record that it is made from, relative to the project."""
    search: SearchEntry | None = None
    """None = the search does not list it."""


Navigation = list[dict[str, Any]]
"""MkDocs' ``nav``: titles to page addresses, nested."""


def navigation(library: Library) -> Navigation:
    """The menu: a handful of pages and the areas; never every exercise, so that a build grows with its pages."""
    areas = [{area.name: f"areas/{area.id}.md"} for area in library.by_area]
    entries: Navigation = [{"Home": "index.md"}, {"Browse": "browse.md"}]
    if library.routines:
        entries.append({"Routines": "routines/index.md"})
    if areas:
        entries.append({"Body areas": areas})
    return [*entries, {"Safety": "safety.md"}]


def page_environment(folder: Path) -> Environment:
    """The environment of the page templates: whatever they print is escaped for Markdown."""
    jinja = environment(folder, _finalized)
    jinja.filters |= {"lower_first": _lower_first, "upper_first": _upper_first}
    jinja.globals |= {"clock": timeline.clock, "spoken": timeline.spoken, "certainty": CERTAINTY, "web": _web}
    return jinja


def _finalized(value: object) -> Markup:
    return value if isinstance(value, Markup) else prose.piece(str(value))


def _changed_first(text: str, change: Callable[[str], str]) -> str:
    plain = str(text)  # Markup would escape its own pieces again.
    return type(text)(change(plain[:1]) + plain[1:])


def _lower_first(text: str) -> str:
    """Lower the first letter, unless the first word is an abbreviation."""
    return text if text[1:2].isupper() else _changed_first(text, str.lower)


def _upper_first(text: str) -> str:
    return _changed_first(text, str.upper)


def _web(address: str) -> Markup:
    return Markup(prose.web_address(address))


@dataclass(frozen=True)
class Site:
    """Everything that is made from the records."""

    pages: tuple[Page, ...] = ()
    navigation: Navigation = field(default_factory=list)
    figures: Mapping[str, Picture] = field(default_factory=dict)
    """The pictures of the pages, by the address of their file in the docs folder."""

    @property
    def files(self) -> Mapping[str, str]:
        """Addresses and texts of the files beside the pages."""
        return {uri: picture.alone for uri, picture in self.figures.items()}


@dataclass(frozen=True)
class Drawn:
    """What is drawn for the pages."""

    figures: Mapping[str, Figures] = field(default_factory=dict)
    """By the id of the guide."""
    maps: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    """Front and back, by the id of the area, and for the home page."""


def write_site(
    library: Library, templates: Path, site_name: str, gallery: Gallery, today: datetime.date | None = None
) -> Site:
    """The whole guide. Raises ``jinja2.TemplateError`` where a template is wrong."""
    figures = {guide.id: gallery.figures(guide.id, guide.record) for guide in library.guides.values()}
    steps = (figure for of_guide in figures.values() for row in of_guide.values() for figure in row if figure)
    body_maps = maps(library)
    every = [*steps, *(figure for pair in body_maps.values() for figure in pair)]
    written = write(library, templates, site_name, today, drawn=Drawn(figures, body_maps))
    return Site(written, navigation(library), {figure.uri: figure.picture for figure in every})


def write(
    library: Library,
    templates: Path,
    site_name: str,
    today: datetime.date | None = None,
    *,
    drawn: Drawn | None = None,
) -> tuple[Page, ...]:
    """Every page; without figures their places stay empty."""
    return tuple(_Pages(library, templates, site_name, today or datetime.date.today(), drawn or Drawn()).all())


def nothing(templates: Path, site_name: str) -> Site:
    """The one page of a site whose vocabularies cannot be read."""
    template = page_environment(templates).get_template("nothing.md")
    return Site((Page("index.md", template.render(site_name=site_name)),), [{"Home": "index.md"}])


class _Pages:
    """One writing of all pages."""

    def __init__(
        self,
        library: Library,
        templates: Path,
        site_name: str,
        today: datetime.date,
        drawn: Drawn,
    ) -> None:
        self.library, self.site_name, self.today, self.drawn = library, site_name, today, drawn
        self.jinja = page_environment(templates)
        self.hidden: Callable[[str], str] = getattr(self.jinja.get_template("macros.md").module, "hidden")  # noqa: B009

    def all(self) -> Iterator[Page]:
        library = self.library
        featured = [guide for id in library.vocabulary.featured for guide in library.shown if guide.id == id]
        yield self.page("index.md", "home.md", featured=featured, maps=self.drawn.maps.get(HOME, ()))
        yield self.page("browse.md", "browse.md")
        yield self.page("safety.md", "safety.md", search=_safety_entry(library.vocabulary))
        if library.routines:
            yield self.page("routines/index.md", "routines.md")
        for area, guides in library.by_area.items():
            yield self.area(area, guides)
        for guide in library.guides.values():
            yield self.exercise(guide)
        for routine in library.routines.values():
            yield self.routine(routine)

    def page(
        self, uri: str, template: str, *, source: str | None = None, search: SearchEntry | None = None, **told: Any
    ) -> Page:
        def url(target: str) -> Markup:
            return Markup(posixpath.relpath(target, posixpath.dirname(uri) or "."))

        def address(id: str) -> str | None:
            return url(f"exercises/{id}.md") if id in self.library.guides else None

        writer = prose.Writer(address, self.hidden)
        text = self.jinja.get_template(template).render(
            url=url,
            inline=lambda text: prose.markdown(text, writer),
            library=self.library,
            vocabulary=self.library.vocabulary,
            timing=self.library.vocabulary.timing,
            site_name=self.site_name,
            in_a_row=in_a_row,
            kit=kit,
            labels=labels,
            figures=self.figures_of,
            hero=self.hero,
            **told,
        )
        return Page(uri, text, source, search)

    def figures_of(self, guide: Guide, variant: GuideVariant) -> Sequence[Figure | None]:
        """The figure of each step; None for each where there is none."""
        return self.drawn.figures.get(guide.id, {}).get(variant.written.id, (None,) * len(variant.written.steps))

    def hero(self, guide: Guide, variant: GuideVariant) -> Figure | None:
        """The figure that stands for a variant: that of its hold, else of its first move, else of its first step."""
        phases = [step.phase for step in variant.written.steps]
        at = next((phases.index(phase) for phase in ("hold", "move") if phase in phases), 0)
        return self.figures_of(guide, variant)[at]

    def area(self, area: Area, guides: tuple[Guide, ...]) -> Page:
        routines = [each for each in self.library.routines.values() if any(step.guide in guides for step in each.steps)]
        return self.page(
            f"areas/{area.id}.md",
            "area.md",
            search=SearchEntry(f"{area.name} stretches", ""),
            area=area,
            guides=guides,
            without_floor=[guide for guide in guides if not guide.first.position.floor],
            on_floor=[guide for guide in guides if guide.first.position.floor],
            routines=routines,
            maps=self.drawn.maps.get(area.id, ()),
        )

    def exercise(self, guide: Guide) -> Page:
        library = self.library
        references = {reference.id: number for number, reference in enumerate(guide.references, 1)}
        return self.page(
            f"exercises/{guide.id}.md",
            "exercise.md",
            source=guide.source,
            search=_guide_entry(guide),
            guide=guide,
            overdue=is_overdue(guide.record.review, self.today),
            changes=lambda name: list(self.changes(guide, name)),
            warnings=library.warnings(guide),
            groups=muscle_groups(guide.record.muscles, library.vocabulary),
            doses=list(_different_doses(guide)),
            easier_guides=library.next_to(guide, "easier"),
            harder_guides=library.next_to(guide, "harder"),
            partners=library.next_to(guide, "goes_with"),
            routines=library.routines_with(guide),
            numbers=lambda ids: ", ".join(str(references[id]) for id in ids),
        )

    def changes(self, guide: Guide, name: str) -> Iterator[tuple[str, Change, Guide | None]]:
        """The ways to make it easier or deeper, each with its label, which names the variant where there are more."""
        several = sum(bool(getattr(variant.written, name)) for variant in guide.variants) > 1
        for variant in guide.variants:
            for change in getattr(variant.written, name):
                other = self.library.guides.get(change.use or "")
                if change.change or other:
                    parts = ([variant.written.label] if several else []) + ([change.label] if change.label else [])
                    yield ", ".join([parts[0], *map(_lower_first, parts[1:])]) if parts else "", change, other

    def routine(self, routine: JoinedRoutine) -> Page:
        words = [routine.record.purpose, routine.occasion.name, *(step.guide.record.title for step in routine.steps)]
        entry = SearchEntry(routine.record.title, ". ".join(words))
        return self.page(
            f"routines/{routine.id}.md", "routine.md", source=routine.source, search=entry, routine=routine
        )


def in_a_row(entries: Iterable[Piece | Position], joint: str) -> str:
    """Names in a row, as one phrase: "Wall or sturdy chair"."""
    names = [entry.name for entry in entries]
    return joint.join([*names[:1], *map(_lower_first, names[1:])])


def kit(kind: GuideVariant | JoinedRoutine) -> str:
    """What a variant or a routine cannot be done without, in words; nothing where that is nothing."""
    needs, one_of = in_a_row(kind.needs, ", "), in_a_row(kind.one_of, " or ")
    return f"{needs}, and {_lower_first(one_of)}" if needs and one_of else needs or one_of


def labels(variants: Iterable[GuideVariant]) -> str:
    """The versions that a remark is about: "the floor version only"."""
    names = [_lower_first(variant.written.label) for variant in variants]
    return f"only: {', '.join(names)}"


def muscle_groups(muscles: Muscles, vocabulary: Vocabulary) -> Mapping[str, str]:
    """The three lists in words, and the structures of all three apart: those are never called a muscle."""
    lists = {"stretched": muscles.stretched, "also": muscles.also, "working": muscles.working}
    groups = {
        name: ", ".join(vocabulary.muscles[id].name for id in ids if vocabulary.muscles[id].kind != "structure")
        for name, ids in lists.items()
    }
    every = [vocabulary.muscles[id] for ids in lists.values() for id in ids]
    return {**groups, "structures": ", ".join(dict.fromkeys(each.name for each in every if each.kind == "structure"))}


def _different_doses(guide: Guide) -> Iterator[GuideVariant]:
    """The variants whose dose is not that of an earlier one."""
    seen = []
    for variant in guide.variants:
        plan = (variant.written.dose, variant.sides, variant.side)
        if plan not in seen:
            seen.append(plan)
            yield variant


def _guide_entry(guide: Guide) -> SearchEntry:
    """A guide's search entry, made from the record: names, complaints, areas, muscles plain and Latin, purpose."""
    record, vocabulary = guide.record, guide.vocabulary
    muscles = [vocabulary.muscles[id] for id in (*record.muscles.stretched, *record.muscles.also)]
    lines = (
        [record.purpose],
        [area.name for area in guide.areas],
        [muscle.name for muscle in muscles],
        [muscle.latin for muscle in muscles],
        [occasion.name for occasion in guide.occasions],
    )
    text = ". ".join(", ".join(words).rstrip(".") for words in lines if words)
    return SearchEntry(record.title, text, (*record.also_known_as, *record.complaints))


def _safety_entry(vocabulary: Vocabulary) -> SearchEntry:
    flags = " ".join(flag.text for flag in vocabulary.red_flags.values())
    return SearchEntry("Stretch safely", f"{vocabulary.intensity.target} {vocabulary.intensity.stop} {flags}")
