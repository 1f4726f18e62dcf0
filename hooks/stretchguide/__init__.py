"""stretchguide: from YAML records of stretches to the Markdown pages of a guide.

The package knows nothing of MkDocs; ``mkdocs_adapter`` is the only module that does.
"""
