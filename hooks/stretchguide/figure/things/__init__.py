"""The things round a body, a module a thing or family: chairs, walls, straps, blocks.

In come the words of a pose; out comes a ``Room`` with a ``Presence`` for each thing: the boxes of it that do not give
way and the spots where hands meet it, before anything is solved; its pieces as drawn, once it is. `kinds` has them all.
"""
