"""The documentation, and the generator of its parts that can be made."""
