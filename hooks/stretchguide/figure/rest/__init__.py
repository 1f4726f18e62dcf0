"""The body at rest: what figures are clothed and skinned with, before any pose.

In come files of a body (``material``); out comes a ``RestBody``: places, faces, bones, weights. ``packing`` makes bytes
of it and reads them again. Nothing here knows poses, and nothing but ``material`` knows how the body was published:
another body is other data.

Axes and units are the engine's: x is the figure's left, y up, z forward, in cm. The body stands on the floor (y = 0)
and is 172 cm tall, its arms held away from it and its feet apart.
"""
