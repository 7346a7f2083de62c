"""Forms of the 2004 directives in the older TED XML, on a small notice of our own."""

import pytest

from tests.ingest.ted.cast import Hear, names
from tests.notices.ted_sample import OLD_FORM


@pytest.mark.parametrize("fmtval", [' FMTVAL="2654755.07"', ""])
def test_a_form_of_2014_is_read_like_the_later_ones(fmtval: str, hear: Hear) -> None:
    heard = hear(OLD_FORM.format(way="<PT_OPEN/>", fmtval=fmtval), version="R2.0.8.S02.E01")
    assert names(heard, "AWARDED") == ["Federale Politie"]
    (won,) = heard.of("WON")
    assert (won.subject, won.object, won.get("date")) == (
        "org-be-kbo-0461145522",
        "contract-ted-12345-2019-lot-1-c-1",
        "2014-07-05",
    )
    sums = {one.get("kind"): (one.text, one.get("vat")) for one in heard.of("HAS_AMOUNT")}
    assert sums == {
        "award": ("2654755.07", "included"),
        "subcontracted": ("12500.00", "excluded"),
        "total": ("189945844.15", "excluded"),
    }
    counts = {one.get("measure"): one.text for one in heard.of("HAS_METRIC")}
    assert counts == {"tenders received": "3", "share subcontracted": "30"}
    assert "Raad van State" not in {entity.name for entity in heard.entities}


def test_an_old_form_tells_its_kind_of_procedure_too(hear: Hear) -> None:
    way = "<F03_PT_NEGOTIATED_WITHOUT_COMPETITION/>"
    heard = hear(OLD_FORM.format(way=way, fmtval=' FMTVAL="1"'))
    (awarded,) = heard.of("AWARDED")
    assert awarded.get("method") == "negotiated procedure without competition"


def test_a_sum_that_could_be_two_is_left_out_and_counted(hear: Hear) -> None:
    old = OLD_FORM.format(way="<PT_OPEN/>", fmtval="").replace("TOTAL_FINAL_VALUE", "NO_TOTAL")
    heard = hear(old.replace("2 654 755,07", "1.500"))
    assert not heard.of("HAS_AMOUNT", kind="award")
    assert any(reason.startswith("award: '1.500' can be read") for reason in heard.skipped)


@pytest.mark.parametrize(
    ("element", "reason"),
    [
        ("EXTREME_URGENCY_EVENTS_UNFORESEEABLE", "extreme urgency"),
        ("NO_EXTREME_URGENCY_EVENTS_UNFORESEEABLE", ""),
        ("REASONS_PROVIDED_PARTICULAR_TENDERER_EXCLUSIVE_RIGHTS", "exclusive rights"),
        ("PERIOD_FOR_PROCEDURE_INCOMPATIBLE_WITH_CRISIS", "urgency out of a crisis"),
    ],
)
@pytest.mark.parametrize("way", ["F03", "F06"])
def test_an_old_form_tells_why_nobody_could_compete(
    way: str, element: str, reason: str, hear: Hear
) -> None:
    tag = f"{way}_AWARD_WITHOUT_PRIOR_PUBLICATION"
    inside = f"<{tag}><{element}/></{tag}>"
    (awarded,) = hear(OLD_FORM.format(way=inside, fmtval=' FMTVAL="1"')).of("AWARDED")
    assert (awarded.get("method"), awarded.get("reason")) == (
        "negotiated procedure without competition",
        reason,
    )
