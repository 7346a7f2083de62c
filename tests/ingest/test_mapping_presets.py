"""The shipped mappings on real files, with the counts that were checked by hand."""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from kg.case import Case
from kg.dossier import gather
from kg.ingesting import ingest, recognise
from kg.inputs import inputs
from kg.mapping import presets
from kg.statements import Statement
from tests.ingest.conftest import SAMPLES
from tests.ingest.said import Said, Samples, Say, hear_files
from tests.mapping.tables import table

YEARS = ("13", "14", "15", "16", "17")


def names(said: Said) -> dict[str, str]:
    return {entity.id: entity.name for entity in said.entities}


def labels(said: Said) -> Counter[str]:
    return Counter(entity.label for entity in said.entities)


def preset(name: str) -> presets.Preset:
    return presets.named(Case(Path()), name)


def test_every_shipped_mapping_is_without_fault() -> None:
    found = list(presets.all_of(Case(Path())))
    assert [one.name for one in found] == [
        *("atlas", "gleif", "icij", "placsp", "technopolice", "ted", "usaspending")
    ]
    assert [str(fault) for one in found for fault in one.faults] == []


def test_no_shipped_mapping_knows_the_columns_of_another() -> None:
    for one in presets.all_of(Case(Path())):
        for dataset in one.mapping.datasets:
            wanted = [dataset.manner, *(query.manner for query in dataset.queries)]
            for manner in (manner for manner in wanted if manner.recognise):
                found = presets.fitting(Case(Path()), manner.recognise)
                assert found is not None
                assert found.name == one.name


# Technopolice


@pytest.fixture(scope="module")
def technopolice(tmp_path_factory: pytest.TempPathFactory) -> Said:
    path = SAMPLES / "technopolice" / "data.csv"
    if not path.is_file():
        pytest.skip("no sample technopolice: there is no ../shared/samples beside this checkout")
    return hear_files(Case(tmp_path_factory.mktemp("technopolice")), "mapping", (path,), {})


def test_technopolice_has_308_nodes_and_414_triples(technopolice: Said) -> None:
    assert len(technopolice.entities) == 308
    assert len({one.get("as_written") for one in technopolice.statements}) == 414
    assert technopolice.problems == []
    assert technopolice.unread == {}


def test_the_commented_edges_of_technopolice_are_passed_over_and_counted(
    technopolice: Said,
) -> None:
    assert technopolice.skipped == {
        "edge that is commented out in the file": 29,
        "header of the list of nodes": 1,
    }


def test_every_edge_of_technopolice_is_said_with_each_of_its_pages(
    technopolice: Said, samples: Samples
) -> None:
    known = names(technopolice)
    with (samples("technopolice") / "data.csv").open(encoding="utf-8") as file:
        edges = [row for row in csv.reader(file, delimiter=";") if row[0] == "EDGE"]
    wanted = Counter(
        (f"{row[1]} {row[3]} {row[2]}".replace("\xad", ""), page)
        for row in edges
        for page in (row[4].split("|") if len(row) > 4 else [""])
    )
    pages = {source.id: source.url or source.title for source in technopolice.sources}
    found = Counter(
        (one.get("as_written"), "" if one.source.startswith("file-") else pages[one.source])
        for one in technopolice.statements
    )
    assert {text for text, _ in found} == {" ".join(text.split()) for text, _ in wanted}
    assert found.total() == wanted.total()
    assert all(one.subject in known and one.object in known for one in technopolice.statements)


@pytest.mark.parametrize(
    ("subject", "predicate", "object_"),
    [
        ("ALTRNATIV", "SUPPLIES", "UGAP"),
        ("Éric Léandri", "OWNS", "ALTRNATIV"),
        ("CANON", "OWNS", "BRIEFCAM"),
        ("WINTICS", "SUPPLIES", "Eiffage"),
        ("TWO-I", "SUPPLIES", "ALTRNATIV"),
        ("ACTIA", "PART_OF", "AN2V"),
        ("HUAWEI", "SUPPLIES", "ville de Valenciennes"),
        ("VIDETICS", "BID_ON", "Marché JOP"),
        ("PELCO", "MAKES", "cameras"),
        ("WINTICS", "HAS_FEATURE", "VSA"),
        ("VEESION", "RELATED_TO", "VSA"),
    ],
)
def test_a_tie_of_technopolice_runs_the_right_way(
    technopolice: Said, subject: str, predicate: str, object_: str
) -> None:
    known = names(technopolice)
    triples = {
        (known[one.subject], one.predicate, known[one.object]) for one in technopolice.statements
    }
    assert (subject, predicate, object_) in triples


