"""Country codes as registers and notices write them: two letters, three, or the Union's own.

A country is known by its ISO 3166-1 alpha-2 code everywhere else.
"""

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

_THREE_AND_TWO = (
    "ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU "
    "AUTAT AZEAZ BDIBI BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ "
    "BMUBM BOLBO BRABR BRBBB BRNBN BTNBT BVTBV BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI "
    "CMRCM CODCD COGCG COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE "
    "DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK "
    "FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR "
    "GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN "
    "IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH "
    "KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV "
    "MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM MNEME MNGMN "
    "MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NFKNF NGANG NICNI "
    "NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL "
    "PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG "
    "SGSGS SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK SVNSI "
    "SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT "
    "TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG "
    "VIRVI VNMVN VUTVU WLFWF WSMWS YEMYE ZAFZA ZMBZM ZWEZW "
)
_OTHERS = {"UK": "GB", "EL": "GR", "1A0": "XK", "XKX": "XK", "EUR": "EU", "EUU": "EU"}
_BY_THREE = {pair[:3]: pair[3:] for pair in _THREE_AND_TWO.split()}
_KNOWN = frozenset(_BY_THREE.values()) | {"EU", "XK"}


@lru_cache(maxsize=1 << 12)
def alpha2(code: str) -> str:
    """The alpha-2 code for ``FRA``, ``fr``, ``UK``, ``EL``; empty where it is no country's code.

    ``XI``, the prefix of Northern Irish VAT numbers, is the United Kingdom.
    """
    asked = code.strip().upper()
    found = _OTHERS.get(asked) or _BY_THREE.get(asked) or asked
    if found == "XI":
        return "GB"
    return found if found in _KNOWN else ""


@lru_cache(maxsize=1 << 12)
def by_name(text: str) -> str:
    """The alpha-2 code for a code, or for a name in English, Dutch, French, German or Spanish."""
    return alpha2(text) or names().get(plain_name(text), "")


def plain_name(text: str) -> str:
    """A name in small letters without accents, as the names of countries are compared."""
    apart = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@cache
def names() -> Mapping[str, str]:
    """Codes and names as a person may type them, plain, with the alpha-2 code of each."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    named = {plain_name(name): code for code, known in table["names"].items() for name in known}
    also = {plain_name(other): code for other, code in table["also"].items()}
    return named | also | {plain_name(code): code for code in table["codes"].split()}
