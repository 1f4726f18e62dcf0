"""The alternative text of a picture: what a pose shows, in words for whoever does not see it.

In comes a pose; out comes a sentence, as short as tells it from its neighbours.
"""
