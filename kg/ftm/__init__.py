"""FollowTheMoney, the data model of Aleph and OpenSanctions, in our words and back.

Its entities are read as fragments: what one line or row says of one thing. Fragments of one id are
gathered into one, then said as entities and statements. The other way a graph becomes JSON lines.
"""
