// What a line is about whose look tells only how far that has come, or who says so.

const Verbs = {
  drawn(ties, emphasis, view) {
    if (Scene.isEgo) return [];
    const isTold = ({ lines }) => lines.every((k) => Data.is(VEILED, k)) && (!emphasis || lines.some((k) => emphasis.lines.has(k)));
    const told = ties.filter(isTold);
    return view.scale > 0.45 || emphasis ? told.map((each) => verbOn(each, ties, Math.max(1, 0.7 / view.scale))) : [];
  },
};

/** Beside the middle of its line, or else where no card and no sign is in the way. */
function verbOn(each, ties, large) {
  const { lines: [k], aim } = each;
  const text = Say.standing(Say.verb(k), k), size = 11.5 * large;
  const half = Lettering.width(text, size) / 2, down = signOf(each) ? size * 1.8 : size * 0.35;
  const signs = ties.filter(signOf).map(({ middle: [x, y] }) => ({ x, y, w: 16 * large, h: 16 * large }));
  const inTheWay = [...Scene.items.values(), ...signs];
  const isFree = ([x, y]) => !inTheWay.some((other) => Math.abs(other.x - x) < other.w / 2 + half && Math.abs(other.y - y - down + size / 3) < (other.h + size) / 2);
  const middle = aim.length >> 1;
  const tries = [0, 1, -1, 2, -2, 3, -3, 4, -4].map((step) => aim[middle + step]);
  const [x, y] = tries.find(isFree) ?? aim[middle];
  return { text, x, y: y + down, size, fill: tone(each.style.colour), halo: surroundings().paper, weight: 600, align: "center" };
}
