// What a question found: a table with its sources, to draw, to take along.

const Results = {
  last: latest(),
  held: null,

  /** Run a question and show what it finds. */
  async run(ask) {
    const found = await Results.last(Ask.run(ask));
    if (!found) return;
    Results.held = { ask, found };
    await Trail.set({ ask, view: "answer", read: "", from: "", to: "" });
    byId("result").focus({ preventScroll: true });
  },

  /** The question of a link is asked again, in the language of now. */
  async follow() {
    if (Trail.now.view !== "answer" || !Trail.now.ask) return;
    if (!Results.held || !same(Results.held.ask, Trail.now.ask) || Results.held.lang !== Words.lang) {
      const found = await Results.last(Ask.run(Trail.now.ask));
      if (found) Results.held = { ask: Trail.now.ask, found };
    }
    if (!Results.held) return;
    Results.held.lang = Words.lang;
    byId("result").replaceChildren(...resultParts(Results.held));
  },
};

function resultParts({ ask, found }) {
  const { title, rows, count, entities, notes } = found;
  const tally = rows.length < count ? t("first_rows", { n: rows.length, all: count }) : t("rows_found", { n: count });
  return [
    el("h2", { id: "result-title", dir: "auto" }, title || t("cypher_answer")),
    el("p", { class: "hint" }, tally),
    el(
      "div",
      { class: "buttons" },
      button(t("as_picture", { n: entities.length }), () => drawResult(found), { class: "strong", id: "as-picture", disabled: !entities.length }),
      ...["csv", "xlsx", "html"].map((format) => button(t(`as_${format}`), () => Take.answer(ask, format), { disabled: !count })),
    ),
    count ? resultTable(found) : el("p", {}, t("nothing")),
    ...Notes.list(notes, "result"),
  ];
}

async function drawResult({ entities, entity_count }) {
  if (entity_count > entities.length) Trouble.say(t("too_many", { n: entities.length, all: entity_count }));
  await Trail.set({ shown: entities, view: "picture", read: "", from: "", to: "" });
}

function resultTable({ columns, rows, notes }) {
  const heads = [...columns.map(({ head }) => head), ...(notes.length ? [t("tab_sources")] : [])];
  return el(
    "div",
    { class: "wide", role: "group", "aria-labelledby": "result-title", tabindex: "0" },
    el(
      "table",
      { id: "answer" },
      el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))),
      el("tbody", {}, ...rows.map((row) => el("tr", {}, ...row.cells.map(resultCell), notes.length ? el("td", {}, ...Notes.marks(row.notes, "result")) : null))),
    ),
  );
}

function resultCell(cell) {
  if (typeof cell === "string") return el("td", { dir: "auto" }, cell);
  if (cell.number !== undefined) return el("td", { class: "number" }, cell.number);
  return el("td", {}, ...cell.entities.flatMap(([name, id], place) => [place ? ", " : "", id ? Entity.button({ id, name }) : name]));
}
