// The filters. Each group is made when it is first opened; nothing ticked in a group shows all of it.

const Filters = {
  open() {
    Filters.node = el("details", { id: "filters" });
    Filters.node.addEventListener("toggle", Filters.draw);
    byId("finder").append(el("div", { id: "presets" }), Filters.node);
    Filters.say();
  },

  say() {
    Filters.node.replaceChildren(el("summary"), el("div", { class: "groups" }));
    Filters.isDrawn = false;
    Filters.count();
    Filters.draw();
    Presets.draw();
  },

  /** How many are on, beside the word. */
  count() {
    const on = FILTERS.filter((key) => !same(State.now[key], START[key])).length + (State.now.hidden.length ? 1 : 0);
    Filters.node.firstChild.textContent = on ? `${t("filters")} (${on})` : t("filters");
  },

  draw() {
    if (!Filters.node.open || Filters.isDrawn) return;
    Filters.isDrawn = true;
    Filters.groups = facets();
    Filters.node.lastChild.replaceChildren(
      el("p", { class: "hint" }, t("filters_hint")),
      ...Filters.groups.map(facetGroup),
      yearGroup(),
      el("div", { id: "hidden-marks" }),
      button(t("reset"), Actions.reset, { class: "wide" }),
    );
    Filters.follow(State.now);
  },

  /** Ticks follow the state, whoever changed it. */
  follow(state) {
    Filters.count();
    if (!Filters.isDrawn) return;
    for (const input of Filters.node.querySelectorAll("input[type=checkbox][data-key]")) {
      input.checked = state[input.dataset.key].includes(input.value);
    }
    const [from, to] = state.years ?? [];
    byId("year-from").value = from ?? "";
    byId("year-to").value = to ?? "";
    byId("undated").checked = state.undated;
    drawHidden(state);
  },
};

const Presets = {
  draw() {
    const buttons = G.presets.map((preset) => button(Data.worded(preset.title), () => Actions.preset(preset)));
    byId("presets").replaceChildren(...(buttons.length ? [el("h2", {}, t("presets")), ...buttons] : []));
  },
};

/** The groups with more than one choice: key of the state, word, choices with how many there are. */
function facets() {
  const ofLines = (column) => counted(Data.m, (k) => [Data.line(column, k)]);
  const kinds = counted(Data.n, (i) => [G.marks.label[i]]);
  const places = counted(Data.n, (i) => Data.mark("country", i) || []);
  return [
    facet("kinds", "kind", G.labels, kinds, (label) => [symbolPicture(label), Data.worded(label.plural)]),
    facet("countries", "country", G.countries, places, (country) => [Data.worded(country.name)]),
    facet("statuses", "status", G.statuses, both(ofLines("status"), "status"), named),
    facet("certainties", "certainty", G.certainties, both(ofLines("certainty"), "certainty"), named),
    { key: "sources", title: "source", choices: null },
  ].filter(({ choices }) => choices === null || choices.length > 1);
}

const named = (each) => [Data.worded(each.name)];

/** Counts of lines, and of marks that have a word of their own (events). */
function both(counts, column) {
  for (let i = 0; i < Data.n; i++) {
    const value = Data.mark(column, i);
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function counted(size, numbersAt) {
  const counts = new Map();
  for (let at = 0; at < size; at++) for (const number of numbersAt(at)) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

function facet(key, title, list, counts, content) {
  const choices = list.flatMap((each, number) =>
    each.id && counts.has(number) ? [{ value: each.id, content: content(each), count: counts.get(number) }] : [],
  );
  if (key === "countries") choices.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { key, title, choices };
}

function facetGroup({ key, title, choices }) {
  const node = el("fieldset", {}, el("legend", {}, t(title)));
  if (choices) node.append(choiceList(key, choices));
  else sourceChoices().then((found) => node.append(choiceList(key, found)));
  if (key === "countries") node.append(el("p", { class: "hint" }, t("country_hint")));
  return node;
}

/** Sources by how much rests on them. */
async function sourceChoices() {
  await Evidence.open();
  const { claims, sources } = Evidence.table;
  const counts = counted(claims.id.length, (c) => [claims.source[c]]);
  return sources
    .map(([id, title, publisher], s) => ({ value: id, content: [[publisher, title].filter(Boolean).join(": ")], count: counts.get(s) ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function choiceList(key, choices) {
  const rows = choices.map(({ value, content, count }) => {
    const input = el("input", { type: "checkbox", value, "data-key": key, onchange: () => State.toggle(key, value) });
    input.checked = State.now[key].includes(value);
    return el("label", {}, input, el("span", { dir: "auto" }, ...content), el("span", { class: "number" }, written(count)));
  });
  const isLong = rows.length > 8;
  return el("div", { class: isLong ? "choices long" : "choices", tabindex: isLong ? "0" : null, role: isLong ? "group" : null, "aria-label": isLong ? t(FACET_WORDS[key]) : null }, ...rows);
}

const FACET_WORDS = { kinds: "kind", countries: "country", statuses: "status", certainties: "certainty", sources: "source" };

function yearGroup() {
  const change = () => {
    const years = ["year-from", "year-to"].map((id) => Number.parseInt(byId(id).value, 10) || null);
    State.set({ years: years.some(Boolean) ? years : null });
  };
  const field = (id, word) => {
    const input = el("input", { type: "number", id, min: "1900", max: "2100", step: "1", inputmode: "numeric", onchange: change });
    return el("label", {}, t(word), input);
  };
  const undated = el("input", { type: "checkbox", id: "undated", onchange: (event) => State.set({ undated: event.target.checked }) });
  return el(
    "fieldset",
    { class: "years" },
    el("legend", {}, t("years")),
    field("year-from", "year_from"),
    field("year-to", "year_to"),
    el("label", { class: "check" }, undated, el("span", {}, t("undated"))),
  );
}

function drawHidden({ hidden }) {
  const back = (i) => State.set({ hidden: State.now.hidden.filter((each) => each !== i) });
  const rows = hidden.map((i) => button(`${t("show_again")}: ${Data.name(i)}`, () => back(i)));
  byId("hidden-marks").replaceChildren(...(rows.length ? [el("h3", {}, t("hidden")), ...rows] : []));
}
