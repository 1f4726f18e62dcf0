"""Solids as a grid of pixels: which face each pixel shows, how near it is, and where on the face it lies."""
