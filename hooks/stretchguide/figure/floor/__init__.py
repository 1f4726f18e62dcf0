"""What the floor alone has for a body: where its feet are, what a spot for a hand is, and those on the floor.

In comes a pose, or a body whose hand wants to touch something; out come places in centimetres, before anything is
solved or drawn. What things add to them is the business of ``things``.
"""
