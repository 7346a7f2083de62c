// Names below dots: as many as have room, the most tied first, in letters of one size on the screen.

const LABEL = { size: 12.5, line: 15, gap: 4 };

const Labels = {
  drawn(items, emphasis, view) {
    const dots = items.filter((each) => !each.isCard);
    const rank = (each) => (emphasis?.marks.has(each.i) ? 1e6 : 0) + each.r;
    const seen = [view.x - view.wide / 2, view.y - view.tall / 2, view.x + view.wide / 2, view.y + view.tall / 2];
    const edges = seen.map((side) => side * view.scale);
    const boxes = dots.filter((each) => !emphasis || emphasis.marks.has(each.i)).map((each) => screenBox(each.x, each.y, each.r, each.r, view));
    const taken = [];
    const found = [];
    for (const each of [...dots].sort((a, b) => rank(b) - rank(a) || a.i - b.i)) {
      if (emphasis && !emphasis.marks.has(each.i)) continue;
      const lines = Lettering.lines(Say.name(each.i));
      const own = screenBox(each.x, each.y, each.r, each.r, view);
      const isFree = ({ box }) =>
        !taken.some((other) => meet(box, other)) && (!Data.isMark(each.i) || !boxes.some((other) => meet(box, other) && !meet(own, other)));
      const places = labelPlaces(each, lines, view).filter(isFree);
      const isSeen = isWithin([each.x * view.scale, each.y * view.scale, each.x * view.scale, each.y * view.scale], edges);
      const place = isSeen ? places.find(({ box }) => isWithin(box, edges)) : places[0];
      if (!place) continue;
      taken.push(place.box);
      lines.forEach((text, row) => found.push(label(text, place, row, view)));
    }
    return found;
  },
};

function label(text, { x, y, align }, row, { scale }) {
  const { ink, paper } = surroundings();
  const size = LABEL.size / scale;
  return { text, x: x / scale, y: (y + LABEL.line * (row + 0.78)) / scale, size, fill: ink, halo: paper, align, weight: 600 };
}

function screenBox(x, y, halfWide, halfTall, { scale }) {
  return [(x - halfWide) * scale, (y - halfTall) * scale, (x + halfWide) * scale, (y + halfTall) * scale];
}

/** Below, or else to the right, to the left, above; in pixels of the screen. */
function labelPlaces({ x, y, r }, lines, { scale }) {
  const wide = Math.max(...lines.map((text) => Lettering.width(text, LABEL.size))) + 4;
  const tall = LABEL.line * lines.length, beside = Math.max(r * scale, SMALLEST_DOT) + LABEL.gap;
  const [midX, midY] = [x * scale, y * scale];
  const place = (align, px, py) => {
    const left = align === "center" ? px - wide / 2 : align === "start" ? px : px - wide;
    return { align, x: px, y: py, box: [left, py, left + wide, py + tall] };
  };
  return [
    place("center", midX, midY + beside - 2),
    place("start", midX + beside, midY - tall / 2),
    place("end", midX - beside, midY - tall / 2),
    place("center", midX, midY - beside - tall),
  ];
}

function meet(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function isWithin(box, edges) {
  return box[0] > edges[0] && box[1] > edges[1] && box[2] < edges[2] && box[3] < edges[3];
}
