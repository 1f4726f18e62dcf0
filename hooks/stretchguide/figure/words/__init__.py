"""The language of poses: what a contributor may say, and what it means.

In come the words of one pose as YAML holds them; out comes a ``pose``, or faults in words, each with its key.
"""
