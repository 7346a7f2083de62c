"""Shipped mappings on the Atlas, and on headers as their publishers give them."""

from pathlib import Path

import pytest

from tests.ingest.presets.cast import labels, names
from tests.ingest.said import Samples, Say
from tests.mapping.tables import table


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


@pytest.mark.parametrize(
    "day", ["23-JAN-18", "23-Jan-2018", "23/01/18", "23/01/2018", "2018-01-23"]
)
def test_the_days_of_every_year_of_ted_as_csv_are_read(said: Say, tmp_path: Path, day: str) -> None:
    heard = said("mapping", table(tmp_path, TED.replace("23-JAN-18", day)))
    assert {one.get("date") for one in heard.of("AWARDED")} == {"2018-01-23"}
    assert heard.problems == []


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
