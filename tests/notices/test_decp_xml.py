"""French contracts in XML have the shape that they have in JSON, and cost no memory."""

import io
import json
import tracemalloc

import pytest

from kg.errors import DataError
from kg.notices.decp_records import CONTRACTS
from kg.notices.decp_xml import xml_pieces
from kg.notices.json_pieces import Damage, Piece

FIRST_VERSION = """<?xml version="1.0" encoding="UTF-8"?>
<marches xmlns="http://marches-publics.gouv.fr" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <!-- version 1 -->
  <marche>
    <id>2018_S0042</id>
    <acheteur><id>21440109300015</id><nom>Ville de Nantes</nom></acheteur>
    <nature>Marché</nature>
    <objet>Maintenance &amp; caméras</objet>
    <codeCPV>50610000-4</codeCPV>
    <procedure>Procédure adaptée</procedure>
    <lieuExecution><code>44109</code><typeCode>Code commune</typeCode></lieuExecution>
    <dureeMois>48</dureeMois>
    <dateNotification>2018-11-30</dateNotification>
    <datePublicationDonnees>2018-12-15</datePublicationDonnees>
    <montant>199999.99</montant>
    <formePrix>Révisable</formePrix>
    <titulaires>
      <titulaire><typeIdentifiant>SIRET</typeIdentifiant><id>38024392300089</id>
        <denominationSociale>CAMÉRA SAS</denominationSociale></titulaire>
      <titulaire><typeIdentifiant>SIRET</typeIdentifiant><id>55204599900869</id>
        <denominationSociale>RÉSEAU SA</denominationSociale></titulaire>
    </titulaires>
    <modifications/>
  </marche>
</marches>"""


def pieces(text: str | bytes) -> list[Piece | Damage]:
    data = text.encode() if isinstance(text, str) else text
    return list(xml_pieces(io.BytesIO(data), CONTRACTS))


def values(text: str) -> list[object]:
    return [one.value for one in pieces(text) if isinstance(one, Piece)]


@pytest.mark.parametrize("encoding", ["latin-1", "windows-1252", "iso-8859-15"])
def test_an_encoding_that_is_named_goes_before_the_one_declared(encoding: str) -> None:
    data = FIRST_VERSION.encode(encoding)
    ((message,),) = [[one.message for one in pieces(data) if isinstance(one, Damage)]]
    assert message.endswith("name it: -x encoding=windows-1252")
    (piece,) = xml_pieces(io.BytesIO(data), CONTRACTS, encoding)
    assert isinstance(piece, Piece)
    assert isinstance(piece.value, dict)
    assert piece.value["objet"] == "Maintenance & caméras"


def test_an_encoding_that_there_is_not_is_told() -> None:
    with pytest.raises(DataError, match="no encoding 'nonsense'"):
        list(xml_pieces(io.BytesIO(b"<marches/>"), CONTRACTS, "nonsense"))


def test_a_record_of_the_first_version_is_an_object() -> None:
    (value,) = values(FIRST_VERSION)
    assert isinstance(value, dict)
    assert value["objet"] == "Maintenance & caméras"
    assert value["acheteur"] == {"id": "21440109300015", "nom": "Ville de Nantes"}
    assert [one["id"] for one in value["titulaires"]["titulaire"]] == [
        "38024392300089",
        "55204599900869",
    ]
    assert value["modifications"] == ""


@pytest.mark.parametrize(
    ("inside", "value"),
    [
        ("<a>1</a>", {"a": "1"}),
        ("<a>1</a><a>2</a>", {"a": ["1", "2"]}),
        ("<a>1</a><b/><a>2</a><a>3</a>", {"a": ["1", "2", "3"], "b": ""}),
        ("<a><b>1</b></a>", {"a": {"b": "1"}}),
        ("<a><b>1</b><b>2</b></a>", {"a": {"b": ["1", "2"]}}),
        ("<a><!-- nothing --></a>", {"a": ""}),
        ("<a><![CDATA[<x>]]></a>", {"a": "<x>"}),
        ("<a> 1 </a>", {"a": " 1 "}),
        ('<a xsi:nil="true" xmlns:xsi="urn:x"/>', {"a": ""}),
        ("<n:a xmlns:n='urn:n'>1</n:a>", {"a": "1"}),
        ("text", "text"),
        ("", ""),
    ],
)
def test_elements_are_as_json_would_have_them(inside: str, value: object) -> None:
    assert values(f"<marches><marche>{inside}</marche></marches>") == [value]


def test_records_are_found_however_deep_they_stand() -> None:
    inner = "<marche><id>1</id></marche><contrat-concession><id>2</id></contrat-concession>"
    found = pieces(f"<a><b><marches>{inner}{inner}</marches></b></a>")
    assert [one.path for one in found if isinstance(one, Piece)] == [
        "marche[0]",
        "contrat-concession[0]",
        "marche[1]",
        "contrat-concession[1]",
    ]


def test_a_record_alone_is_the_root() -> None:
    assert values("<marche><id>1</id></marche>") == [{"id": "1"}]


def test_a_record_in_a_record_is_a_part_of_it() -> None:
    assert values("<marche><id>1</id><marche><id>2</id></marche></marche>") == [
        {"id": "1", "marche": {"id": "2"}}
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty"),
        ("<marches><marche><id>1</id>", "breaks off, or is broken, in the middle"),
        ("<html><body/></html>", "is a web page"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><marches/>', "declares entities"),
        ('<!DOCTYPE x SYSTEM "http://x.example/y.dtd"><marches/>', "declares entities"),
        ("<marches/><marches/>", "goes on after its end"),
        ("<marches><marche></marches>", "is no well-formed XML"),
        ("<marches>&eacute;</marches>", "uses a sign that XML does not know (Entity 'eacute'"),
    ],
)
def test_what_is_broken_is_one_line(text: str, message: str) -> None:
    found = [one for one in pieces(text) if isinstance(one, Damage)]
    assert len(found) == 1
    assert message in found[0].message


def test_what_came_before_the_damage_is_kept() -> None:
    found = pieces("<marches><marche><id>1</id></marche><marche><id>2</id>")
    assert [type(one) for one in found] == [Piece, Damage]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_the_encoding_is_the_declared_one(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><marche><objet>Été</objet></marche>'
    (found,) = pieces(text.encode(encoding))
    assert isinstance(found, Piece)
    assert found.value == {"objet": "Été"}


def test_a_wrong_encoding_is_one_line() -> None:
    data = '<?xml version="1.0" encoding="utf-8"?><marche><objet>Été</objet></marche>'
    (found,) = pieces(data.encode("cp1252"))
    assert isinstance(found, Damage)
    assert "encoding" in found.message


def test_memory_does_not_grow_with_the_file() -> None:
    record = "<marche><id>1</id><objet>" + "x" * 400 + "</objet></marche>"

    def peak(count: int) -> int:
        stream = io.BytesIO(f"<marches>{record * count}</marches>".encode())
        tracemalloc.start()
        found = sum(1 for _ in xml_pieces(stream, CONTRACTS))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert found == count
        return most

    assert peak(6_000) < 3 * peak(600) + 500_000


def test_the_same_in_xml_and_in_json() -> None:
    (value,) = values(FIRST_VERSION)
    assert json.loads(json.dumps(value)) == value
