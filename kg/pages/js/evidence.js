// Claims and sources: read when somebody asks what something rests on.

const Evidence = {
  table: null,
  opening: null,

  /** Read the block once; whoever asks meanwhile waits for the same reading. */
  open() {
    Evidence.opening ??= held("evidence").then((table) => {
      Evidence.table = table;
    });
    return Evidence.opening;
  },

  /** At once, where the block is plain JSON: paper does not wait. */
  openNow() {
    const node = byId("evidence");
    if (!Evidence.table && node.type === "application/json") Evidence.table = JSON.parse(node.textContent);
  },

  claim(c) {
    const { claims, sources, texts } = Evidence.table;
    const cell = (column) => claims[column][c] ?? 0;
    return {
      id: claims.id[c],
      says: texts[claims.says[c]],
      certainty: cell("certainty"),
      saidBy: texts[cell("said_by")],
      source: Evidence.source(claims.source[c], sources),
      locator: texts[cell("locator")],
      date: texts[cell("date")],
      conflicts: (cell("conflicts") || []).map((number) => texts[number]),
      unclear: (cell("unclear") || []).map((number) => texts[number]),
    };
  },

  source(s, sources = Evidence.table.sources) {
    const [id, title, publisher, published, read, address, link, language] = sources[s];
    return { id, title, publisher, published, read, address, link, language };
  },

  /** The numbers of the sources that a line (or the mark itself) rests on. */
  sourcesOf(claims) {
    return (claims || []).map((c) => Evidence.table.claims.source[c]);
  },
};
