"""Answers: rows with the numbered sources they rest on, in every format."""
