// On a saved picture, what its signs mean: only those that are drawn, in rows below it.

const SIGN = { row: 21, size: 12, mark: 22, stroke: 40, gap: 18 };

const Signs = {
  /** Their paths and texts in rows of this width, from a corner on, and how high they are. */
  drawn(left, top, wide) {
    const parts = [];
    let x = left, y = top;
    for (const { words, before, draw } of signsShown()) {
      const text = Lettering.cut(words, wide - before, SIGN.size, 400);
      const own = before + Lettering.width(text, SIGN.size, 400);
      if (x > left && x + own > left + wide) [x, y] = [left, y + SIGN.row];
      parts.push(...draw(x, y + SIGN.row / 2), { text, x: x + before, y: y + SIGN.row / 2 + 4, size: SIGN.size, weight: 400, fill: surroundings().ink, align: "start" });
      x += own + SIGN.gap;
    }
    return { parts, tall: parts.length ? y + SIGN.row - top : 0 };
  },
};

function signsShown() {
  const kinds = new Set([...Scene.items.keys()].map((i) => Data.label(i)));
  const styles = Scene.isCrowded ? new Set(G.styles) : new Set(Scene.ties.map(({ style }) => style));
  const signs = new Set(Scene.ties.map(signOf));
  const meanings = [["?", "legend_certain"], ["!", "legend_conflict"]].filter(([sign]) => signs.has(sign));
  return [
    ...G.labels.filter((label) => kinds.has(label)).map((label) => ({ words: Data.worded(label.name), before: SIGN.mark, draw: (x, y) => [{ d: symbol(label.shape), x: x + 8, y, size: 7, fill: tone(label.colour) }] })),
    ...G.styles.filter((style) => styles.has(style)).map((style) => ({ words: Data.worded(style.name), before: SIGN.stroke, draw: (x, y) => strokeOf(style, x, y) })),
    ...meanings.map(([sign, word]) => ({ words: t(word), before: SIGN.mark, draw: (x, y) => badge([x + 8, y], sign, 1, 1) })),
  ];
}

function strokeOf({ colour, width, dash, arrow }, x, y) {
  const ink = tone(colour), end = x + 32, line = { stroke: ink, width, dash, d: `M${x} ${y}H${arrow === "none" ? end : end - HEAD}` };
  return arrow === "none" ? [line] : [line, { d: headText([end, y], 1, 0), fill: arrow === "full" ? ink : surroundings().paper, stroke: ink, width: 1.2 }];
}
