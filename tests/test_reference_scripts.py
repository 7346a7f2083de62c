import json
import runpy
from pathlib import Path

import pytest

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
    for table in ("kg/money/rates.csv", "kg/cpv/codes.csv", "data/aliases/authorities.csv"):
        assert (root / table).is_file()
        assert f"`{table}`" in said
    assert "European Central Bank" in said
    assert "CC BY 4.0" in said


def authorities(folder: Path, refused: str, read: str = "") -> Path:
    """The script beside small lists of its own, and small packages to read."""
    here = folder / "authorities.py"
    here.write_bytes((SCRIPTS / "authorities.py").read_bytes())
    (folder / "authorities_refused.csv").write_text(f"wikidata,alias,reason\n{refused}", "utf-8")
    columns = "wikidata,country,level,kind,name,alias,language,alias_kind,source,locator"
    (folder / "authorities_read.csv").write_text(f"{columns}\n{read}", "utf-8")
    police = {
        "id": "polizei-1",
        "locationSet": {"include": ["de-by.geojson"]},
        "matchNames": ["innenministerium", "pby"],
        "tags": {"operator": "Polizei Bayern", "operator:wikidata": "Q1", "operator:short": "BYPO"},
    }
    abroad = {**police, "locationSet": {"include": ["us"]}}
    kinds: dict[str, str] = runpy.run_path(str(here))["KINDS"]
    categories: dict[str, object] = {key: {"items": []} for key in kinds}
    categories["operators/amenity/police"] = {"items": [police, abroad]}
    labels = {"wikidata": {"Q1": {"label": "Bavarian Police"}}}
    for path, data in (("nsi.json", {"nsi": categories}), ("../wikidata/wikidata.json", labels)):
        target = folder / "dist" / "json" / path
        (folder / "dist" / "wikidata").mkdir(parents=True, exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(data), "utf-8")
    agencies = folder / runpy.run_path(str(here))["AGENCIES"]
    agencies.parent.mkdir(parents=True, exist_ok=True)
    values = [{"uuid": "u-1", "value": "Bundesnachrichtendienst", "description": "BND: spies"}]
    agencies.write_text(json.dumps({"values": values}), "utf-8")
    return here


def derived(folder: Path, refused: str, read: str = "") -> list[str]:
    here, made = authorities(folder, refused, read), folder / "made.csv"
    runpy.run_path(str(here))["main"](folder, folder, made)
    return made.read_text("utf-8").splitlines()[1:]


LABEL = "Wikidata label in name-suggestion-index 8.0.20260918,Q1"
AT = "operators/amenity/police polizei-1"


def test_authorities_are_what_the_sources_say_without_what_is_refused(tmp_path: Path) -> None:
    assert derived(tmp_path, "Q1,innenministerium,the ministry\n") == [
        f"Q1,DE,regional,police,Polizei Bayern,Bavarian Police,en,name,{LABEL}",
        "Q1,DE,regional,police,Polizei Bayern,BYPO,,acronym,"
        f"name-suggestion-index 8.0.20260918,{AT} operator:short",
    ]


def test_a_refused_body_is_not_there_at_all(tmp_path: Path) -> None:
    assert derived(tmp_path, "Q1,*,no force\n") == []


def test_a_refusal_that_refuses_nothing_stops_the_script(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="refuse nothing"):
        derived(tmp_path, "Q1,inneministerium,mistyped\n")


def test_a_row_that_its_source_does_not_have_stops_the_script(tmp_path: Path) -> None:
    source = "MISP galaxy in pymispgalaxies 1.1.1"
    row = f",DE,national,intelligence,Bundesnachrichtendienst,BND,de,name,{source},u-1\n"
    assert derived(tmp_path, "Q1,*,no force\n", row) == [row.strip()]
    with pytest.raises(SystemExit, match="'BNDX' does not stand in u-1"):
        derived(tmp_path, "Q1,*,no force\n", row.replace("BND,", "BNDX,"))
