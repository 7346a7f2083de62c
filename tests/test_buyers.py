import csv
import time
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kg.buyers import label, supplier_label
from kg.schema import labels

NAMES = Path(__file__).resolve().parents[2] / "shared" / "er" / "nsi_police_clusters.csv"
PLACSP = Path(__file__).resolve().parents[2] / "shared" / "samples" / "placsp"
EUROPE = (
    *("at", "be", "bg", "ch", "cz", "de", "dk", "es", "fi", "fr", "gb", "ie", "it", "mt", "nl"),
    *("pl", "pt", "ro", "sk"),
)

POLICE = [
    *[("Policía Local de Rivas Vaciamadrid", "ES"), ("Guardia Civil", "ES"), ("Ertzaintza", "ES")],
    *[("Mossos d'Esquadra", "ES"), ("Comandancia Guardia Civil de León", "ES")],
    *[("División Económica y Técnica (Cuerpo Nacional de Policía)", "ES")],
    *[("Ministerio del Interior - Dirección General de la Policía", "ES")],
    *[("Ayuntamiento de Madrid - Policía Municipal", "ES"), ("Policia Local de Calvià", "ES")],
    *[("Politiezone Antwerpen", "BE"), ("PZ Minos", "BE"), ("ZP 5339", "BE"), ("PZ 5345", "BEL")],
    *[("Zone de Police Bruxelles CAPITALE Ixelles", "BE"), ("Lokale Politie Gent", "BE")],
    *[("Politie", "NL"), ("Koninklijke Marechaussee", "NL"), ("Police Grand-Ducale", "LU")],
    *[("Préfecture de Police DFCPP BCP", "FR"), ("Gendarmerie nationale", "FR")],
    *[("Ministère de l'Intérieur - Direction générale de la police nationale", "FR")],
    *[("Polizeipräsidium Köln", "DE"), ("Bayerisches Landeskriminalamt", "DE"), ("LKA NRW", "DE")],
    *[("Polizei Nordrhein-Westfalen, Landesamt für Zentrale Polizeiliche Dienste", "DE")],
    *[("Freistaat Bayern, vertreten durch das Polizeipräsidium München", "DE")],
    *[("Behörde für Inneres und Sport, Polizei Hamburg, Zentrale Vergabestelle", "DE")],
    *[("Präsidium für Technik, Logistik und Verwaltung", "DE"), ("Bundeskriminalamt", "AT")],
    *[("Stadt Zürich, Stadtpolizei", "CH"), ("Kantonspolizei Bern", "CH")],
    *[
        ("Comando Generale dell'Arma dei Carabinieri — Centro Unico", "IT"),
        ("Questura di Roma", "IT"),
    ],
    *[("Kent Police", "GB"), ("Hampshire Constabulary", "UK"), ("Police Scotland", "GBR")],
    *[
        ("City of Los Angeles Police Department", "US"),
        ("San Bernardino County Sheriff's Office", ""),
    ],
    *[("An Garda Síochána", "IE"), ("Polismyndigheten", "SE"), ("Politiets fellestjenester", "NO")],
    *[("Komenda Wojewódzka Policji w Krakowie", "PL"), ("Policie České republiky", "CZ")],
]
OTHERS = [
    *[("Polizeigewerkschaft Berlin", "DE", "Institution"), ("Gewerkschaft der Polizei", "DE")],
    *[("Police Federation of England and Wales", "GB"), ("Nederlandse Politiebond", "NL")],
    *[("Syndicat national de la police", "FR"), ("Sindicato Unificado de Policía", "ES")],
    *[("Bayerisches Polizeimuseum", "DE"), ("Deutsche Hochschule der Polizei", "DE")],
    *[("Universität Wien", "AT"), ("Rectorado de la Universidad de Sevilla", "ES"), ("CNRS", "FR")],
    *[("Fundación del Teatro Real", "ES"), ("Fraunhofer-Gesellschaft e.V.", "DE")],
    ("Ministry of Police equipment suppliers GmbH", "DE", "Company"),
    *[("Polizei-Ausrüstung Müller GmbH & Co. KG", "DE"), ("Police Digital Service Limited", "GB")],
    *[("Verlag Deutsche Polizeiliteratur GmbH", "DE"), ("TenneT TSO B.V.", "NL"), ("EDF SA", "FR")],
    *[("Empresa Municipal de Transportes de Madrid, S.A.", "ES"), ("Koleje Sp. z o.o.", "PL")],
    ("Ayuntamiento de Madrid", "ES", "Municipality"),
    *[("Alcaldía del Ayuntamiento de Langreo", "ES"), ("Pleno del Ayuntamiento de Policar", "ES")],
    *[("Tenencia de Alcaldía de Comunicación y Policía Local del Ajuntament de Calvià", "ES")],
    *[("Concejalía de Hacienda, Policía y Tráfico", "ES"), ("Stad Kortrijk", "BE")],
    *[("Gemeente Amsterdam", "NL"), ("Ville de Nice", "FR"), ("Commune de Moirans", "FR")],
    *[("Stadt Neckargemünd", "DE"), ("Landeshauptstadt München", "DE"), ("Comune di Pisa", "IT")],
    *[("The Council of the City of Wakefield", "GB"), ("Tampereen kaupunki", "FI")],
    *[("ΔΗΜΟΣ ΛΑΥΡΕΩΤΙΚΗΣ", "EL"), ("Община Котел", "BG")],
    *[("Communauté d'agglomération CAP Excellence", "FR"), ("Kristinestad Stad", "FI")],
    ("Justizvollzugsanstalt Oldenburg", "DE", "Prison"),
    *[("Dirección del Centro Penitenciario de Málaga", "ES"), ("Maison d'arrêt de Nîmes", "FR")],
    *[("Gevangenis van Haren", "BE"), ("Casa circondariale di Torino", "IT")],
    ("Amtsgericht Köln", "DE", "Court"),
    *[("Tribunal administratif de Caen", "FR"), ("Rechtbank Amsterdam", "NL")],
    *[("Ministère de la Justice - Cour d'appel de Lyon", "FR"), ("Conseil d'État", "FR")],
    ("Bundesamt für Verfassungsschutz", "DE", "Intelligence"),
    *[("Algemene Inlichtingen- en Veiligheidsdienst", "NL"), ("Sûreté de l'État", "BE")],
    *[("Politiets Efterretningstjeneste", "DK"), ("Centro Nacional de Inteligencia", "ES")],
    ("Tribunal de Cuentas", "ES", "Oversight"),
    *[("Ombudsdienst voor telecommunicatie", "BE"), ("Cour des comptes", "FR")],
    *[("The Police and Crime Commissioner for Surrey", "GB"), ("Datenschutzbehörde", "AT")],
    ("Zone de secours Luxembourg", "BE", "PublicBody"),
    *[
        ("Hulpverleningszone Centrum", "BE"),
        ("Préfecture du Nord", "FR"),
        ("Feuerpolizei Wien", "AT"),
    ],
    *[("Ministerie van Binnenlandse Zaken", "NL"), ("Ministry of Police", "PG"), ("Farys", "BE")],
    *[("Ministerie van Politieke Zaken", "NL"), ("Policy Institute of Ireland", "IE")],
    *[("Commissariat à l'énergie atomique", "FR"), ("Staatsanwaltschaft Köln", "DE")],
    *[
        ("Consejería de Educación, Universidades y Deportes", "ES"),
        ("Gerencia de Atención Primaria", "ES"),
    ],
    *[("Commissione europea, Centro comune di ricerca", "IT"), ("", "BE"), ("?", "")],
]


