import pytest

from kg.mapping.guessing import Column, guess, likely_date_format, likely_locale


@pytest.mark.parametrize(
    ("header", "cells", "role", "kind"),
    [
        ("Supplier", ["Axon"], "supplier", "name"),
        ("supplierName", ["Axon"], "supplier", "name"),
        ("Adjudicatario licitación/lote", ["Indra"], "supplier", "name"),
        ("Opdrachtgever", ["Politie"], "buyer", "name"),
        ("Órgano de Contratación", ["ADIF"], "buyer", "name"),
        ("Sous-traitant", ["X"], "subcontractor", "name"),
        ("Auftraggeber", ["Polizei"], "buyer", "name"),
        ("Contract title", ["Cameras"], "", "title"),
        ("Importe", ["1.234,50"], "", "amount"),
        ("Montant", ["see annex"], "", "text"),
        ("Datum", ["31/03/2021"], "", "date"),
        ("Datum", ["in spring"], "", "text"),
        ("Whatever", ["2021-03-31", "2021-04-01"], "", "date"),
        ("Whatever", ["2021", "2022"], "", "text"),
        ("SIRET", ["38103128500574"], "", "register"),
        ("Source", ["https://x.eu/a"], "", "address"),
        ("Quelle", ["Archive"], "", "text"),
        ("Notes", ["https://x.eu/a", "https://x.eu/b"], "", "address"),
        ("CPV", ["35125300"], "", "cpv"),
        ("Country", ["BE"], "", "country"),
        ("Remarks", ["x"], "", "text"),
        ("Remarks", [], "", "text"),
    ],
)
def test_a_column_is_known_by_its_name_and_its_cells(
    header: str, cells: list[str], role: str, kind: str
) -> None:
    (found,) = guess([header], [[cell] for cell in cells])
    assert found == Column(header, role, kind, found.doubt)


@pytest.mark.parametrize(
    ("cells", "locale", "doubt"),
    [
        (["1234.5", "7"], "plain", ""),
        (["1.234,50"], "de", ""),
        (["1,234.50"], "en", ""),
        (["1 234,50", "2'000,00"], "", "these are not all amounts"),
        (["1 234,50"], "de", ""),
        (["1.234", "2.5"], "plain", ""),
        (["x"], "", "these are not all amounts"),
    ],
)
def test_the_locale_is_that_which_reads_every_cell(
    cells: list[str], locale: str, doubt: str
) -> None:
    assert likely_locale(cells) == (locale, doubt)


def test_a_locale_that_could_be_two_is_doubted() -> None:
    locale, doubt = likely_locale(["1.234"])
    assert locale == "plain"
    assert doubt.startswith("these can be read in two ways, as plain or as")


@pytest.mark.parametrize(
    ("cells", "form", "doubt"),
    [
        (["31/03/2021", "01/04/2021"], "%d/%m/%Y", ""),
        (["03/31/2021"], "%m/%d/%Y", ""),
        (["31.03.21"], "%d.%m.%y", ""),
        (["01/02/2021"], "%d/%m/%Y", "day or month first? no cell tells"),
        (["31/03/2021", "03/31/2021"], "%m/%d/%Y", "day or month first? no cell tells"),
        (["2021-03-31"], "", ""),
        ([], "", ""),
    ],
)
def test_the_form_of_dates_is_that_which_the_cells_prove(
    cells: list[str], form: str, doubt: str
) -> None:
    assert likely_date_format(cells) == (form, doubt)
