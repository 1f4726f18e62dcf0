"""What a page may load is said in its head, and a script that somebody brought onto it does not run.

That nothing of ours is stopped, the gates see: they open, search and print every kind of page, and each message of the
browser fails them.
"""

from __future__ import annotations

from playwright.sync_api import Page

from pages_server import PagesSite
from site_pages import FOUNDING
from stretchguide.hook.policy import Policy

THEIRS = (
    "<script src=a.js></script><script>one</script><p title='<script>no</script>'>x</p><script>two</script>"
    "<style>a{}</style>"
)


def sources(policy: str) -> dict[str, list[str]]:
    return {name: rest for name, *rest in (part.split() for part in policy.split("; "))}


def test_scripts_of_the_theme_may_run_and_no_others() -> None:
    found = sources(Policy([], is_served=False)(THEIRS))
    assert found["default-src"] == ["'none'"]
    assert found["script-src"][0] == "'self'"
    assert [each[:8] for each in found["script-src"][1:]] == ["'sha256-"] * 2
    assert [each[:8] for each in found["style-src"]] == ["'self'", "'sha256-"]
    assert sources(Policy([], is_served=False)(""))["script-src"] == ["'self'"]


def test_the_preview_runs_the_script_that_reloads_it() -> None:
    assert sources(Policy([], is_served=True)(THEIRS))["script-src"] == ["'self'", "'unsafe-inline'"]


def test_a_publisher_may_name_hosts_and_nothing_but_hosts() -> None:
    named = ["https://video.example.org", "https://x.example; script-src *", "javascript:x", "*", 5, "'unsafe-eval'"]
    found = sources(Policy(named, is_served=False)(""))
    assert found["frame-src"] == ["https://video.example.org"]
    assert found["connect-src"] == ["'self'", "https://video.example.org"]
    assert {each for rest in found.values() for each in rest} <= {
        *("'self'", "'none'", "'unsafe-inline'", "data:", "https://video.example.org")
    }
    assert found["script-src"] == ["'self'", "https://video.example.org"]


def test_every_page_of_the_site_has_one(sample_site: PagesSite) -> None:
    pages = [path.read_text("utf-8") for path in sample_site.folder.rglob("*.html")]
    assert len(pages) > 100
    assert all('<meta http-equiv="Content-Security-Policy" content="default-src \'none\';' in page for page in pages)


def test_a_script_that_somebody_brought_onto_a_page_is_stopped(
    page: Page, sample_site: PagesSite, faults: list[str]
) -> None:
    """In the middle of a text, as markup that no escape had held back."""
    written = (sample_site.folder / "exercises" / FOUNDING / "index.html").read_text("utf-8")
    bad = (
        "<script>document.title = 'ran'</script><img src=x: onerror=\"document.title = 'ran'\"><base href=//x.example>"
    )
    address = f"{sample_site.url}exercises/{FOUNDING}/"
    page.route(
        address, lambda route: route.fulfill(body=written.replace("<h1", f"{bad}<h1", 1), content_type="text/html")
    )
    page.goto(address)
    assert page.title() != "ran"
    assert page.evaluate("document.baseURI") == address
    stopped = [fault for fault in faults if "Content Security Policy" in fault]
    assert len(stopped) >= 3, faults
    faults.clear()
