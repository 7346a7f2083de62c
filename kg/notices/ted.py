"""A notice in the older XML of TED (R2.0.7 to R2.0.9, until 2023) as plain values.

A notice holds the same form in up to 24 languages; only the original is read, since the others are
translations of it and would say everything once more.
"""

from dataclasses import replace

from kg.errors import DataError
from kg.notices import ted_forms, ted_old
from kg.notices.fields import day, publication
from kg.notices.notice import Kind, Names, Notice, Party
from kg.notices.ted_fields import Form, codes, method, reasons, with_names
from kg.notices.words import language
from kg.notices.xml import Node

ROOTS = frozenset({"TED_EXPORT"})
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("01", "04", "16"), "planned"),
    **dict.fromkeys(("02", "05", "07", "12", "17", "19", "24"), "competition"),
    **dict.fromkeys(("03", "06", "13", "18", "25"), "award"),
    "15": "direct",
    "20": "modification",
}
_TYPES: dict[str, Kind] = {
    "PRI_ONLY": "planned",
    "PRI_CALL_COMPETITION": "competition",
    "CONTRACT": "competition",
    "QSU_CALL_COMPETITION": "competition",
    "QSU_ONLY": "competition",
    "AWARD_CONTRACT": "award",
    "CONCESSION_AWARD_CONTRACT": "award",
}
_DIRECT = "negotiated procedure without competition"
_WITHOUT_CONTENT = (
    *("TECHNICAL_SECTION", "LINKS_SECTION", "CODED_DATA_SECTION", "TRANSLATION_SECTION"),
    *(
        f".//{tag}"
        for tag in ("ADDRESS", "TOWN", "POSTAL_CODE", "PHONE", "FAX", "E_MAIL", "CONTACT_POINT")
    ),
)
"""What only classifies the form's own content for the journal, and how to reach people."""


def is_wanted(node: Node) -> bool:
    """Whether an element is kept: no translations, and no titles made from them."""
    return node.get("CATEGORY") != "TRANSLATION" and node.name != "ML_TITLES"


def notice(root: Node) -> Notice:
    """Read a notice from the root of its document.

    Raises:
        DataError: It has no form in its original language, or is a correction of another notice.
    """
    form = _original(root)
    kind = _kind(form.node)
    is_old = not form.node.has("OBJECT_CONTRACT")
    found = _old(form) if is_old else _new(form, kind)
    coded = "CODED_DATA_SECTION/NOTICE_DATA"
    earlier = _earlier(root, form)
    result = replace(
        found,
        kind=kind,
        form=_code(form.node),
        number=publication(root.get("DOC_ID")) or publication(root.text(f"{coded}/NO_DOC_OJS")),
        earlier="" if kind == "modification" else earlier,
        changes=earlier if kind == "modification" else "",
        version=root.get("VERSION"),
        language=form.language,
        published=day(root.text("CODED_DATA_SECTION/REF_OJS/DATE_PUB")),
        sent=day(root.text("CODED_DATA_SECTION/CODIF_DATA/DS_DATE_DISPATCH")),
        buyers=_named(root, found.buyers),
        missing=tuple(form.missing),
        translations=sum(1 for node in root.each("FORM_SECTION/*") if node.name == form.node.name)
        - 1,
    )
    root.pass_over(*_WITHOUT_CONTENT)
    for twin in form.twins:
        twin.node.pass_over(".//*")
    return result


def section(path: list[str]) -> str:
    """What the path of a text that nobody read is called: its section, and its last two steps."""
    steps = [step for step in path[1:] if step not in ("FORM_SECTION", "P")]
    steps = steps[1:] if len(steps) > 1 else steps
    return "/".join(steps if len(steps) <= 3 else [steps[0], *steps[-2:]])


