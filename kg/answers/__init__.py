"""Answers: rows with the numbered sources they rest on, in every format."""

from kg.answers.answer import Answer, Note
from kg.answers.citations import notes
from kg.answers.csv import notes_csv
from kg.answers.formats import FORMATS, files, format_of, render

__all__ = ["FORMATS", "Answer", "Note", "files", "format_of", "notes", "notes_csv", "render"]