def test_no_tie_of_technopolice_runs_the_other_way_than_it_is_written(
    technopolice: Said,
) -> None:
    known = names(technopolice)
    for one in technopolice.statements:
        left, right = known[one.subject], known[one.object]
        if one.predicate == "OWNS":
            left, right = right, left
        assert one.get("as_written").startswith(left)
        assert one.get("as_written").endswith(right)


def test_subcontractors_of_technopolice_supply_those_they_work_for(technopolice: Said) -> None:
    known = names(technopolice)
    found = technopolice.of("SUPPLIES", role="subcontractor")
    assert {(known[one.subject], known[one.object]) for one in found} == {
        ("TWO-I", "ALTRNATIV"),
        ("WINTICS", "Eiffage"),
        ("WINTICS", "Vinci"),
    }


def test_the_nodes_of_technopolice_have_their_labels(technopolice: Said) -> None:
    assert labels(technopolice) == {
        "Company": 186,
        "Municipality": 88,
        "Technology": 14,
        "PublicBody": 11,
        "Institution": 6,
        "Person": 1,
        "Tender": 1,
        "PoliceForce": 1,
    }


# PLACSP. 2,370 numbers of winners; one of them, U00000000, stands for four consortia.

CONSORTIA = {
    "Técnicas Competitivas, S.A. - Teltronic S.A.U",
    "UTE GÉVORA CONSTRUCCIONES, SA - CIVISGLOBAL, SLU",
    "ALAUDA INGENIERÍA, S.A - URBANISTAS INGENIEROS, S.A.",
    "UTE VIALTERRA - INTELEC",
}


@pytest.fixture(scope="module")
def placsp(tmp_path_factory: pytest.TempPathFactory) -> Said:
    found = list((SAMPLES / "placsp").glob("*.xlsx"))
    if not found:
        pytest.skip("no sample placsp: there is no ../shared/samples beside this checkout")
    return hear_files(Case(tmp_path_factory.mktemp("placsp")), "mapping", (found[0],), {})


def test_the_awards_of_placsp_add_up_to_the_cent(placsp: Said) -> None:
    won, amounts = placsp.of("WON"), placsp.of("HAS_AMOUNT", kind="award")
    assert len(won) == len({one.object for one in won}) == 3507
    assert len({one.subject for one in won}) == 2370 + len(CONSORTIA) - 1
    assert sum(Decimal(one.text) for one in amounts) == Decimal("957003898.96")
    assert {one.get("currency") for one in amounts} == {"EUR"}
    assert (placsp.problems, placsp.skipped) == ([], {})


def test_consortia_that_share_a_number_of_zeros_are_not_one_winner(placsp: Said) -> None:
    found = [one for one in placsp.entities if "U00000000" in one.notes]
    assert {one.name for one in found} == CONSORTIA
    assert len({one.id for one in found}) == 4
    assert not [one for one in found if one.ids]


def test_the_buyer_of_a_contract_of_placsp_comes_from_the_other_sheet(placsp: Said) -> None:
    buyers = {one.subject for one in placsp.of("TENDERED")}
    awards = placsp.of("AWARDED")
    assert len(awards) == 3507
    assert {one.subject for one in awards} <= buyers
    tenders = {one.subject: one.object for one in placsp.of("PART_OF")}
    by_tender = {one.object: one.subject for one in placsp.of("TENDERED")}
    assert all(by_tender[tenders[one.object]] == one.subject for one in awards)


def test_what_was_not_awarded_in_placsp_says_so(placsp: Said) -> None:
    found = Counter(one.text for one in placsp.of("HAS_STATUS"))
    assert (found["nobody won it"], found["withdrawn by the buyer"]) == (264, 31)
    assert found["renounced by the buyer"] == 4


def test_police_prisons_and_towns_among_the_buyers_of_placsp_are_known(placsp: Said) -> None:
    buyers = {one.subject for one in placsp.of("TENDERED")}
    found = Counter(entity.label for entity in placsp.entities if entity.id in buyers)
    assert found.keys() >= {"PoliceForce", "Prison", "Municipality", "PublicBody"}
    assert found["PoliceForce"] == 6


def test_a_company_of_placsp_has_its_number_and_a_person_has_not(placsp: Said) -> None:
    indra = [e for e in placsp.entities if e.name.startswith("INDRA SOLUCIONES TECNOLOGIAS")]
    assert any("es-nif:B88018098" in entity.ids for entity in indra)
    assert not [e for e in placsp.entities if any(id_.startswith("es-nif:7") for id_ in e.ids)]


# USAspending


