// Room for newcomers: what was there stays where it is, what is new stands near what it is tied to.

const NEAREST = 120, RING = 62, SLICES = 16, RINGS = 14;

const Room = {
  /** Places by number, given those known by id: [x, y] for all. */
  made(known) {
    const places = {};
    const taken = [];
    const put = (i, [x, y]) => {
      places[i] = [Math.round(x), Math.round(y)];
      taken.push([x, y, G.placed.w[i], G.placed.h[i]]);
    };
    for (let i = 0; i < Data.n; i++) if (known.has(G.marks.id[i])) put(i, known.get(G.marks.id[i]));
    for (let i = 0; i < Data.n; i++) if (!places[i]) put(i, freePlace(i, anchorOf(i, places), taken));
    return places;
  },
};

/** The place of somebody it is tied to; of nobody, the middle. */
function anchorOf(i, places) {
  const [beside] = Data.neighbours(i).filter((j) => places[j]).sort((a, b) => Data.degree[b] - Data.degree[a]);
  return beside === undefined ? [0, 0] : places[beside];
}

/** The first place in rings around a point where it lies over nothing. */
function freePlace(i, [x, y], taken) {
  const w = G.placed.w[i], h = G.placed.h[i];
  for (let ring = 0; ring < RINGS; ring++) {
    const far = NEAREST + ring * RING, slices = SLICES + 6 * ring;
    for (let slice = 0; slice < slices; slice++) {
      const angle = ((slice * 2 * Math.PI) / slices) * 1 + ring * 0.2;
      const place = [x + Math.cos(angle) * far * 1.25, y + Math.sin(angle) * far];
      if (!taken.some((other) => liesOver(place, w, h, other))) return place;
    }
  }
  return [x + NEAREST * RINGS, y + taken.length * 20];
}

function liesOver([x, y], w, h, [ox, oy, ow, oh]) {
  return Math.abs(x - ox) < (w + ow) / 2 + 10 && Math.abs(y - oy) < (h + oh) / 2 + 8;
}
