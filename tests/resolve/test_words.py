"""What words stand for, in every language: authorities, levels, branches, places, numbers."""

import pytest

from kg.resolve.names import parse
from kg.resolve.words import AUTHORITIES, BRANCHES, LEVELS, branch, level, vocabulary

CONCEPTS = [
    ("=police", "police politie polizei policia polizia"),
    ("=ministry", "ministry ministerie ministerium ministere ministerio ministero"),
    ("=municipality", "gemeente gemeinde commune ayuntamiento comune municipality"),
    ("=city", "city stad stadt ciudad citta ville"),
    ("=court", "court rechtbank gericht tribunal juzgado tribunale"),
    ("=prison", "prison gevangenis gefangnis carcere"),
    ("=customs", "customs douane zoll aduana"),
    ("=government", "government regering regierung gouvernement gobierno governo"),
    ("=parliament", "parliament parlement parlament parlamento"),
    ("=agency", "agency agentschap agentur agence agencia agenzia"),
    ("=authority", "authority autoriteit behorde autorite autoridad autorita"),
    ("=directorate", "directorate directie direktion direction direccion direzione"),
    ("=federal", "federal federale bundes"),
    ("=national", "national nationaal nacional nazionale"),
    ("=state", "state staat estado etat"),
    ("=canton", "canton kanton cantonale"),
    ("=province", "province provincie provincia provinz"),
    ("=local", "local locale lokaal lokale"),
    ("=criminal", "criminal criminelle kriminal judiciaire gerechtelijke"),
    ("=interior", "interior interieur binnenlandse inneren interno"),
    ("=justice", "justice justitie justiz justicia giustizia"),
    ("=defence", "defence defense defensie verteidigung defensa difesa"),
    ("=finance", "finance financien finanzen finances finanzas finanze"),
    ("=public", "public publique openbaar offentliche publico pubblico"),
    ("=security", "security veiligheid sicherheit securite seguridad sicurezza"),
    ("=university", "university universiteit universitat universite universidad universita"),
    ("=institute", "institute instituut institut instituto istituto"),
    ("=hospital", "hospital ziekenhuis krankenhaus hopital ospedale"),
    ("=group", "group groep gruppe groupe grupo gruppo"),
    ("=system", "system systeem systeme sistema systems systemen sistemas"),
    ("=technology", "technology technologie technologien tecnologia technologies"),
    ("=international", "international internationale internacional internazionale intl"),
    ("=service", "service dienst services servicio servizio"),
    ("=north", "north noord nord norte"),
    ("=south", "south zuid sud syd"),
    ("=east", "east oost ost est este"),
    ("=west", "west ouest oeste ovest"),
    ("=data", "data gegevens daten donnees datos dati"),
    ("=protection", "protection bescherming schutz proteccion protezione"),
]


@pytest.mark.parametrize(
    ("concept", "word"),
    [(concept, word) for concept, words in CONCEPTS for word in words.split()],
)
def test_a_word_stands_for_its_concept_in_every_language(concept: str, word: str) -> None:
    assert vocabulary().tokens([word]) == [concept]


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("bundespolizei", {"=federal", "=police"}),
        ("landespolizei", {"=state", "=police"}),
        ("kantonspolizei", {"=canton", "=police"}),
        ("stadtpolizei", {"=city", "=police"}),
        ("politiezone", {"=police", "=zone"}),
        ("kriminalpolizei", {"=criminal", "=police"}),
        ("bundeskriminalamt", {"=federal", "=criminal", "=office"}),
        ("landeskriminalamt", {"=state", "=criminal", "=office"}),
        ("bundesministerium", {"=federal", "=ministry"}),
        ("innenministerium", {"=ministry", "=interior"}),
        ("justizministerium", {"=ministry", "=justice"}),
        ("bundesregierung", {"=federal", "=government"}),
        ("gegevensbeschermingsautoriteit", {"=data", "=protection", "=authority"}),
    ],
)
def test_a_compound_is_all_that_it_is_made_of(compound: str, parts: set[str]) -> None:
    assert set(vocabulary().tokens([compound])) == parts


SAME_PLACE = [
    ("@be", "Belgium België Belgique Belgien Bélgica"),
    ("@nl", "Nederland Netherlands Niederlande Holland"),
    ("@de", "Germany Duitsland Deutschland Allemagne Alemania"),
    ("@fr", "France Frankrijk Frankreich Francia"),
    ("@es", "Spain Spanje Spanien Espagne España"),
    ("@it", "Italy Italië Italien Italie Italia"),
    ("@at", "Austria Oostenrijk Österreich Autriche"),
    ("@ch", "Switzerland Zwitserland Schweiz Suisse Suiza"),
    ("@gb", "British britannique uk"),
    ("@us", "USA us"),
    ("@de-by", "Bayern Beieren Bavaria Bavière Baviera"),
    ("@de-ni", "Niedersachsen Nedersaksen"),
    ("@de-he", "Hessen Hesse"),
    ("@de-sn", "Sachsen Saxony Saksen"),
    ("@be-bru", "Brussel Brussels Bruxelles Brüssel Bruselas"),
    ("@be-van", "Antwerpen Antwerp Anvers"),
    ("@be-gnt", "Gent Ghent Gand"),
    ("@fr-lil", "Lille Rijsel"),
    ("@de-cgn", "Köln Keulen Cologne"),
    ("@at-wie", "Wien Vienna Wenen Vienne"),
    ("@es-mad", "Madrid"),
    ("@it-mil", "Milano Milaan Milan Mailand"),
    ("@ch-zh", "Zürich Zurich"),
]


