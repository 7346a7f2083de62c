// The address of a view: what is chosen stands in the fragment, and restores it elsewhere.

const ADDRESS_LISTS = {
  kind: "kinds",
  country: "countries",
  status: "statuses",
  certainty: "certainties",
  source: "sources",
};
const ADDRESS_MARKS = { hide: "hidden", open: "opened", only: "only" };

const Address = {
  /** The fragment for a state and a camera. */
  of(state, view) {
    const ids = (list) => list.map((i) => G.marks.id[i]);
    const parts = { lang: [Words.lang] };
    if (Theme.chosen) parts.theme = [Theme.chosen];
    if (state.node >= 0) parts.node = Data.isMark(state.node) ? ids([state.node]) : [`:${state.node - Data.n}`];
    if (state.tie >= 0) parts.tie = [G.lines.eid[state.tie]];
    if (state.query) parts.q = [state.query];
    for (const [key, name] of Object.entries(ADDRESS_LISTS)) parts[key] = state[name];
    for (const [key, name] of Object.entries(ADDRESS_MARKS)) parts[key] = ids(state[name]);
    if (state.years) parts.years = state.years.map((year) => year ?? "");
    if (!state.undated) parts.undated = ["no"];
    parts.groups = state.groups.map(String);
    if (state.all) parts.all = ["yes"];
    if (state.from >= 0) parts.from = ids([state.from]);
    if (state.to >= 0) parts.to = ids([state.to]);
    if (state.table) parts.view = ["table"];
    parts.moved = Object.entries(state.moved).flatMap(([i, [x, y]]) => [G.marks.id[i], x, y].map(String));
    if (view) parts.at = [view.x.toFixed(1), view.y.toFixed(1), view.scale.toFixed(4)];
    return Object.entries(parts)
      .filter(([, values]) => values.length)
      .map(([key, values]) => `${key}=${values.map(encodeURIComponent).join(",")}`)
      .join("&");
  },

  /** What a fragment says: a state, a camera (or null), a language, a theme. What is unknown is left out. */
  read(fragment) {
    const parts = partsOf(fragment);
    const one = (key) => parts[key]?.[0] ?? "";
    const marks = (key) => (parts[key] ?? []).map(Data.numberOf).filter((i) => i >= 0);
    const numbers = (key) => (parts[key] ?? []).map(Number).filter(Number.isFinite);
    const state = { ...START, query: one("q"), undated: one("undated") !== "no" };
    for (const [key, name] of Object.entries(ADDRESS_LISTS)) state[name] = parts[key] ?? [];
    for (const [key, name] of Object.entries(ADDRESS_MARKS)) state[name] = marks(key);
    state.years = yearsOf(parts.years);
    state.groups = Crowds.isLarge() ? numbers("groups").filter((g) => g in Crowds.table().labels) : [];
    state.all = one("all") === "yes" && Crowds.isLarge();
    state.table = one("view") === "table";
    state.node = nodeOf(one("node"));
    state.tie = Data.lineOf(one("tie"));
    state.from = Data.numberOf(one("from"));
    state.to = Data.numberOf(one("to"));
    state.moved = movedOf(parts.moved ?? []);
    const [x, y, scale] = numbers("at");
    return { state, view: scale > 0 ? { x, y, scale } : null, lang: one("lang"), theme: one("theme") };
  },
};

function partsOf(fragment) {
  const parts = Object.create(null);
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const [key, values = ""] = part.split("=");
    if (values) parts[key] = values.split(",").map(decoded);
  }
  return parts;
}

/** A broken escape in a link is no reason to show nothing. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Two years, either of which may be open. */
function yearsOf(cells = []) {
  const years = cells.slice(0, 2).map((cell) => (/^\d{1,4}$/.test(cell) ? Number(cell) : null));
  return years.length === 2 && years.some((year) => year !== null) ? years : null;
}

function nodeOf(text) {
  if (!text.startsWith(":")) return Data.numberOf(text);
  const crowd = Number(text.slice(1));
  return Crowds.isLarge() && crowd in Crowds.table().labels ? Data.n + crowd : -1;
}

function movedOf(cells) {
  const moved = {};
  for (let at = 0; at + 2 < cells.length; at += 3) {
    const i = Data.numberOf(cells[at]);
    const place = [Number(cells[at + 1]), Number(cells[at + 2])];
    if (i >= 0 && place.every(Number.isFinite)) moved[i] = place;
  }
  return moved;
}
