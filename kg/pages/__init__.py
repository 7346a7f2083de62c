"""Pages: a picture as one HTML file that works offline and sends nothing anywhere."""

from kg.pages.page import page
from kg.pages.room import room

__all__ = ["page", "room"]
