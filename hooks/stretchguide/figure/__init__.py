"""Figures drawn from words: a pose in a record becomes a solved body, and the body becomes an SVG picture.

The way through the package: `language` reads the words of a pose, `places` and `solver` find a body that does what
they say, `flesh` puts volumes round its bones, and `drawing` writes the picture. Nothing here reads files, knows
MkDocs or needs more than the standard library.

Coordinates: x is the figure's left, y is up, z is forward. Lengths are centimetres, the figure is 172 cm tall; angles
are degrees. `left` and `right` are always the figure's own.
"""
