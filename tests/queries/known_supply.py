"""What the shipped facts say of systems, their users and suppliers, as rows of answers.

Each entry: the query, what is asked, and cells of one row. A list means: at least these.
"""

Cells = dict[str, object]

SUPPLY: list[tuple[str, dict[str, object], Cells]] = [
    (
        "systems-in-country",
        {"country": "Belgium"},
        {"system_id": "orbit-gis", "user_id": "belgian-local-police", "certainty": "alleged"},
    ),
    (
        "systems-in-country",
        {"country": "DE"},
        {"system_id": "precobs", "user_id": "bavaria-police", "status": "ended"},
    ),
    (
        "systems-of-kind",
        {},
        {
            "system_id": "risk-terrain-modelling",
            "kind_id": "environmental-risk-prediction",
            "user_id": "belgian-police",
            "status": "active",
        },
    ),
    (
        "systems-of-kind",
        {"kind": "AI video surveillance"},
        {"tie": "no product named", "user_id": "belgian-local-police"},
    ),
    ("systems-by-status", {}, {"system_id": "predvol", "status": "ended", "certainty": "stated"}),
    (
        "systems-by-status",
        {"status": "ended"},
        {"system_id": "paved", "user_id": "gendarmerie-nationale"},
    ),
    (
        "systems-by-status",
        {"status": "ruled_unlawful"},
        {"system_id": "clearview-ai-software", "user_id": "swedish-police"},
    ),
    (
        "makers-of",
        {},
        {"maker_id": "palantir", "way": "makes what it is built on", "on_id": "gotham"},
    ),
    (
        "makers-of",
        {"system": "shared biometric matching service"},
        {"maker_id": "idemia-sopra-consortium", "on_id": "sbms-contract", "client_id": "eu-lisa"},
    ),
    (
        "makers-of",
        {"system": "NRW prison AI against suicide"},
        {"maker_id": "fusionsystems", "status": "attempted"},
    ),
    ("products-of", {"vendor": "Palantir"}, {"product_id": "gotham", "way": "makes it"}),
    (
        "products-of",
        {"vendor": "Edicia"},
        {"product_id": None, "in_words": "software for safety in cities", "way": "makes it"},
    ),
    (
        "used-by",
        {"force": "Dutch National Police"},
        {"system_id": "cas", "since": "2015", "until": "2025-12", "status": "ended"},
    ),
    (
        "used-by",
        {"force": "spanish-interior-ministry"},
        {"user_id": "secretaria-estado-seguridad", "system_id": "viogen", "status": "active"},
    ),
    (
        "used-by",
        {"force": "lokale politie in België"},
        {"system_id": "orbit-gis", "hedges": ["almost", "more_than", "claimed", "apparently"]},
    ),
    (
        "users-of",
        {"system": "gotham"},
        {"system_id": "pol-intel", "tie": "built on it", "user_id": "danish-police"},
    ),
    (
        "users-of",
        {"system": "corto"},
        {"in_words": "towns in the Paris region, Arras, Le Cannet, Mulhouse and Saintes"},
    ),
    (
        "suppliers",
        {"force": "Federale Politie"},
        {
            "supplier_id": "ta9",
            "tier": 2,
            "way": "subcontract for a system in use",
            "through_ids": ["i-police-contract", "i-police"],
            "certainty": "stated",
        },
    ),
    (
        "suppliers",
        {},
        {
            "supplier_id": "ta9",
            "way": "partnership for a system in use",
            "through_ids": ["sopra-steria", "i-police"],
            "dates": ["2021-12-06"],
        },
    ),
    (
        "suppliers",
        {"force": "belgian-federal-police", "depth": 1},
        {"supplier_id": "sopra-steria", "tier": 1, "way": "maker of a system in use"},
    ),
    (
        "suppliers",
        {"force": "Europol"},
        {
            "supplier_id": "palantir",
            "tier": 2,
            "way": "subcontract",
        },
    ),
    (
        "suppliers",
        {"force": "madrid-municipalities"},
        {"supplier_id": "intelligent-security-services", "through_ids": ["bosch-security"]},
    ),
    (
        "suppliers",
        {"force": "Dutch National Police"},
        {
            "supplier_id": "cyber-intelligence-ltd",
            "dates": ["2019-07-01 (notice)"],
            "way": "contract awarded",
        },
    ),
    (
        "suppliers",
        {"force": "eu-LISA"},
        {
            "supplier_id": "leonardo",
            "way": "member of a consortium",
            "through_ids": ["ees-contract", "ees-consortium"],
        },
    ),
    (
        "subcontracting-of-contract",
        {"contract": "i-police-contract"},
        {
            "subcontractor_id": "interionet",
            "prime_id": "sopra-steria",
            "prime_by": "read from who won the contract",
            "tier": 1,
        },
    ),
    (
        "subcontracting-of-contract",
        {"contract": "europol-capgemini-contract"},
        {
            "subcontractor_id": "palantir",
            "prime_id": "capgemini-nederland",
            "prime_by": "named by the source",
        },
    ),
    (
        "subcontracting-of-vendor",
        {"vendor": "TA9"},
        {"side": "subcontractor", "other_id": "sopra-steria", "contract_id": "i-police-contract"},
    ),
    (
        "subcontracting-of-vendor",
        {},
        {"side": "prime", "other_id": "rayzone", "certainty": "inferred"},
    ),
    (
        "routes-to-forces",
        {"vendor": "TA9", "clients": "police"},
        {
            "client_id": "belgian-federal-police",
            "route": "subcontract for a system in use",
            "through_ids": ["i-police-contract", "i-police"],
        },
    ),
    (
        "routes-to-forces",
        {"vendor": "Palantir"},
        {
            "client_id": "lka-nrw",
            "party_id": "palantir-gmbh",
            "route": "contract awarded",
        },
    ),
    (
        "routes-to-forces",
        {"vendor": "bosch-security"},
        {
            "route": "delivery through another firm",
            "client_id": "madrid-municipalities",
            "through_ids": ["intelligent-security-services"],
        },
    ),
]
