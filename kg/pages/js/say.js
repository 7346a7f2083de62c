// Sentences: what a line says, when it held, where a source says it.

/** Looks that do not tell what a tie is, but how it stands. */
const STANDINGS = new Set(["planned", "trial", "ended", "unlawful", "former", "vendor", "alleged"]);

const Say = {
  /** The words of a line as it is drawn: from where its arrow starts. */
  verb(k) {
    const verb = Data.verb(k);
    return Data.worded(Data.is(BACKWARD, k) ? verb.inverse : verb.says);
  },

  /** The words of a line read from one of its ends. */
  from(k, i) {
    return Data.worded(Data.start[k] === i ? Data.verb(k).says : Data.verb(k).inverse);
  },

  /** The words with how far it has come, or who alone says so: ``sues (announced)``. */
  standing(words, k) {
    const { id, name } = G.statuses[Data.line("status", k)], style = Data.style(k);
    if (!["", "active", "unknown"].includes(id)) return `${words} (${Data.worded(name)})`;
    return STANDINGS.has(style.id) && Data.verb(k).type !== "ENDED" ? `${words} (${Data.worded(style.name)})` : words;
  },

  line(k) {
    return `${Data.name(Data.start[k])} ${Data.worded(Data.verb(k).says)} ${Data.name(Data.end[k])}`;
  },

  name(i) {
    return Data.isMark(i) ? Data.name(i) : Crowds.name(i);
  },

  /** ``company · Israel``. */
  about(i) {
    const places = Data.countries(i).map((country) => Data.worded(country.name));
    const label = Data.label(i);
    const kind = Data.isMark(i) ? Data.worded(label.name) : Data.worded(label.plural);
    return [kind, places.join(", ")].filter(Boolean).join(" · ");
  },

  /** What happened, or how much: the second line of an event and of an amount. */
  event(i) {
    if (!Data.isMark(i)) return "";
    const [date, amount] = ["date", "amount"].map((key) => Data.text(Data.mark(key, i)));
    return [date, Data.worded(Data.mark("event", i)), amount].filter(Boolean).join(" · ");
  },

  dates(k) {
    const [since, until, date] = ["since", "until", "date"].map((key) => Data.text(Data.line(key, k)));
    if (!since && !until) return date || (G.as_of ? t("no_date") : "");
    if (since && until) return since === until ? since : `${since} – ${until}`;
    return since ? t("since", { date: since }) : t("until", { date: until });
  },

  status: (k) => Data.worded(G.statuses[Data.line("status", k)].name),
  certainty: (number) => Data.worded(G.certainties[number].name),
  isSure: (number) => number < 3,

  /** ``p. 42, l. 1336`` in the reader's language; any other place as it is written. */
  place(locator) {
    const paragraph = /^para (\d[\d-]*(?:, \d[\d-]*)*)$/.exec(locator);
    if (paragraph) return t("paragraph", { n: paragraph[1] });
    const page = /^p\. (\d[\d-]*)(?:, l\. (\d[\d-]*))?$/.exec(locator);
    if (!page) return locator;
    const found = t("page", { n: page[1] });
    return page[2] ? `${found}, ${t("line", { n: page[2] })}` : found;
  },

  /** What a line says beside its two ends: its status, dates, amount and qualifiers. */
  details(k) {
    const pairs = Data.line("details", k) || [];
    const found = [];
    for (let at = 0; at < pairs.length; at += 2) {
      found.push(`${Data.worded(G.details[pairs[at]])}: ${Data.text(pairs[at + 1])}`);
    }
    return [Data.text(Data.line("amount", k)), ...found].filter(Boolean);
  },

  /** ``61 entities, 63 ties``. */
  tally(marks, lines, all) {
    const counted = { marks: t("count", { n: marks }), lines: t("ties", { n: lines }), all };
    return marks < all ? t("shown_of", counted) : t("shown", counted);
  },
};
