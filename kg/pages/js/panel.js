// The evidence: what is known of what the reader chose, tie by tie, each with its sources.

const OPEN_UP_TO = 14, TIES_AT_ONCE = 60;

const Panel = {
  turn: 0,

  async follow(state) {
    const turn = ++Panel.turn;
    const content = contentOf(state);
    if (content !== introduction) await Evidence.open();
    if (turn !== Panel.turn) return;
    const panel = byId("panel");
    panel.replaceChildren(...content(state), ...(content === introduction ? [] : Legend.folded()));
    panel.scrollTop = 0;
    document.body.classList.toggle("chosen", content !== introduction);
  },
};

function contentOf(state) {
  if (state.from >= 0 && state.to >= 0) return aboutPath;
  if (state.tie >= 0) return aboutOneTie;
  if (state.node >= 0) return Data.isMark(state.node) ? aboutMark : aboutCrowd;
  return introduction;
}

function introduction(state) {
  const asked = state.from >= 0 ? [el("p", { class: "asked" }, t("path_pick", { a: Data.name(state.from) })), button(t("path_clear"), Actions.leavePath)] : [];
  return [el("h2", { id: "panel-title" }, t("evidence")), ...asked, el("p", {}, t("pick")), ...Legend.drawn()];
}

function title(text, symbolOf = null) {
  const close = button(icon("close"), () => State.set({ node: -1, tie: -1, from: -1, to: -1 }), { class: "close", "aria-label": t("close") });
  return el("div", { class: "top" }, el("h2", { id: "panel-title", dir: "auto" }, symbolOf === null ? null : symbolPicture(Data.label(symbolOf)), text), close);
}

function aboutMark(state) {
  const i = state.node;
  const shownName = Data.name(i);
  const aliases = Data.aliases(i).filter((name) => name !== shownName);
  const event = Say.event(i);
  const note = Data.text(Data.mark("note", i));
  const own = Data.mark("claims", i);
  return [
    title(shownName, i),
    el("p", { class: "about" }, [Say.about(i), Data.text(Data.mark("kind", i))].filter(Boolean).join(" · ")),
    event ? el("p", { class: "event", dir: "auto" }, event) : null,
    aliases.length ? el("p", { class: "also" }, `${t("also")}: `, el("bdi", {}, aliases.join("; "))) : null,
    note ? el("p", { class: "note", lang: "en", dir: "auto" }, note) : null,
    state.from >= 0 ? el("p", { class: "asked" }, t("path_pick", { a: Data.name(state.from) })) : null,
    markButtons(i, state),
    own ? claimList(own) : null,
    ...tieGroups(i),
  ].filter(Boolean);
}

function markButtons(i, state) {
  const row = [
    button(t("only"), () => Actions.only(i)),
    state.only.length ? button(t("everybody"), () => State.set({ only: [] })) : null,
    button(t("expand"), () => Actions.open(i)),
    button(t("hide"), () => Actions.hide(i)),
    button(t("path_from"), () => Actions.pathFrom(i)),
    state.from >= 0 && state.from !== i ? button(t("path_to"), () => State.set({ to: i, node: -1 })) : null,
    state.moved[i] ? button(t("put_back"), () => Actions.putBack(i)) : null,
  ];
  return el("div", { class: "buttons" }, ...row);
}

/** The ties of a mark under what they say. */
function tieGroups(i) {
  const groups = new Map();
  for (const k of Data.touching(i)) {
    const words = Say.from(k, i);
    groups.set(words, [...(groups.get(words) ?? []), k]);
  }
  const isOpen = [...Data.touching(i)].reduce((sum, k) => sum + (Data.line("claims", k) || []).length, 0) <= OPEN_UP_TO;
  return [...groups].sort((a, b) => b[1].length - a[1].length).map(([words, lines]) =>
    el("section", { class: "group" }, el("h3", {}, words), partly(lines, (k) => tieItem(k, Data.other(k, i), isOpen))),
  );
}

/** A list that starts short. */
function partly(all, itemOf) {
  const list = el("ul", { class: "ties" }, ...all.slice(0, TIES_AT_ONCE).map(itemOf));
  if (all.length <= TIES_AT_ONCE) return list;
  const rest = button(t("more"), () => {
    list.append(...all.slice(TIES_AT_ONCE).map(itemOf));
    rest.remove();
  });
  return [list, rest];
}

function tieItem(k, other, isOpen) {
  const claims = Data.line("claims", k) || [];
  const details = Say.details(k);
  return el(
    "li",
    {},
    el("p", { class: "tie" }, markButton(other), " ", ...chips(k)),
    details.length ? el("p", { class: "details", dir: "auto" }, details.join(" · ")) : null,
    el("details", { open: isOpen }, el("summary", {}, t("claims", { n: claims.length })), claimList(claims)),
  );
}

function markButton(i) {
  return el("button", { type: "button", class: "mark", onclick: () => Actions.choose(i), dir: "auto" }, symbolPicture(Data.label(i)), Say.name(i));
}

function aboutOneTie({ tie }) {
  const beside = Scene.tiesOf(new Set([Scene.drawnAs[Data.start[tie]]])).find(({ lines }) => lines.includes(tie));
  const lines = beside?.lines ?? [tie];
  return [title(lines.length > 1 ? t("ties", { n: lines.length }) : Say.standing(Say.line(tie), tie)), partly(lines, sentenceItem)].flat();
}

/** A tie as a sentence with both ends. */
function sentenceItem(k) {
  const details = Say.details(k);
  return el(
    "li",
    {},
    el("p", { class: "tie" }, markButton(Data.start[k]), " ", el("em", {}, Data.worded(Data.verb(k).says)), " ", markButton(Data.end[k]), " ", ...chips(k)),
    details.length ? el("p", { class: "details", dir: "auto" }, details.join(" · ")) : null,
    claimList(Data.line("claims", k)),
  );
}

function aboutCrowd({ node }) {
  const members = Scene.inside(node);
  return [
    title(Crowds.name(node), node),
    el("p", {}, t("folded")),
    el("div", { class: "buttons" }, button(t("open_group"), () => Actions.open(node))),
    el("h3", {}, t("members")),
    partly(members, (i) => el("li", {}, markButton(i))),
  ].flat();
}

function aboutPath(state) {
  const path = Paths.lines(state);
  const words = { a: Data.name(state.from), b: Data.name(state.to) };
  return [
    title(t("path", words)),
    el("div", { class: "buttons" }, button(t("path_clear"), Actions.leavePath)),
    path ? el("ol", { class: "ties" }, ...path.map(sentenceItem)) : el("p", {}, t("path_none")),
  ];
}
