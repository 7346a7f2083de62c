import pytest

from kg.identifiers import identify
from kg.notices.cast import Cast
from kg.notices.notice import Owner, Party

NOTICE = "ted-1-2024"


def company(name: str, *numbers: str, country: str = "BE", **names: str) -> Party:
    found = tuple(identify("", number, country) for number in numbers)
    return Party((("nl", name), *names.items()), found, country)


def ids(*parties: Party) -> list[str]:
    cast = Cast(parties, NOTICE)
    return [cast.supplier(party).id for party in parties]


def test_a_number_names_an_organisation_in_every_notice() -> None:
    assert ids(company("DVIT", "0461145522")) == ["org-be-kbo-0461145522"]


def test_without_a_number_the_notice_keeps_names_apart() -> None:
    (here,) = ids(company("DVIT"))
    there = Cast([company("DVIT")], "ted-2-2024").supplier(company("DVIT")).id
    assert here != there


def test_one_name_in_a_notice_is_one_organisation() -> None:
    found = ids(company("DVIT", "0461145522"), company("Dvit"), company("D.V.I.T."))
    assert len(set(found)) == 1


def test_one_name_with_two_numbers_is_two_organisations() -> None:
    found = ids(company("DVIT", "0461145522"), company("DVIT", "0898973234"))
    assert found == ["org-be-kbo-0461145522", "org-be-kbo-0898973234"]


def test_organisations_without_a_name_do_not_share_their_numbers() -> None:
    known, unknown = Party((), company("", "0461145522").numbers, "BE"), Party((), (), "BE")
    cast = Cast([known, unknown], NOTICE)
    assert cast.supplier(known).name == "be-kbo:0461145522"
    assert cast.supplier(unknown).name == ""


def test_a_number_joins_spellings_of_one_name() -> None:
    found = ids(company("Soprasteria NV", "0461145522"), company("Sopra Steria", "0461145522"))
    assert len(set(found)) == 1


def test_names_in_other_languages_are_compared_too() -> None:
    police = company("Federale Politie", "0461145522", fr="Police fédérale")
    other = Party((("fr", "Police Fédérale"),), police.numbers, "BE")
    assert len(set(ids(police, other))) == 1


def test_a_number_that_quite_different_organisations_share_identifies_neither() -> None:
    parties = (company("Ombudsman poste", "0461145522"), company("Telecom NV", "0461145522"))
    cast = Cast(parties, NOTICE)
    found = [cast.supplier(party) for party in parties]
    assert len({entity.id for entity in found}) == 2
    assert [entity.ids for entity in found] == [(), ()]
    assert [entity.notes for entity in found] == ["number as written: 0461145522"] * 2


def test_a_number_that_identifies_nobody_is_kept_as_written() -> None:
    entity = Cast([company("DVIT", "BE001")], NOTICE).supplier(company("DVIT", "BE001"))
    assert (entity.ids, entity.notes) == ((), "number as written: BE001")


def test_a_persons_own_number_is_not_kept() -> None:
    person = Party(
        (("es", "Ana García"),), (identify("NIF", "54362315K", "ES"),), "ES", is_person=True
    )
    entity = Cast([person], NOTICE).supplier(person)
    assert "54362315" not in repr(entity)
    assert entity.notes == "a natural person in business"


def test_an_owner_is_a_person_with_the_basis_for_naming_them() -> None:
    owner = Owner(("An", "Peeters"), ("BEL",), (), "//x")
    person = Cast([], NOTICE).owner(owner, "1-2024")
    assert (person.label, person.name, person.countries, person.public_basis) == (
        "Person",
        "An Peeters",
        ("BE",),
        "beneficial owner named in notice 1-2024",
    )


def test_one_name_in_all_languages_is_only_the_name() -> None:
    entity = Cast([], NOTICE).supplier(company("DVIT", fr="DVIT"))
    assert (entity.name, entity.names) == ("DVIT", ())


def test_a_buyer_is_what_its_name_says() -> None:
    police = Party((("nl", "Politiezone Brussel Noord"),), (), "BEL")
    entity = Cast([police], NOTICE).buyer(police)
    assert (entity.label, entity.countries) == ("PoliceForce", ("BE",))


@pytest.mark.parametrize("raw", ["9552522P", "95 52522-P"])
def test_a_number_of_the_winner_that_is_given_to_the_buyer_identifies_neither(raw: str) -> None:
    """In another country it is of another register; a real notice of 2024 has it so."""
    buyer = Party((("en", "Legal Help Board"),), (identify("", "9552522P", "IRL"),), "IRL")
    winner = Party((("en", "Pastry Mooney"),), (identify("", raw, "GBR"),), "GBR")
    cast = Cast([buyer, winner], NOTICE)
    assert [cast.buyer(buyer).ids, cast.supplier(winner).ids] == [(), ()]
    assert cast.buyer(buyer).notes == "number as written: 9552522P"


def test_of_several_numbers_only_the_one_that_another_has_too_is_left_out() -> None:
    own, shared = identify("", "0461145522", "BEL"), identify("", "0308357159", "BEL")
    camera = Party((("nl", "Camera NV"),), (own, shared), "BEL")
    police = Party((("nl", "Federale Politie"),), (shared,), "BEL")
    cast = Cast([camera, police], NOTICE)
    assert cast.supplier(camera).ids == ("be-kbo:0461145522",)
    assert cast.buyer(police).ids == ()
