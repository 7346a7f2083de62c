"""What stands where a name should: a reference to another field, or a word for nothing.

Two organisations of such a name would be taken for one, and it would be the biggest supplier.
Only whole texts count: a firm may well be called See Tickets, or Confidential Waste Ltd.
"""

import re

_WORDS = (
    r"n[./]?\s?a|n\.?v\.?t|k\.\s?a|tbd|tba|none|null|nil|unknown|unnamed|undisclosed|"
    r"anonymous|confidential|divers|diverse|various|unbekannt|vertraulich|geheim|ungenannt|"
    r"onbekend|vertrouwelijk|inconnue?s?|anonyme|confidentiel|n[ée]ant|desconocido|nessuno|"
    r"confidencial|anónimo|sconosciuto|riservato|brak|neuvedeno|okänd|ukjent|ukendt"
)
_NOT = (
    r"(?:not|non|nicht|niet|no|nie)\s(?:applicable|available|disclosed|published|known|given|"
    r"communiqu[ée]e?s?|publi[ée]e?s?|applicabile|disponibile|bekannt|veröffentlicht|genannt|bekend|"
    r"anwendbar|relevant|gepubliceerd|aplica|aplicable|publicado|disponible|dotyczy)"
)
_SEE = (
    r"(?:see|voir|zie|v[ée]ase|ver|vedi|patrz|viz|se)\s"
    r"(?:(?:the|also|la|le|les|de|het|el|los|las|il|ook|en|in|under|dans|additional)\s)*"
    r"(?:annexe?s?|attached|attachment|bijlagen?|anexos?|allegat[oi]|załącznik\w*|below|above|fields?|"
    r"sections?|rubriques?|rubriek|secci[óo]n|sezione|sekcja|points?|punt[oi]?|pkt|information|lists?|"
    r"listes?|lijst|punkt|bilag\w?|vedlegg|avsnitt|"
    r"listado|elenco|ci-dessous|ci-dessus|ci-après|hieronder|onder)\b.*"
)
_SEVERAL = (
    r"(?:[0-9]+|various|multiple|several|diverse|verschiedene|mehrere|plusieurs|différents|divers|"
    r"varios|varias|diversos|diversi|vari|meerdere|verschillende|flere|flera|różni)\s"
    r"(?:firm(?:s|a|en|y|aer|aet)?|companies|contractors?|suppliers?|tenderers?|bidders?|"
    r"economic operators?|operators?|unternehmen|bieter|auftragnehmer|lieferanten|entreprises|"
    r"titulaires|attributaires|fournisseurs|opérateurs|candidats|empresas|licitadores|"
    r"adjudicatarios|proveedores|imprese|operatori|fornitori|aggiudicatari|bedrijven|leveranciers|"
    r"opdrachtnemers|inschrijvers|leverandører|tilbydere|leverantörer|wykonawc\w+|dodavatel\w*)\b.*"
)
_REST = r"(?:keine|ohne)\sangaben?|sans\sobjet|siehe\b.*"
_WHOLE = re.compile("|".join((_SEVERAL, _WORDS, _NOT, _SEE, _REST)), re.IGNORECASE)
_AROUND = "\"'«»„“”().:;*-–—_ "  # noqa: RUF001


def is_nameless(text: str) -> bool:
    """Whether a text is the name of nobody."""
    plain = " ".join(text.split()).strip(_AROUND)
    return not any(map(str.isalnum, plain)) or bool(_WHOLE.fullmatch(plain))
