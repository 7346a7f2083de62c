// The drawing on a canvas whose origin and scale are set.

const LAYERS = ["back", "lines", "marks", "heads", "words"];

const Canvas = {
  draw(context, layers, names = LAYERS) {
    context.save();
    context.lineJoin = "round";
    for (const name of names) for (const each of layers[name]) drawOne(context, each);
    context.restore();
  },
};

function drawOne(context, each) {
  context.globalAlpha = each.alpha ?? 1;
  if (each.text !== undefined) drawText(context, each);
  else if (each.size) drawSymbol(context, each);
  else paint(context, each, (each.path ??= new Path2D(each.d)), 1);
}

function paint(context, each, path, scale) {
  if (each.fill && each.fill !== "none") {
    context.fillStyle = each.fill;
    context.fill(path, "evenodd");
  }
  if (each.stroke) {
    context.setLineDash((each.dash ?? []).map((length) => length / scale));
    context.lineWidth = (each.width ?? 1) / scale;
    context.strokeStyle = each.stroke;
    context.stroke(path);
  }
}

const symbolPaths = new Map();

function drawSymbol(context, each) {
  if (!symbolPaths.has(each.d)) symbolPaths.set(each.d, new Path2D(each.d));
  context.save();
  context.translate(each.x, each.y);
  context.scale(each.size, each.size);
  paint(context, each, symbolPaths.get(each.d), each.size);
  context.restore();
}

function drawText(context, each) {
  context.save();
  context.translate(each.x, each.y);
  if (each.turn) context.rotate(-Math.PI / 2);
  context.font = Lettering.font(each.size, each.weight ?? 600);
  context.textAlign = each.align;
  if (each.halo) {
    context.setLineDash([]);
    context.strokeStyle = each.halo;
    context.lineWidth = each.size * 0.28;
    context.strokeText(each.text, 0, 0);
  }
  context.fillStyle = each.fill;
  context.fillText(each.text, 0, 0);
  context.restore();
}
