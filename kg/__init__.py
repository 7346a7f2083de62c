"""The evidence-checked knowledge graph of Europe's police technology and surveillance industry."""

__version__ = "0.1.0"
