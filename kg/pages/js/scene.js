// The scene: what is drawn for the reader's choices, where, and what lies under the pointer.

const MANY_MARKS = 1500, MANY_TIES = 1200, MANY_LINES = 20_000;

const Scene = {
  shown: null,
  drawnAs: null,
  items: new Map(),
  ties: [],
  frames: [],
  isCrowded: false,
  isMatrix: false,
  isEgo: false,
  move: null,

  hasCards: () => !["force", "ego"].includes(G.layout) && !State.now.all,

  /** Follow the state. Marks beyond what can be read one by one are drawn as dots alone. */
  build(state) {
    Scene.shown = Filter.shown(state);
    Scene.drawnAs = Crowds.drawnAs(state, Scene.shown);
    Scene.crowdInside = null;
    const drawn = drawnNumbers(Scene.drawnAs);
    Scene.isCrowded = drawn.length > MANY_MARKS || Scene.shown.lineCount > MANY_LINES;
    Scene.isMatrix = G.layout === "matrix" && Scene.hasCards();
    Scene.isEgo = Narrow.isEgo(state);
    const { places, move } = Scene.isEgo ? Narrow.places(state) : Spread.places(drawn, Crowds.isFolded(state));
    Scene.items = new Map([...places].map(([i, place]) => [i, item(i, place, state)]));
    Scene.frames = Scene.isEgo ? [] : framesOf(state, move);
    Scene.move = move;
    Scene.reroute(state);
  },

  /** Lead every tie from where its marks stand now; too many are drawn as one, see many.js. */
  reroute(state = State.now) {
    const ties = Scene.isCrowded ? [] : Scene.isEgo ? Narrow.ties(state) : Ties.between(Scene.shown, Scene.drawnAs);
    Scene.isCrowded ||= ties.length > MANY_TIES;
    Scene.ties = Scene.isCrowded ? [] : routedTies(ties, state, Scene.move);
  },

  /** The marks of a crowd that are drawn as one now. */
  inside(crowd) {
    Scene.crowdInside ??= insides(Scene.drawnAs);
    return Scene.crowdInside.get(crowd) ?? [];
  },

  /** The mark or tie under a point. */
  at(x, y, slack) {
    let best = null, nearest = Infinity;
    for (const each of Scene.items.values()) {
      const dx = Math.abs(x - each.x), dy = Math.abs(y - each.y);
      const isIn = each.isCard ? dx <= each.w / 2 && dy <= each.h / 2 : Math.hypot(dx, dy) <= each.r + slack;
      if (isIn && dx + dy < nearest) [best, nearest] = [each, dx + dy];
    }
    return best ? { item: best } : tieAt(x, y, slack);
  },

  /** The ties of some marks, with their ways; for a crowded scene, where not all can be drawn. */
  tiesOf(keep) {
    if (!Scene.isCrowded) return Scene.ties.filter((each) => keep.has(each.start) || keep.has(each.end));
    return Ties.between(Scene.shown, Scene.drawnAs, keep).map((each) => routed(each, null));
  },

  /** What is drawn of the marks of a path. */
  path: (state) => (Paths.lines(state) ? Paths.marks(state) : []).map((i) => Scene.drawnAs[i]).filter((i) => Scene.items.has(i)),

  /** The box around some marks. */
  around(ids) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const i of ids) {
      const { x, y, w, h } = Scene.items.get(i);
      extend(box, x - w / 2, y - h / 2, x + w / 2, y + h / 2);
    }
    return box;
  },

  box() {
    const box = Scene.around(Scene.items.keys());
    for (const frame of Scene.frames) extend(box, ...frame.corners);
    return box;
  },
};

function extend(box, left, top, right, bottom) {
  box[0] = Math.min(box[0], left);
  box[1] = Math.min(box[1], top);
  box[2] = Math.max(box[2], right);
  box[3] = Math.max(box[3], bottom);
}

function drawnNumbers(drawnAs) {
  const found = new Set();
  for (let i = 0; i < drawnAs.length; i++) if (drawnAs[i] >= 0) found.add(drawnAs[i]);
  return [...found].sort((a, b) => a - b);
}

function insides(drawnAs) {
  const found = new Map();
  for (let i = 0; i < drawnAs.length; i++) {
    if (drawnAs[i] < Data.n) continue;
    if (!found.has(drawnAs[i])) found.set(drawnAs[i], []);
    found.get(drawnAs[i]).push(i);
  }
  return found;
}

function item(i, place, state) {
  const [x, y] = state.moved[i] ?? [place.x, place.y];
  const isCard = place.isCard ?? Scene.hasCards();
  return { i, x, y, w: place.w, h: place.h, note: place.note, isCard, isTurned: isCard && place.h > place.w, r: radius(i) };
}

/** More ties or more inside, a larger dot. */
function radius(i) {
  const size = Data.isMark(i) ? Data.degree[i] : 3 * Scene.inside(i).length;
  return Math.min(20, 8 + 1.5 * Math.sqrt(size));
}

function framesOf(state, move) {
  const frames = (Crowds.isFolded(state) ? Crowds.table().frames : G.placed.frames) ?? [];
  return frames.map(({ kind, id, name, box: [x, y, w, h], empty }) => {
    const map = move ?? ((a, b) => [a, b]);
    return { kind, id, name, isEmpty: Boolean(empty), corners: [...map(x, y), ...map(x + w, y + h)] };
  });
}

function routedTies(ties, state, move) {
  const given = givenRoutes(state);
  return ties.map((each) => {
    const points = given(each);
    return routed(each, points && move ? mapped(points, move) : points);
  });
}

function routed(each, given) {
  const [from, to] = (each.isBackward ? [each.end, each.start] : [each.start, each.end]).map((i) => Scene.items.get(i));
  return { ...each, ...Routes.drawn(Routes.curve(each, from, to, given), each.style) };
}

/** The way that Python found for a tie, if any. */
function givenRoutes(state) {
  if (Scene.isEgo) return () => null;
  if (!Crowds.isLarge()) return ({ lines }) => G.placed.routes?.[lines[0]] ?? null;
  if (!Crowds.isFolded(state)) return () => null;
  const routes = new Map(Crowds.table().routes.map(([start, end, verb, ...points]) => [`${start},${end},${verb}`, points]));
  return ({ start, end, lines }) => routes.get(`${start},${end},${G.lines.verb[lines[0]]}`) ?? null;
}

function mapped(points, move) {
  const found = [];
  for (let at = 0; at < points.length; at += 2) found.push(...move(points[at], points[at + 1]));
  return found;
}

function tieAt(x, y, slack) {
  let best = null, nearest = slack + 3;
  for (const each of Stage.layers.ties) {
    for (let at = 1; at < each.aim.length; at++) {
      const far = distance(x, y, ...each.aim[at - 1], ...each.aim[at]);
      if (far < nearest) [best, nearest] = [each, far];
    }
  }
  return best ? { tie: best } : null;
}

/** From a point to a piece of a line. */
function distance(x, y, x0, y0, x1, y1) {
  const dx = x1 - x0, dy = y1 - y0;
  const part = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x0 - part * dx, y - y0 - part * dy);
}
