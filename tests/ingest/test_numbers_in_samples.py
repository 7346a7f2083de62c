import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree
from python_calamine import CalamineWorkbook

from kg.identifiers import Identifier, identify, org_id
from tests.ingest.said import Samples


def _winners(samples: Samples) -> Iterator[Identifier]:
    """The numbers of the winners in a week of Spanish notices."""
    (path,) = samples("placsp").glob("*.xlsx")
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Resultados").to_python()
    kind = rows[0].index("Tipo de identificador de adjudicatario por licitación/lote")
    number = rows[0].index("Identificador Adjudicatario de la licitación/lote")
    for row in rows[1:]:
        if row[number]:
            yield identify(str(row[kind]), str(row[number]), "ES")


def _in_ted(samples: Samples) -> Iterator[Identifier]:
    """Every national number in the TED notices, with the country beside it."""
    for path in sorted(samples("ted-r209").rglob("*.xml")):
        for element in etree.parse(path).iter():
            if (number := element.findtext("{*}NATIONALID")) is not None:
                country = element.find("{*}COUNTRY")
                yield identify("", number, "" if country is None else country.get("VALUE", ""))


def test_nearly_every_spanish_winner_has_a_number_that_identifies(samples: Samples) -> None:
    found = list(_winners(samples))
    assert len({number.raw for number in found}) == 2370
    assert sum(number.identifies for number in found) >= 0.97 * len(found)


def test_a_temporary_number_of_a_consortium_identifies_nobody(samples: Samples) -> None:
    temporary = [one for one in _winners(samples) if re.fullmatch(r"2[0-9]{5}", one.raw)]
    assert len(temporary) > 20
    assert not any(number.identifies for number in temporary)


def test_no_id_of_a_winner_holds_a_person_s_number(samples: Samples) -> None:
    persons = [number for number in _winners(samples) if number.is_personal]
    assert persons
    for number in persons:
        assert number.value.lower() not in org_id("Ana García", "ES", [number])


def test_numbers_in_ted_are_told_from_what_else_stands_there(samples: Samples) -> None:
    found = {number.raw: number for number in _in_ted(samples)}
    nothing = {raw for raw, number in found.items() if not number.identifies}
    assert {"EL305", "Romania", "DK", "ΠΟΛΥΓΥΡΟΣ ΧΑΛΚΙΔΙΚΗΣ", "AK23506"} <= nothing
    assert Counter(str(number) for number in found.values() if number.identifies) >= Counter(
        [
            *["vat:BE0807497383", "vat:DE121288955", "es-nif:A81638108", "pl-nip:7390202079"],
            *["it-iva:12862140154", "dk-cvr:16287180", "no-orgnr:974761157", "se-orgnr:5567620884"],
        ]
    )
    assert len(nothing) <= 0.25 * len(found)
