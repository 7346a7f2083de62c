"""The queue as one page for a colleague: no request, no install; the answers are saved as a table.

Every text is escaped where it becomes markup. The one script is named by its hash; it reads the
forms and offers the table as a download.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path

from kg.answers.cells import visible
from kg.answers.links import is_link
from kg.pages.packing import block
from kg.review.desk import VERDICTS
from kg.review.lines import Line, in_common, moved, reason, said_of_both, weighed
from kg.review.portrait import Portrait
from kg.review.sides import Place, Said, Side
from kg.review.words import word, words

_HERE = Path(__file__).parent
_SAID_BY_SCRIPT = ("tally", "saved", "unsaved", "loaded", "not_loaded")


def page(portraits: Sequence[Portrait], left_out: int, lang: str) -> str:
    """The whole page; ``left_out`` pairs wait and are not on it."""
    style, script = ((_HERE / f"page.{kind}").read_text("utf-8") for kind in ("css", "js"))
    policy = (
        f"default-src 'none'; script-src {_digest(script)}; style-src {_digest(style)}; "
        "base-uri 'none'; form-action 'none'"
    )
    told = {key: words()[lang][key] for key in _SAID_BY_SCRIPT}
    data = {"lang": lang, "words": told, "file": "answers.csv"}
    return f"""<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{_word("title", lang)}</title>