@pytest.mark.parametrize(
    ("place", "name"), [(place, name) for place, names in SAME_PLACE for name in names.split()]
)
def test_a_place_is_the_same_in_every_language(place: str, name: str) -> None:
    assert parse(name).places == {place}


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Noordrijn-Westfalen", "@de-nw"),
        ("Nordrhein-Westfalen", "@de-nw"),
        ("North Rhine-Westphalia", "@de-nw"),
        ("Rhénanie-du-Nord-Westphalie", "@de-nw"),
        ("Baden-Württemberg", "@de-bw"),
        ("Lower Saxony", "@de-ni"),
        ("Den Haag", "@nl-hag"),
        ("United States", "@us"),
        ("United Kingdom", "@gb"),
        ("Great Britain", "@gb"),
    ],
)
def test_a_place_of_several_words_is_one(name: str, place: str) -> None:
    parsed = parse(name)
    assert parsed.tokens == (place,)
    assert parsed.places == {place}


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Polizei Bayern", "Bavarian Police", "DE"),
        ("Polizei Niedersachsen", "Police of Lower Saxony", "DE"),
        ("Polizei Nordrhein-Westfalen", "Politie Noordrijn-Westfalen", "DE"),
        ("Kantonspolizei Bern", "Police cantonale de Berne", "CH"),
        ("Gemeente Gent", "Gemeinde Gent", "BE"),
        ("Ville de Bruxelles", "Stad Brussel", "BE"),
        ("Politiezone Antwerpen", "Zone de police Anvers", "BE"),
        ("Federale Politie", "Police Fédérale", "BE"),
        ("Federale Politie", "Föderale Polizei", "BE"),
        ("Ministerie van Justitie", "Ministère de la Justice", "BE"),
        ("Ministerium der Justiz", "Ministerio de Justicia", ""),
        ("Ministerie van Defensie", "Ministry of Defence", "NL"),
        ("Universiteit Gent", "Ghent University", "BE"),
        ("Lokale Politie Gent", "Police locale de Gand", "BE"),
        ("Policía Municipal de Madrid", "Madrid Municipal Police", "ES"),
        ("Landeskriminalamt Hessen", "LKA Hessen", "DE"),
        ("Bundespolizei", "Federal Police", "DE"),
        ("Brigade Forty-Four", "Brigade 44", ""),
        ("Fund III", "Fund 3", ""),
    ],
)
def test_a_name_has_the_same_tokens_in_another_language(one: str, other: str, country: str) -> None:
    assert set(parse(one, country).tokens) == set(parse(other, country).tokens)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Polizei Bayern", "Polizei Hessen"),
        ("Politie Gent", "Politie Antwerpen"),
        ("Gemeente Gent", "Politie Gent"),
        ("Federale Politie", "Lokale Politie"),
        ("Ministerie van Justitie", "Ministerie van Defensie"),
        ("Police cantonale de Berne", "Police municipale de Berne"),
        ("North Yorkshire Police", "South Yorkshire Police"),
        ("Fund III", "Fund IV"),
        ("Bundespolizei", "Landespolizei"),
        ("Guardia Civil", "Guardia Costiera"),
    ],
)
def test_another_body_has_other_tokens(one: str, other: str) -> None:
    assert set(parse(one).tokens) != set(parse(other).tokens)


