// On a phone the picture is of one mark: it, and beside it what it is tied to, in a fan.

const FAN = { right: 176, step: 46, wide: 212, most: 24 };

const Narrow = {
  screen: window.matchMedia("(max-width: 480px)"),

  isEgo: (state) => Narrow.screen.matches && state.node >= 0 && Scene.drawnAs[ownNumber(state.node)] >= 0,

  /** The marks around, those with the most ties between them first. */
  around(state) {
    const i = state.node;
    const weight = new Map();
    for (const each of Ties.between(Scene.shown, Scene.drawnAs, new Set([i]))) {
      const other = each.start === i ? each.end : each.start;
      if (other !== i) weight.set(other, (weight.get(other) ?? 0) + each.lines.length);
    }
    return [...weight].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([other]) => other).slice(0, FAN.most);
  },

  places(state) {
    const around = Narrow.around(state);
    const middle = ((around.length - 1) * FAN.step) / 2;
    const places = new Map([[state.node, { x: 0, y: Math.max(0, middle), w: 28, h: 28, isCard: false }]]);
    around.forEach((i, place) => {
      places.set(i, { x: FAN.right, y: place * FAN.step, w: FAN.wide, h: 36, isCard: true });
    });
    return { places, move: null };
  },

  ties(state) {
    const drawn = new Set([state.node, ...Narrow.around(state)]);
    return Ties.between(Scene.shown, Scene.drawnAs, new Set([state.node])).filter(
      (each) => drawn.has(each.start) && drawn.has(each.end),
    );
  },

  /** How high the fan needs to be drawn, in pixels. */
  height: () => Math.min(640, Math.max(140, (Scene.items.size - 1) * FAN.step + 24)),
};

/** A mark that stands for a number: itself, or one of the crowd's. */
function ownNumber(i) {
  return Data.isMark(i) ? i : Scene.inside(i)[0] ?? Crowds.members()[i - Data.n][0];
}
