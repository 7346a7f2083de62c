"""Deciding who is who, pair by pair: in the terminal, on a page for a colleague, from a table.

What may be one but is not sure lies in ``review.csv`` of the built store. Each pair is shown with
all that is known of both, and with what would move in the graph; each answer goes to the ledger of
the case at once, and ``kg build`` puts it into the graph.
"""
