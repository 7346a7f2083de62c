// The picture as it grows: what the server sends takes the place of what the page held.

const Graph = {
  /** Take a picture with its evidence; what was worked out of the last one is forgotten. */
  take({ graph, evidence }) {
    G = graph;
    useData();
    Evidence.table = evidence;
    Evidence.opening = Promise.resolve();
    incidenceTable = crowdMembers = slotTable = null;
    Data.numbers = undefined;
    Many.key = Paths.key = null;
    Table.room = ROWS;
  },

  /** Where everything stands now, by id. */
  places: () => new Map([...Scene.items.values()].filter(({ i }) => Data.isMark(i)).map(({ i, x, y }) => [G.marks.id[i], [x, y]])),
};
