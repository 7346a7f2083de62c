// The frame around: title, tools, zoom, tally; all words of it in the reader's language.

const Shell = {
  open() {
    byId("skip").addEventListener("click", (event) => {
      event.preventDefault();
      byId("list").focus();
    });
    hearKeys({ undo: State.undo, search: () => byId("search").focus() });
  },

  /** Everything that does not depend on what is chosen. */
  say() {
    byId("title").textContent = document.title = Data.worded(G.title);
    byId("caption").textContent = Data.worded(G.caption);
    byId("skip").textContent = t("skip");
    byId("list-title").textContent = t("list");
    byId("list").setAttribute("aria-description", t("list_help"));
    byId("credit").textContent = creditLine();
    byId("stage").setAttribute("aria-label", `${Data.worded(G.title)}. ${t("picture_help")}`);
    byId("tools").replaceChildren(viewSwitch(), undoButton(), saveMenu(), languageChoice(Page.speak), themeButton(Theme.turn));
    byId("zoom").replaceChildren(...zoomButtons());
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
