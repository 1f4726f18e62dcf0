"""The format told to people and to their editors: JSON Schema, every key and id, every word of a pose.

In come the models themselves, so that nothing is said twice; out come schemas and tables for pages.
"""
