"""A library to Markdown pages. Markup stands in ``overrides/pages/``; here it is chosen what each template is told.

``page`` says what a page is, ``writer`` fills a template, each kind of page has a module, ``site`` puts them together.
"""
