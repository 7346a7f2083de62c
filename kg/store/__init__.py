"""Stores: one Bolt driver, to the embedded database or to a Neo4j server."""
