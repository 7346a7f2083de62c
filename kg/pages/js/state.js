// What the reader has chosen. Everything else follows from it; every step can be undone.

const START = Object.freeze({
  node: -1,
  tie: -1,
  query: "",
  kinds: [],
  countries: [],
  statuses: [],
  certainties: [],
  sources: [],
  years: null,
  undated: true,
  hidden: [],
  opened: [],
  only: [],
  groups: [],
  all: false,
  from: -1,
  to: -1,
  table: false,
  moved: {},
});

const State = {
  now: START,
  past: [],
  listeners: [],

  /** Change some of it. What only looks elsewhere (a search being typed) is no step to undo. */
  set(change, isStep = true) {
    if (Object.keys(change).every((key) => same(change[key], State.now[key]))) return;
    if (isStep) State.past.push(State.now);
    State.replace({ ...State.now, ...change });
  },

  undo() {
    if (State.past.length) State.replace(State.past.pop());
  },

  replace(next) {
    const before = State.now;
    State.now = next;
    for (const listener of State.listeners) listener(next, before);
  },

  onChange(listener) {
    State.listeners.push(listener);
  },

  /** Add to one of the lists, or take out again. */
  toggle(key, value) {
    const list = State.now[key];
    const without = list.filter((each) => each !== value);
    State.set({ [key]: without.length < list.length ? without : [...list, value] });
  },

  isFiltered() {
    return FILTERS.some((key) => !same(State.now[key], START[key]));
  },
};

const FILTERS = ["kinds", "countries", "statuses", "certainties", "sources", "years", "undated", "only"];

function same(a, b) {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
