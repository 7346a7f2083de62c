"""The same names and lines by matplotlib and adjustText: ``adjusted.py figure.json out.png``.

Prints how many labels lie over another label or over another's dot in the end. Positions are those
of networkx; this is how such a picture is made in a notebook.
"""

import json
import sys
from itertools import combinations
from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt
import networkx as nx
from adjustText import adjust_text


def main(given: str, out: str) -> None:
    """Draw, and count what overlaps."""
    data = json.loads(Path(given).read_text("utf-8"))
    names = {mark["id"]: mark["name"] for part in data["parts"] for mark in part["marks"]}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(names)
    for part in data["parts"]:
        graph.add_edges_from((line["from"], line["to"]) for line in part["lines"])
    where = nx.spring_layout(graph, seed=1)
    figure, axes = plt.subplots(figsize=(16, 12), dpi=100)
    nx.draw_networkx_edges(graph, where, ax=axes, width=0.8, alpha=0.6)
    nx.draw_networkx_nodes(graph, where, ax=axes, node_size=80)
    texts = [axes.text(*where[id_], names[id_], fontsize=11) for id_ in graph.nodes]
    adjust_text(texts, ax=axes, arrowprops={"arrowstyle": "-", "lw": 0.5})
    axes.set_title(data["title"])
    figure.savefig(out)
    boxes = [text.get_window_extent() for text in texts]
    points = axes.transData.transform([where[id_] for id_ in graph.nodes])
    over = sum(a.overlaps(b) for a, b in combinations(boxes, 2))
    over += sum(
        box.x0 - 4 < x < box.x1 + 4 and box.y0 - 4 < y < box.y1 + 4
        for box in boxes
        for x, y in points
    )
    sys.stdout.write(f"{over}\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
