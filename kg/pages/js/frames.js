// What stands behind marks: lanes, years, tiles, rows and columns.

const Frames = {
  drawn(view) {
    return Scene.frames.flatMap((frame, place) => framePaths(frame, place, view));
  },
};

function framePaths({ kind, name, corners: [left, top, right, bottom], isEmpty }, place, view) {
  const { rule, band, soft } = surroundings();
  const box = `M${left} ${top}H${right}V${bottom}H${left}Z`;
  const size = Math.max(14, SMALLEST / view.scale);
  const words = (x, y, align) => ({ text: Data.worded(name), x, y, size, fill: soft, weight: 600, align });
  switch (kind) {
    case "year":
      return [
        { d: `M${left} ${top}V${bottom}`, stroke: rule, width: 1 / Math.min(1, view.scale), dash: [3, 4] },
        words(left + 4, top - 8, "start"),
      ];
    case "tile":
      return [
        { d: roundedBox((left + right) / 2, (top + bottom) / 2, right - left, bottom - top, 8), fill: isEmpty ? "none" : band, stroke: rule, width: 1 },
        { ...words(left + 10, top + 20, "start"), text: Lettering.cut(Data.worded(name), right - left - 16, size), alpha: isEmpty ? 0.7 : 1 },
      ];
    case "lane":
      return [{ d: box, fill: place % 2 ? "none" : band }, words(left + 10, top + 20, "start")];
    case "row":
      return [{ d: box, fill: place % 2 ? "none" : band }];
    default:
      return [{ d: `M${left} ${top}V${bottom}`, stroke: rule, width: 0.8 }];
  }
}
