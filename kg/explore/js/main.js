// The explorer: opens, and lets everything follow what the reader has put together.

const Explore = {
  async open() {
    [Words.table, Entity.kinds, Shell.about] = await Promise.all([held("words"), held("kinds"), held("about")]);
    Forms.all = Shell.about.forms;
    const { next, lang, theme } = Trail.read(location.hash);
    Words.use(lang || document.documentElement.lang);
    Theme.use(theme);
    const [first, wanted] = [await Ask.get("/picture", {}), next];
    if (!first) return;
    Graph.take(first);
    State.now = START;
    Shell.open();
    List.open();
    Scene.build(State.now);
    Stage.open();
    Shell.say();
    Pane.tabs();
    Explore.hear();
    await Trail.go(wanted);
    Explore.isOpen = true;
    document.body.classList.add("open");
  },

  /** Choices in the picture, the look of the page, and the address. */
  hear() {
    State.onChange((state, before) => {
      if (state.node !== before.node && state.node >= 0 && Data.isMark(state.node)) Trail.now = { ...Trail.now, read: G.marks.id[state.node], from: Trail.now.to ? "" : Trail.now.from, to: "" };
      else if (state.node < 0 && before.node >= 0) Trail.now = { ...Trail.now, read: "" };
      if (state.tie >= 0 && Trail.now.to) Trail.now = { ...Trail.now, from: "", to: "" };
      Explore.follow(Trail.now);
    });
    Theme.listeners.push(() => Explore.draw());
    window.addEventListener("hashchange", () => {
      const { next, lang } = Trail.read(location.hash);
      if (lang && lang !== Words.lang) Words.use(lang), Shell.say(), Pane.tabs();
      Trail.go(next);
    });
    Narrow.screen.addEventListener("change", () => {
      Explore.follow(Trail.now);
      Stage.fit();
    });
  },

  /** Everything follows. */
  follow(before) {
    const { read, view } = Trail.now;
    const node = State.now.tie >= 0 || (State.now.node >= 0 && !Data.isMark(State.now.node)) ? State.now.node : Data.numberOf(read);
    const [from, to] = Trail.now.from && Trail.now.to ? [Trail.now.from, Trail.now.to].map(Data.numberOf) : [-1, -1];
    State.now = { ...State.now, node, from, to, table: view === "table" };
    Explore.draw();
    Shell.follow();
    Pane.follow();
    Details.follow();
    Results.follow();
    Explore.frame(before);
    Explore.write();
  },

  draw() {
    Scene.build(State.now);
    Table.follow(State.now);
    Stage.hold();
    List.follow(State.now);
    Shell.follow();
    Stage.draw();
  },

  /** The camera goes along where it must. */
  frame(before) {
    if (byId("picture").hidden) return;
    const isFan = Narrow.screen.matches && Narrow.isEgo(State.now);
    document.body.classList.toggle("branched", isFan);
    Stage.box.style.height = isFan ? `${Narrow.height()}px` : "";
    if (Narrow.screen.matches) {
      Stage.fit();
    } else if (before.shown !== Trail.now.shown || before.view !== Trail.now.view) Stage.fit();
    else if (State.now.node >= 0) Stage.show(State.now.node);
    Stage.draw();
  },

  write: afterQuiet(200, () => history.replaceState(null, "", `#${Trail.address()}`)),

  speak(lang) {
    Words.use(lang);
    Shell.say();
    Pane.tabs();
    Explore.follow(Trail.now);
  },

  async toSearch() {
    await Trail.set({ tab: "search" });
    await Pane.follow();
    byId("ask")?.focus();
  },
};

byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  Explore.toSearch();
});
Explore.open();
