"""Recipes, pictures and their parts, for the tests of the sketch painter."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pyvips

from imgorigin.address import Size
from imgorigin.painters.base import Painting
from imgorigin.painters.sketch import MODEL, paint
from imgorigin.recipe import Recipe, seed_of

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
WIDE = Size(1920, 1080)
RATIOS = (Size(1600, 200), WIDE, Size(1000, 1000), Size(1080, 1920), Size(200, 1600))

PROMPTS = (
    "sunset over mountains",
    "happy dog playing",
    "modern office team meeting",
    "futuristic city skyline at night",
    "cozy coffee shop",
    "blue ceramic coffee mug on wooden table",
    "serene mountain lake at sunset",
    "minimalist product photo of white headphones",
    "northern lights over snowy forest",
    "tropical beach with palm trees",
    "robot reading a book in a cozy room",
    "abstract geometric pattern purple",
    "desert dunes at golden hour",
    "rocket launch into space",
    "spring meadow with wildflowers",
    "person with yellow umbrella on a rainy city street",
)


def recipe(prompt: str, *edits: str, size: Size = WIDE, seed: int | None = None, style: str = "") -> Recipe:
    """A recipe of the prompt, and of each instruction applied to what stands before it."""
    made = Recipe(
        prompt=prompt,
        model=MODEL.name,
        revision=MODEL.revision,
        seed=seed_of(prompt) if seed is None else seed,
        canvas=MODEL.canvas(size),
        style=style,
    )
    for instruction in edits:
        made = replace(made, source=made, instruction=instruction)
    return made


def painted(
    prompt: str, *edits: str, size: Size = WIDE, seed: int | None = None, style: str = ""
) -> Painting:
    return paint(recipe(prompt, *edits, size=size, seed=seed, style=style))


def checked(svg: bytes | str) -> ET.Element:
    """The root of a drawing that is safe to serve: well-formed, of known elements, and self-contained."""
    root = ET.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in ELEMENTS, element.tag
        for name, value in element.attrib.items():
            assert not name.startswith("on"), name
            assert not name.endswith("href") or value.startswith("#"), value
            assert "nan" not in value and "inf" not in value, (name, value)
            assert "url(" not in value or value.startswith("url(#"), value
    return root


ELEMENTS = frozenset(
    "svg title desc defs g path rect circle ellipse use clipPath linearGradient radialGradient stop".split()
)


def rasterized(svg: bytes, width: int, height: int) -> pyvips.Image:
    return pyvips.Image.thumbnail_buffer(svg, width, height=height, size="force").flatten().copy_memory()


def pixel(image: pyvips.Image, x: float, y: float) -> list[float]:
    """The colour at shares of width and height."""
    return list(image(int(x * (image.width - 1)), int(y * (image.height - 1)))[:3])


def outlines(root: ET.Element) -> dict[str, set[str]]:
    """What each layer's shapes look like, their colours left out."""
    found: dict[str, set[str]] = {}
    for layer in root.iter(f"{SVG}g"):
        if name := layer.get("class"):
            shapes = found.setdefault(name, set())
            for element in layer.iter():
                shapes.update(_pieces(element))
    return found


def _pieces(element: ET.Element) -> list[str]:
    if path := element.get("d"):
        return re.findall(r"M[^M]*", path)
    keys = ("x", "y", "width", "height", "cx", "cy", "r", "rx", "ry")
    place = " ".join(f"{key}={value}" for key in keys if (value := element.get(key)))
    return [f"{element.tag} {place}"] if place else []
