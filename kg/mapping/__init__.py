"""Mappings: YAML files that say what the columns of a table mean.

Those of Aleph and FollowTheMoney run unchanged; what they have no word for stands under ``x:``,
which they pass over. A mapping is read and checked whole, then tied to the columns of a table.
"""
