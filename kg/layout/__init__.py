"""Where everything in a picture stands: positions from Python, the same in every run."""

from kg.layout.scene import Frame, Scene, place, scene
from kg.layout.sizes import Size, Sizes

__all__ = ["Frame", "Scene", "Size", "Sizes", "place", "scene"]
