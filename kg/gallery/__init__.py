"""Every view of a case in one folder: pages, figures, and a page that leads to them."""

from kg.gallery.folder import gallery

__all__ = ["gallery"]
