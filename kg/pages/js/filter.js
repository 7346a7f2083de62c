// Which marks and lines the reader's choices leave.

const Filter = {
  /** One byte a mark and a line: 1 where it is shown. */
  shown(state) {
    const rules = rulesOf(state);
    const { allowed, opened } = allowedMarks(state, rules);
    const marks = new Uint8Array(Data.n);
    const lines = new Uint8Array(Data.m);
    let lineCount = 0;
    for (let k = 0; k < Data.m; k++) {
      const a = Data.start[k], b = Data.end[k];
      if (!allowed[a] || !allowed[b]) continue;
      if (!(opened.has(a) || opened.has(b) || rules.line(k))) continue;
      lines[k] = marks[a] = marks[b] = 1;
      lineCount++;
    }
    let markCount = 0;
    for (let i = 0; i < Data.n; i++) {
      if (!marks[i] && allowed[i] && (opened.has(i) || rules.own(i))) marks[i] = 1;
      markCount += marks[i];
    }
    return { marks, lines, markCount, lineCount };
  },
};

/** Marks that may be drawn: of the chosen kinds, not hidden; what somebody opened, with all its ties. */
function allowedMarks(state, rules) {
  const opened = new Set([...state.opened, ...Paths.marks(state)]);
  const allowed = new Uint8Array(Data.n);
  const only = state.only.length ? new Set(state.only) : null;
  for (let i = 0; i < Data.n; i++) allowed[i] = rules.kind(i) && (!only || only.has(i)) ? 1 : 0;
  for (const i of opened) allowed[i] = 1;
  for (const i of state.opened) for (const j of Data.neighbours(i)) allowed[j] = 1;
  for (const i of state.hidden) allowed[i] = 0;
  return { allowed, opened };
}

/** The filters as three tests: of a mark's kind, of a line, of a mark that has no line left. */
function rulesOf(state) {
  const kinds = numbersOf(G.labels, state.kinds);
  const statuses = numbersOf(G.statuses, state.statuses);
  const certainties = numbersOf(G.certainties, state.certainties);
  const countries = numbersOf(G.countries, state.countries);
  const sources = new Set(state.sources);
  const isIn = (i) => (Data.mark("country", i) || []).some((c) => countries.has(c));
  const rests = (claims) => Evidence.sourcesOf(claims).some((s) => sources.has(Evidence.table.sources[s][0]));
  const line = (k) =>
    (!statuses.size || statuses.has(Data.line("status", k))) &&
    (!certainties.size || certainties.has(Data.line("certainty", k))) &&
    (!countries.size || isIn(Data.start[k]) || isIn(Data.end[k])) &&
    (!sources.size || rests(Data.line("claims", k))) &&
    holds(state, Data.line("first", k), Data.line("last", k));
  const own = (i) =>
    (!statuses.size || statuses.has(Data.mark("status", i))) &&
    (!certainties.size || certainties.has(Data.mark("certainty", i))) &&
    (!countries.size || isIn(i)) &&
    (!sources.size || rests(Data.mark("claims", i))) &&
    (state.years === null || holds(state, Data.mark("first", i), Data.mark("last", i)));
  return { kind: (i) => !kinds.size || kinds.has(G.marks.label[i]), line, own };
}

/** Whether something with these first and last years (0: not known) held in the chosen ones. */
function holds({ years, undated }, first, last) {
  if (!first && !last) return undated;
  return !years || ((first || -Infinity) <= (years[1] ?? Infinity) && (last || Infinity) >= (years[0] ?? -Infinity));
}

function numbersOf(list, ids) {
  const wanted = new Set(ids);
  return new Set(list.flatMap((each, number) => (wanted.has(each.id) ? [number] : [])));
}