def _with_labels() -> list[tuple[str, str, str]]:
    """Each name of ``OTHERS`` with the label that was given last."""
    found, last = [], ""
    for name, country, *given in OTHERS:
        last = given[0] if given else last
        found.append((name, country, last))
    return found


@pytest.mark.parametrize(("name", "country"), POLICE)
def test_a_police_force_is_known_by_its_name(name: str, country: str) -> None:
    assert label(name, country) == "PoliceForce"


@pytest.mark.parametrize(("name", "country", "wanted"), _with_labels())
def test_what_only_has_to_do_with_the_police_is_none(name: str, country: str, wanted: str) -> None:
    assert label(name, country, "pub-os", "cga") == wanted


@pytest.mark.parametrize(
    ("activity", "legal_type", "wanted"),
    [
        ("pub-os", "cga", "PublicBody"),
        ("defence", "spec-rights-entity", "PublicBody"),
        ("electricity", "spec-rights-entity", "Company"),
        ("education", "org-sub-la", "Institution"),
        ("PUBLIC_ORDER_AND_SAFETY", "MINISTRY", "PublicBody"),
        ("", "", "PublicBody"),
    ],
)
def test_a_name_that_says_nothing_leaves_it_to_what_the_buyer_declares(
    activity: str, legal_type: str, wanted: str
) -> None:
    assert label("Direction interrégionale", "FR", activity, legal_type) == wanted


