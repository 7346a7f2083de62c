// Who is meant: names in all languages, aliases and ids, words in any order, cut off or misspelt.

const FAR = 35; // what fits this much worse than the best is not meant

const Search = {
  /** Marks whose names fit, best first. */
  find(text) {
    const asked = wordsOf(text);
    if (!asked.length) return [];
    const found = [];
    for (const [i, spellings] of spellingTable().entries()) {
      const score = Math.max(...spellings.map((words) => fit(asked, words)));
      if (score > 0) found.push([score, i]);
    }
    const best = Math.max(...found.map(([score]) => score));
    const near = found.filter(([score]) => score >= best - FAR);
    near.sort((a, b) => b[0] - a[0] || Data.degree[b[1]] - Data.degree[a[1]] || a[1] - b[1]);
    return near.map(([, i]) => i);
  },
};

let spellings = null;

/** The words of every spelling of every mark, made when first needed. */
function spellingTable() {
  spellings ??= G.marks.id.map((id, i) => {
    const names = [G.worded[G.marks.name[i]]].flat();
    return [...new Set([...names, ...Data.aliases(i), id])].map(wordsOf);
  });
  return spellings;
}

/** 0 if a word asked for is not there; 100 for the very name, less for parts and mistakes. */
function fit(asked, words) {
  let sum = 0;
  for (const word of asked) {
    const best = Math.max(0, ...words.map((known) => likeness(word, known)));
    if (!best) return squeezed(asked, words);
    sum += best;
  }
  const rest = Math.max(0, words.length - asked.length);
  return sum / asked.length - rest;
}

function likeness(asked, known) {
  if (known === asked) return 100;
  if (known.startsWith(asked)) return 90 - Math.min(10, known.length - asked.length);
  if (asked.length >= 3 && known.includes(asked)) return 60;
  const most = asked.length >= 8 ? 2 : asked.length >= 4 ? 1 : 0;
  if (!most || known.length < 3) return 0;
  const apart = Math.min(mistakes(asked, known, most), mistakes(asked, known.slice(0, asked.length), most));
  return apart <= most ? 50 - 10 * apart : 0;
}

/** The same letters, divided otherwise: "brief cam" for BriefCam. */
function squeezed(asked, words) {
  const known = words.join(""), wanted = asked.join("");
  if (known === wanted) return 95;
  return wanted.length >= 4 && known.startsWith(wanted) ? 70 : 0;
}
