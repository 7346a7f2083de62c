// Who somebody is tied to: how many by each kind of tie, and which of them to draw.

const AT_FIRST = 12, FEW = 40;

const Neighbours = {
  /** A few to begin with: those of the ties that tell most. */
  async nearest(id, most = AT_FIRST) {
    const found = await Ask.get("/neighbours", { id });
    return found ? nearestOf(found.groups, most) : [];
  },

  /** All of an entity's ties if these are few, else the first of each kind. */
  async expand(id) {
    const found = await Ask.get("/neighbours", { id });
    if (!found) return;
    const own = found.groups.filter(({ derived }) => !derived);
    const all = own.flatMap(({ parties }) => parties.map((party) => party.id));
    const told = own.reduce((sum, { count }) => sum + count, 0);
    await Trail.add(told <= FEW ? all : nearestOf(own, FEW), { read: id, view: "picture" });
    if (told > FEW) Trouble.say(t("expanded", { n: FEW, all: told }), "note");
  },

  section(id, groups) {
    if (!groups.length) return [];
    return [el("h3", {}, t("neighbours")), el("ul", { class: "neighbours" }, ...groups.map((group) => neighbourGroup(id, group)))];
  },
};

/** From every kind of tie in turn, so that one with thousands does not hide the others. */
function nearestOf(groups, most) {
  const rows = groups.filter(({ derived }) => !derived).map(({ parties }) => parties.map(({ id }) => id));
  const found = new Set();
  for (let place = 0; found.size < most && rows.some((row) => row.length > place); place++) {
    for (const row of rows) if (row.length > place && found.size < most) found.add(row[place]);
  }
  return [...found];
}

function neighbourGroup(id, group) {
  const list = el("ul", { class: "parties" });
  const body = el("div", {}, list);
  const draw = (parties) => list.append(...parties.map(partyRow));
  const node = el(
    "details",
    {},
    el("summary", {}, group.words, " ", el("span", { class: "number" }, written(group.count)), group.derived ? el("span", { class: "chip" }, t("derived")) : null),
    body,
  );
  draw(group.parties);
  body.append(groupButtons(id, group, draw));
  return el("li", {}, node);
}

function groupButtons(id, group, draw) {
  let known = group.parties;
  const row = el("div", { class: "buttons" });
  const renew = () => {
    const add = button(t("add_these", { n: known.length }), () => Trail.add(known.map((party) => party.id), { view: "picture", ...(group.derived ? { derived: true } : {}) }));
    const left = group.count - known.length;
    row.replaceChildren(add, ...(left > 0 ? [button(t("more_of", { n: left }), more)] : []));
  };
  const more = async () => {
    const found = await Ask.get("/neighbours", { id, type: group.type, start: known.length, most: 100 });
    const part = found?.groups.find(({ forward, derived }) => forward === group.forward && derived === group.derived);
    if (!part) return;
    known = [...known, ...part.parties];
    draw(part.parties);
    renew();
  };
  renew();
  return row;
}

function partyRow(party) {
  const add = button("+", () => Trail.add([party.id]), { class: "plus", "aria-label": t("add_one", { name: party.name }), title: t("add") });
  return el("li", {}, Entity.button(party), Trail.isShown(party.id) ? null : add);
}
