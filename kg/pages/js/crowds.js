// Too many to read: those that stand alike are drawn as one, until somebody opens it.

const READABLE = 300, AT_ONCE = 200;

const Crowds = {
  table: () => G.placed.crowds,
  isLarge: () => Boolean(G.placed.crowds),

  /** Whether the picture is drawn with crowds, in the places made for that. */
  isFolded: (state) => Crowds.isLarge() && !state.all,

  /** The number that each mark is drawn as: its own, that of its crowd, or -1 if it is not shown. */
  drawnAs(state, shown) {
    const drawn = new Int32Array(Data.n).fill(-1);
    for (let i = 0; i < Data.n; i++) if (shown.marks[i]) drawn[i] = i;
    if (!Crowds.isFolded(state) || shown.markCount <= READABLE) return drawn;
    const alone = standingAlone(state);
    Crowds.members().forEach((members, crowd) => {
      const inside = members.filter((i) => shown.marks[i] && !alone.has(i));
      const isOpen = state.groups.includes(crowd);
      const together = isOpen ? inside.slice(AT_ONCE) : inside;
      if (together.length > 1) for (const i of together) drawn[i] = Data.n + crowd;
    });
    return drawn;
  },

  /** ``14 companies (Belgium)``, with the number that is drawn now. */
  name(i) {
    const places = Data.countries(i).map((country) => Data.worded(country.name));
    const said = `${written(Scene.inside(i).length)} ${Data.worded(Data.label(i).plural)}`;
    return places.length ? `${said} (${places.join(", ")})` : said;
  },

  /** The marks of each crowd, those with the most lines first. */
  members() {
    if (crowdMembers) return crowdMembers;
    const { inside, labels } = Crowds.table();
    crowdMembers = labels.map(() => []);
    for (let i = 0; i < Data.n; i++) if (inside[i]) crowdMembers[inside[i] - 1].push(i);
    for (const members of crowdMembers) members.sort((a, b) => Data.degree[b] - Data.degree[a] || a - b);
    return crowdMembers;
  },
};

let crowdMembers = null;

/** What the reader looks at is never put away. */
function standingAlone(state) {
  const alone = new Set([...state.opened, ...state.only, ...Paths.marks(state), ...G.focus]);
  if (state.node >= 0 && Data.isMark(state.node)) alone.add(state.node);
  for (const i of state.opened) for (const j of Data.neighbours(i)) alone.add(j);
  return alone;
}
