// The frame around: title, tools, tabs, zoom; all words of it in the reader's language.

const TABS = ["search", "path", "questions", "conflicts", "sources"];

const Shell = {
  about: null,

  open() {
    hearKeys({ undo: Trail.undo, search: Explore.toSearch });
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
    byId("tools").replaceChildren(views(), button(t("undo"), Trail.undo, { id: "undo" }), pictureMenu(), saves(), languageChoice(Explore.speak), themeButton(turnTheme));
    byId("zoom").replaceChildren(...zoomButtons());
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

function turnTheme() {
  Theme.turn();
  Explore.draw();
  Explore.write();
}
