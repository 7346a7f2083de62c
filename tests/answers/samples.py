"""Answers to try: one as a journalist gets it, one where every field is hostile."""

from kg.answers import Answer, notes

CITED: dict[str, dict[str, object]] = {
    "c1": {
        "says": "Sopra Steria won the i-Police contract.",
        "certainty": "reported",
        "said_by": "",
        "said_by_name": "",
        "locator": "p. 19, l. 3-5",
        "source": "report",
        "title": "Report on policing",
        "publisher": "Statewatch",
        "published": "2025",
        "read": "2026-11-25",
        "url": "https://example.org/a_b",
    },
    "c2": {
        "says": "TA9 belongs to Rayzone.",
        "certainty": "inferred",
        "said_by": "ta9",
        "said_by_name": "TA9",
        "locator": "para 3",
        "source": "levif",
        "title": "i-Police in trouble",
        "publisher": "Le Vif",
        "published": "2022-05-08",
        "read": "2026-11-25",
        "url": "https://example.org/levif",
    },
}
CITED["c3"] = {**CITED["c2"], "says": "TA9 is ready.", "certainty": "alleged"}

ROWS: tuple[dict[str, object], ...] = (
    {
        "supplier": "Sopra Steria",
        "supplier_id": "sopra-steria",
        "value": 75800000.0,
        "systems": ["i-Police", "Focus"],
        "claims": ["c2", "c1"],
    },
    {
        "supplier": "TA9",
        "supplier_id": "ta9",
        "value": None,
        "systems": [],
        "claims": ["c3"],
    },
)

HOSTILE = (
    "'; MATCH (n) DETACH DELETE n //",
    '=HYPERLINK("http://evil.example","click")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3",
    "+32 2 000 00 00",
    "\uff1d1+1",
    "\t=1+1",
    "\r=1+1",
    "'=1+1",
    " leading and trailing ",
    '<script>alert("x")</script>',
    "<img src=x onerror=alert(1)>",
    "]]></style></table><!--",
    "{{ template }} ${jndi}",
    "[click](javascript:alert(1)) | `code` *bold* _it_ ~~no~~ # \\",
    "two\nlines\r\nand\rthree",
    "\x1b[2J\x1b]0;owned\x07 \x9b31m \x00 \x7f",
    "\u202egnp.exe \u2066isolated",
    "\u05de\u05e9\u05d8\u05e8\u05d4 \u0634\u0631\u0637\u0629",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e7\U0001f1ea \u8b66\u5bdf",
    "_x0041_ \ufffe \u2028 \x85",
    "<r><t>rich & wrong</t></r>",
    'comma, "quote" and |pipe|',
    "",
)


def police() -> Answer:
    """Two suppliers, three claims in two places."""
    columns = ("supplier", "supplier_id", "value", "systems", "claims")
    return Answer("Who supplies this police force?", columns, ROWS, notes(ROWS, CITED))


def hostile() -> Answer:
    """One row a text, with that text in every field of the row, its note, the title."""
    rows: tuple[dict[str, object], ...] = tuple(
        {"name": text, "list": [text, text], "count": at, "claims": [f"c{at}"]}
        for at, text in enumerate(HOSTILE)
    )
    cited = {f"c{at}": _hostile_claim(at, text) for at, text in enumerate(HOSTILE)}
    columns = ("name", "list", "count", "claims")
    return Answer(" ".join(HOSTILE), columns, rows, notes(rows, cited))


def _hostile_claim(at: int, text: str) -> dict[str, object]:
    words = ("says", "certainty", "said_by", "title", "publisher", "published", "read", "url")
    return {**dict.fromkeys(words, text), "locator": text, "source": f"s{at}"}