def obligated(said: Said) -> Decimal:
    return sum(
        (Decimal(one.text) for one in said.of("HAS_AMOUNT", kind="obligated")), start=Decimal()
    )


def by_csv(path: Path, has_header: bool) -> tuple[int, Decimal]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1 if has_header else 0 :]
    return len(rows), sum((Decimal(row[7]) for row in rows), start=Decimal())


@pytest.mark.parametrize("year", YEARS)
def test_the_sums_of_ice_are_right_to_the_cent(said: Say, samples: Samples, year: str) -> None:
    path = samples("usaspending-ice") / f"fy{year}.csv"
    heard = said("mapping", path)
    assert (heard.records, obligated(heard)) == by_csv(path, has_header=year == "13")
    assert heard.problems == []


def test_the_sums_of_ice_are_those_of_five_years(said: Say, samples: Samples) -> None:
    heard = said("mapping", *(samples("usaspending-ice") / f"fy{year}.csv" for year in YEARS))
    assert obligated(heard) == Decimal("488365827.77")


def test_a_file_without_a_header_is_read_with_that_of_another(said: Say, samples: Samples) -> None:
    folder = samples("usaspending-ice")
    for header in ("fy13.csv", "follow_the_money_data_dictionary.csv"):
        heard = said(
            "mapping",
            folder / "fy14.csv",
            mapping="usaspending",
            header_from=str(folder / header),
        )
        assert (heard.records, obligated(heard)) == (193, Decimal("31037920.33"))


def test_the_longer_form_of_usaspending_is_read_as_well(said: Say, tmp_path: Path) -> None:
    heard = said("mapping", table(tmp_path, NEW_FORM))
    known = names(heard)
    assert obligated(heard) == Decimal("1499.50")
    assert {(known[one.subject], known[one.object]) for one in heard.of("WON")} == {
        ("AXON ENTERPRISE, INC.", "Contract 70CMSD20C1")
    }
    (framework,) = {known[one.object] for one in heard.of("UNDER")}
    assert framework == "HSCE1"
    (axon,) = [entity for entity in heard.entities if entity.name.startswith("AXON ENT")]
    assert axon.ids == ("uei:F8YDC9T5KPG5", "duns:832176382")
    assert heard.problems == []


NEW_FORM = """\
contract_transaction_unique_key,contract_award_unique_key,award_id_piid,modification_number,\
transaction_number,parent_award_agency_id,parent_award_id_piid,federal_action_obligation,\
current_total_value_of_award,potential_total_value_of_award,action_date,\
period_of_performance_start_date,period_of_performance_current_end_date,awarding_agency_code,\
awarding_agency_name,awarding_sub_agency_code,awarding_sub_agency_name,solicitation_identifier,\
recipient_uei,recipient_duns,recipient_name,recipient_doing_business_as_name,cage_code,\
recipient_parent_uei,recipient_parent_duns,recipient_parent_name,recipient_country_code,\
award_description,action_type,product_or_service_code,product_or_service_code_description,\
naics_code,naics_description,subcontracting_plan,extent_competed,\
other_than_full_and_open_competition,number_of_offers_received
K1,CONT_1,70CMSD20C1,0,0,7012,HSCE1,2000.00,2000,9000,2020-03-04,2020-04-01,2021-03-31,070,\
DHS,7012,U.S. IMMIGRATION AND CUSTOMS ENFORCEMENT,S1,F8YDC9T5KPG5,832176382,\
"AXON ENTERPRISE, INC.",,,F8YDC9T5KPG5,832176382,"AXON ENTERPRISE, INC.",USA,BODY CAMERAS,,\
5836,VIDEO,334310,AUDIO,,FULL,,3
K2,CONT_1,70CMSD20C1,P00001,0,7012,HSCE1,-500.50,1499.50,9000,2020-05-04,,,070,\
DHS,7012,U.S. IMMIGRATION AND CUSTOMS ENFORCEMENT,S1,F8YDC9T5KPG5,832176382,\
"AXON ENTERPRISE, INC.",,,F8YDC9T5KPG5,832176382,"AXON ENTERPRISE, INC.",USA,BODY CAMERAS,,\
5836,VIDEO,334310,AUDIO,,FULL,,3
"""


def test_a_company_is_not_its_own_parent(said: Say, samples: Samples) -> None:
    heard = said("mapping", samples("usaspending-ice") / "fy17.csv")
    known = names(heard)
    owners = [(known[one.subject], known[one.object]) for one in heard.of("OWNS")]
    assert owners
    assert all(one.subject != one.object for one in heard.of("OWNS"))
    assert ("AFOGNAK NATIVE CORPORATION", "ALUTIIQ DIVERSIFIED SERVICES, LLC") in owners


