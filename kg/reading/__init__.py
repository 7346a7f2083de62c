"""What a person reads out of an open store beyond one query."""
