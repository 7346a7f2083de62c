"""Figures: a picture set for print or for a screen, as SVG, PNG and PDF, with its evidence."""
