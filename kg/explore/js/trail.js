// What the reader has put together: who is drawn, who is read about, what is asked. An address holds it all.

const NOTHING = Object.freeze({ shown: [], read: "", from: "", to: "", tab: "search", ask: null, view: "picture", derived: false });

const Trail = {
  now: NOTHING,
  past: [],

  /** Change some of it; what changes the picture can be undone. */
  async set(change, isStep = "shown" in change) {
    const next = { ...Trail.now, ...change };
    if (same(next, Trail.now)) return;
    if (isStep) Trail.past.push({ ...Trail.now, places: Graph.places() });
    await Trail.go(next);
  },

  async undo() {
    const before = Trail.past.pop();
    if (!before) return;
    const { places, ...next } = before;
    await Trail.go({ ...Trail.now, shown: next.shown, derived: next.derived, read: next.read }, places);
  },

  async go(next, places = null) {
    const before = Trail.now;
    Trail.now = next;
    const isDrawnAnew = !same(next.shown, before.shown) || next.derived !== before.derived;
    if (isDrawnAnew && !(await Drawn.renew(next, places))) Trail.now = { ...next, shown: before.shown, derived: before.derived };
    Explore.follow(before);
  },

  /** More entities in the picture; those that do not fit are left out, and the reader is told. */
  add(ids, change = {}) {
    const all = [...new Set([...Trail.now.shown, ...ids])];
    return Trail.set({ ...change, shown: fitting(all) });
  },

  remove(id) {
    return Trail.set({ shown: Trail.now.shown.filter((each) => each !== id), read: Trail.now.read === id ? "" : Trail.now.read });
  },

  isShown: (id) => Trail.now.shown.includes(id),

  address() {
    const { shown, read, from, to, tab, ask, view, derived } = Trail.now;
    const cells = { lang: Words.lang, theme: Theme.chosen, shown: shown.join(","), read, from, to, tab, view, derived: derived ? "yes" : "" };
    if (ask) cells.ask = JSON.stringify(ask);
    return String(new URLSearchParams(Object.entries(cells).filter(([, value]) => value)));
  },

  /** What an address says; what it does not say is as it is at the start. */
  read(fragment) {
    const cells = Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, "")));
    const next = { ...NOTHING, shown: fitting((cells.shown ?? "").split(",").filter(Boolean)), derived: cells.derived === "yes" };
    for (const key of ["read", "from", "to"]) next[key] = cells[key] ?? "";
    if (TABS.includes(cells.tab)) next.tab = cells.tab;
    if (["picture", "table", "answer"].includes(cells.view)) next.view = cells.view;
    next.ask = askOf(cells.ask);
    return { next, lang: cells.lang ?? "", theme: cells.theme ?? "" };
  },
};

const MOST = 1000;

function fitting(ids) {
  if (ids.length > MOST) Trouble.say(t("too_many", { n: MOST, all: ids.length }));
  return ids.slice(0, MOST);
}

/** A question in an address; a broken one is none. */
function askOf(text) {
  try {
    const ask = JSON.parse(text ?? "null");
    return ask && typeof ask === "object" && (typeof ask.query === "string" || typeof ask.cypher === "string") ? ask : null;
  } catch {
    return null;
  }
}

const Drawn = {
  last: latest(),

  /** Fetch the picture of what is shown; false if it could not be had. */
  async renew({ shown, derived }, places) {
    const known = places ?? Graph.places();
    const found = await Drawn.last(Ask.get("/picture", { ids: shown.join(","), derived: derived ? "yes" : "" }));
    if (!found) return false;
    Graph.take(found);
    State.past = [];
    State.now = { ...START, moved: Drawn.isGrown(known) ? Room.made(known) : {} };
    return true;
  },

  /** Whether enough stays for the rest to be put beside it. */
  isGrown(known) {
    const kept = G.marks.id.filter((id) => known.has(id)).length;
    return !Crowds.isLarge() && kept > 2 && kept * 3 >= Data.n;
  },
};
