"""Figures drawn from words: a pose in a record becomes a solved body, and the body becomes an SVG picture.

The folders stand on one another; nothing looks up::

    picture   lints                 the drawing; what is wrong with it
    atlas                           maps of the whole body
    portrait                        the skin as line art
    muscles   sentence   solver     patches on the skin; the alternative text; from a pose to a body
    things    skin                  where each thing stands, where hands and feet meet it; the skin of a solved body
    floor     ink                   where feet are, and hands on the floor; paper and colours
    words     body       rest       the language of poses; bones and flesh; the body at rest
    trace                           lines from pixels
    raster                          solids as pixels
    shapes                          mathematics

In come the words of a pose (``words.language`` reads them, ``solver`` finds a body that does what they say); out come
an SVG (``picture.drawing``), a text (``sentence``) and faults (``lints``). Nothing here reads files, knows records or
MkDocs, or needs more than the standard library and numpy; of the rest of the package only ``format.problems`` is known.

Coordinates: x is the figure's left, y is up, z is forward. Lengths are centimetres, the figure is 172 cm tall; angles
are degrees. `left` and `right` are always the figure's own.
"""