@pytest.mark.parametrize(
    ("name", "domain"),
    [
        ("Kantonspolizei Zürich", "=police"),
        ("Illinois Highway Patrol", "=police"),
        ("Ministerie van Defensie", "=ministry"),
        ("Ayuntamiento de Madrid", "=municipality"),
        ("Comune di Milano", "=municipality"),
        ("Rechtbank Den Haag", "=court"),
        ("Koninklijke Marechaussee", "=gendarmerie"),
        ("Gendarmerie nationale", "=gendarmerie"),
        ("Guardia Civil", "=guard"),
        ("Gegevensbeschermingsautoriteit", "=authority"),
        ("Palantir Technologies", ""),
        ("Universiteit Gent", ""),
        ("Bosch Security Systems", ""),
    ],
)
def test_what_kind_of_authority_a_name_speaks_of_is_read(name: str, domain: str) -> None:
    assert parse(name).domain == domain


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Kantonspolizei Zürich", {"=canton"}),
        ("Federale Politie", {"=federal"}),
        ("Police nationale", {"=national"}),
        ("Policía Municipal de Madrid", {"=city"}),
        ("Stadtpolizei Zürich", {"=city"}),
        ("Landespolizei Bayern", {"=state"}),
        ("Chiayi County Police Bureau", {"=county"}),
        ("Greater Manchester Police", set()),
    ],
)
def test_the_level_of_an_authority_is_read(name: str, found: set[str]) -> None:
    assert parse(name).level == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Military Police", {"=military"}),
        ("Polícia Militar da Bahia", {"=military"}),
        ("Polícia Civil da Bahia", {"=civil"}),
        ("Polizia Stradale", {"=highway"}),
        ("North Yorkshire Police", {"=north"}),
        ("West Midlands Police", {"=west"}),
        ("Zollpolizei", set()),
        ("Polizei Bayern", set()),
    ],
)
def test_what_only_one_branch_does_is_read(name: str, found: set[str]) -> None:
    assert parse(name).branch == found


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("Top400", {"400"}),
        ("Top 600", {"600"}),
        ("Fund III L.P.", {"3"}),
        ("Apollo Fund VIII", {"8"}),
        ("Fund XIV", {"14"}),
        ("Brigade Forty-Four", {"44"}),
        ("Brigade Forty 4", {"44"}),
        ("Brigade 44", {"44"}),
        ("Twenty Two Films", {"22"}),
        ("Politiezone 5339", {"5339"}),
        ("JPMorgan Mortgage Trust 2007-1", {"2007", "1"}),
        ("VioGén 2", {"2"}),
        ("P3-DSS", {"3"}),
        ("Vereniging Vijf", {"5"}),
        ("Palantir", set()),
        ("Vision Mix", set()),
        ("Civic Mix DC", set()),
    ],
)
def test_a_number_is_the_same_in_digits_words_and_roman_numerals(
    name: str, numbers: set[str]
) -> None:
    assert parse(name).numbers == numbers


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("The Bank of England", ("bank", "england")),
        ("Ministère de l'Intérieur", ("ministere", "interieur")),
        ("Politie van de stad Gent", ("politie", "stad", "gent")),
        ("H&M Hennes & Mauritz AB", ("hm", "hennes", "mauritz")),
        ("H and M Hennes and Mauritz AB", ("hm", "hennes", "mauritz")),
        ("C und A", ("ca",)),
        ("I.B.M.", ("ibm",)),
        ("I B M", ("ibm",)),
        ("Görlitzer Park", ("gorlitzer", "park")),
        ("Ørsted", ("orsted",)),
        ("Straße", ("strasse",)),
        ("Łódź", ("lodz",)),
        ("Ｔｈａｌｅｓ", ("thales",)),  # noqa: RUF001
        ("ΑΛΦΑ", ("alfa",)),
        ("Газпром", ("gazprom",)),
        ("THALES", ("thales",)),
        ("ThAlEs", ("thales",)),
        ("Thales\u00a0Alenia", ("thales", "alenia")),
        ("Thales\tAlenia\n", ("thales", "alenia")),
        ("ProKid+", ("prokid", "plus")),
    ],
)
def test_case_accents_script_and_small_words_are_folded(name: str, words: tuple[str, ...]) -> None:
    assert parse(name).words == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("P3-DSS", "P3 DSS"),
        ("Pol-intel", "POL-INTEL"),
        ("GIST-BROCADES", "Gist Brocades"),
        ("Soprasteria", "Sopra Steria"),
        ("KeyCrime", "Key Crime"),
    ],
)
def test_spacing_and_hyphens_leave_the_letters_the_same(one: str, other: str) -> None:
    assert parse(one).squeezed == parse(other).squeezed


def test_small_words_are_kept_in_the_spelling_and_not_in_the_key() -> None:
    name = parse("van der Bilt Corp.")
    assert (name.squeezed, name.spelt) == ("bilt", "vanderbilt")


def test_a_name_of_small_words_only_keeps_them() -> None:
    assert parse("The The").words == ("the", "the")
    assert parse("De la").words == ("de", "la")


def test_the_own_country_of_an_authority_says_nothing() -> None:
    assert parse("Belgian Federal Police", "BE").places == frozenset()
    assert parse("Belgian Federal Police", "FR").places == {"@be"}
    assert parse("Belgian Federal Police", "").places == {"@be"}


def test_a_plural_is_its_singular() -> None:
    assert parse("Rockets").tokens == parse("Rocket").tokens
    assert parse("Glass").tokens == ("glass",)
    assert parse("Lotus").tokens == ("lotus",)


def test_levels_branches_and_authorities_are_words_that_exist() -> None:
    known = {token for tokens in vocabulary().means.values() for token in tokens}
    assert known >= LEVELS
    assert known >= BRANCHES
    assert known >= AUTHORITIES


def test_level_and_branch_of_nothing_are_nothing() -> None:
    assert level([]) == frozenset()
    assert branch([]) == frozenset()


def test_a_word_met_before_is_read_as_the_first_time() -> None:
    first = parse("Zyxwv Rockets Utrecht")
    assert parse("Zyxwv Rockets Utrecht") == first
