// Thousands: one path for all lines of a style, one for all dots of a kind. What is looked at is drawn in full.

const Many = {
  key: null,
  lineLayer: null,
  dotLayer: null,

  lines(emphasis) {
    Many.renew();
    const alpha = emphasis ? 0.06 : 0.35;
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
    Many.dotLayer = kindLayers();
  },
};

function styleLayers() {
  const layers = G.styles.map((style) => ({ trail: [], path: new Path2D(), stroke: tone(style.colour), width: 1, dash: [] }));
  for (let k = 0; k < Data.m; k++) {
    if (!Scene.shown.lines[k]) continue;
    const from = Scene.items.get(Scene.drawnAs[Data.start[k]]), to = Scene.items.get(Scene.drawnAs[Data.end[k]]);
    if (!from || !to || from === to) continue;
    const { path, trail } = layers[G.lines.style[k]];
    path.moveTo(from.x, from.y);
    path.lineTo(to.x, to.y);
    trail.push(from, to);
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
