"""What the shipped facts say of contracts, money, owners, people and data, as rows of answers.

Each entry: the query, what is asked, and cells of one row. A list means: at least these.
"""

from tests.queries.known_supply import Cells

CONTRACTS: list[tuple[str, dict[str, object], Cells]] = [
    (
        "contracts-of-buyer",
        {"buyer": "eu-LISA"},
        {"contract_id": "ees-contract", "amounts": ["award 142000000 EUR"]},
    ),
    (
        "contracts-of-buyer",
        {"buyer": "mod-uk"},
        {"contract_id": None, "suppliers_ids": ["palantir"], "amounts": ["240600000 GBP"]},
    ),
    (
        "contracts-of-supplier",
        {"supplier": "Elbit Systems"},
        {"contract_id": "dutch-tap-contract", "holder_id": "cyber-intelligence-ltd", "way": "won"},
    ),
    (
        "contracts-of-supplier",
        {"supplier": "Eurocop"},
        {"way": "contract without a name", "in_words": "public services"},
    ),
    (
        "contracts-by-value",
        {"min_value": 290_000_000},
        {"contract_id": "i-police-contract", "kind": "budget", "approx": "almost"},
    ),
    (
        "contracts-by-value",
        {"currency": "NOK"},
        {"contract_id": "norway-prum-contract", "value": 81_000_000.0},
    ),
    (
        "contracts-by-year",
        {"year_from": 2019, "year_to": 2019},
        {
            "contract_id": "dutch-tap-contract",
            "act": "won",
            "date": "2019-07-01",
            "dated_by": "notice",
        },
    ),
    (
        "contracts-by-year",
        {"year_from": 2018, "year_to": 2018},
        {"contract_id": "i-police-contract", "act": "ended", "contested": True},
    ),
    (
        "bidders",
        {},
        {"firm_id": "buddi", "outcome": "others won", "bid": "excluded"},
    ),
    (
        "bidders",
        {"contract": "cometa-contract"},
        {"firm_id": "vodafone-es", "outcome": "won through a consortium"},
    ),
    ("bidders", {"contract": "OTDH tender"}, {"firm_id": "athea", "outcome": None}),
    (
        "call-offs",
        {"framework": "vera-framework-contract"},
        {"contract_id": "palantir-bw-contract", "tie": "falls under it", "buyers_ids": ["im-bw"]},
    ),
    (
        "amounts",
        {},
        {"kind": "paid", "amount": 75_800_000.0, "approx": "more_than"},
    ),
    (
        "amounts",
        {"thing": "i-Police"},
        {"of_id": "i-police-contract", "kind": "invoiced", "said_by": "Bernard Quintin"},
    ),
    (
        "amounts",
        {"thing": "cometa-contract"},
        {"kind": "award", "amount": 35_226_000.0, "vat": "excluded"},
    ),
    (
        "amounts-unclear",
        {},
        {"of_id": "palantir-bw-contract", "unclear": ["no kind", "approximate"]},
    ),
    (
        "consortium",
        {"contract": "i-police-contract"},
        {"firm_id": "kpmg", "way": "partner of a winner", "beside_id": "sopra-steria"},
    ),
    (
        "consortium",
        {},
        {"firm_id": "idemia", "way": "belongs to the winner", "role": "lead"},
    ),
    ("owners", {}, {"owner_id": "canon", "way": "owner", "known_on": ["2024-01"]}),
    ("owners", {"vendor": "Palantir"}, {"owner_id": "peter-thiel", "share": [7.0]}),
    (
        "owners",
        {"vendor": "bosch-security"},
        {"owner_id": "triton", "way": "buyer", "status": ["announced"]},
    ),
    (
        "owners-of-owners",
        {},
        {"top_id": "canon", "steps": 2, "chain_ids": ["briefcam", "milestone-systems", "canon"]},
    ),
    (
        "takeovers",
        {},
        {"buyer_id": "canon", "act": "ownership", "target_id": "briefcam", "date": "2024-01"},
    ),
    (
        "takeovers",
        {"party": "Ordina"},
        {"status": "closed", "price": 480_000_000.0, "approx": "almost", "share": 92.7},
    ),
    (
        "takeovers",
        {"party": "Safran"},
        {"buyer_id": "advent-international", "target_id": "morpho", "seller_id": "safran"},
    ),
    (
        "successors",
        {"entity": "Geolitica"},
        {"act": "is or was named", "name": "PredPol", "until": "2021"},
    ),
    (
        "successors",
        {"entity": "i-Police"},
        {"earlier_id": "feedis", "act": "is to be replaced by", "status": "planned"},
    ),
    (
        "funders-of",
        {"thing": "prokid"},
        {"funder_id": "bzk-nl", "value": 270_000.0, "currency": "EUR"},
    ),
    (
        "exposed-if",
        {},
        {
            "exposed_id": "danish-police",
            "why": "uses a system built on or fed by its product",
            "through_ids": ["gotham", "pol-intel"],
        },
    ),
    ("exposed-if", {}, {"exposed_id": "hessendata", "what": "Product"}),
    (
        "exposed-if",
        {"vendor": "TA9"},
        {
            "exposed_id": "belgian-federal-police",
            "why": "uses a system on which it is a subcontractor",
        },
    ),
    (
        "shared-vendors",
        {"left": "Hesse State Police", "right": "Bavarian State Police"},
        {"vendor_id": "palantir", "right_ways": ["base of a system in use"]},
    ),
    (
        "shared-vendors",
        {"left": "police-nationale-fr", "right": "pz-gent"},
        {"vendor_id": "briefcam", "left_ways": ["product in use (suspended)"]},
    ),
    (
        "databases-of",
        {},
        {"data_id": "belgian-police-databases", "scope": "all", "hedge": "meant_to"},
    ),
    (
        "databases-of",
        {"system": "Smart Police"},
        {
            "system_id": "smart-police-predictive-module",
            "in_words": "information from owners of social housing",
            "certainty": "alleged",
        },
    ),
    ("systems-on", {}, {"system_id": "facevacs-dbscan", "way": "draws on it"}),
    (
        "systems-on",
        {"database": "Schengen Information System"},
        {"system_id": "sbms", "way": "receives data from it"},
    ),
    (
        "built-on",
        {"product": "gotham"},
        {"system_id": "hessendata", "base_id": "gotham", "ways": ["built on"]},
    ),
    ("revolving-doors", {}, {"person_id": "thierry-breton", "dates": ["until 2019"]}),
    (
        "revolving-doors",
        {"party": "unit-8200"},
        {"person_id": "ta9-ceo", "vendor_id": "rayzone", "certainty": "inferred"},
    ),
    (
        "people-of",
        {"organisation": "eu-LISA"},
        {"person_id": "agnes-diallo", "elsewhere_ids": ["atos"], "dates": ["since 2023-03"]},
    ),
    (
        "research-with",
        {},
        {
            "force_id": "pz-antwerpen",
            "partner_id": "ghent-university",
            "in_words": "predictive policing for the Antwerp police",
        },
    ),
    (
        "research-with",
        {"force": "Dutch National Police"},
        {"partner_id": "tu-eindhoven", "what_id": "roermond-sensing", "tie": "is a partner"},
    ),
    (
        "partners-of",
        {"organisation": "TA9"},
        {"partner_id": "sopra-steria", "tie": "partner", "projects_ids": ["i-police"]},
    ),
    (
        "clients-of",
        {"vendor": "Eurocop"},
        {"client_id": None, "in_words": "dozens of Spanish municipalities"},
    ),
    (
        "clients-of",
        {"vendor": "Palantir"},
        {"client_id": "lka-nrw", "party_id": "palantir-gmbh", "grounds": ["contract"]},
    ),
    (
        "vendors-in-country",
        {"country": "Israel"},
        {"vendor_id": "rayzone", "products_ids": ["rayzone-echo", "rayzone-interapp"]},
    ),
    ("vendors-by-clients", {}, {"vendor_id": "briefcam", "countries": ["BE", "FR", "US"]}),
    (
        "resellers",
        {},
        {
            "maker_id": "bosch-security",
            "reseller_id": "intelligent-security-services",
            "client_id": "madrid-municipalities",
        },
    ),
    (
        "unnamed-clients",
        {"vendor": "Eurocop"},
        {"act": "supplies", "in_words": "dozens of Spanish municipalities", "certainty": "alleged"},
    ),
    (
        "tenders",
        {"country": "BE"},
        {"tender_id": "i-police-tender", "dates": ["2017-02-17"], "outcome": None},
    ),
    ("tenders", {}, {"tender_id": "dar-contract", "outcome": "awarded"}),
    (
        "ended-contracts",
        {"country": "Belgium"},
        {
            "contract_id": "i-police-contract",
            "ended_by_id": "bernard-quintin",
            "dates": ["2018", "2024", "2025", "2025-12"],
            "contested": True,
        },
    ),
    (
        "police-suppliers",
        {"country": "Norway"},
        {"supplier_id": "palantir", "currency": "NOK", "value": 81_000_000.0, "contracts": 1},
    ),
    (
        "police-suppliers",
        {"currency": "EUR"},
        {"supplier_id": "palantir-gmbh", "value": 20_000_000.0, "forces_ids": ["lka-nrw"]},
    ),
    (
        "spending-by-year",
        {"buyer": "eu-lisa"},
        {"year": 2019, "kind": "awarded", "currency": "EUR", "value": 142_000_000.0},
    ),
    (
        "single-bids",
        {},
        {"contract_id": "i-police-contract", "suppliers_ids": ["sopra-steria-belgium"]},
    ),
    (
        "direct-awards",
        {"buyers": "police"},
        {"contract_id": "nl-palantir-contract-2018", "suppliers_ids": ["palantir"]},
    ),
    (
        "direct-awards",
        {"country": "Germany"},
        {"contract": None, "buyer_id": "ptlv-hesse", "suppliers_ids": ["palantir-gmbh"]},
    ),
    (
        "modified-contracts",
        {"min_percent": 20},
        {"contract_id": "sis2-steria-contract", "growth": 8_400_000.0, "percent": 21.0},
    ),
    (
        "suppliers-across-buyers",
        {"least": 7},
        {"supplier_id": "palantir", "n_buyers": 7, "countries": ["DE", "FR", "GB", "NL", "NO"]},
    ),
    (
        "subcontracting-chains",
        {"vendor": "Rayzone"},
        {"chain_ids": ["sopra-steria", "rayzone"], "contracts_ids": ["i-police-contract"]},
    ),
]
