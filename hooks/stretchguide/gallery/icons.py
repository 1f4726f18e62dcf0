"""The icons that a phone shows on its home screen, made from the logo: PNG files, which are kept in the repository."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping

import resvg_py

from stretchguide.figure.ink.paper import NAMESPACE

SIZES = (180, 192, 512)
"""Pixels: Apple's touch icon, and the two that a web app manifest asks for."""

SAFE = 0.8
"""Phones cut an icon to a circle or a drop: what counts stays inside the middle 80 percent
(https://www.w3.org/TR/appmanifest/#icon-masks)."""


def icons(logo: str) -> Mapping[str, bytes]:
    """The icons by their file in the docs folder, from the logo's SVG."""
    svg = maskable(logo)
    return {f"assets/icon-{size}.png": bytes(resvg_py.svg_to_bytes(svg_string=svg, width=size)) for size in SIZES}


def maskable(logo: str) -> str:
    """The logo with its ground up to the edges and its drawing inside the safe middle.

    The logo is a square with round corners and, after it, the drawing.
    """
    root = ET.fromstring(logo)
    ground, *drawing = root
    ground.attrib.pop("rx")
    edge = float(ground.attrib["width"])
    inset = edge * (1 - SAFE) / 2
    group = ET.SubElement(root, f"{{{NAMESPACE}}}g", transform=f"translate({inset:g} {inset:g}) scale({SAFE:g})")
    for element in drawing:
        root.remove(element)
        group.append(element)
    return ET.tostring(root, encoding="unicode")
