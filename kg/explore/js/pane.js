// The left-hand side: one tab a way of looking, each drawn when it is opened.

const Pane = {
  drawn: "",
  turn: 0,

  tabs() {
    const tabs = TABS.map((name) => el("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "pane", onclick: () => Trail.set({ tab: name }) }, t(`tab_${name}`)));
    const node = byId("tabs");
    node.setAttribute("aria-label", t("tools"));
    node.replaceChildren(...tabs);
    node.onkeydown = tabKey;
    Pane.drawn = "";
  },

  /** Draw the tab that is open, if it is not there yet. */
  async follow() {
    const { tab, ask, from, to } = Trail.now;
    for (const name of TABS) {
      const isOn = name === tab;
      byId(`tab-${name}`).setAttribute("aria-selected", String(isOn));
      byId(`tab-${name}`).setAttribute("tabindex", isOn ? "0" : "-1");
    }
    byId("pane").setAttribute("aria-labelledby", `tab-${tab}`);
    const asked = tab === "questions" ? JSON.stringify([ask?.query, typeof ask?.cypher]) : tab === "path" ? `${from} ${to}` : "";
    const key = [tab, Words.lang, asked].join(" ");
    if (key !== Pane.drawn) await Pane.draw(key);
  },

  async draw(key = Pane.drawn) {
    const turn = ++Pane.turn;
    Pane.drawn = key;
    const parts = await paneParts[Trail.now.tab]();
    if (parts && turn === Pane.turn) byId("pane").replaceChildren(...parts);
  },
};

const paneParts = {
  search: () => Finder.form(),
  path: () => Ways.form(),
  questions: () => Forms.pane(),
  conflicts: () => Lists.conflicts(),
  sources: () => Lists.sources(),
};

function tabKey(event) {
  const steps = { ArrowRight: 1, ArrowLeft: -1 };
  if (!(event.key in steps)) return;
  event.preventDefault();
  const next = TABS[(TABS.indexOf(Trail.now.tab) + steps[event.key] + TABS.length) % TABS.length];
  Trail.set({ tab: next });
  byId(`tab-${next}`).focus();
}
