"""The kinds of arrays that meshes, pixels and lines consist of."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Short: TypeAlias = NDArray[np.float32]
"""Where there are as many as pixels."""
Rows: TypeAlias = NDArray[np.floating[Any]]
"""Coordinates of places: a row of x, one of y, one of z; or one number a place."""
Whole: TypeAlias = NDArray[np.intp]
"""Numbers of corners, faces, pixels or nodes."""
Mask: TypeAlias = NDArray[np.bool_]
Regions: TypeAlias = NDArray[np.int16]
"""What each pixel is: a number that only the picture understands, 0 for nothing."""
