// Lines as they are drawn: each its own, those between crowds put together, side by side if several.

const Ties = {
  /** The ties between what is drawn; `keep` says which ends to look at, if not all. */
  between(shown, drawnAs, keep = null) {
    const found = [];
    const bundles = new Map();
    for (let k = 0; k < Data.m; k++) {
      if (!shown.lines[k]) continue;
      const start = drawnAs[Data.start[k]], end = drawnAs[Data.end[k]];
      if (keep && !(keep.has(start) || keep.has(end))) continue;
      if (Data.isMark(start) && Data.isMark(end)) found.push(tie(start, end, k));
      else if (start !== end) bundled(bundles, start, end, k);
    }
    found.push(...bundles.values());
    return sideBySide(found);
  },
};

function tie(start, end, k) {
  return { start, end, lines: [k], style: Data.style(k), isBackward: Data.is(BACKWARD, k), slot: 0, slots: 1 };
}

/** Lines that say the same between the same two are one. */
function bundled(bundles, start, end, k) {
  const key = [start, end, G.lines.verb[k], G.lines.style[k]].join();
  const known = bundles.get(key);
  if (known) known.lines.push(k);
  else bundles.set(key, tie(start, end, k));
}

/** Give those that join the same two a slot each. */
function sideBySide(ties) {
  const pairs = new Map();
  for (const each of ties) {
    const key = each.start < each.end ? `${each.start},${each.end}` : `${each.end},${each.start}`;
    const beside = pairs.get(key);
    if (beside) beside.push(each);
    else pairs.set(key, [each]);
  }
  for (const beside of pairs.values()) {
    beside.forEach((each, slot) => Object.assign(each, { slot, slots: beside.length }));
  }
  return ties;
}
