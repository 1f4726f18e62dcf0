"""A library to Markdown pages and printed sheets. Markup stands in ``overrides/``; here it is chosen what each template
is told.

In comes the library; out come pages with their addresses. ``page`` says what a page is, ``writer`` fills a template,
each kind of page has a module, ``site`` puts them together.
"""
