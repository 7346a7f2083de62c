from itertools import permutations

import pytest

from kg.resolve.record import record
from kg.resolve.resolving import Resolution, resolve


def resolved(*names: str, country: str = "") -> Resolution:
    return resolve([record(str(at), name, country) for at, name in enumerate(names)])


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Akzo Nobel N.V.", "AKZO NOBEL NV, ARNHEM", "NL"),
        ("Siemens Aktiengesellschaft", "SIEMENS AG", "DE"),
        ("Sopra Steria SA", "SOPRA-STERIA S.A.", "FR"),
        ("Gemeente Gent", "gemeente gent", "BE"),
    ],
)
def test_the_same_name_in_another_spelling_merges(one: str, other: str, country: str) -> None:
    found = resolved(one, other, country=country)
    assert (found.cluster, found.tier) == ([0, 0], ["T2", "T2"])


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Deutsche Bank AG", "Deutsche Bank GmbH", "DE"),
        ("Top400", "Top600", "NL"),
        ("LKA", "LKA", "DE"),
        ("PredPol", "PredVol", ""),
        ("Polizei Bayern", "Polizei Hessen", "DE"),
        ("North Yorkshire Police", "South Yorkshire Police", "GB"),
        ("Universidad Autónoma de Madrid", "Universidad Carlos III de Madrid", "ES"),
        ("TA9", "TA9/Rayzone", "IL"),
        ("Acme Systems", "Acme Systems (formerly Other Systems)", ""),
    ],
)
def test_what_may_be_two_never_merges_without_a_person(one: str, other: str, country: str) -> None:
    found = resolved(one, other, country=country)
    assert not found.merged or one.startswith("Acme")
    if found.cluster[0] == found.cluster[1] and not one.startswith("Acme"):
        assert set(found.tier) == {"T4"}


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Polizei Bayern", "Polizei Hessen", "DE"),
        ("Top400", "Top600", "NL"),
        ("North Yorkshire Police", "South Yorkshire Police", "GB"),
        ("Bundeskriminalamt", "Bayerisches Landeskriminalamt", "DE"),
        ("Gemeente Amsterdam", "Politie Amsterdam", "NL"),
        ("VN", "VK", ""),
    ],
)
def test_some_are_not_even_suggested_as_one(one: str, other: str, country: str) -> None:
    found = resolved(one, other, country=country)
    assert (found.cluster, found.tier) == ([0, 1], [None, None])


def test_the_same_authority_in_two_languages_is_a_suggestion() -> None:
    found = resolved("Polizei Niedersachsen", "Police of Lower Saxony", country="DE")
    assert (found.cluster, found.tier) == ([0, 0], ["T4", "T4"])
    assert found.suggested[0].score > 0.5


def test_an_acronym_is_suggested_only_where_it_is_clear() -> None:
    clear = resolved("Bayerisches Landeskriminalamt", "BLKA", country="DE")
    unclear = resolved(
        "Landeskriminalamt Bremen", "Landeskriminalamt Saarland", "LKA", "LKA", country="DE"
    )
    assert clear.cluster == [0, 0]
    assert unclear.cluster == [0, 1, 2, 3]


def test_a_name_that_two_authorities_of_a_place_may_have_stays_alone() -> None:
    found = resolved(
        "Chiayi City Police Bureau",
        "Chiayi County Police Bureau",
        "chiayi police",
        "Chiayi Police",
        country="TW",
    )
    assert not found.merged


def test_identifiers_merge_and_those_of_one_scheme_keep_apart() -> None:
    same = resolve(
        [
            record("0", "Atos", "BE", ["kbo:0203430576"]),
            record("1", "Eviden", "BE", ["kbo:0203430576"]),
        ]
    )
    apart = resolve(
        [
            record("0", "Atos NV", "BE", ["kbo:0203430576"]),
            record("1", "Atos NV", "BE", ["kbo:0462920226"]),
        ]
    )
    assert (same.cluster, same.tier) == ([0, 0], ["T1", "T1"])
    assert (apart.cluster, apart.merged) == ([0, 1], [])


def test_what_a_person_judged_different_is_never_joined() -> None:
    records = [record("0", "Milestone Systems A/S", "DK"), record("1", "Milestone Systems", "DK")]
    assert resolve(records).cluster == [0, 0]
    assert resolve(records, different=[(1, 0)]).cluster == [0, 1]


def test_a_legal_form_that_is_missing_is_filled_in_only_where_there_is_one() -> None:
    one_form = resolved("Gist-Brocades B.V.", "GIST BROCADES BV", "Gist Brocades", country="NL")
    two_forms = resolved("Gist-Brocades B.V.", "Gist Brocades NV", "Gist Brocades", country="NL")
    assert {edge.right for edge in one_form.merged} >= {2}
    assert not two_forms.merged


def test_the_order_of_rows_changes_no_cluster() -> None:
    names = [
        "Akzo Nobel NV",
        "AKZO NOBEL N.V., ARNHEM",
        "DSM NV",
        "DSM IP Assets BV",
        "D.S.M. N.V.",
    ]

    def parts(order: list[str]) -> set[frozenset[str]]:
        found = resolved(*order)
        groups: dict[int, set[str]] = {}
        for name, cluster in zip(order, found.cluster, strict=True):
            groups.setdefault(cluster, set()).add(name)
        return set(map(frozenset, groups.values()))

    assert parts(names) == parts(names[::-1])


def test_an_empty_list_is_resolved_to_nothing() -> None:
    assert resolve([]).cluster == []


@pytest.mark.parametrize("order", list(permutations(["AKZO", "Ak Zo", "ak zo", "AKZO"]))[::2])
def test_rows_of_the_same_letters_are_one_but_for_those_that_may_be_an_acronym(
    order: tuple[str, ...],
) -> None:
    """Whoever stands first: what says too little is not taken for what says enough."""
    found = resolved(*order, country="NL")
    clear = [at for at, name in enumerate(order) if name != "AKZO"]
    assert len({found.cluster[at] for at in clear}) == 1
    assert [found.tier[at] for at in clear] == ["T2", "T2"]
    assert {found.tier[at] for at in range(4) if at not in clear} <= {None, "T4"}