<style>{style}</style>
</head>
<body>
<a id="skip" href="#pair-1">{_word("skip_link", lang)}</a>
<header>
<h1>{_word("title", lang)}</h1>
<p>{_word("intro", lang)}</p>
<p><b>{_word("waiting", lang, n=len(portraits) + left_out)}</b></p>
{_load(lang) if portraits else ""}</header>
<main>
{"".join(_articles(portraits, lang))}{_more(left_out, lang)}</main>
{_bar(lang) if portraits else ""}<footer><p>{_word("credit", lang)}</p></footer>
<noscript><p>{_word("no_script", lang)}</p></noscript>
{block("data", data)}
{f"<script>{script}</script>" if portraits else ""}
</body>
</html>
"""


def _articles(portraits: Sequence[Portrait], lang: str) -> Iterator[str]:
    if not portraits:
        yield f'<p id="pair-1">{_word("done", lang)}</p>\n'
    for number, portrait in enumerate(portraits, start=1):
        yield "".join(_article(number, portrait, lang))


def _article(number: int, portrait: Portrait, lang: str) -> Iterator[str]:
    pair, left, right = portrait.waiting.pair, portrait.left, portrait.right
    head = f"<bdi>{_text(left.name)}</bdi> {_word('against', lang)} <bdi>{_text(right.name)}</bdi>"
    yield (
        f'<article id="pair-{number}" tabindex="-1" aria-labelledby="head-{number}" '
        f'data-left="{_text(pair.left)}" data-right="{_text(pair.right)}">\n'
        f'<h2 id="head-{number}"><span class="number">{_word("pair", lang, n=number)}</span> '
        f"{head}</h2>\n"
    )
    if why := reason(portrait.waiting):
        yield f'<p><b>{_word("why_open", lang)}:</b> <span dir="auto">{_text(why)}</span></p>\n'
    yield f'<div class="two">{_about(left)}{_about(right)}</div>\n'
    yield from (f'<p dir="auto">{_text(line)}</p>\n' for line in in_common(portrait, lang))
    yield f'<div class="two">{_names(portrait, lang)}{_moves(portrait, lang)}</div>\n'
    counted = " / ".join(str(len(each.said) + each.more) for each in (left, right))
    yield f"<details><summary>{_word('facts_of_both', lang)} ({counted})</summary>\n"
    yield '<div class="two">'
    yield _facts(left, said_of_both(left, right), lang)
    yield _facts(right, said_of_both(right, left), lang)
    yield f"</div></details>\n{_form(number, lang)}</article>\n"


def _about(side: Side) -> str:
    rows = "".join(
        f'<div><dt>{_text(head)}</dt><dd dir="auto">{_text(text)}</dd></div>'
        for head, text in side.about
    )
    listed = f"<dl>{rows}</dl>" if rows else ""
    return (
        f'<section><h3 dir="auto">{_text(side.name)}</h3>'
        f"<p>{_text(side.label)} <code>{_text(side.id)}</code></p>{listed}</section>"
    )


def _names(portrait: Portrait, lang: str) -> str:
    steps = "".join(
        f'<li><span class="adds">{_text(adds)}</span> <span>{_text(what)}</span></li>'
        for adds, what in weighed(portrait)
    )
    return (
        f"<section><h3>{_word('names_say', lang)}</h3><p>{_text(portrait.verdict)}</p>"
        f'<ul class="steps">{steps}</ul></section>'
    )


def _moves(portrait: Portrait, lang: str) -> str:
    lines = "".join(map(_moved, moved(portrait.moves, lang)))
    return f"<section><h3>{_word('would_move', lang)}</h3><ul>{lines}</ul></section>"


def _moved(line: Line) -> str:
    kind = ' class="item"' if line.is_item else ""
    return f'<li{kind} dir="auto">{_text(line.text)}</li>'


def _facts(side: Side, of_both: frozenset[str], lang: str) -> str:
    also = _word("also", lang)
    said = "".join(_said(each, also if each.text in of_both else "") for each in side.said)
    listed = f"<ul>{said}</ul>" if said else f"<p>{_word('no_facts', lang)}</p>"
    more = f"<p>{_word('more', lang, n=side.more, id=side.id)}</p>" if side.more else ""
    return f'<section><h3 dir="auto">{_text(side.name)}</h3>{listed}{more}</section>'


def _said(said: Said, also: str) -> str:
    places = "".join(f"<li>{_place(place)}</li>" for place in said.places)
    aside = f' <span class="aside">{_text(said.aside)}</span>' if said.aside else ""
    mark = f' <b class="also">{also}</b>' if also else ""
    cited = f'<ul class="places">{places}</ul>' if places else ""
    return f'<li dir="auto">{_text(said.text)}{mark}{aside}{cited}</li>'


def _place(place: Place) -> str:
    """The source in full; a link only where its address is a plain one of the web."""
    full = f"<bdi>{_text(place.full)}</bdi>"
    if not is_link(place.url):
        return full
    return f'<a href="{_text(place.url)}" rel="noopener noreferrer">{full}</a>'


def _form(number: int, lang: str) -> str:
    choices = "".join(
        f'<label><input type="radio" name="verdict-{number}" value="{verdict}"> '
        f"<span><b>{_word(verdict, lang)}</b>: {_word(f'{verdict}_means', lang)}</span></label>"
        for verdict in VERDICTS
    )
    return (
        f'<form autocomplete="off"><fieldset><legend>{_word("choose", lang)}: '
        f"{_word('pair', lang, n=number)}</legend>{choices}</fieldset>"
        f'<label class="why"><span>{_word("why", lang)}</span>'
        f'<input type="text" name="why" maxlength="2000" dir="auto"></label>'
        f'<button type="reset">{_word("clear", lang)}</button></form>\n'
    )


def _load(lang: str) -> str:
    return (
        '<label class="file"><input type="file" id="load" accept=".csv,text/csv"> '
        f"{_word('load', lang)}</label>\n"
    )


def _bar(lang: str) -> str:
    return (
        f'<section id="bar" aria-label="{_word("save", lang)}"><p id="tally"></p>'
        f'<button type="button" id="next">{_word("next", lang)}</button>'
        f'<button type="button" id="save">{_word("save", lang)}</button>'
        '<p id="status" role="status"></p></section>\n'
    )


def _more(left_out: int, lang: str) -> str:
    return f"<p>{_word('more_pairs', lang, n=left_out)}</p>\n" if left_out else ""


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _word(key: str, lang: str, **values: object) -> str:
    return _text(word(key, lang, **values))


def _text(text: str) -> str:
    return escape(visible(text))
