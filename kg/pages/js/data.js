// What the page holds: marks and lines as columns of numbers, read once into G.

const BACKWARD = 1, FORMER = 2, CONFLICT = 4, DERIVED = 8, UNCLEAR = 16, VEILED = 32;

let G = null;

/** The JSON of a block of the page; a large one is deflated. */
async function held(id) {
  const node = byId(id);
  if (node.type === "application/json") return JSON.parse(node.textContent);
  const text = atob(node.textContent);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

/** The words of this page and its graph; the evidence waits until somebody asks for it. */
async function openData() {
  [G, Words.table] = await Promise.all([held("graph"), held("words")]);
  useData();
}

/** Count what G holds. */
function useData() {
  Data.n = G.marks.id.length;
  Data.m = G.lines.eid.length;
  Data.start = Int32Array.from(G.lines.start);
  Data.end = Int32Array.from(G.lines.end);
  Data.degree = new Int32Array(Data.n);
  for (let k = 0; k < Data.m; k++) {
    Data.degree[Data.start[k]]++;
    if (Data.end[k] !== Data.start[k]) Data.degree[Data.end[k]]++;
  }
}

/** Marks are numbered from 0 to n - 1, the crowds that some of them stand in from n on. */
const Data = {
  n: 0,
  m: 0,
  start: null,
  end: null,
  degree: null,

  worded: (number) => Words.pick(G.worded[number]),
  text: (number) => G.texts[number],

  /** A column is an array, or an object of the few places that are filled. */
  mark: (column, i) => G.marks[column][i] ?? 0,
  line: (column, k) => G.lines[column][k] ?? 0,

  isMark: (i) => i < Data.n,
  name: (i) => Data.worded(G.marks.name[i]),
  label: (i) => G.labels[Data.isMark(i) ? G.marks.label[i] : Crowds.table().labels[i - Data.n]],
  countries: (i) =>
    ((Data.isMark(i) ? Data.mark("country", i) : Crowds.table().countries[i - Data.n]) || [])
      .map((number) => G.countries[number]),
  aliases: (i) => (Data.mark("aliases", i) || []).map(Data.text),

  style: (k) => G.styles[G.lines.style[k]],
  verb: (k) => G.verbs[G.lines.verb[k]],
  is: (flag, k) => (Data.line("flags", k) & flag) !== 0,
  other: (k, i) => (Data.start[k] === i ? Data.end[k] : Data.start[k]),

  /** The lines that touch a mark. */
  touching(i) {
    const { offsets, lines } = incidence();
    return lines.subarray(offsets[i], offsets[i + 1]);
  },

  neighbours(i) {
    const found = new Set(Array.from(Data.touching(i), (k) => Data.other(k, i)));
    found.delete(i);
    return [...found];
  },

  /** The number of a mark by its id, -1 for none. */
  numberOf(id) {
    Data.numbers ??= new Map(G.marks.id.map((each, i) => [each, i]));
    return Data.numbers.get(id) ?? -1;
  },

  lineOf: (eid) => G.lines.eid.indexOf(eid),
};

let incidenceTable = null;

/** Lines by mark: those of mark i stand from offsets[i] up to offsets[i + 1]. */
function incidence() {
  if (incidenceTable) return incidenceTable;
  const offsets = new Int32Array(Data.n + 1);
  for (let i = 0; i < Data.n; i++) offsets[i + 1] = offsets[i] + Data.degree[i];
  const next = offsets.slice();
  const lines = new Int32Array(offsets[Data.n]);
  for (let k = 0; k < Data.m; k++) {
    lines[next[Data.start[k]]++] = k;
    if (Data.end[k] !== Data.start[k]) lines[next[Data.end[k]]++] = k;
  }
  incidenceTable = { offsets, lines };
  return incidenceTable;
}
