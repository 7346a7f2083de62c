// The drawing as a list of paths and texts, which a canvas and an SVG file draw alike.

const FAINT = 0.16, SMALLEST = 9.5, SMALLEST_DOT = 4.2, CLEAR = 500, CLOSE = 120, LEADING = 1.15;

const Drawing = {
  /** Layers from back to front. `view` is the camera: letters keep a readable size at any distance. */
  of(state, view) {
    const emphasis = Emphasis.of(state);
    const near = Scene.isCrowded ? nearby(view, emphasis) : new Set(Scene.items.keys());
    const ties = Scene.isCrowded ? Scene.tiesOf(near.size <= CLOSE ? near : chosenOf(emphasis)) : Scene.ties;
    const items = [...near].map((i) => Scene.items.get(i));
    return {
      ties,
      ...Frames.drawn(view),
      lines: [...(Scene.isCrowded ? Many.lines(emphasis) : []), ...ties.flatMap((each) => tiePaths(each, emphasis, view))],
      marks: [...(Scene.isCrowded ? Many.dots(emphasis, near) : []), ...items.flatMap((each) => markPaths(each, emphasis, view))],
      words: [...Verbs.drawn(ties, emphasis, view), ...Labels.drawn(items, emphasis, view)],
    };
  },
};

function chosenOf(emphasis) {
  return new Set(emphasis?.chosen === undefined ? (emphasis?.marks ?? []) : [emphasis.chosen]);
}

/** What the reader looks at: the rest goes faint. */
const Emphasis = {
  of(state) {
    const path = Paths.lines(state);
    if (path) return emphasis(Paths.marks(state), path);
    if (state.tie >= 0) return emphasis([Data.start[state.tie], Data.end[state.tie]], [state.tie]);
    if (state.node >= 0) return around(state.node);
    if (state.query) return emphasis(Finder.hits.slice(0, 100), []);
    return null;
  },
};

function emphasis(marks, lines) {
  return { marks: new Set(marks.map((i) => Scene.drawnAs[i]).filter((i) => i >= 0)), lines: new Set(lines) };
}

function around(i) {
  const ties = Scene.tiesOf(new Set([i]));
  return {
    marks: new Set([i, ...ties.flatMap((each) => [each.start, each.end])]),
    lines: new Set(ties.flatMap((each) => each.lines)),
    chosen: i,
  };
}

/** Of a crowded scene, the marks to draw in full: those in view if these are few, and what is looked at. */
function nearby(view, emphasis) {
  const inView = [];
  for (const { i, x, y } of Scene.items.values()) {
    if (Math.abs(x - view.x) < view.wide / 2 && Math.abs(y - view.y) < view.tall / 2) inView.push(i);
  }
  const chosen = [...(emphasis?.marks ?? [])].filter((i) => Scene.items.has(i));
  if (inView.length <= 400) return new Set([...inView, ...chosen]);
  inView.sort((a, b) => Data.degree[b] - Data.degree[a]);
  return new Set([...inView.slice(0, 60), ...chosen.slice(0, 400)]);
}

function tiePaths(each, emphasis, view) {
  const { style } = each;
  const colour = tone(style.colour);
  const isStrong = emphasis && each.lines.some((k) => emphasis.lines.has(k));
  const alpha = emphasis && !isStrong ? FAINT : isStrong ? 1 : Math.max(0.22, Math.min(1, CLEAR / Scene.ties.length));
  const thin = Math.max(1, 0.55 / view.scale);
  const width = (style.width + Math.min(3, Math.log2(each.lines.length)) + (isStrong ? 0.8 : 0)) * thin;
  const paths = [{ d: each.d, stroke: colour, width, dash: style.dash, alpha }];
  if (each.head) {
    const fill = style.arrow === "full" ? colour : surroundings().paper;
    paths.push({ d: each.head, fill, stroke: colour, width: 1.2, alpha });
  }
  const sign = view.scale > 0.45 || isStrong ? signOf(each) : "";
  return sign ? [...paths, ...badge(each.middle, sign, alpha, Math.max(1, 0.7 / view.scale))] : paths;
}

/** ``!`` where sources disagree, ``?`` where that or the tie is not sure, a number where several are one. */
function signOf({ lines }) {
  if (lines.some((k) => Data.is(CONFLICT, k))) return "!";
  if (lines.some((k) => Data.is(UNCLEAR, k) || !Say.isSure(Data.line("certainty", k)))) return "?";
  const count = lines.reduce((sum, k) => sum + (Data.line("count", k) || 1), 0);
  return count > 1 ? String(count) : "";
}

