import runpy
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1] / "benchmarks" / "reference"
LANGUAGES = {"eng": "Cameras", "nld": "Camera's", "fra": " Caméras\n vidéo", "deu": "K", "spa": "C"}


def test_the_cpv_table_keeps_our_languages_and_mends_blanks(tmp_path: Path) -> None:
    texts = {"code": "35125300", "bul_label": "Камери"}
    texts |= {f"{language}_label": text for language, text in LANGUAGES.items()}
    values = "".join(
        f'<Value ColumnRef="{column}"><SimpleValue>{text}</SimpleValue></Value>'
        for column, text in texts.items()
    )
    given, made = tmp_path / "cpv.gc", tmp_path / "codes.csv"
    given.write_text(f"<CodeList><Row>{values}</Row></CodeList>", "utf-8")
    runpy.run_path(str(SCRIPTS / "cpv.py"))["main"](given, made)
    assert made.read_text("utf-8") == (
        "code,en,nl,fr,de,es\n35125300,Cameras,Camera's,Caméras vidéo,K,C\n"
    )


def test_every_shipped_table_says_where_it_comes_from() -> None:
    said = (SCRIPTS / "README.md").read_text("utf-8")
    root = SCRIPTS.parents[1]
    for table in ("kg/money/rates.csv", "kg/cpv/codes.csv"):
        assert (root / table).is_file()
        assert f"`{table}`" in said
    assert "European Central Bank" in said
    assert "CC BY 4.0" in said
