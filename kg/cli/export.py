"""``kg export``: the graph, or what a view shows of it, in the formats of other tools."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options, output

if TYPE_CHECKING:
    from kg.exchange import Handed
    from kg.session import OpenGraph

_FORMATS = (
    *("csv", "cypher", "dot", "ftm", "gexf", "graphml", "json", "jsonld", "kumu", "mermaid"),
    *("neo4j-import", "oligrapher", "xlsx"),
)
_WHOLE = ("ftm", "json", "neo4j-import")
"""Formats that know no part of the graph."""


@click.command("export")
@click.argument("format_", metavar="FORMAT", type=click.Choice(_FORMATS))
@click.option("-o", "--output", "path", metavar="FILE", help="[ftm, json: default standard output]")
@click.option(
    "--view", metavar="NAME", help="Only what this view shows (not ftm, json, neo4j-import)."
)
@options.reads
@click.pass_context
def command(
    ctx: click.Context,
    format_: str,
    path: str | None,
    view: str | None,
    case: str | None,
    store: str | None,
    lang: str,
) -> None:
    """Write the graph to a file: direction, dates, certainty, sources and pages with every edge.

    \b
    csv          nodes and edges, two files, for Gephi, Cytoscape, Flourish
    cypher       a script for an empty Neo4j
    dot          Graphviz
    ftm          FollowTheMoney JSON lines, for Aleph; kg ingest reads them back unchanged
    gexf         1.3, dynamic, for Gephi
    graphml      yEd, Cytoscape, networkx
    json         {entities, relationships, claims, sources, conflicts}
    jsonld       schema.org and our own words
    kumu         kumu.io
    mermaid      a flowchart for Markdown (use --view)
    neo4j-import files for neo4j-admin database import, into the folder FILE
    oligrapher   LittleSis
    xlsx         a sheet each of entities, relationships, claims, sources, conflicts
    """
    if view and format_ in _WHOLE:
        raise click.UsageError(f"{format_} holds the whole graph: leave out --view")
    if format_ == "neo4j-import":
        from kg.cli.neo4j_import import command as neo4j_import

        ctx.invoke(neo4j_import, folder=path or "neo4j-import", case=case)
        return
    with options.open_graph(case, store, lang) as graph:
        if format_ in _WHOLE:
            _whole(format_, graph, path)
        else:
            _hand_on(format_, _part(graph, view, lang), path)


def _whole(format_: str, graph: "OpenGraph", path: str | None) -> None:
    from kg.ftm.writing import lines
    from kg.reading.whole import everything

    found = everything(graph.store)
    if format_ == "ftm":
        text = "".join(lines(found))
    else:
        text = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if path is None:
        click.echo(text, nl=False)
    else:
        output.save(Path(path), text)


def _part(graph: "OpenGraph", view: str | None, lang: str) -> "Handed":
    from kg.exchange import Handed
    from kg.reading.whole import everything

    if view is None:
        return Handed.of(everything(graph.store), "surveillance-kg", lang)
    return Handed.of(everything(graph.store), "", lang).shown(graph.view(view))


def _hand_on(format_: str, handed: "Handed", path: str | None) -> None:
    """Write each file of the format; a name that has the right ending keeps it."""
    from kg.exchange import write

    for ending, content in write(format_, handed).items():
        name = path or "surveillance-kg"
        last = "." + ending.rsplit(".", 1)[1]
        stem = name.removesuffix(ending).removesuffix(last)
        target = name if name.endswith((ending, last)) and ending.count(".") == 1 else stem + ending
        output.save(Path(target), content)
