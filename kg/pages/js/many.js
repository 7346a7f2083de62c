// Thousands: one path for all lines of a style, one for all dots of a kind. What is looked at is drawn in full.

const Many = {
  key: null,
  lineLayer: null,
  dotLayer: null,
  strokes: 0,

  lines(emphasis) {
    Many.renew();
    const alpha = emphasis ? 0.06 : Math.max(0.12, Math.min(0.4, 2500 / Many.strokes));
    return Many.lineLayer.map((layer) => ({ ...layer, alpha }));
  },

  dots(emphasis) {
    Many.renew();
    const alpha = emphasis ? 0.25 : 1;
    return Many.dotLayer.map((layer) => ({ ...layer, fill: tone(layer.colour), alpha }));
  },

  /** Paths are made anew only when something else is shown. */
  renew() {
    if (Many.key === Scene.items) return;
    Many.key = Scene.items;
    Many.lineLayer = styleLayers();
    Many.strokes = Many.lineLayer.reduce((sum, { trail }) => sum + trail.length / 2, 0);
    Many.dotLayer = kindLayers();
  },
};

/** Between the same two a style is drawn once. */
function styleLayers() {
  const layers = G.styles.map((style) => ({ trail: [], path: new Path2D(), stroke: tone(style.colour), width: 1, dash: [] }));
  const drawn = new Set();
  const size = Data.n + (Crowds.isLarge() ? Crowds.table().labels.length : 0);
  for (let k = 0; k < Data.m; k++) {
    if (!Scene.shown.lines[k]) continue;
    const start = Scene.drawnAs[Data.start[k]], end = Scene.drawnAs[Data.end[k]], style = G.lines.style[k];
    const key = (start * size + end) * layers.length + style;
    if (start === end || drawn.has(key)) continue;
    drawn.add(key);
    const from = Scene.items.get(start), to = Scene.items.get(end);
    layers[style].path.moveTo(from.x, from.y);
    layers[style].path.lineTo(to.x, to.y);
    layers[style].trail.push(from, to);
  }
  return layers.filter(({ trail }) => trail.length);
}

function kindLayers() {
  const layers = G.labels.map((label) => ({ dots: [], path: new Path2D(), colour: label.colour }));
  for (const each of Scene.items.values()) {
    const { path, dots } = layers[G.labels.indexOf(Data.label(each.i))];
    path.moveTo(each.x + each.r, each.y);
    path.arc(each.x, each.y, each.r, 0, 2 * Math.PI);
    dots.push(each);
  }
  return layers.filter(({ dots }) => dots.length);
}

/** The same as path text, for a file. */
function manyText({ trail, dots }) {
  if (dots) return dots.map(({ x, y, r }) => `M${short(x + r)} ${short(y)}a${r} ${r} 0 1 1 ${-2 * r} 0a${r} ${r} 0 1 1 ${2 * r} 0Z`).join("");
  const pieces = [];
  for (let at = 0; at < trail.length; at += 2) {
    pieces.push(`M${short(trail[at].x)} ${short(trail[at].y)}L${short(trail[at + 1].x)} ${short(trail[at + 1].y)}`);
  }
  return pieces.join("");
}
