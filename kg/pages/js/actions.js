// What a reader can do, whether by pointer, by key or from a list.

const Actions = {
  /** Look at a mark or a crowd; -1 for none. With one end of a path chosen, it is the other end. */
  choose(i) {
    const { from, to } = State.now;
    if (i >= 0 && Data.isMark(i) && from >= 0 && to < 0 && i !== from) {
      State.set({ to: i, node: -1, tie: -1 });
    } else {
      State.set({ node: i, tie: -1 });
    }
  },

  chooseTie({ lines }) {
    State.set({ tie: lines[0], node: -1 });
  },

  /** A crowd comes apart; a mark shows all its ties. */
  open(i) {
    if (Data.isMark(i)) State.set({ opened: [...new Set([...State.now.opened, i])], node: i, tie: -1 });
    else State.set({ groups: [...new Set([...State.now.groups, i - Data.n])], node: -1, tie: -1 });
  },

  only(i) {
    State.set({ only: [i, ...Data.neighbours(i)], node: i, table: false });
  },

  hide(i) {
    State.set({ hidden: [...new Set([...State.now.hidden, i])], node: -1, tie: -1 });
  },

  putBack(i) {
    const { [i]: _, ...moved } = State.now.moved;
    State.set({ moved });
  },

  pathFrom(i) {
    State.set({ from: i, to: -1 });
  },

  leavePath() {
    State.set({ from: -1, to: -1 });
  },

  drawAll(all) {
    State.set({ all, moved: {} });
  },

  reset() {
    const { query, node, table, all, moved } = State.now;
    State.set({ ...START, query, node, table, all, moved });
  },

  preset({ kinds, countries, statuses, certainties, years }) {
    State.set({
      kinds, countries, statuses, certainties,
      years: years.length ? years : null,
      sources: [], only: [], hidden: [], opened: [], node: -1, tie: -1,
    });
  },
};
