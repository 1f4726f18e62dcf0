"""The things round a body, a module a thing or family: chairs, walls, straps, blocks.

In come the words of a pose; out come the room with all in it and the boxes that do not give way, before anything is
solved, and the pieces of each thing as drawn, from where the room and the solved body say it is. `kinds` has them all.
"""
