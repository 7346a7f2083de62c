// The same drawing as SVG elements.

const ANCHORS = { start: "start", center: "middle", end: "end" };

const Svg = {
  /** A group of everything in the layers. */
  group(layers) {
    const all = LAYERS.flatMap((name) => layers[name]);
    return svg("g", { "stroke-linejoin": "round" }, all.map(svgOne));
  },
};

function svgOne(each) {
  const opacity = each.alpha !== undefined && each.alpha < 1 ? each.alpha : null;
  if (each.text !== undefined) return svgText(each, opacity);
  const scale = each.size || 1;
  return svg("path", {
    d: each.d ?? manyText(each),
    transform: each.size ? `translate(${short(each.x)} ${short(each.y)}) scale(${each.size})` : null,
    fill: each.fill ?? "none",
    "fill-rule": "evenodd",
    stroke: each.stroke,
    "stroke-width": each.stroke ? (each.width ?? 1) / scale : null,
    "stroke-dasharray": each.dash?.length ? each.dash.map((length) => length / scale).join(" ") : null,
    opacity,
  });
}

function svgText(each, opacity) {
  const place = `translate(${short(each.x)} ${short(each.y)})`;
  return svg(
    "text",
    {
      transform: each.turn ? `${place} rotate(-90)` : place,
      "font-family": FAMILY,
      "font-size": short(each.size),
      "font-weight": each.weight ?? 600,
      "text-anchor": ANCHORS[each.align],
      fill: each.fill,
      stroke: each.halo,
      "stroke-width": each.halo ? short(each.size * 0.28) : null,
      "paint-order": each.halo ? "stroke" : null,
      opacity,
    },
    each.text,
  );
}