function badge([x, y], sign, alpha, large) {
  const { paper, ink } = surroundings();
  const colour = sign === "!" ? tone("#B00020") : ink;
  const r = (sign.length > 2 ? 11 : 8) * large;
  return [
    { d: symbol("circle"), x, y, size: r, fill: paper, stroke: colour, width: 1.2, alpha },
    { text: sign, x, y: y + 3.8 * large, size: 10.5 * large, fill: colour, align: "center", alpha },
  ];
}

function markPaths(each, emphasis, view) {
  const alpha = emphasis && !emphasis.marks.has(each.i) ? (each.isCard ? 0.3 : FAINT) : 1;
  const isChosen = emphasis?.chosen === each.i;
  return each.isCard ? cardPaths(each, alpha, isChosen, view) : dotPaths(each, alpha, isChosen, view);
}

function dotPaths({ i, x, y, r: own }, alpha, isChosen, view) {
  const r = Math.max(own, SMALLEST_DOT / view.scale);
  const label = Data.label(i);
  const colour = tone(label.colour);
  const paths = [{ d: symbol(label.shape), x, y, size: r, fill: colour, stroke: surroundings().paper, width: 1.5, alpha }];
  if (!Data.isMark(i)) paths.unshift({ d: symbol("circle"), x, y, size: r + 5, fill: tint(label.colour), stroke: colour, width: 1.2, dash: [3, 3], alpha });
  if (isChosen) paths.unshift({ d: symbol("circle"), x, y, size: r + 6, fill: "none", stroke: surroundings().ink, width: 2.5 });
  return paths;
}

/** The lines of a name in a card, and their size: far off, letters grow as long as the whole name has room. */
function nameOn(name, note, room, tall, view) {
  const isFolded = tall > CARD.height + 4;
  const rowsOf = (size) => (isFolded ? Lettering.rows(name, room, size) : [name]);
  const fits = (size) => rowsOf(size).every((row) => Lettering.width(row.slice(0, 80), size) <= room);
  let size = note ? 13 : Math.min(SMALLEST / view.scale, isFolded ? tall * 0.36 : tall * 0.62);
  while (size > 14 && !fits(size)) size = Math.max(14, size - 0.5);
  size = Math.max(note ? 13 : 14, size);
  return { size, rows: rowsOf(size).map((row) => Lettering.cut(row, room, size)) };
}

/** A card: symbol, name, country. */
function cardPaths(each, alpha, isChosen, view) {
  const { i, x, y, w, h, isTurned } = each;
  const label = Data.label(i);
  const colour = tone(label.colour), { ink, soft } = surroundings();
  const [long, tall] = isTurned ? [h, w] : [w, h];
  const code = Data.countries(i).map((country) => country.id).join(" ").slice(0, 5);
  const room = long - 42 - (code ? 24 : 0);
  const name = Say.name(i), note = each.note ?? Say.event(i);
  const { size, rows } = nameOn(name, note, room, tall, view);
  const first = -(rows.length * size * LEADING + (note ? 14 : 0)) / 2 + size * 0.92;
  const along = (offset, down) => (isTurned ? { x: x + down, y: y + long / 2 - offset } : { x: x - long / 2 + offset, y: y + down });
  const text = (words, offset, down, size, fill, weight, align = "start") => (
    { text: words, ...along(offset, down), size, fill, weight, align, turn: isTurned, alpha }
  );
  const frame = { d: roundedBox(x, y, w, h, 7), fill: tint(label.colour), stroke: colour, width: isChosen ? 3 : 1.4, alpha };
  if (!Data.isMark(i)) frame.dash = [5, 3];
  const paths = [
    frame,
    { d: symbol(label.shape), ...along(18, 0), size: 7.5, fill: colour, alpha },
    ...rows.map((row, place) => text(row, 33, first + place * size * LEADING, size, ink, 600)),
  ];
  if (note) paths.push(text(Lettering.cut(note, room, 11, 400), 33, first + rows.length * size * LEADING, 11, soft, 400));
  if (code) paths.push(text(code, long - 10, 4, 11.5, soft, 400, "end"));
  if (isChosen) paths.unshift({ d: roundedBox(x, y, w + 10, h + 10, 11), fill: "none", stroke: ink, width: 2 });
  return paths;
}

function roundedBox(x, y, w, h, r) {
  const [left, top, right, bottom] = [x - w / 2, y - h / 2, x + w / 2, y + h / 2].map(short);
  const arc = (toX, toY) => `A${r} ${r} 0 0 1 ${short(toX)} ${short(toY)}`;
  return (
    `M${left + r} ${top}H${right - r}${arc(right, top + r)}V${bottom - r}${arc(right - r, bottom)}` +
    `H${left + r}${arc(left, bottom - r)}V${top + r}${arc(left + r, top)}Z`
  );
}