# The Atlas of Surveillance


def test_the_17_rows_of_the_atlas(said: Say, samples: Samples) -> None:
    (path,) = samples("atlas").glob("*.csv")
    heard = said("mapping", path)
    assert (heard.records, len(heard.triples("USES")), heard.problems) == (17, 17, [])
    assert labels(heard) == {"PoliceForce": 17, "Place": 17, "Company": 5, "Technology": 1}
    assert len(heard.of("USES")) == 29
    (woodstock,) = [one for one in heard.of("USES") if one.get("note").endswith("AOS000001")]
    assert woodstock.get("as_of") == "2012-12-27"


# Files that are not among the samples: headers as their publishers give them


ICIJ = {
    "nodes-entities.csv": """\
node_id,name,original_name,former_name,jurisdiction,jurisdiction_description,company_type,address,\
internal_id,incorporation_date,inactivation_date,struck_off_date,dorm_date,status,\
service_provider,ibcRUC,country_codes,countries,sourceID,valid_until,note
10000001,"TIANSHENG TRADING CO., LTD.",,,SAM,Samoa,,,1,23-MAR-2006,18-FEB-2013,15-FEB-2013,,\
Defaulted,Mossack Fonseca,25221,HKG,Hong Kong,Panama Papers,2015,
""",
    "nodes-officers.csv": """\
node_id,name,countries,country_codes,sourceID,valid_until,note
12000001,KIM SOO IN,South Korea,KOR,Panama Papers,2015,
12000002,ORION NOMINEES LIMITED,Samoa,WSM,Panama Papers,2015,
""",
    "nodes-addresses.csv": """\
node_id,address,name,countries,country_codes,sourceID,valid_until,note
24000001,"SHIRLEY ST, NASSAU",,Bahamas,BHS,Bahamas Leaks,2015,
""",
    "nodes-intermediaries.csv": """\
node_id,name,status,internal_id,address,countries,country_codes,sourceID,valid_until,note
11000001,"MICHAEL PAPAGEORGE, MR.",ACTIVE,10001,x,South Africa,ZAF,Panama Papers,2015,
""",
    "nodes-others.csv": """\
node_id,name,type,incorporation_date,struck_off_date,closed_date,jurisdiction,\
jurisdiction_description,countries,country_codes,sourceID,valid_until,note
85004929,ANTAM ENTERPRISES N.V.,LLC,18-MAY-1983,,28-NOV-2012,AW,Aruba,,,Paradise Papers,x,
""",
    "relationships.csv": """\
node_id_start,node_id_end,rel_type,link,status,start_date,end_date,sourceID
12000001,10000001,officer_of,shareholder of,,01-JAN-2007,,Panama Papers
12000002,10000001,officer_of,director of,,,,Panama Papers
10000001,24000001,registered_address,registered address,,,,Panama Papers
11000001,10000001,intermediary_of,intermediary of,,,,Panama Papers
""",
}


def test_the_offshore_leaks_are_read_file_by_file_and_together(said: Say, tmp_path: Path) -> None:
    paths = [table(tmp_path, text, name) for name, text in ICIJ.items()]
    heard = said("mapping", *paths)
    known = names(heard)
    assert heard.problems == []
    assert {(e.name, e.label) for e in heard.entities} == {
        ("TIANSHENG TRADING CO., LTD.", "Company"),
        ("KIM SOO IN", "Person"),
        ("ORION NOMINEES LIMITED", "Company"),
        ("SHIRLEY ST, NASSAU", "Place"),
        ("MICHAEL PAPAGEORGE, MR.", "Person"),
        ("ANTAM ENTERPRISES N.V.", "Company"),
    }
    ties = {
        (known[one.subject], one.predicate, known[one.object], one.get("relation"))
        for one in heard.statements
        if one.object
    }
    firm = "TIANSHENG TRADING CO., LTD."
    assert ties == {
        ("KIM SOO IN", "OWNS", firm, "shareholder of"),
        ("ORION NOMINEES LIMITED", "RELATED_TO", firm, "director of"),
        (firm, "LOCATED_IN", "SHIRLEY ST, NASSAU", "registered address"),
        ("MICHAEL PAPAGEORGE, MR.", "RELATED_TO", firm, "intermediary of"),
    }
    alone = {e.id for path in paths for e in said("mapping", path).entities}
    assert alone == {entity.id for entity in heard.entities}


