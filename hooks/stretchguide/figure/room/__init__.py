"""What stands round a body: where the floor, a chair, a wall or a step is, and where hands and feet can be put.

In comes a pose; out come places in the room, in centimetres, before anything is solved or drawn.
"""
