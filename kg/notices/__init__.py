"""Procurement notices: what eForms, TED, OCDS and DECP say, and how it is told as statements.

Each format is read into the same plain values (``notice.py``); what is said of them is said once
(``telling.py`` and the modules it calls), so that all formats say the same things in one way.
"""