def _new(form: Form, kind: Kind) -> Notice:
    """The standard forms of the 2014 directives."""
    node = form.node
    awards = tuple(ted_forms.awards(form))
    if kind == "modification" and awards:
        more = (*awards[0].amounts, *ted_forms.changed_sums(form))
        changed = replace(awards[0], amounts=more, successors=ted_forms.successors(form))
        awards = (changed, *awards[1:])
    way = method(node.first("PROCEDURE"))
    title = node.text("OBJECT_CONTRACT/TITLE")
    return Notice(
        kind=kind,
        form="",
        names=_names(form, title),
        reference=node.text("OBJECT_CONTRACT/REFERENCE_NUMBER"),
        method=way or (_DIRECT if kind == "direct" else ""),
        reason=reasons(node.first("PROCEDURE")),
        main=codes(node, "OBJECT_CONTRACT/CPV_MAIN"),
        buyers=tuple(ted_forms.buyers(form)),
        lots=tuple(ted_forms.lots(form)),
        results=tuple(ted_forms.results(form)),
        awards=awards,
        changed=tuple(ted_forms.changes(form)),
        amounts=tuple(ted_forms.totals(form)),
        at=f"{form.at}/OBJECT_CONTRACT",
        bids=tuple(bid for award in awards for bid in award.bids),
        groups=tuple(bid.group for award in awards for bid in award.bids),
    )


def _old(form: Form) -> Notice:
    """The forms of the 2004 directives."""
    main, additional = ted_old.cpv(form)
    awards = tuple(ted_old.awards(form))
    return Notice(
        kind="award",
        form="",
        names=((form.language, ted_old.title(form)),) if ted_old.title(form) else (),
        reference=ted_old.reference(form),
        method=method(form.node) or (_DIRECT if _kind(form.node) == "direct" else ""),
        reason=reasons(form.node),
        main=main,
        additional=additional,
        buyers=tuple(ted_old.buyers(form)),
        lots=tuple(ted_old.frameworks(form)),
        awards=awards,
        amounts=tuple(ted_old.totals(form)),
        at=f"{form.at}//CPV",
        bids=tuple(bid for award in awards for bid in award.bids),
        groups=tuple(bid.group for award in awards for bid in award.bids),
    )


def _original(root: Node) -> Form:
    forms = [
        Form(node, f"//{node.name}[@LG='{node.get('LG')}']", language(node.get("LG")))
        for section_ in root.each("FORM_SECTION")
        for node in section_.children()
        if node.get("CATEGORY") == "ORIGINAL"
    ]
    if not forms:
        raise DataError("has no form in its original language")
    return replace(forms[0], twins=tuple(forms[1:]))


def _code(node: Node) -> str:
    """``F03``, also where the form only says 3."""
    digits = "".join(filter(str.isdigit, node.get("FORM")))
    return f"F{digits:0>2}"


def _kind(node: Node) -> Kind:
    code = _code(node)[1:]
    if code == "14":
        raise DataError("is a correction: it says what is wrong in another notice, nothing else")
    for found in node.each("NOTICE"):
        if found.get("TYPE") in _TYPES:
            return _TYPES[found.get("TYPE")]
    if code not in _KINDS:
        return "award" if node.has("AWARD_CONTRACT") else "competition"
    return _KINDS[code]


def _earlier(root: Node, form: Form) -> str:
    """The number of the notice that this one goes back to."""
    coded = root.texts("CODED_DATA_SECTION/NOTICE_DATA/REF_NOTICE/NO_DOC_OJS")
    for text in (*form.node.texts(".//NOTICE_NUMBER_OJ"), *coded):
        if found := publication(text):
            return found
    return ""


def _names(form: Form, title: str) -> Names:
    others = [(twin.language, twin.node.text("OBJECT_CONTRACT/TITLE")) for twin in form.twins]
    return tuple((code, text) for code, text in [(form.language, title), *others] if text)


def _named(root: Node, buyers: tuple[Party, ...]) -> tuple[Party, ...]:
    """The buyers; the journal gives the first one's name in the languages that it has one in."""
    names = (
        (language(node.get("LG")), node.text())
        for node in root.each("TRANSLATION_SECTION/ML_AA_NAMES/AA_NAME")
    )
    return (with_names(buyers[0], names), *buyers[1:]) if buyers else ()
