// The strongest way between two marks: the fewest steps, weak ties counting as several (Dijkstra 1959).

const Paths = {
  /** The lines of the path chosen, in order; null if there is none or only one end is chosen. */
  lines(state) {
    if (state.from < 0 || state.to < 0) return null;
    const key = `${state.from},${state.to}`;
    if (Paths.key !== key) Object.assign(Paths, { key, found: strongest(state.from, state.to) });
    return Paths.found;
  },

  marks(state) {
    const ends = [state.from, state.to].filter((i) => i >= 0);
    return [...ends, ...(Paths.lines(state) || []).flatMap((k) => [Data.start[k], Data.end[k]])];
  },
};

function strongest(from, to) {
  const cost = new Float64Array(Data.n).fill(Infinity);
  const by = new Int32Array(Data.n).fill(-1);
  const done = new Uint8Array(Data.n);
  const waiting = new Heap();
  cost[from] = 0;
  waiting.push(0, from);
  for (let here = waiting.pop(); here !== undefined && here !== to; here = waiting.pop()) {
    if (done[here]) continue;
    done[here] = 1;
    for (const k of Data.touching(here)) {
      const there = Data.other(k, here);
      const sum = cost[here] + Data.verb(k).walk;
      if (sum >= cost[there]) continue;
      cost[there] = sum;
      by[there] = k;
      waiting.push(sum, there);
    }
  }
  return cost[to] === Infinity ? null : walkedBack(from, to, by);
}

function walkedBack(from, to, by) {
  const lines = [];
  for (let at = to; at !== from; at = Data.other(by[at], at)) lines.unshift(by[at]);
  return lines;
}

/** A binary heap: the least first, of equals the one with the lower number. */
class Heap {
  items = [];

  push(rank, value) {
    const items = this.items;
    items.push([rank, value]);
    for (let at = items.length - 1; at > 0; ) {
      const above = (at - 1) >> 1;
      if (!Heap.isLess(items[at], items[above])) break;
      [items[at], items[above]] = [items[above], items[at]];
      at = above;
    }
  }

  pop() {
    const items = this.items;
    if (!items.length) return undefined;
    const [, value] = items[0];
    const last = items.pop();
    if (items.length) {
      items[0] = last;
      this.sink();
    }
    return value;
  }

  sink() {
    const items = this.items;
    for (let at = 0; ; ) {
      let least = at;
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < items.length && Heap.isLess(items[below], items[least])) least = below;
      }
      if (least === at) return;
      [items[at], items[least]] = [items[least], items[at]];
      at = least;
    }
  }

  static isLess(a, b) {
    return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
  }
}
