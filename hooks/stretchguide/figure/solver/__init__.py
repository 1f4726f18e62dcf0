"""From a pose to a body: joints are turned until hands, feet and seat are where the words say.

In comes a pose; out comes a solved body (``skeleton.Body``), lying on what carries it, its limbs in nothing else.
"""
