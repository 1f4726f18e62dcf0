"""The edge where text becomes HTML in the theme's templates."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from stretchguide.hook.escaping import escape_everything, mark_html, web_only


@pytest.mark.parametrize("template", ["main.html", "partials/nav-item.html", "sitemap.xml"])
def test_a_template_escapes_what_it_prints(template: str) -> None:
    env = Environment(loader=DictLoader({template: "{{ name }} {{ body }}"}))
    escape_everything(env)
    assert env.get_template(template).render(name="<b>", body=Markup("<i>")) == "&lt;b&gt; <i>"


@pytest.mark.parametrize(
    "template",
    ["robots.txt", "blog.html", "partials/icons.html", "partials/languages/en.html", "partials/pagination.html"],
)
def test_plain_text_and_what_puts_html_together_is_left_alone(template: str) -> None:
    env = Environment(loader=DictLoader({template: "{{ name }}"}))
    escape_everything(env)
    assert env.get_template(template).render(name="<b>") == "<b>"


def test_the_day_of_a_plugin_is_html_and_a_title_is_not() -> None:
    day = '<span class="git-revision-date">1 May 2026</span>'
    page = Page("Sit & <b>turn</b>", File("a.md", "", "", use_directory_urls=True), MkDocsConfig())
    page.meta.update({"git_revision_date_localized": day, "title": "Sit & <b>turn</b>"})
    page.content, page.toc = "<p>Body</p>", get_toc([])
    mark_html(page)
    assert escape(page.meta["git_revision_date_localized"]) == day
    assert escape(page.content) == "<p>Body</p>"
    assert escape(page.meta["title"]) == "Sit &amp; &lt;b&gt;turn&lt;/b&gt;"


@pytest.mark.parametrize("address", ["https://example.org", "HTTP://example.org/a?b&c"])
def test_an_address_of_the_web_is_taken(address: str) -> None:
    assert web_only(address) == address


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "https://",
        'https://a.org/"><b>',
        "https://a b",
    ],
)
def test_any_other_gives_none(address: str | None) -> None:
    assert web_only(address) is None
