"""stretchguide: from YAML records of stretches to the pages and pictures of a guide.

The folders stand on one another; nothing looks up::

    hook    commands                MkDocs, the terminal
    history                         what git knows; the last build
    project                         the folder ``exercises/`` to a library and its problems
    rules   pages   reference       what is asked of records; a library to Markdown; the format told
    gallery                         pictures of records, drawn once
    guides          figure          what follows from records; words to pictures
    format                          what contributors write

Only ``hook`` may import MkDocs and Python-Markdown. The arrows are contracts (``pyproject.toml``), and
``tests/test_architecture.py`` holds them.
"""
