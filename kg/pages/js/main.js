// The page: opens what it holds, and lets everything follow the reader's choices.

/** What list and evidence take of the width, see shell.css. */
const BESIDE = 240 + 336;

const Page = {
  async open() {
    await openData();
    const asked = await Page.asked();
    Words.use(asked.lang || G.lang);
    Theme.use(asked.theme);
    State.now = asked.state;
    Page.arrange();
    window.addEventListener("resize", Page.arrange);
    Shell.open();
    Finder.open();
    Filters.open();
    List.open();
    Stage.open();
    Paper.open();
    Shell.say();
    Finder.say();
    Page.follow(State.now, null);
    Page.look(asked.view);
    State.onChange(Page.follow);
    Theme.listeners.push(() => Page.follow(State.now, State.now));
    Stage.listeners.push(Page.write);
    window.addEventListener("hashchange", Page.read);
    Narrow.screen.addEventListener("change", () => Page.follow(State.now, null));
  },

  /** Columns too wide to be read beside the evidence have it below: style sheets know when there is room. */
  arrange() {
    const { x, w } = G.placed.crowds ?? G.placed;
    if (G.layout !== "layered" || !w) return;
    const ends = (side) => x.map((middle, i) => middle + (side * w[i]) / 2);
    const wide = Math.max(...ends(1)) - Math.min(...ends(-1)) + 60;
    document.body.classList.toggle("broad", (window.innerWidth - BESIDE) / wide < smallestStart());
  },

  /** What the address asks for, with the evidence at hand if it needs that. */
  async asked() {
    const asked = Address.read(location.hash);
    if (asked.state.sources.length || asked.state.table) await Evidence.open();
    if (Narrow.screen.matches && !asked.view && same(asked.state, START)) asked.state.node = Narrow.first();
    return asked;
  },

  /** Everything follows the state. */
  follow(state, before) {
    Finder.follow(state);
    Scene.build(state);
    Table.follow(state);
    Stage.hold();
    List.follow(state);
    Filters.follow(state);
    Panel.follow(state);
    Shell.follow(state);
    Status.say(byId("tally").textContent);
    Page.frame(state, before);
    Page.write();
  },

  /** The camera goes along where it must. */
  frame(state, before) {
    const path = Scene.path(state);
    document.body.classList.toggle("branched", Scene.isEgo);
    if (Narrow.screen.matches) {
      Stage.box.style.height = Scene.isEgo ? `${Narrow.height()}px` : "";
      Stage.fit(path.length ? Scene.around(path) : Scene.box());
    } else if (before && ["all", "groups", "only", "opened"].some((key) => !same(state[key], before[key]))) Stage.fit();
    else if (before && state.to >= 0 && (state.to !== before.to || state.from !== before.from)) Stage.showAll(path);
    else if (before && state.node !== before.node) Stage.show(state.node);
    Stage.draw();
  },

  /** The view of a link, or else all of it. */
  look(view) {
    if (view) Stage.moveTo(view);
    else Stage.start();
    Stage.isFitted = !view;
    Stage.listeners.push(() => (Stage.isFitted = false));
  },

  /** The address says what is shown; a frame without an address of its own keeps silent. */
  write: afterQuiet(250, () => {
    const fragment = `#${Address.of(State.now, Stage.view())}`;
    try {
      history.replaceState(null, "", fragment);
    } catch {
      Page.hasNoAddress = true;
    }
  }),

  /** Somebody put another fragment into the address. */
  async read() {
    const asked = await Page.asked();
    if (asked.lang && asked.lang !== Words.lang) Page.speak(asked.lang);
    State.replace(asked.state);
    if (asked.view) Stage.moveTo(asked.view);
  },

  speak(lang) {
    Words.use(lang);
    Shell.say();
    Finder.say();
    Filters.say();
    Page.follow(State.now, State.now);
  },
};

Page.open();
