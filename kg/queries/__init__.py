"""Saved queries: queries/*.cypher, their parameters, and the guard that keeps them read-only."""
