"""What the shipped facts say of law, oversight, criticism and gaps, as rows of answers.

Each entry: the query, what is asked, and cells of one row. A list means: at least these.
"""

Cells = dict[str, object]

OVERSIGHT: list[tuple[str, dict[str, object], Cells]] = [
    (
        "rulings-on",
        {"of": "BriefCam"},
        {"ruling_id": "ta-grenoble", "on_id": "moirans", "date": "2025-01-24", "contested": True},
    ),
    (
        "rulings-on",
        {"of": "Moirans"},
        {"court_id": "ta-grenoble", "date": "2025-01-30", "outcome": "unlawful"},
    ),
    (
        "rulings-on",
        {"of": "hessenDATA"},
        {"ruling_id": "bverfg", "on_id": "hsog-25a", "outcome": "unconstitutional"},
    ),
    (
        "fines",
        {"of": "Clearview AI"},
        {
            "authority_id": "autoriteit-persoonsgegevens",
            "value": 5100000.0,
            "approx": "at_most",
            "status": "threatened",
        },
    ),
    ("audits-of", {"of": "SIS"}, {"auditor_id": "edps", "did": "audited", "date": "2024"}),
    (
        "audits-of",
        {"of": "Clearview AI"},
        {"auditor_id": "imy", "audited_id": "swedish-police", "system_id": "clearview-ai-software"},
    ),
    ("investigations", {}, {"investigator_id": "bavarian-dpa", "status": "planned"}),
    (
        "investigations",
        {"of": "i-Police"},
        {"investigator_id": "brussels-prosecutor", "kind": "judicial inquiry"},
    ),
    (
        "orders",
        {"of": "Sopra Steria"},
        {"authority_id": "vanessa-matz", "in_words": "careful check of the Sopra Steria contracts"},
    ),
    (
        "lawsuits",
        {"of": "VeRA"},
        {"claimant_id": "ccc", "kind": "constitutional complaint", "date": "2025-07-23"},
    ),
    ("lawsuits", {}, {"claimant_id": "ldh-fr", "with_ids": ["adelico", "saf-fr"]}),
    (
        "laws-that-authorise",
        {"of": "hessenDATA"},
        {"law_id": "hsog-25a", "allows_id": "hessendata", "by_way_of": None},
    ),
    (
        "laws-that-authorise",
        {"of": "BriefCam"},
        {"law_id": "njvollzg", "by_way_of_id": "ai-video-surveillance", "certainty": "reported"},
    ),
    (
        "laws-that-ban",
        {"of": "RisCanvi"},
        {
            "law_id": "eu-ai-act",
            "by_way_of_id": "person-based-predictive-policing",
            "certainty": "inferred",
        },
    ),
    ("laws-that-ban", {}, {"law_id": "eu-ai-act", "in_words": "social scoring"}),
    (
        "rules-and-exceptions",
        {"of": "AI Act"},
        {"does": "exempts", "hedge": "possibly", "certainty": "alleged"},
    ),
    (
        "ended-systems",
        {"country": "Spain"},
        {"system_id": "veripol", "status": "ended", "when": ["2024-10-21", "2025-03"]},
    ),
    (
        "ended-systems",
        {"country": "BE"},
        {"system_id": "i-police", "user_id": "bernard-quintin", "status": "deal_ended"},
    ),
    (
        "ended-systems",
        {},
        {
            "system_id": "palantir-software",
            "to_be_replaced_by_ids": ["argonos"],
            "replaced_by_ids": [],
        },
    ),
    (
        "pilots",
        {"country": "Germany"},
        {
            "user_id": "bavaria-police",
            "system_id": "vera",
            "pilot_time": ["2024-09-02 to 2024-12-24"],
            "other_statuses": ["active (from 2024-12-25)"],
        },
    ),
    (
        "pilots-to-use",
        {},
        {"user_id": "hesse-police", "system_id": "klb-operativ", "order": "pilot first"},
    ),
    (
        "plans",
        {"country": "Belgium"},
        {"who_id": "i-police", "plan": "REPLACES", "what_id": "feedis", "status": "planned"},
    ),
    (
        "plans",
        {},
        {"who_id": "police-nrw", "what_id": "dar", "since_then": ["active", "pilot"]},
    ),
    ("critics-of", {"of": "Palantir"}, {"criticises_id": "palantir"}),
    (
        "defenders-of",
        {"of": "Clearview AI"},
        {"who_id": "clearview-ai", "in_words": "that it falls under EU privacy law"},
    ),
    (
        "demands",
        {"of": "VeriPol"},
        {"who_id": "civio", "date": "2023-02", "about_ids": ["veripol"]},
    ),
    ("demands-for-bans", {}, {"who_id": "diana-sardjoe", "what_id": "predictive-policing"}),
    ("demands-for-bans", {"of": "Top400"}, {"kind": "stop in its present form"}),
    ("consequences-of", {}, {"of_id": "be-sex-worker-databases", "certainty": "stated"}),
    (
        "figures-claimed",
        {"of": "Orbit"},
        {
            "of_id": "orbit",
            "figure": "100",
            "approx": "almost",
            "hedge": "claimed",
            "said_by": "Orbit",
            "contested": True,
        },
    ),
    (
        "figures-claimed",
        {"of": "Orbit"},
        {"of_id": "belgian-local-police", "figure": "100", "approx": "more_than"},
    ),
    (
        "figures-claimed",
        {"of": "i-Police framework agreement", "kind": "money"},
        {"figure": "299000000", "unit": "EUR", "kind": "budget"},
    ),
    (
        "status-of",
        {"of": "CAS"},
        {"status": "ended", "user_id": "dutch-police", "time": "2015-10 to 2025-12"},
    ),
    ("status-of", {"of": "i-Police"}, {"of_id": "i-police-contract", "status": "ended"}),
    (
        "what-it-does",
        {"system": "i-Police"},
        {"aspect": "HAS_FEATURE", "what_id": None, "hedge": "meant_to"},
    ),
    (
        "conflicts",
        {"about": "VeriPol"},
        {"conflict": "When did Spain stop using VeriPol?", "date": "2024-10-21"},
    ),
    ("conflicts", {"about": "Orbit"}, {"kind": "conflict", "subject_id": "belgian-local-police"}),
    (
        "timeline",
        {"of": "VeriPol"},
        {"until": "2024-10-21", "fact": "USES", "status": "ended", "dated_by": "span"},
    ),
    ("timeline", {"of": "TA9"}, {"date": "2021-12-06", "object_id": "sopra-steria"}),
    (
        "single-source",
        {"of": "Sopra Steria"},
        {"subject_id": "sopra-steria", "fact": "MAKES", "object_id": "i-police"},
    ),
    (
        "single-source",
        {"of": "Interionet"},
        {"fact": "SUBCONTRACTED_ON", "object_id": "i-police-contract"},
    ),
    (
        "vendor-only",
        {"of": "Edicia"},
        {
            "subject_id": "libourne",
            "fact": "USES",
            "object_id": "smart-police-predictive-module",
            "said_by": ["Edicia"],
            "certainty": "alleged",
        },
    ),
    (
        "if-source-withdrawn",
        {"source": "verlinden-ipolice"},
        {"subject_id": "sopra-steria", "fact": "MAKES", "object_id": "i-police"},
    ),
    (
        "if-source-withdrawn",
        {"source": "verlinden-ipolice"},
        {"fact": "CLIENT_OF", "derived": True, "object_id": "sopra-steria"},
    ),
    (
        "if-source-withdrawn",
        {"source": "verlinden-ipolice"},
        {"fact": "DRAWS_ON", "in_words": "about eighty applications and databases"},
    ),
    (
        "said-in",
        {"source": "report", "page": "p. 19"},
        {"subject_id": "ta9-ceo", "fact": "HELD_ROLE", "object_id": "unit-8200"},
    ),
    (
        "to-recheck",
        {"of": "XLAW"},
        {"subject_id": "questura-napoli", "why": "claim marked; source not read again"},
    ),
    ("sources-by-weight", {}, {"source": "report", "kind": "ngo_report", "n_claims": 968}),
    (
        "hedged-claims",
        {"doubt": "hedged", "of": "Orbit"},
        {"hedge": "claimed", "said_by": "Orbit"},
    ),
    ("hedged-claims", {"doubt": "disputed"}, {"fact": "DISPUTES", "object_id": "hessendata"}),
    ("maybe-same", {"of": "Orbit"}, {"left_id": "orbit", "right_id": "orbit-gt"}),
    ("judged-related", {"of": "i-Police"}, {"left_id": "i-police", "right_kind": "Contract"}),
    (
        "not-named",
        {"kind": "unnamed"},
        {"entity_id": "eurocop-system", "may_be_ids": ["eurocop-platform"]},
    ),
    (
        "not-named",
        {"country": "Spain"},
        {"entity_id": "madrid-ai-video-system", "may_be_ids": ["madrid-ai-cctv-2024"]},
    ),
    (
        "statements-by",
        {"who": "Bernard Quintin"},
        {"way": "passed on", "subject_id": "i-police-contract"},
    ),
    ("voices", {}, {"said_by": "sources not named", "entity_id": None, "n_alleged": 11}),
    (
        "uses-in-place",
        {"place": "Madrid"},
        {"user_id": "madrid-municipal-police", "system_id": "cisevi"},
    ),
    (
        "uses-in-place",
        {"place": "Belgium"},
        {"system_id": "orbit-gis", "user_id": None, "because": "Vlaanderen"},
    ),
    (
        "uses-without-user",
        {},
        {"system_id": "corto", "place_id": None, "users_known_ids": ["mantes-la-jolie"]},
    ),
    (
        "neighbours",
        {"of": "TA9"},
        {"direction": "in", "fact": "HELD_ROLE", "neighbour_id": "ta9-ceo"},
    ),
    ("neighbours", {"of": "TA9"}, {"fact": "SUBCONTRACTS_TO", "derived": True}),
    (
        "force-technology",
        {},
        {"force_id": "pz-gent", "technology_id": "ai-video-surveillance", "used": "yes"},
    ),
    (
        "force-technology",
        {"country": "NL"},
        {
            "force_id": "dutch-police",
            "technology_id": "hotspot-prediction",
            "used": "ended",
            "systems_ids": ["cas"],
        },
    ),
    (
        "unsupplied",
        {},
        {"system_id": "bundes-vera", "missing": ["maker", "supplier", "user"]},
    ),
    ("unsupplied", {"kind": "Database"}, {"system_id": "taj", "n_users": 3}),
    ("most-connected", {"kind": "Company"}, {"entity_id": "palantir", "kind": "Company"}),
    ("expiring", {}, {"until": "2028", "subject_id": "dgsi", "object_id": "gotham"}),
    ("events-since", {"since": "2026-06-16"}, {"subject_id": "dgsi", "object_id": "argonos"}),
    (
        "not-heard-of-since",
        {"before": "2009-01-01"},
        {"user_id": "hm-prison-service", "system_id": "oasys", "last_known": "2004-12-31"},
    ),
    (
        "best-evidenced",
        {"sources": 8},
        {"subject_id": "sopra-steria", "fact": "WON", "object_id": "i-police-contract"},
    ),
    ("revelations", {"of": "BriefCam"}, {"does": "identified"}),
    ("targets-of", {"of": "i-Police"}, {"does": "draws_on", "hedge": "meant_to"}),
    (
        "shortest-path",
        {"from": "Unit 8200", "to": "Federale Politie"},
        {"step": 2, "from_id": "ta9-ceo", "to_id": "ta9", "tie": "HELD_ROLE"},
    ),
    ("brokers", {}, {"entity_id": "palantir", "kind": "Company"}),
    ("communities", {}, {"community": 1, "members_ids": ["ta9", "sopra-steria", "i-police"]}),
]
