"""A skinned body as one camera sees it, with what hides it: from meshes to pixels that know what they show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from stretchguide.figure.body.skeleton import Body
from stretchguide.figure.ink.far_side import far_parts
from stretchguide.figure.portrait import thing_meshes
from stretchguide.figure.portrait.face import face_marks, seen_marks
from stretchguide.figure.portrait.far_limbs import darkened
from stretchguide.figure.portrait.hems import hemmed
from stretchguide.figure.portrait.light import LitPlace, lit
from stretchguide.figure.portrait.line_art import LineArt
from stretchguide.figure.portrait.shadow import shadow
from stretchguide.figure.raster.arrays import Floats, Mask, Regions
from stretchguide.figure.raster.grid import grid_over
from stretchguide.figure.raster.meshes import Mesh, together
from stretchguide.figure.raster.pixels import Pixels, pixels_of
from stretchguide.figure.rest.rest_body import RestBody
from stretchguide.figure.shapes.geometry import Camera, ScreenBox
from stretchguide.figure.shapes.solids import Box
from stretchguide.figure.skin.posed_skin import PosedSkin
from stretchguide.figure.things.shapes import Prop

# The longer side of a picture has at most so many pixels, and all of it so many.
_PIXELS, _MOST_PIXELS = 540, 200_000


class _Unlit(NamedTuple):
    """What a camera sees of a body, whatever is lit on it."""

    clothed: Pixels
    """With the edges of clothes, before far limbs are darker."""
    region: Regions
    """With darker far limbs."""
    at_hems: Mask
    strokes: list[Floats]
    shadow: Regions


@dataclass(frozen=True)
class Portrait:
    """What is to be drawn, and by whom it is seen."""

    rest: RestBody
    skin: PosedSkin
    body: Body
    camera: Camera
    lit: Sequence[LitPlace]
    things: Sequence[Prop]
    """What may hide the body."""
    top: Box | None = None
    """What a lying body has for the floor, where that ends beside it."""
    _seen: dict[ScreenBox, _Unlit] = field(default_factory=dict, repr=False, compare=False)
    """What is known of it already, by the box."""

    def relit(self, lit: Sequence[LitPlace]) -> Portrait:
        """The same body with other places lit, for which nothing is looked at anew."""
        return replace(self, lit=lit)

    def art(self, box: ScreenBox) -> LineArt:
        """What can be seen in a box of the screen (cm)."""
        if box not in self._seen:
            self._seen[box] = self._unlit(box)
        seen = self._seen[box]
        light = lit(seen.clothed, self.rest, self.lit)
        return LineArt(replace(seen.clothed, region=seen.region), seen.at_hems, light, seen.strokes, seen.shadow)

    def _unlit(self, box: ScreenBox) -> _Unlit:
        mesh = together([_mesh(self.skin), *thing_meshes.meshes(self.things)])
        pixels = pixels_of(grid_over(box, _PIXELS, _MOST_PIXELS), self.camera, mesh)
        clothes = hemmed(pixels, self.camera, self.body, self.skin)
        clothed = replace(pixels, region=clothes.region)
        pixels = replace(clothed, region=darkened(clothed, far_parts(self.body, self.camera)))
        strokes = seen_marks(face_marks(self.rest), self.skin, pixels, self.camera)
        fallen = shadow(pixels, self.camera, self.skin, self.things, self.top)
        return _Unlit(clothed, pixels.region, clothes.is_beside, strokes, fallen)


def _mesh(skin: PosedSkin) -> Mesh:
    return Mesh(skin.vertices, skin.faces.astype(np.intp), skin.regions.astype(np.intp), skin.places)
