"""The skin of a body in a pose: the body at rest (``rest``), moved by the bones of a solved one (``body``).

In come a ``RestBody`` and a solved ``Body``; ``posed_skin.skin_of`` gives a ``PosedSkin``: places and triangles, what
each shows, and where each vertex was at rest. Nothing here knows words, things or the eye.

Axes and units are the engine's: x is the figure's left, y up, z forward, in cm; the floor is y = 0.
"""
