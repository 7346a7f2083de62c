"""The words of Cypher that decide whether a text only reads, and whether both stores know it.

Tried one by one on both stores [Neo4j 5.26.28, ArcadeDB 26.11].
"""

# fmt: off
WRITES = frozenset({
    "CREATE", "MERGE", "DELETE", "SET", "REMOVE", "DROP", "FOREACH", "INSERT",
})
"""Clauses that write, wherever they stand."""

PAIRS = frozenset({
    ("DETACH", "DELETE"), ("NODETACH", "DELETE"), ("LOAD", "CSV"),
    ("TERMINATE", "TRANSACTION"), ("TERMINATE", "TRANSACTIONS"),
})
"""Refused together; each word alone may be a name. Both stores open local files for LOAD CSV."""

COMMANDS = frozenset({
    "ALTER", "BEGIN", "COMMIT", "DEALLOCATE", "DEFINE", "DENY", "DRYRUN", "ENABLE", "GRANT",
    "REALLOCATE", "RENAME", "REVOKE", "ROLLBACK", "SESSION", "START", "STOP", "TRUNCATE", "UPDATE",
    "USE", "USING",
})
"""Refused where a query begins; elsewhere they are names (``r.since AS start``)."""

OPENERS = ("MATCH", "WITH", "UNWIND", "CALL", "RETURN")
"""What a query begins with."""

OTHER_OPENERS = ("OPTIONAL", "SHOW", "FINISH", "LET", "FILTER", "FOR")
"""What a query may begin with, but seldom should."""

PROCEDURES = frozenset({
    "db.labels", "db.ping", "db.propertykeys", "db.relationshiptypes",
    "db.schema.nodetypeproperties", "db.schema.reltypeproperties", "db.schema.visualization",
    "dbms.components",
})
"""Procedures that only read, in small letters. Every other is refused."""

NAMESPACES = frozenset({
    "date", "datetime", "duration", "localdatetime", "localtime", "point", "time",
    "vector.similarity",
})
"""Where functions with a dot in their name may come from: no plugin, no ``dbms.``, no ``util.``."""

ON_ONE_STORE = {
    "CYPHER": "leave it out",
    "FILTER": "write WITH * WHERE",
    "FOR": "write UNWIND",
    "LET": "write WITH",
    "SHORTEST": "write shortestPath((a)-[*..8]-(b))",
    "SHOW": "see kg info",
}
"""Words that only one store knows or that differ between them, and what to write instead."""

OWN_ANSWERS = {
    "id": "use the property id",
    "elementid": "use the property id",
    "percentilecont": "use percentileDisc",
    "db.propertykeys": "see kg info",
}
"""Functions and procedures that answer differently on the two stores."""

TEMPORAL = frozenset({
    "year", "quarter", "month", "week", "day", "hour", "minute", "second",
    "years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds",
})
"""What can be asked of a date or a duration, like a property."""
