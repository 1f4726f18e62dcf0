"""Draws poses as a real body, beside the artist whose drawings the site shows until this one is whole."""

from __future__ import annotations

from stretchguide.figure.picture import body_picture
from stretchguide.figure.picture.layers import PictureLayers
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.solver import solve
from stretchguide.figure.words import language
from stretchguide.gallery.picture import PLACE, CannotDraw, Drawing
from stretchguide.gallery.posed import Posed


def draw_body(shown: Posed, rest: RestBody) -> Drawing:
    """The drawing of a pose. Raises CannotDraw where the engine fails."""
    assert shown.pose is not None
    try:
        pose = language.parse(shown.pose)
        layers = PictureLayers(solve.solve(pose), pose, shown.felt)
        return Drawing(*body_picture.page_and_file(layers, rest, PLACE))
    except Exception as error:  # As for the other artist: it costs that one record only.
        raise CannotDraw(f"{type(error).__name__}: {error}") from error
