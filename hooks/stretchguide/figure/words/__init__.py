"""The language of poses: what a contributor may say, and what it means.

In come the words of one pose as YAML holds them; out comes a ``pose``, or faults in words, each with its key.

What a base, a place or a thing is, is one row of ``bases``, ``places`` or ``things``: everything above asks the row.
"""