def test_level_1_of_the_gleif(said: Say, tmp_path: Path) -> None:
    heard = said("mapping", table(tmp_path, GLEIF))
    first, second = heard.entities
    assert (first.name, first.label, first.aliases, first.countries) == (
        "Axon Public Safety B.V.",
        "Company",
        ("Axon",),
        ("NL",),
    )
    assert first.ids == ("nl-kvk:34117849", "lei:213800KUD8LAJWSQ9D15")
    assert second.label == "PublicBody"
    assert [one.get("date") for one in heard.of("HAS_STATUS", text="incorporated")] == [
        "2008-02-06"
    ]
    assert heard.problems == []


GLEIF = """\
LEI,Entity.LegalName,Entity.LegalName.xmllang,Entity.OtherEntityNames.OtherEntityName.1,\
Entity.LegalAddress.City,Entity.LegalAddress.Country,\
Entity.RegistrationAuthority.RegistrationAuthorityEntityID,Entity.EntityCategory,\
Entity.LegalForm.EntityLegalFormCode,Entity.EntityStatus,Entity.EntityCreationDate
213800KUD8LAJWSQ9D15,Axon Public Safety B.V.,nl,Axon,Amsterdam,NL,34117849,GENERAL,54M6,ACTIVE,\
2008-02-06T00:00:00+01:00
724500PMK2A2M1SQQ228,Politie,nl,,Den Haag,NL,,RESIDENT_GOVERNMENT_ENTITY,V44D,ACTIVE,
"""


def test_award_notices_of_ted_as_csv(said: Say, tmp_path: Path) -> None:
    heard = said("mapping", table(tmp_path, TED))
    known = names(heard)
    assert {(known[one.subject], one.get("role")) for one in heard.of("WON")} == {
        ("Axon Public Safety B.V.", "member"),
        ("Thales Nederland B.V.", "member"),
    }
    assert [(one.text, one.get("date")) for one in heard.of("HAS_AMOUNT", kind="award")] == [
        ("1500000.50", "2018-01-23")
    ]
    (award,) = heard.of("AWARDED")
    assert (known[award.subject], award.get("method")) == ("Politie", "open")
    assert [one.text for one in heard.of("COVERS")] == [
        "35125300 Security cameras",
        "32333200 Video camcorders",
    ]
    assert heard.skipped == {"notice that was cancelled later": 1}
    assert heard.problems == []


TED = """\
ID_NOTICE_CAN,TED_NOTICE_URL,YEAR,CANCELLED,CAE_NAME,CAE_NATIONALID,CAE_TOWN,ISO_COUNTRY_CODE,CPV,\
ADDITIONAL_CPVS,TOP_TYPE,ID_AWARD,ID_LOT_AWARDED,B_AWARDED_TO_A_GROUP,WIN_NAME,WIN_NATIONALID,\
WIN_TOWN,WIN_COUNTRY_CODE,CONTRACT_NUMBER,TITLE,NUMBER_OFFERS,AWARD_EST_VALUE_EURO,\
AWARD_VALUE_EURO,B_SUBCONTRACTED,DT_AWARD
2018123,ted,2018,0,Politie,,Den Haag,NL,35125300,32333200,OPE,99,1,Y,\
Axon Public Safety B.V.---Thales Nederland B.V.,34117849---06061578,A---B,NL---NL,7,Bodycams,3,,\
1500000.50,N,23-JAN-18
2018124,ted,2018,1,Politie,,Den Haag,NL,35125300,,OPE,98,1,N,X B.V.,,A,NL,8,Y,3,,1.00,N,23-JAN-18
"""


# Into a graph


@pytest.mark.parametrize(
    ("name", "pattern"),
    [("technopolice", "data.csv"), ("atlas", "*.csv"), ("usaspending-ice", "fy1[34].csv")],
)
def test_what_a_preset_says_fits_into_a_graph(
    samples: Samples, tmp_path: Path, name: str, pattern: str
) -> None:
    case = Case(tmp_path)
    paths = sorted(map(str, samples(name).glob(pattern)))
    for path in paths:
        (part,) = inputs([path])
        assert recognise(case, part).name == "mapping"
    reports = list(ingest(case, paths))
    dossier = gather(case)
    said = [one for one in dossier.statements if one.origin.file in ("mapping", "")]
    assert len(reports) == len(paths)
    assert dossier.problems == ()
    assert len(said) >= 40


def test_a_preset_can_be_named(said: Say, samples: Samples) -> None:
    (path,) = samples("atlas").glob("*.csv")
    assert said("mapping", path, preset="atlas") == said("mapping", path)
    assert isinstance(said("mapping", path).statements[0], Statement)
    assert preset("atlas").knows(["AOSNUMBER"]) is False
