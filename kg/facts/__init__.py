"""Curated rows: what each column may hold, and how a mistake is explained."""
