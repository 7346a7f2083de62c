// The frame around: title, tools, zoom, tally; all words of it in the reader's language.

const Shell = {
  open() {
    byId("skip").addEventListener("click", (event) => {
      event.preventDefault();
      byId("list").focus();
    });
    const stage = byId("stage");
    Object.entries({ tabindex: "0", role: "group" }).forEach(([key, value]) => stage.setAttribute(key, value));
    stage.addEventListener("keydown", stageKey);
    document.addEventListener("keydown", pageKey);
  },

  /** Everything that does not depend on what is chosen. */
  say() {
    byId("title").textContent = document.title = Data.worded(G.title);
    byId("caption").textContent = Data.worded(G.caption);
    byId("skip").textContent = t("skip");
    byId("list-title").textContent = t("list");
    byId("list").setAttribute("aria-description", t("list_help"));
    byId("credit").textContent = credit();
    byId("stage").setAttribute("aria-label", `${Data.worded(G.title)}. ${t("picture_help")}`);
    byId("tools").replaceChildren(viewSwitch(), undoButton(), saveMenu(), languageChoice(), themeButton());
    byId("zoom").replaceChildren(
      button(icon("plus"), () => Stage.zoom(1.3), { "aria-label": t("zoom_in"), title: t("zoom_in") }),
      button(icon("minus"), () => Stage.zoom(1 / 1.3), { "aria-label": t("zoom_out"), title: t("zoom_out") }),
      button(icon("fit"), () => Stage.fit(), { "aria-label": t("fit"), title: t("fit") }),
    );
  },

  follow(state) {
    const { markCount, lineCount } = Scene.shown;
    const tally = Say.tally(markCount, lineCount, Data.n);
    byId("tally").textContent = tally;
    for (const [id, isOn] of [["to-picture", !state.table], ["to-table", state.table]]) byId(id).setAttribute("aria-pressed", String(isOn));
    byId("undo").disabled = State.past.length === 0;
    const gathered = byId("gathered");
    gathered.hidden = !Crowds.isLarge();
    const all = t("everything"), together = t("together");
    gathered.replaceChildren(
      ...(state.all ? [] : [el("span", {}, t("folded"), " ")]),
      button(state.all ? together : `${all} (${written(Data.n)})`, () => Actions.drawAll(!state.all)),
    );
  },
};

function viewSwitch() {
  const show = (table) => async () => {
    await Evidence.open();
    State.set({ table });
  };
  return el(
    "div",
    { class: "switch", role: "group", "aria-label": t("views") },
    button(t("picture"), show(false), { id: "to-picture" }),
    button(t("table"), show(true), { id: "to-table" }),
  );
}

function undoButton() {
  return button(t("undo"), State.undo, { id: "undo" });
}

function saveMenu() {
  const menu = el("details", { class: "menu", id: "save" }, el("summary", {}, t("save")));
  const entry = (word, run) =>
    button(t(word), () => {
      menu.open = false;
      run();
    });
  menu.append(
    el(
      "div",
      {},
      entry("save_png", Save.png),
      entry("save_svg", Save.svg),
      entry("save_csv", Save.csv),
      entry("save_link", Save.link),
      entry("print", () => window.print()),
    ),
  );
  return menu;
}

function languageChoice() {
  const options = LANGUAGES.map((lang, place) => el("option", { value: lang, lang, selected: lang === Words.lang }, LANGUAGE_NAMES[place]));
  return el("select", { id: "language", "aria-label": t("language"), onchange: (event) => Page.speak(event.target.value) }, ...options);
}

function themeButton() {
  return button(icon("theme"), Theme.turn, { id: "theme", "aria-label": t("theme"), title: t("theme") });
}

function pageKey(event) {
  const isTyping = event.target.matches("input, textarea, select");
  if ((event.ctrlKey || event.metaKey) && event.key === "z" && !isTyping) {
    event.preventDefault();
    State.undo();
  } else if (event.key === "/" && !isTyping) {
    event.preventDefault();
    byId("search").focus();
  } else if (event.key === "Escape" && !isTyping) {
    if (byId("panel").contains(document.activeElement)) byId("list").focus();
  }
}

function stageKey(event) {
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const way = ways[event.key];
  if (way && event.shiftKey) Stage.pan(way[0] * 80, way[1] * 80);
  else if (way) Actions.choose(nextInView(...way));
  else if (event.key === "+" || event.key === "=") Stage.zoom(1.3);
  else if (event.key === "-") Stage.zoom(1 / 1.3);
  else if (event.key === "0") Stage.fit();
  else if (event.key === "Enter") byId("panel").focus();
  else return;
  event.preventDefault();
}

/** The nearest mark in a direction: what lies aside counts twice. */
function nextInView(right, down) {
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
