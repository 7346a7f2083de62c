"""Prime awards of USAspending, to the cent."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from tests.ingest.presets.cast import YEARS, names
from tests.ingest.said import Said, Samples, Say
from tests.mapping.tables import table


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
