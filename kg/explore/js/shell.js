// The frame around: title, tools, tabs, zoom; all words of it in the reader's language.

const TABS = ["search", "path", "questions", "conflicts", "sources"];

const Shell = {
  about: null,

  open() {
    const stage = byId("stage");
    Object.entries({ tabindex: "0", role: "group" }).forEach(([key, value]) => stage.setAttribute(key, value));
    stage.addEventListener("keydown", stageKeys);
    document.addEventListener("keydown", pageKeys);
  },

  /** Everything that does not depend on what is chosen. */
  say() {
    const { counts, case: name } = Shell.about;
    document.title = `${t("title")}: ${name}`;
    byId("title").textContent = t("title");
    byId("caption").textContent = t("holds", counts);
    const texts = { skip: "to_search", "side-title": "tools", "list-title": "in_picture", "picture-title": "picture" };
    for (const [id, word] of Object.entries(texts)) byId(id).textContent = t(word);
    byId("credit").textContent = t("credit", { version: G.version });
    byId("list").setAttribute("aria-description", t("list_help"));
    byId("stage").setAttribute("aria-label", `${t("picture")}. ${t("picture_help")}`);
    byId("tools").replaceChildren(views(), button(t("undo"), Trail.undo, { id: "undo" }), pictureMenu(), saves(), languages(), button("◐", turnTheme, { id: "theme", "aria-label": t("theme"), title: t("theme") }));
    byId("zoom").replaceChildren(
      button("+", () => Stage.zoom(1.3), { "aria-label": t("zoom_in"), title: t("zoom_in") }),
      button("−", () => Stage.zoom(1 / 1.3), { "aria-label": t("zoom_out"), title: t("zoom_out") }),
      button("⤢", () => Stage.fit(), { "aria-label": t("fit"), title: t("fit") }),
    );
    byId("start").replaceChildren(el("p", {}, t("empty")));
  },

  follow() {
    const { view, ask } = Trail.now;
    const isAnswer = view === "answer" && Boolean(ask);
    byId("result").hidden = !isAnswer;
    document.body.classList.toggle("answering", isAnswer);
    byId("picture").hidden = isAnswer || view === "table";
    byId("table").hidden = isAnswer || view !== "table";
    byId("start").hidden = Data.n > 0;
    byId("zoom").hidden = Data.n === 0;
    byId("drawn").hidden = Data.n === 0;
    byId("tally").textContent = Say.tally(Scene.shown.markCount, Scene.shown.lineCount, Data.n);
    for (const each of ["picture", "table", "answer"]) byId(`to-${each}`).setAttribute("aria-pressed", String(each === (isAnswer ? "answer" : view === "answer" ? "picture" : view)));
    byId("to-answer").disabled = !ask;
    byId("undo").disabled = Trail.past.length === 0;
    byId("derived").checked = Trail.now.derived;
    const gathered = byId("gathered");
    gathered.hidden = !Crowds.isLarge() || State.now.all;
    gathered.textContent = t("folded");
  },
};

function views() {
  const to = (view) => button(t(view === "answer" ? "answer" : view), () => Trail.set({ view }), { id: `to-${view}` });
  return el("div", { class: "switch", role: "group", "aria-label": t("views") }, to("picture"), to("table"), to("answer"));
}

function menuOf(word, id, ...entries) {
  const menu = el("details", { class: "menu", id }, el("summary", {}, t(word)));
  menu.append(el("div", {}, ...entries));
  menu.addEventListener("click", (event) => {
    if (event.target.closest("button")) menu.open = false;
  });
  return menu;
}

function pictureMenu() {
  const derived = el("input", { type: "checkbox", id: "derived", onchange: (event) => Trail.set({ derived: event.target.checked }, true) });
  return menuOf(
    "picture",
    "arrange",
    button(t("arrange"), () => State.replace({ ...State.now, moved: {} })),
    button(t("start_over"), () => Trail.set({ shown: [], read: "", from: "", to: "" })),
    el("label", { class: "check" }, derived, el("span", {}, t("also_derived"))),
  );
}

function saves() {
  return menuOf(
    "save",
    "save",
    button(t("save_page"), Take.page),
    button(t("save_png"), Save.png),
    button(t("save_svg"), Save.svg),
    button(t("save_csv"), Save.csv),
    button(t("save_link"), Take.link),
  );
}

function languages() {
  const options = LANGUAGES.map((lang, place) => el("option", { value: lang, lang, selected: lang === Words.lang }, LANGUAGE_NAMES[place]));
  return el("select", { id: "language", "aria-label": t("language"), onchange: (event) => Explore.speak(event.target.value) }, ...options);
}

function turnTheme() {
  Theme.turn();
  Explore.draw();
  Explore.write();
}

function pageKeys(event) {
  const isTyping = event.target.matches("input, textarea, select");
  if ((event.ctrlKey || event.metaKey) && event.key === "z" && !isTyping) {
    event.preventDefault();
    Trail.undo();
  } else if (event.key === "/" && !isTyping) {
    event.preventDefault();
    Explore.toSearch();
  } else if (event.key === "Escape" && byId("panel").contains(document.activeElement)) byId("list").focus();
}

function stageKeys(event) {
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const way = ways[event.key];
  if (way && event.shiftKey) Stage.pan(way[0] * 80, way[1] * 80);
  else if (way) Actions.choose(nearestThere(...way));
  else if (event.key === "+" || event.key === "=") Stage.zoom(1.3);
  else if (event.key === "-") Stage.zoom(1 / 1.3);
  else if (event.key === "0") Stage.fit();
  else if (event.key === "Enter") byId("panel").focus();
  else return;
  event.preventDefault();
}

/** The nearest mark in a direction: what lies aside counts twice. */
function nearestThere(right, down) {
  const here = Scene.items.get(State.now.node);
  if (!here) return Scene.items.keys().next().value ?? -1;
  let best = here.i, nearest = Infinity;
  for (const { i, x, y } of Scene.items.values()) {
    const ahead = (x - here.x) * right + (y - here.y) * down;
    const aside = Math.abs((x - here.x) * down) + Math.abs((y - here.y) * right);
    if (ahead > 1 && ahead + 2 * aside < nearest) [best, nearest] = [i, ahead + 2 * aside];
  }
  return best;
}
