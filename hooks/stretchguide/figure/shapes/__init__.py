"""Mathematics of lines and solids, with no body in it: points, ellipses, outlines, what lies before what.

Plain numbers and tuples in, plain numbers, outlines and SVG path texts out; nothing of people, poses or colours.
"""
