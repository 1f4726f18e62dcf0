"""A publisher's own pages, lists and plugins: each builds strictly without a dead link, or is refused in one sentence.

The project has two records. Plugins that this project does not lock are tried by hand.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin

from commands_here import run_here
from link_check import Site, parse
from project_copy import build, replace_once
from records import FOUNDING, copy_sample_project
from stretchguide.hook.settings import problem_of, refusal

ADDRESS = "https://physio.example.org/at/home/"
KEPT = {FOUNDING, "shoulder-blade-squeeze"}
OWN = (
    "areas/upper-back.md",
    f"exercises/{FOUNDING}.md",
    "safety.md",
    "glossary.md",
    "evidence.md",
    "routines/index.md",
)
"""Pages of the publisher's in the place of others; the others link to places on them."""
MAY_BE_EMPTY = ("avoid", "featured", "glossary", "removed")
"""The vocabularies that a library can do without."""
POST = "---\ndate: 2026-01-01\n---\n# One\n\nA text.\n"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two records."""
    project = copy_sample_project(tmp_path_factory.mktemp("own") / "project")
    records = {path.stem for path in (project / "exercises").glob("*.yml")}
    assert run_here(project, "remove", *sorted(records - KEPT)).returncode == 0
    return project


def write(project: Path, uri: str, text: str | bytes = "# Mine\n\nA page of ours.\n") -> Path:
    path = project / "docs" / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_own_pages_no_routines_no_moves_to_avoid_and_a_blog(small: Path) -> None:
    for path in (small / "exercises" / "_routines").iterdir():
        path.unlink()
    for topic in MAY_BE_EMPTY:
        (small / "exercises" / "_vocabulary" / f"{topic}.yml").write_text("[]\n", "utf-8")
    for uri in OWN:
        write(small, uri)
    write(small, "visit-us.md", "---\ntitle: Visit <us>\nmenu: top\n---\n# Visit\n")
    write(small, "inside.md", "---\nmenu: Safety\n---\n# Inside\n")
    write(small, "hidden.md", "---\nmenu: none\n---\n# Hidden\n")
    write(small, "team.md", "# Team\n")
    write(small, "news/index.md", "# News\n\n[Old](old.md)\n")
    write(small, "news/old.md", "# Old\n")
    write(small, "blog/index.md", "# Blog\n")
    write(small, "blog/posts/one.md", POST)
    replace_once(small / "mkdocs.base.yml", "plugins: []", "plugins: [blog]")
    done = build(small, "--strict", SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stderr
    assert [str(fault) for fault in Site(small / "site", ADDRESS).faults()] == []
    assert "A page of ours" in (small / "site" / "safety" / "index.html").read_text("utf-8")
    menu = names_in_menu(small / "site" / "team" / "index.html")
    order = ["Safety", "Inside", "About", "Team", "Visit <us>"]
    assert sorted(map(menu.index, order)) == [menu.index(name) for name in order]
    assert {"Blog", "News"} <= {*menu[menu.index("About") :]}
    assert not {"Hidden", "Old"} & {*menu}


def names_in_menu(path: Path) -> list[str]:
    """What the menu of a page lists, from above."""
    (menu,) = (each for each in parse(path).iter() if "md-nav--primary" in each.get("class", "").split())
    named = (each for each in menu.iter() if "md-ellipsis" in each.get("class", "").split())
    return [" ".join("".join(each.itertext()).split()) for each in named]


@pytest.mark.parametrize(
    ("uri", "text", "fault"),
    [
        ("x.md", "---\nmenu: Safty\n---\n# X\n", "docs/x.md: the menu has no part 'Safty'; did you mean 'Safety'?"),
        (
            "areas/chest/index.md",
            "# X\n",
            "docs/areas/chest/index.md has the address of a page that is made; "
            "call it docs/areas/chest.md to take its place",
        ),
        ("x.md", b"# X\n\nCaf\xe9\n", "docs/x.md:3:4: byte 0xe9 is not UTF-8; save the file as UTF-8"),
        ("safety.md", b"\xff\xfe#\x00", "docs/safety.md:1:1: the file is saved as UTF-16; save it as UTF-8"),
        (
            "x.md",
            "---\ntemplate: mine.html\n---\n# X\n",
            "docs/x.md: there is no template 'mine.html'; take that line out, or add it to overrides/",
        ),
        (
            "x.md",
            "---\ntemplate: {a: b}\n---\n# X\n",
            "docs/x.md: there is no template '{'a': 'b'}'; take that line out, or add it to overrides/",
        ),
    ],
)
def test_a_page_that_cannot_be_made_is_refused_in_one_sentence(
    small: Path, uri: str, text: str | bytes, fault: str
) -> None:
    path = write(small, uri, text)
    done = build(small, "--strict")
    path.unlink()
    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if line.startswith("ERROR")] == [f"ERROR   -  {fault}"]


def test_settings_that_make_no_site_are_refused() -> None:
    config = MkDocsConfig()
    config.load_dict({"site_name": "A site", "plugins": []})
    config.validate()
    assert refusal(config) is None
    config.use_directory_urls = False
    assert refusal(config) == (
        "use_directory_urls: false cannot be: printed codes lead to addresses that end in a slash; "
        "take that line out of mkdocs.yml"
    )
    config.use_directory_urls = True
    config.plugins["i18n"] = BasePlugin()
    assert "the plugin i18n takes pages from the docs folder only" in str(refusal(config))


def test_settings_that_a_plugin_spoils_are_refused(small: Path) -> None:
    settings = small / "mkdocs.base.yml"
    kept = settings.read_text("utf-8")
    settings.write_text(re.sub(r"(?m)^plugins: .*$", "plugins: [offline]", kept), "utf-8")
    done = build(small, "--strict")
    settings.write_text(kept, "utf-8")
    assert done.returncode == 1
    (said,) = (line for line in done.stderr.splitlines() if line.startswith("ERROR"))
    assert said.startswith("ERROR   -  use_directory_urls: false cannot be")
    assert "the plugin offline" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "site_name: [A site\nextra:\n  a: !ENV [B, c]\n",
            "mkdocs.yml:1:12: error: the [ that begins here is not closed",
        ),
        ("site_name: A\nextra:\n  a: !ENV [B, c]\n b: c\n", "mkdocs.yml:4:2: error: this line is indented by 1 blank"),
        ("site_name: A\nextra: !nothing\n", "mkdocs.yml:2:8: error: could not determine a constructor for the tag"),
        ("site_name: [A]\n", "mkdocs.yml:1:1: error: a setting is wrong; the terminal says which"),
        ("INHERIT: none.yml\n", "mkdocs.yml:1:1: error: Inherited config file 'none.yml' does not exist"),
    ],
)
def test_a_slip_in_the_settings_is_told_at_its_place(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    with pytest.raises(MkDocsException) as raised:
        load_config(str(tmp_path / "mkdocs.yml"))
    assert str(problem_of(raised.value, tmp_path / "mkdocs.yml")).startswith(said)
