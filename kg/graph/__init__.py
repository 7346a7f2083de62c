"""The graph: entities and the relationships between them, each resting on claims."""
