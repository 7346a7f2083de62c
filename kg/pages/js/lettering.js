// Letters on the drawing: how wide a text is, where to break it, where to cut it.

const FAMILY = '"Source Sans 3", "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif';
const WRAP = 24;
/** Where a name in a card may break: at a space, or after the hyphen of a word. */
const BREAK = / |[^\s-]{3}-(?=\S)/g;

const Lettering = {
  context: document.createElement("canvas").getContext("2d"),
  widths: new Map(),

  font: (size, weight = 600) => `${weight} ${size}px ${FAMILY}`,

  /** The width of a text in letters of one pixel; sizes scale it. */
  width(text, size, weight = 600) {
    const key = `${weight}${text}`;
    let known = Lettering.widths.get(key);
    if (known === undefined) {
      Lettering.context.font = Lettering.font(20, weight);
      known = Lettering.context.measureText(text).width / 20;
      Lettering.widths.set(key, known);
    }
    return known * size;
  },

  /** The text, or as much of it as there is room for with an ellipsis. */
  cut(text, room, size, weight = 600) {
    const plain = text.length > 200 ? text.slice(0, 200) : text;
    if (plain === text && Lettering.width(text, size, weight) <= room) return text;
    let low = 0, high = plain.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (Lettering.width(`${plain.slice(0, middle)}…`, size, weight) <= room) low = middle;
      else high = middle - 1;
    }
    return low ? `${plain.slice(0, low).trimEnd()}…` : "";
  },

  /** As many words as have room in the first line, the rest in the second. */
  rows(text, room, size) {
    const plain = text.slice(0, 200);
    if (Lettering.width(plain, size) <= room) return [plain];
    const breaks = [...plain.matchAll(BREAK)].map((found) => found.index + found[0].length);
    const fitting = breaks.filter((at) => Lettering.width(plain.slice(0, at).trimEnd(), size) <= room);
    const at = fitting.at(-1) ?? breaks[0];
    return at ? [plain.slice(0, at).trimEnd(), plain.slice(at)] : [plain];
  },

  /** One line, or two for a long name. */
  lines(name) {
    if (name.length <= WRAP) return [name];
    const space = name.lastIndexOf(" ", WRAP);
    const at = space > 0 ? space : WRAP;
    const rest = name.slice(at).trim();
    return [name.slice(0, at), rest.length > WRAP ? `${rest.slice(0, WRAP - 1).trimEnd()}…` : rest];
  },
};
