// The way of a tie: a curve from edge to edge, beside its neighbours, with a head where it points.

const HEAD = 9;

const Routes = {
  /** The curve of a tie as Bézier points [x0, y0, c, c, x1, y1, ...], in the direction it is drawn. */
  curve(tie, from, to, given = null) {
    if (given && joins(given, tie.isBackward ? to : from, tie.isBackward ? from : to)) {
      return tie.isBackward ? turned(given) : given;
    }
    if (from === to) return loop(from, tie.slot);
    if (Scene.isEgo) return Narrow.branch(tie, from, to);
    if (Scene.isMatrix) return cell(tie, from, to);
    return beside(tie, from, to);
  },

  /** The curve, shortened by its head, as path text; the head; the middle; points to aim at. */
  drawn(points, style) {
    const hasHead = style.arrow !== "none";
    const [dx, dy] = heading(points);
    const tip = points.slice(-2);
    const body = hasHead ? [...points.slice(0, -2), tip[0] - dx * HEAD, tip[1] - dy * HEAD] : points;
    return {
      d: pathText(body),
      head: hasHead ? headText(tip, dx, dy) : "",
      middle: at(points, Scene.isEgo ? (points[0] < tip[0] ? 0.8 : 0.2) : 0.5),
      aim: Array.from({ length: 13 }, (_, step) => at(points, step / 12)),
    };
  },
};

/** Whether a given curve still ends at both marks, wherever they have been moved. */
function joins(points, start, end) {
  const near = (item, x, y) => Math.abs(x - item.x) <= item.w / 2 + 4 && Math.abs(y - item.y) <= item.h / 2 + 4;
  return near(start, points[0], points[1]) && near(end, ...points.slice(-2));
}

function turned(points) {
  const found = [];
  for (let at = points.length - 2; at >= 0; at -= 2) found.push(points[at], points[at + 1]);
  return found;
}

function straight(x0, y0, x1, y1, bend = 0) {
  const far = Math.hypot(x1 - x0, y1 - y0) || 1;
  const sideX = (-(y1 - y0) / far) * bend, sideY = ((x1 - x0) / far) * bend;
  const third = (a, b) => a + (b - a) / 3;
  return [
    x0, y0,
    third(x0, x1) + sideX, third(y0, y1) + sideY,
    third(x1, x0) + sideX, third(y1, y0) + sideY,
    x1, y1,
  ];
}

/** From edge to edge; several between the same two fan out. */
function beside(tie, from, to) {
  const lane = (tie.slot - (tie.slots - 1) / 2) * (tie.start < tie.end === !tie.isBackward ? 1 : -1);
  const bend = lane * (from.isCard ? 16 : 24);
  const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const step = from.isCard ? Math.min(9, 26 / tie.slots) * lane : 0;
  const sideX = (-(to.y - from.y) / far) * step, sideY = ((to.x - from.x) / far) * step;
  const [x0, y0] = edge(from, to.x + sideX + bend * 0.3, to.y + sideY);
  const [x1, y1] = edge(to, from.x + sideX, from.y + sideY);
  return straight(x0 + sideX, y0 + sideY, x1 + sideX, y1 + sideY, bend);
}

/** Where the way from the middle of a mark towards a point leaves it. */
function edge(item, x, y) {
  const dx = x - item.x, dy = y - item.y;
  const far = Math.hypot(dx, dy) || 1;
  if (!item.isCard) return [item.x + (dx / far) * (item.r + 2), item.y + (dy / far) * (item.r + 2)];
  const part = Math.min(item.w / 2 / Math.abs(dx || 1e-9), item.h / 2 / Math.abs(dy || 1e-9), 1);
  return [item.x + dx * part, item.y + dy * part];
}

function loop(item, slot) {
  const right = item.x + item.w / 2 - 2, top = item.y - item.h / 2, size = 34 + 12 * slot;
  return [item.x + item.w / 4, top, item.x + item.w / 4, top - size, right + size, top - size / 3, right, item.y - 4];
}

/** In a matrix a tie is a short stroke where row and column meet. */
function cell(tie, from, to) {
  const [row, head] = from.w > from.h ? [from, to] : [to, from];
  const y = row.y + (tie.slot - (tie.slots - 1) / 2) * 8;
  return straight(head.x - 14, y, head.x + 14, y);
}

function heading(points) {
  const [x, y] = points.slice(-2);
  for (let from = points.length - 4; from >= 0; from -= 2) {
    const dx = x - points[from], dy = y - points[from + 1];
    const far = Math.hypot(dx, dy);
    if (far > 0.5) return [dx / far, dy / far];
  }
  return [1, 0];
}

/** A point of the curve, 0 its start, 1 its end. */
function at(points, part) {
  const pieces = (points.length - 2) / 6;
  const piece = Math.min(pieces - 1, Math.floor(part * pieces));
  const s = part * pieces - piece, r = 1 - s;
  const [x0, y0, x1, y1, x2, y2, x3, y3] = points.slice(piece * 6, piece * 6 + 8);
  const weigh = (a, b, c, d) => r * r * r * a + 3 * r * r * s * b + 3 * r * s * s * c + s * s * s * d;
  return [weigh(x0, x1, x2, x3), weigh(y0, y1, y2, y3)];
}

const short = (value) => Math.round(value * 10) / 10;

function pathText(points) {
  const numbers = points.map(short);
  let text = `M${numbers[0]} ${numbers[1]}`;
  for (let at = 2; at + 5 < numbers.length; at += 6) text += `C${numbers.slice(at, at + 6).join(" ")}`;
  return text;
}

function headText([x, y], dx, dy) {
  const backX = x - dx * HEAD, backY = y - dy * HEAD;
  const corner = (side) => `${short(backX - dy * 4 * side)} ${short(backY + dx * 4 * side)}`;
  return `M${short(x)} ${short(y)}L${corner(1)}L${corner(-1)}Z`;
}
