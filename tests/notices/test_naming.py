from kg.facts.cells import is_id
from kg.notices.naming import alike, contract, contract_ids, short, source, tender, tender_id
from kg.notices.notice import Award, Lot, Notice

NUMBERED = Notice("award", "29", number="1-2024", names=(("nl", "Camera's"), ("fr", "Caméras")))


def award(key: str, *lots: str, number: str = "", title: str = "") -> Award:
    names = (("nl", title),) if title else ()
    return Award(key, (), "//x", lots=lots, number=number, names=names)


def notice(*awards: Award, **fields: str) -> Notice:
    return Notice("award", "29", number="1-2024", names=NUMBERED.names, awards=awards, **fields)  # type: ignore[arg-type]


def ids(found: Notice) -> list[str]:
    return list(contract_ids(found).values())


def test_a_contract_is_named_by_notice_lot_and_number() -> None:
    found = ids(notice(award("CON-0001", "LOT-0002"), award("K/7 (2024)", "3")))
    assert found == ["contract-ted-1-2024-lot-0002-con-0001", "contract-ted-1-2024-lot-3-k-7-2024"]


def test_over_several_lots_the_number_is_enough() -> None:
    assert ids(notice(award("CON-0001", "LOT-0001", "LOT-0002"))) == [
        "contract-ted-1-2024-con-0001"
    ]


def test_every_contract_has_an_id_of_its_own_in_the_form_of_ids() -> None:
    keys = ("", "", "7", "7", "№", "Ω-1", "x" * 200)
    found = ids(notice(*(award(key) for key in keys)))
    assert len(set(found)) == len(keys)
    assert all(map(is_id, found))


def test_a_change_names_the_contract_of_the_notice_that_it_changes() -> None:
    assert ids(notice(award("7"), changes="9-2020")) == ["contract-ted-9-2020-7"]


def test_before_its_publication_the_senders_id_names_a_notice() -> None:
    found = Notice("award", "29", id="AAAA-1", awards=(award("CON-0001"),))
    assert ids(found) == ["contract-eforms-aaaa-1-con-0001"]
    assert (source(found).id, source(found).url) == ("eforms-aaaa-1", "")


def test_the_procedure_names_the_tender_else_the_call_else_the_notice() -> None:
    assert tender_id(notice(procedure="AB-12")) == "tender-ab-12"
    assert tender_id(notice(earlier="5-2023")) == "tender-ted-5-2023"
    assert tender_id(notice()) == "tender-ted-1-2024"


def test_a_contract_has_its_own_title_or_its_lots_or_the_procedures() -> None:
    lots = {"LOT-0001": Lot("LOT-0001", (("nl", "Opslag"),))}
    own, of_lot, bare = award("A", title="Levering"), award("B", "LOT-0001"), award("C", number="7")
    found = notice(own, of_lot, bare)
    assert [contract(found, one, "c", lots, alike(found)).name for one in (own, of_lot, bare)] == [
        "Levering",
        "Opslag",
        "Camera's (7)",
    ]


def test_contracts_of_one_lot_are_told_apart_by_their_numbers() -> None:
    lots = {"1": Lot("1", (("nl", "Opslag"),))}
    one, other = award("CON-0001", "1", number="K1"), award("CON-0002", "1")
    found = notice(one, other)
    assert [contract(found, award_, "c", lots, alike(found)).name for award_ in (one, other)] == [
        "Opslag (K1, 1)",
        "Opslag (CON-0002, 1)",
    ]


def test_names_are_kept_in_all_languages() -> None:
    assert tender(NUMBERED).names == (("nl", "Camera's"), ("fr", "Caméras"))


def test_a_long_name_is_cut_in_a_sentence_only() -> None:
    name = "Levering van camera's " * 10
    assert len(short(name)) <= 90
    assert short("Levering.") == "Levering"


def test_a_source_says_which_form_it_is_and_whose() -> None:
    found = source(NUMBERED)
    assert (found.title, found.publisher) == (
        "Contract award notice 1-2024: Camera's",
        "Tenders Electronic Daily",
    )
