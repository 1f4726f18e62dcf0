"""Muscles as patches on the skin, and the maps of the whole body on which they can be found."""
