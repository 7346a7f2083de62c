// Numbered sources: small numbers behind what is said, and the list that they lead to.

const MARKS_AT_ONCE = 3;

const Notes = {
  /** ``[1] [4]``, each a button that goes to its source. */
  marks(numbers, place) {
    const known = [...new Set(numbers)].filter(Boolean).sort((a, b) => a - b);
    const found = known.map((n) => button(`[${n}]`, () => Notes.show(place, n), { class: "note-mark", "aria-label": `${t("source")} ${n}` }));
    if (found.length <= MARKS_AT_ONCE + 1) return found;
    const rest = found.slice(MARKS_AT_ONCE);
    const more = button(`+${rest.length}`, () => more.replaceWith(...rest), { class: "note-mark", "aria-label": `${t("more")} (${rest.length})` });
    return [...found.slice(0, MARKS_AT_ONCE), more];
  },

  /** The numbered list; of a profile, where it is long, it opens when somebody asks. */
  list(notes, place) {
    if (!notes.length) return [];
    const head = el("summary", {}, t("tab_sources"), " ", el("span", { class: "number" }, written(notes.length)));
    const list = el("ol", { class: "notes" }, ...notes.map((note) => noteItem(note, place)));
    return [el("details", { class: "topic", open: place !== "profile" }, head, list)];
  },

  show(place, number) {
    const node = byId(`${place}-note-${number}`);
    node.closest("details").open = true;
    node.scrollIntoView({ block: "center" });
    node.focus({ preventScroll: true });
  },
};

function noteItem({ number, passage, says, url, link, source }, place) {
  const [work, ...rest] = passage;
  const title = link ? el("a", { href: link, target: "_blank", rel: "noopener noreferrer", dir: "auto" }, work || url) : el("bdi", {}, work ?? source);
  return el(
    "li",
    { id: `${place}-note-${number}`, tabindex: "-1" },
    el("span", { class: "number" }, `[${number}] `),
    ...separated([title, ...rest.map((part) => el("bdi", {}, part)), says ? el("span", { dir: "auto" }, says) : null]),
  );
}
