// An entity wherever it is named: its symbol, its name, and what a click does.

const Entity = {
  kinds: {},
  names: new Map(),

  kind: (label) => Entity.kinds[label] ?? Entity.kinds.Entity,
  word: (label) => Words.pick(Entity.kind(label).name),
  symbol: (label) => symbolPicture(Entity.kind(label)),

  /** What it was called when it was last met; its id if it never was. */
  nameOf: (id) => (Data.numberOf(id) >= 0 ? Data.name(Data.numberOf(id)) : Entity.names.get(id) ?? id),

  /** Its name as a button that shows what is known of it. */
  button({ id, name, label }) {
    return el("button", { type: "button", class: "mark", dir: "auto", onclick: () => Entity.read(id) }, label ? Entity.symbol(label) : null, name);
  },

  /** Read about it; it is chosen in the picture if it is there. */
  async read(id) {
    await Trail.set({ read: id, from: "", to: "" });
    byId("panel").focus({ preventScroll: true });
  },

  /** Draw it and read about it; the first comes with those it is tied to most closely. */
  async open(id) {
    const first = Trail.now.shown.length ? [] : await Neighbours.nearest(id);
    await Trail.add([id, ...first], { read: id, from: "", to: "", view: "picture" });
  },
};
