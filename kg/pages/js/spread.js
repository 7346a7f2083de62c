// Places: where Python put each mark, with room made for the members of a crowd that was opened.

const CARD = { height: 36, gap: 10, rows: 16, around: 52 };
const DOT = { radius: 11, wide: 128, tall: 58 };

const Spread = {
  /** The place of everything drawn, by number: {x, y, w, h}. `move` maps other points the same way. */
  places(drawn, isFolded) {
    if (!Crowds.isLarge()) return { places: ownPlaces(drawn), move: null };
    if (!isFolded) return { places: farPlaces(drawn), move: null };
    return withRoom(drawn);
  },
};

/** As the layout put them: few enough for each to have its own room. */
function ownPlaces(drawn) {
  const { x, y, w, h } = G.placed;
  return new Map(drawn.map((i) => [i, { x: x[i], y: y[i], w: w[i], h: h[i] }]));
}

function farPlaces(drawn) {
  const side = 2 * DOT.radius;
  return new Map(drawn.map((i) => [i, { x: G.placed.x[i], y: G.placed.y[i], w: side, h: side }]));
}

let slotTable = null;

/** The places made for marks that stand alone and for crowds. */
function slots() {
  const { drawn, x, y, w, h } = Crowds.table();
  slotTable ??= new Map(drawn.map((i, at) => [i, { x: x[at], y: y[at], w: w[at], h: h[at] }]));
  return slotTable;
}

function withRoom(drawn) {
  const blocks = blocksOf(drawn);
  const across = new Map(), down = new Map();
  for (const { slot, wide, tall } of blocks) {
    widen(across, slot.x + slot.w / 2, wide - slot.w);
    widen(down, slot.y + slot.h / 2, tall - slot.h);
  }
  const moveX = shifted(across), moveY = shifted(down);
  const found = new Map();
  for (const i of drawn) {
    const slot = slots().get(i);
    if (slot) found.set(i, { ...slot, x: moveX(slot.x), y: moveY(slot.y) });
  }
  for (const { slot, cells } of blocks) {
    const left = moveX(slot.x - slot.w / 2), top = moveY(slot.y - slot.h / 2);
    for (const cell of cells) found.set(cell.i, { ...cell, x: left + cell.x, y: top + cell.y });
  }
  return { places: found, move: (x, y) => [moveX(x), moveY(y)] };
}

/** The members that are drawn one by one, in a block where their crowd stands. */
function blocksOf(drawn) {
  const byCrowd = new Map();
  const kept = slots();
  for (const i of drawn) {
    const crowd = i < Data.n && !kept.has(i) ? Data.n + Crowds.table().inside[i] - 1 : i;
    if (crowd !== i) byCrowd.set(crowd, [...(byCrowd.get(crowd) ?? []), i]);
  }
  const isDrawn = new Set(drawn);
  return [...byCrowd].map(([crowd, members]) => {
    const all = isDrawn.has(crowd) ? [crowd, ...members] : members;
    return { slot: kept.get(crowd), ...block(all) };
  });
}

/** Cards stand in columns, dots in rows; x and y are from the upper left corner of the block. */
function block(members) {
  const isCards = Scene.hasCards();
  const sizes = members.map((i) => (isCards ? cardSize(i) : { w: DOT.wide, h: DOT.tall }));
  const w = Math.max(...sizes.map((size) => size.w)) + (isCards ? 24 : 0);
  const h = isCards ? CARD.height + CARD.gap : DOT.tall;
  const rows = isCards ? Math.min(CARD.rows, members.length) : Math.max(1, Math.round(Math.sqrt(members.length)));
  const cells = members.map((i, place) => ({
    i,
    ...sizes[place],
    x: (Math.floor(place / rows) + 0.5) * w,
    y: ((place % rows) + 0.5) * h,
  }));
  return { cells, wide: Math.ceil(members.length / rows) * w, tall: rows * h };
}

function cardSize(i) {
  const code = Data.countries(i).length ? 24 : 0;
  return { w: Math.min(330, Lettering.width(Say.name(i), 14) + CARD.around + code), h: CARD.height };
}

function widen(shifts, from, by) {
  if (by > 0) shifts.set(from, Math.max(by, shifts.get(from) ?? 0));
}

/** What lies beyond a place that needs room moves on by as much. */
function shifted(shifts) {
  const steps = [...shifts].sort((a, b) => a[0] - b[0]);
  return (value) => steps.reduce((sum, [from, by]) => (value >= from ? sum + by : sum), value);
}
