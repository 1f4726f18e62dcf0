"""A library to Markdown pages and printed sheets. Markup stands in ``overrides/``; here it is chosen what each template
is told.

In comes the library; out come pages with their addresses. ``addresses`` knows where each stands, ``page`` says what a
page is and ``kind`` what a kind of page is, ``writer`` fills a template, each kind of page has a module, ``site`` lists
the kinds and puts all together with the ``menu``. A way to choose a guide is a row of ``facets`` and no module.
"""
