// Names below dots: as many as have room, the most tied first, in letters of one size on the screen.

const LABEL = { size: 12.5, line: 15, gap: 4 };

const Labels = {
  drawn(items, emphasis, view) {
    const dots = items.filter((each) => !each.isCard);
    const rank = (each) => (emphasis?.marks.has(each.i) ? 1e6 : 0) + each.r;
    const boxes = dots.map((each) => screenBox(each.x, each.y, each.r, each.r, view));
    const taken = [];
    const found = [];
    for (const each of [...dots].sort((a, b) => rank(b) - rank(a) || a.i - b.i)) {
      if (emphasis && !emphasis.marks.has(each.i)) continue;
      const lines = Lettering.lines(Say.name(each.i));
      const box = labelBox(each, lines, view);
      const own = screenBox(each.x, each.y, each.r, each.r, view);
      if (taken.some((other) => meet(box, other))) continue;
      if (boxes.some((other) => meet(box, other) && !meet(own, other))) continue;
      taken.push(box);
      lines.forEach((text, row) => found.push(label(each, text, row, view)));
    }
    return found;
  },
};

function label({ x, y, r }, text, row, view) {
  const size = LABEL.size / view.scale;
  const below = r + (LABEL.gap + LABEL.line * (row + 0.75)) / view.scale;
  return { text, x, y: y + below, size, fill: surroundings().ink, halo: surroundings().paper, align: "center", weight: 600 };
}

function screenBox(x, y, halfWide, halfTall, { scale }) {
  return [(x - halfWide) * scale, (y - halfTall) * scale, (x + halfWide) * scale, (y + halfTall) * scale];
}

function labelBox({ x, y, r }, lines, { scale }) {
  const half = Math.max(...lines.map((text) => Lettering.width(text, LABEL.size))) / 2 + 2;
  const top = (y + r) * scale + LABEL.gap - 2;
  return [x * scale - half, top, x * scale + half, top + LABEL.line * lines.length];
}

function meet(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