@pytest.mark.parametrize(
    ("name", "country", "wanted"),
    [
        *[("Thales UK Limited", "GB", "Company"), ("EuroCop", "DE", "Company")],
        *[("Universiteit Gent", "BE", "Institution"), ("Polizei Berlin", "DE", "PoliceForce")],
        *[
            ("Orbit (i-Police partner)", "BE", "Company"),
            ("Private suppliers of police", "", "Company"),
        ],
    ],
)
def test_a_supplier_is_a_company_unless_its_name_says_what_else(
    name: str, country: str, wanted: str
) -> None:
    assert supplier_label(name, country) == wanted


def test_every_label_that_is_given_exists() -> None:
    given = {wanted for _, _, wanted in _with_labels()} | {"PoliceForce"}
    assert given <= labels().keys()


def test_most_names_of_european_police_forces_are_known() -> None:
    rows = [row for row in _rows() if row["country"] in EUROPE]
    known = [row for row in rows if label(row["name"], row["country"]) == "PoliceForce"]
    assert len(rows) == 230
    assert len(known) >= 213


def test_nearly_every_force_of_the_world_is_known_by_one_of_its_names() -> None:
    known: dict[str, bool] = {}
    for row in _rows():
        found = label(row["name"], row["country"]) == "PoliceForce"
        known[row["cluster"]] = known.get(row["cluster"], False) or found
    assert len(known) == 308
    assert sum(known.values()) >= 287


def test_no_spanish_buyer_is_taken_for_the_police() -> None:
    police = {name for name in _spanish_buyers() if label(name, "ES") == "PoliceForce"}
    assert police == {
        "Jefatura de Asuntos Económicos de la Guardia Civil",
        "División Económica y Técnica (Cuerpo Nacional de Policía)",
        "Comandancia Guardia Civil de Cáceres",
        "Comandancia Guardia Civil de León",
        "Comandancia Guardia Civil de Lleida",
        "5ª Zona de la Guardia Civil (Murcia)",
    }


def test_a_long_hostile_name_costs_no_time() -> None:
    started = time.process_time()
    for filler in ("polizei ", "a.b.", " - ", "stadt, "):
        label(filler * 5000, "DE")
    assert time.process_time() - started < 2


def _rows() -> list[dict[str, str]]:
    if not NAMES.exists():
        pytest.skip("there is no ../shared/er beside this checkout")
    with NAMES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _spanish_buyers() -> set[str]:
    """The buyers of a week of Spanish notices."""
    found = sorted(PLACSP.glob("*.xlsx"))
    if not found:
        pytest.skip("there is no ../shared/samples/placsp beside this checkout")
    sheet = CalamineWorkbook.from_path(found[0]).get_sheet_by_name("Licitaciones")
    rows = sheet.to_python()
    column = rows[0].index("Órgano de Contratación")
    return {str(row[column]) for row in rows[1:]}
