"""What machines read in the head of a page: schema.org types as JSON-LD, made from the library.

Types and properties are those of https://schema.org/ (BreadcrumbList, ExercisePlan, WebPage, WebSite). It says what a
page says and no more: no claim about health, and a reviewer only where one has signed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from stretchguide.format import prose
from stretchguide.format.fields import Range
from stretchguide.format.records import Review
from stretchguide.format.vocabulary import Muscle
from stretchguide.guides import timeline
from stretchguide.guides.guide import ONE, Guide, GuideVariant
from stretchguide.guides.library import Library
from stretchguide.guides.routine import JoinedRoutine
from stretchguide.guides.timeline import Plan
from stretchguide.pages import addresses
from stretchguide.pages.addresses import id_in, seen
from stretchguide.pages.phrases import STATUSES, times_a_day

LICENSE = "https://creativecommons.org/licenses/by-sa/4.0/"
"""That of the records and of what is made from them (``LICENSE-CONTENT``)."""

Node = dict[str, Any]
"""An entry of a JSON-LD graph."""


@dataclass(frozen=True)
class Host:
    """The site that the pages stand on."""

    name: str
    address: str
    """With a slash at its end."""
    description: str
    language: str


class Crumb(NamedTuple):
    """A page on the way from home to another."""

    name: str
    address: str


@dataclass(frozen=True)
class PageHead:
    """A page as its head shows it: plain text, nothing escaped."""

    uri: str
    """Its place in the docs folder: ``exercises/cat-cow.md``."""
    address: str
    title: str
    description: str
    day: str | None = None
    """When its record was changed last: year-month-day."""
    parent: Crumb | None = None
    """The page of its folder, if it has one; a guide hangs under its first area instead."""


def text(head: PageHead, host: Host, library: Library | None) -> str:
    """The JSON-LD of a page, safe inside an HTML script element, which ends at any ``</``."""
    nodes = [_without_nothing(node) for node in _nodes(head, host, library)]
    graph = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False)
    return graph.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _nodes(head: PageHead, host: Host, library: Library | None) -> Iterator[Node]:
    if head.uri == addresses.HOME:
        yield _website(host)
        return
    guide = library.guides.get(id_in(addresses.GUIDES, head.uri) or "") if library else None
    routine = library.routines.get(id_in(addresses.ROUTINES, head.uri) or "") if library else None
    yield _breadcrumbs(head, host, guide)
    if guide and not guide.is_withdrawn:
        yield from _of_guide(guide, head, host)
    elif routine:
        yield _of_routine(routine, head, host)


def _without_nothing(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def _website(host: Host) -> Node:
    return {
        "@type": "WebSite",
        "url": host.address,
        "name": host.name,
        "description": host.description,
        "inLanguage": host.language,
        "license": LICENSE,
    }


# Where a page stands


def _breadcrumbs(head: PageHead, host: Host, guide: Guide | None) -> Node:
    area = Crumb(guide.areas[0].name, host.address + seen(addresses.area(guide.areas[0]))) if guide else None
    trail = [Crumb("Home", host.address), area or head.parent, Crumb(head.title, head.address)]
    items = [
        {"@type": "ListItem", "position": number, "name": crumb.name, "item": crumb.address}
        for number, crumb in enumerate(filter(None, trail), 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


# What a page shows


def _exercise_plan(head: PageHead, host: Host) -> Node:
    return {
        "@type": "ExercisePlan",
        "url": head.address,
        "name": head.title,
        "description": head.description,
        "exerciseType": "flexibility training",
        "category": "https://schema.org/Flexibility",
        "inLanguage": host.language,
        "license": LICENSE,
        "isPartOf": {"@type": "WebSite", "url": host.address, "name": host.name},
        "dateModified": head.day,
    }


def _of_guide(guide: Guide, head: PageHead, host: Host) -> Iterator[Node]:
    record, vocabulary = guide.record, guide.vocabulary
    yield {
        **_exercise_plan(head, host),
        **_amount(guide.first),
        "alternateName": list(record.also_known_as),
        "educationalLevel": " to ".join(level.name for level in guide.levels),
        "intensity": vocabulary.intensity.target,
        "associatedAnatomy": [_anatomy(vocabulary.muscles[id]) for id in record.muscles.stretched],
        "hasPart": [_version(variant) for variant in guide.variants if len(guide.variants) > 1],
        "creativeWorkStatus": STATUSES[record.review.status].for_machines,
        "author": {"@type": "Organization", "name": record.review.written_by},
    }
    if record.review.is_reviewed:
        yield _reviewed_page(record.review, head)


def _version(variant: GuideVariant) -> Node:
    return {"@type": "ExercisePlan", "name": variant.written.label, **_amount(variant)}


def _amount(variant: GuideVariant) -> Node:
    """How long, how many times, how often: of the get-ready time, the bouts and their pauses, as on the page."""
    plan, frequency = variant.plan, variant.vocabulary.frequencies[variant.written.dose.every]
    least, _, most = frequency.days_a_week.partition("-")
    days = {**_quantity(Range(int(least), int(most))), "unitText": "days a week"}
    return {
        "activityDuration": iso_duration(variant.seconds),
        "activityFrequency": days,
        "repetitions": _quantity(_repetitions(plan)),
        "additionalVariable": _in_words(plan, variant.written.dose.per_day),
    }


def _repetitions(plan: Plan) -> Range:
    return plan.sets if plan.type.mode == "static" or not plan.reps else plan.reps


def _in_words(plan: Plan, per_day: Range | None) -> str:
    """What the numbers are of: "Hold for 15–30 seconds, each side"; and how often on one day, where that is said."""
    words = [f"Hold for {timeline.spoken(plan.hold)}" if plan.hold else "Repeat without a hold"]
    words += ["each side"] * (plan.sides == 2)
    words += [f"{timeline.spoken(plan.between_sets)} of rest between sets"] if plan.between_sets else []
    return ", ".join(words + ([times_a_day(per_day)] if per_day else []))


def _quantity(span: Range) -> Node:
    if span == ONE or span.least == span.most:
        return {"@type": "QuantitativeValue", "value": span.least}
    return {"@type": "QuantitativeValue", "minValue": span.least, "maxValue": span.most}


def iso_duration(seconds: int) -> str:
    """Seconds as ISO 8601 has them.

    >>> iso_duration(45), iso_duration(120), iso_duration(145)
    ('PT45S', 'PT2M', 'PT2M25S')
    """
    minutes, rest = divmod(seconds, 60)
    return "PT" + f"{minutes}M" * bool(minutes) + f"{rest}S" * bool(rest or not minutes)


def _anatomy(muscle: Muscle) -> Mapping[str, str]:
    kind = "AnatomicalStructure" if muscle.kind == "structure" else "Muscle"
    return {"@type": kind, "name": muscle.name, "alternateName": muscle.latin}


def _reviewed_page(review: Review, head: PageHead) -> Node:
    """Who has reviewed the page. Rule 16 sees to it that a name and a clinical role are there."""
    name, _, role = (review.reviewed_by or "").partition(",")
    return {
        "@type": "WebPage",
        "url": head.address,
        "name": head.title,
        "lastReviewed": str(review.reviewed_on),
        "reviewedBy": {"@type": "Person", "name": name.strip(), "jobTitle": role.strip()},
    }


def _of_routine(routine: JoinedRoutine, head: PageHead, host: Host) -> Node:
    return {
        **_exercise_plan(head, host),
        "activityDuration": iso_duration(routine.seconds),
        "educationalLevel": routine.level.name,
        "intensity": routine.vocabulary.intensity.target,
        "hasPart": [
            {
                "@type": "ExercisePlan",
                "name": prose.folded(step.guide.record.title),
                "url": host.address + seen(addresses.guide(step.guide)),
                "activityDuration": iso_duration(step.seconds),
            }
            for step in routine.steps
        ],
    }
