"""Whether boxes overlap, told the slow and sure way."""

from kg.layout.sizes import Points, Sizes


def overlapping(points: Points, sizes: Sizes) -> list[tuple[str, str]]:
    """Pairs whose boxes share more than an edge; sorted by x, so that most are never compared."""
    order = sorted(points, key=lambda id_: points[id_][0] - sizes[id_][0] / 2)
    found = []
    for place, left in enumerate(order):
        (x, y), (width, height) = points[left], sizes[left]
        for right in order[place + 1 :]:
            if points[right][0] - sizes[right][0] / 2 >= x + width / 2 - 0.11:
                break
            if abs(points[right][1] - y) < (height + sizes[right][1]) / 2 - 0.11:
                found.append((left, right))
    return found
