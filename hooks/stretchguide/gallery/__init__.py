"""The pictures of records, drawn once and kept.

In comes a record; out come the figures of its steps with their texts, the maps of the library, the files that hold
them. The engine is ``figure``, which knows no records; ``store`` is the disk.
"""
