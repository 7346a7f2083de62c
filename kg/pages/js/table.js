// The picture as tables: the same ties and marks, to sort, to read, to take along.

const ROWS = 300;

const Table = {
  sorts: { ties: [0, 1], marks: [0, 1] },
  room: ROWS,

  follow(state) {
    byId("table").hidden = !state.table;
    byId("picture").hidden = state.table;
    document.body.classList.toggle("tabled", state.table);
    if (state.table) Table.draw();
  },

  draw() {
    byId("table").replaceChildren(...tableOf("ties"), ...tableOf("marks"));
  },

  /** Heads and rows of a table, in the order chosen; cells are plain text. */
  content(kind) {
    const heads = kind === "ties" ? TIE_HEADS : MARK_HEADS;
    const rows = kind === "ties" ? tieRows() : markRows();
    const [column, way] = Table.sorts[kind];
    const { compare } = new Intl.Collator(Words.lang, { numeric: true });
    rows.sort((a, b) => way * compare(a.cells[column], b.cells[column]) || a.number - b.number);
    return { heads: heads.map((key) => t(key)), rows };
  },
};

const TIE_HEADS = ["column_from", "column_tie", "column_to", "status", "column_dates", "certainty", "column_details", "column_sources"];
const MARK_HEADS = ["column_name", "kind", "country", "column_ties", "column_details"];

function tieRows() {
  const found = [];
  for (let k = 0; k < Data.m; k++) {
    if (!Scene.shown.lines[k]) continue;
    const flags = [
      Data.is(FORMER, k) ? t("former") : "",
      Data.is(CONFLICT, k) ? `⚠ ${t("conflict")}` : "",
      Data.is(UNCLEAR, k) ? `? ${t("unclear")}` : "",
    ].filter(Boolean);
    found.push({
      number: k,
      cells: [
        Data.name(Data.start[k]),
        Data.worded(Data.verb(k).says),
        Data.name(Data.end[k]),
        Say.status(k),
        Say.dates(k),
        Say.certainty(Data.line("certainty", k)),
        [...flags, ...Say.details(k)].join("; "),
        citations(Data.line("claims", k)),
      ],
    });
  }
  return found;
}

function markRows() {
  return [...Scene.shown.marks.keys()].filter((i) => Scene.shown.marks[i]).map((i) => ({
    number: i,
    cells: [
      Data.name(i),
      Data.worded(Data.label(i).name),
      Data.countries(i).map((country) => Data.worded(country.name)).join(", "),
      String(Data.degree[i]),
      Say.event(i),
    ],
  }));
}

/** ``Publisher, p. 42; Publisher, para 2``. */
function citations(claims) {
  const told = (claims || []).map((c) => {
    const { source, locator } = Evidence.claim(c);
    return [source.publisher || source.title, Say.place(locator)].filter(Boolean).join(", ");
  });
  return [...new Set(told)].join("; ");
}

/** A table as elements; on paper all rows of it. */
function tableOf(kind, place = "table") {
  const { heads, rows } = Table.content(kind);
  if (!rows.length) return [];
  const shown = place === "paper" ? rows : rows.slice(0, Table.room);
  const caption = `${t(`table_${kind}`)} (${written(rows.length)})`;
  const more = button(t("more"), () => {
    Table.room += ROWS;
    Table.draw();
  });
  return [
    el(
      "div",
      { class: "wide" },
      el(
        "table",
        { id: `${place}-${kind}` },
        el("caption", {}, caption),
        el("thead", {}, el("tr", {}, ...heads.map((head, column) => (place === "paper" ? el("th", { scope: "col" }, head) : headCell(kind, head, column))))),
        el("tbody", {}, ...shown.map((row) => bodyRow(kind, row))),
      ),
    ),
    rows.length > shown.length ? more : null,
  ].filter(Boolean);
}

function headCell(kind, head, column) {
  const [by, way] = Table.sorts[kind];
  const order = by === column ? (way > 0 ? "ascending" : "descending") : null;
  const sort = () => {
    Table.sorts[kind] = [column, by === column ? -way : 1];
    Table.draw();
    byId(`table-${kind}`).querySelectorAll("th button")[column].focus();
  };
  const arrow = order ? el("span", { "aria-hidden": "true" }, way > 0 ? " ↑" : " ↓") : null;
  return el("th", { scope: "col", "aria-sort": order }, el("button", { type: "button", onclick: sort, title: t("sort", { name: head }) }, head, arrow));
}

function bodyRow(kind, { number, cells }) {
  const choose = () => (kind === "ties" ? State.set({ tie: number, node: -1 }) : Actions.choose(number));
  return el(
    "tr",
    {},
    ...cells.map((text, column) =>
      column
        ? el("td", { dir: "auto" }, text)
        : el("th", { scope: "row" }, el("button", { type: "button", class: "mark", dir: "auto", onclick: choose }, text)),
    ),
  );
}
