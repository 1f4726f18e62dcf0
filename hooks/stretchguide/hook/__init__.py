"""MkDocs and Python-Markdown: the only folder that may import either.

In come the events of a build; out go the generated pages, the search index and a preview that follows each change.
``adapter`` answers the events, everything else is for one of them.
"""
