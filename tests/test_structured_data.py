"""What a page says to machines, node by node, of the records of a small project (``tests/sample``)."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from heads import schema
from records import sample_library
from stretchguide.guides.guide import Guide
from stretchguide.guides.library import Library
from stretchguide.pages.structured_data import Crumb, Host, PageHead, text

HOST = Host("Golden Guide", "https://example.org/deep/er/", "Safe stretches.", "en")
DAY = "2026-05-04"


def face(uri: str, title: str = "A title", day: str | None = DAY) -> PageHead:
    address = HOST.address + uri.removesuffix(".md").removesuffix("index")
    return PageHead(uri, address if address.endswith("/") else f"{address}/", title, "A description.", day)


def graph(uri: str, library: Library | None, **changed: Any) -> dict[str, Any]:
    """The nodes of a page by their type."""
    data = json.loads(text(replace(face(uri), **changed), HOST, library))
    assert [error.message for error in schema().iter_errors(data)] == []
    return {node["@type"]: node for node in data["@graph"]}


def guide_page(library: Library, id: str) -> dict[str, Any]:
    return graph(f"exercises/{id}.md", library, title=library.guides[id].record.title)


def test_every_page_of_the_project_keeps_to_the_schema() -> None:
    uris = [
        *(f"exercises/{id}.md" for id in sample_library().guides),
        *(f"routines/{id}.md" for id in sample_library().routines),
    ]
    for uri in [*uris, "index.md", "browse.md", "routines/index.md", "contribute/index.md", "contribute/poses.md"]:
        assert graph(uri, sample_library())


def test_a_guide_with_two_variants() -> None:
    plan = guide_page(sample_library(), "upper-back-trunk-rotation")["ExercisePlan"]
    # 10 s to get ready, then 2 sets of 30 s a side with 5 s between them.
    assert plan["activityDuration"] == "PT2M25S"
    assert plan["repetitions"] == {"@type": "QuantitativeValue", "minValue": 2, "maxValue": 3}
    assert plan["additionalVariable"] == "Hold for 15–30 seconds, each side"
    assert plan["activityFrequency"] == {
        "@type": "QuantitativeValue", "minValue": 5, "maxValue": 7, "unitText": "days a week"
    }  # fmt: skip
    assert [part["name"] for part in plan["hasPart"]] == ["Seated", "Floor"]
    assert plan["educationalLevel"] == "Beginner to Advanced"
    assert "thoracic rotation" in plan["alternateName"]
    assert plan["associatedAnatomy"][1]["alternateName"] == "Musculus obliquus externus abdominis"
    assert plan["dateModified"] == DAY


def test_a_guide_that_counts_repetitions() -> None:
    plan = guide_page(sample_library(), "odd-words")["ExercisePlan"]
    assert plan["repetitions"] == {"@type": "QuantitativeValue", "minValue": 5, "maxValue": 8}
    assert plan["additionalVariable"] == "Hold for 3–5 seconds"


def test_a_draft_names_no_reviewer() -> None:
    nodes = guide_page(sample_library(), "upper-back-trunk-rotation")
    assert nodes["ExercisePlan"]["creativeWorkStatus"] == "Draft"
    assert set(nodes) == {"BreadcrumbList", "ExercisePlan"}


def test_a_reviewed_guide_names_its_reviewer() -> None:
    nodes = guide_page(sample_library(), "contract-relax")
    assert nodes["ExercisePlan"]["creativeWorkStatus"] == "Reviewed"
    assert nodes["WebPage"]["lastReviewed"] == "2026-01-10"
    assert nodes["WebPage"]["reviewedBy"] == {"@type": "Person", "name": "Bo Jones", "jobTitle": "physiotherapist"}


def test_a_review_that_has_run_out_names_no_reviewer() -> None:
    nodes = guide_page(sample_library(), "odd-words")
    assert nodes["ExercisePlan"]["creativeWorkStatus"] == "Waiting to be reviewed again"
    assert "WebPage" not in nodes


def with_status(library: Library, id: str, status: str) -> Library:
    record = library.guides[id].record
    review = record.review.model_copy(update={"status": status})
    changed = replace(library.guides[id], record=record.model_copy(update={"review": review}))
    guides: dict[str, Guide] = {**library.guides, id: changed}
    return replace(library, guides=guides)


def test_a_withdrawn_guide_is_no_plan() -> None:
    withdrawn = with_status(sample_library(), "knee-rolls", "withdrawn")
    assert set(guide_page(withdrawn, "knee-rolls")) == {"BreadcrumbList"}


def test_a_routine_is_a_plan_of_its_stretches() -> None:
    routine = sample_library().routines["short-break"]
    plan = graph("routines/short-break.md", sample_library())["ExercisePlan"]
    assert [part["url"] for part in plan["hasPart"]] == [
        f"{HOST.address}exercises/{step.guide.id}/" for step in routine.steps
    ]
    assert [part["name"] for part in plan["hasPart"]] == [step.guide.record.title for step in routine.steps]


@pytest.mark.parametrize(
    ("uri", "names"),
    [
        ("exercises/knee-rolls.md", ["Home", "Lower back", "A title"]),
        ("routines/short-break.md", ["Home", "Above", "A title"]),
        ("contribute/poses.md", ["Home", "Above", "A title"]),
        ("exercises/by-hand.md", ["Home", "Above", "A title"]),
    ],
)
def test_where_a_page_hangs(uri: str, names: list[str]) -> None:
    above = Crumb("Above", f"{HOST.address}above/")
    items = graph(uri, sample_library(), parent=above)["BreadcrumbList"]["itemListElement"]
    assert [item["name"] for item in items] == names
    assert items[-1]["item"] == face(uri).address


def test_a_page_of_no_folder_hangs_under_home() -> None:
    items = graph("browse.md", sample_library())["BreadcrumbList"]["itemListElement"]
    assert [item["item"] for item in items] == [HOST.address, f"{HOST.address}browse/"]


def test_a_day_that_is_not_known_is_left_out() -> None:
    assert "dateModified" not in graph("exercises/knee-rolls.md", sample_library(), day=None)["ExercisePlan"]


def test_without_a_library_the_page_still_says_where_it_hangs() -> None:
    assert set(graph("exercises/knee-rolls.md", None)) == {"BreadcrumbList"}


def test_no_title_can_end_the_script() -> None:
    title = "</script><script>alert(1)</script><!-- & \u2028"
    written = text(face("exercises/odd-words.md", title), HOST, sample_library())
    assert not set("<>&") & set(written)
    assert json.loads(written)["@graph"][1]["name"] == title
