// What stands behind marks: lanes, years, tiles, rows and columns; and their names, which stay in view.

const Frames = {
  /** Two layers: what lies behind, and the names. */
  drawn(view) {
    return {
      back: Scene.frames.flatMap(framePaths),
      heads: Scene.frames.flatMap((frame) => frameHead(frame, view)),
    };
  },
};

function framePaths({ kind, corners: [left, top, right, bottom], isEmpty }, place) {
  const { rule, band } = surroundings();
  const box = `M${left} ${top}H${right}V${bottom}H${left}Z`;
  const isBand = place % 2 === 0;
  switch (kind) {
    case "year":
      return [{ d: `M${left} ${top}V${bottom}`, stroke: rule, width: 1.2, dash: [3, 4] }];
    case "tile":
      return [{ d: roundedBox((left + right) / 2, (top + bottom) / 2, right - left, bottom - top, 8), fill: isEmpty ? "none" : band, stroke: rule, width: 1 }];
    case "lane":
    case "row":
      return isBand ? [{ d: box, fill: band }] : [];
    default:
      return [{ d: `M${left} ${top}V${bottom}`, stroke: rule, width: 0.8 }];
  }
}

/** Rows and columns of a matrix need none: the marks that they belong to stand at their heads. */
function frameHead({ kind, id, name, corners: [left, top, right, bottom], isEmpty }, view) {
  const { soft, paper } = surroundings();
  const size = Math.max(14, Math.min(18, SMALLEST / view.scale));
  const words = (x, y, room) => ({ text: fitting(Data.worded(name), id, room, size), x, y, size, fill: soft, halo: paper, weight: 600, align: "start" });
  const [viewLeft, viewTop] = [view.x - view.wide / 2, view.y - view.tall / 2];
  switch (kind) {
    case "year":
      return [words(left + 4, Math.max(top - 8, Math.min(bottom, viewTop + size + 4)), 200)];
    case "tile":
      return [{ ...words(left + 10, top + 20, right - left - 18), halo: null, alpha: isEmpty ? 0.8 : 1 }];
    case "lane":
      return [{ ...words(Math.max(left, Math.min(right - 240, viewLeft)) + 6, top - 4, 220), size: 14 }];
    case "column":
      return Scene.isMatrix ? [] : [words(left + 4, Math.max(top - 8, Math.min(bottom, viewTop + size + 4)), right - left)];
    default:
      return [];
  }
}

/** The name, or the code that stands for it where there is too little room. */
function fitting(name, code, room, size) {
  return Lettering.width(name, size) <= room || code.length > 3 ? Lettering.cut(name, room, size) : code;
}
