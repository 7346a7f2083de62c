// The list of what is shown: one stop for the Tab key, arrows within, Enter for the evidence.

const PAGE = 60;

const List = {
  ids: [],
  at: 0,
  room: PAGE,

  open() {
    List.node = byId("list");
    List.node.addEventListener("keydown", listKey);
    List.node.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row) List.choose(Number(row.dataset.place));
    });
    byId("more").addEventListener("click", () => {
      List.room += PAGE;
      List.draw();
    });
  },

  /** Follow the state: what is found, or else what is shown. */
  follow(state) {
    List.room = PAGE;
    const isShown = (i) => Scene.shown.marks[i] === 1;
    if (state.query) List.ids = [...Finder.hits.filter(isShown), ...Finder.hits.filter((i) => !isShown(i))];
    else List.ids = ordered([...Scene.shown.marks.keys()].filter(isShown));
    const place = List.ids.indexOf(state.node);
    List.at = Math.max(0, place);
    if (place >= List.room) List.room = place + PAGE;
    List.draw();
  },

  draw() {
    const rows = List.ids.slice(0, List.room).map(listRow);
    List.node.replaceChildren(...(rows.length ? rows : [el("li", { role: "option", "aria-disabled": "true" }, t("nothing"))]));
    const rest = byId("more");
    rest.hidden = List.ids.length <= List.room;
    rest.textContent = t("more");
    List.mark();
    List.show();
  },

  /** Where the list scrolls by itself, what is chosen is in sight; nothing else on the page moves. */
  show() {
    const { node } = List, row = node.querySelector("[aria-selected=true]");
    if (!row || node.scrollHeight <= node.clientHeight) return;
    const top = row.offsetTop - node.offsetTop;
    if (top < node.scrollTop || top + row.offsetHeight > node.scrollTop + node.clientHeight) node.scrollTop = top;
  },

  /** Show which row the arrows stand on. */
  mark() {
    for (const row of List.node.children) row.classList.toggle("at", Number(row.dataset.place) === List.at);
    const row = List.node.children[List.at];
    if (row?.id) List.node.setAttribute("aria-activedescendant", row.id);
    else List.node.removeAttribute("aria-activedescendant");
    return row;
  },

  choose(place) {
    List.at = place;
    Actions.choose(List.ids[place]);
    if (Narrow.screen.matches) byId("picture").scrollIntoView({ block: "start" });
  },
};

/** By name; thousands by how many ties they have. */
function ordered(ids) {
  if (ids.length > 1000) return ids.sort((a, b) => Data.degree[b] - Data.degree[a] || a - b);
  const { compare } = new Intl.Collator(Words.lang, { numeric: true });
  return ids.sort((a, b) => compare(Data.name(a), Data.name(b)) || a - b);
}

function listRow(i, place) {
  const isShown = Scene.shown.marks[i] === 1;
  const about = [Say.about(i), Say.event(i), Data.degree[i] ? t("ties", { n: Data.degree[i] }) : ""].filter(Boolean).join(" · ");
  return el(
    "li",
    {
      role: "option",
      id: `entry-${i}`,
      "data-place": place,
      "aria-selected": String(State.now.node === i),
      class: isShown ? null : "away",
    },
    symbolPicture(Data.label(i)),
    el("span", { class: "name", dir: "auto" }, Data.name(i)),
    el("span", { class: "about", dir: "auto" }, about),
  );
}

function listKey(event) {
  const last = Math.min(List.room, List.ids.length) - 1;
  const steps = { ArrowDown: List.at + 1, ArrowUp: List.at - 1, Home: 0, End: last, PageDown: List.at + 10, PageUp: List.at - 10 };
  if (event.key in steps) {
    event.preventDefault();
    List.at = Math.max(0, Math.min(last, steps[event.key]));
    List.mark()?.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    if (List.ids.length) List.choose(List.at);
    if (event.key === "Enter") byId("panel").focus();
  }
}
