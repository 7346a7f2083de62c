// On a phone the picture is of one mark: it, and below it, as branches, what it is tied to.

const BRANCH = { step: 46, wide: 268, inset: 52, trunk: 20, most: 10 };

const Narrow = {
  screen: window.matchMedia("(max-width: 480px)"),

  isEgo: (state) => Narrow.screen.matches && state.node >= 0 && Scene.drawnAs[oneOf(state.node)] >= 0,

  /** The marks around, those with the most ties between them first. */
  around(state) {
    const i = state.node;
    const weight = new Map();
    for (const each of Ties.between(Scene.shown, Scene.drawnAs, new Set([i]))) {
      const other = each.start === i ? each.end : each.start;
      if (other !== i) weight.set(other, (weight.get(other) ?? 0) + each.lines.length);
    }
    return [...weight].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([other]) => other).slice(0, BRANCH.most);
  },

  /** Whom a phone begins with: the one whom the picture is about, or who is tied to most others. */
  first() {
    const ranked = [...G.focus, Data.degree.reduce((best, ties, i) => (ties > Data.degree[best] ? i : best), 0)];
    return ranked.find((i) => Data.degree[i] > 0) ?? -1;
  },

  places(state) {
    const { step, wide, inset } = BRANCH;
    const size = { w: wide, h: 36, isCard: true };
    const places = new Map([[state.node, { x: wide / 2, y: 0, ...size }]]);
    Narrow.around(state).forEach((i, place) => {
      places.set(i, { x: inset + wide / 2, y: (place + 1) * step, note: Narrow.said(state.node, i), ...size });
    });
    return { places, move: null };
  },

  /** What ties the other to the one in question, read from the other: there is no room on the lines. */
  said(i, other) {
    const between = [...Data.touching(i)].filter((k) => Scene.shown.lines[k] && Scene.drawnAs[Data.other(k, i)] === other);
    return [...new Set(between.map((k) => Say.standing(Say.from(k, Data.other(k, i)), k)))].join(", ");
  },

  ties(state) {
    return Ties.between(Scene.shown, Scene.drawnAs, new Set([state.node])).filter(
      (each) => Scene.items.has(each.start) && Scene.items.has(each.end) && each.start !== each.end,
    );
  },

  /** Down from the one in question, and in to the other. */
  branch(tie, from, to) {
    const isDown = from.y < to.y;
    const [above, below] = isDown ? [from, to] : [to, from];
    const x = above.x - above.w / 2 + BRANCH.trunk, y = below.y + (tie.slot - (tie.slots - 1) / 2) * 8;
    const points = [x, above.y + above.h / 2, x, y - 8, x, y, below.x - below.w / 2, y];
    return isDown ? points : turned(points);
  },

  /** How high the drawing needs to be, in pixels. */
  height: () => Math.max(120, Scene.items.size * BRANCH.step + 40),
};

/** A mark that stands for a number: itself, or one of the crowd. */
function oneOf(i) {
  return Data.isMark(i) ? i : (Scene.inside(i)[0] ?? Crowds.members()[i - Data.n][0]);
}
