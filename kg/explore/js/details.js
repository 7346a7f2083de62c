// The right-hand side: whoever is read about, a tie, a crowd, the way between two; else what the signs mean.

const Details = {
  turn: 0,
  shown: "",

  async follow() {
    const turn = ++Details.turn;
    const content = await contentNow();
    if (turn !== Details.turn || !content) return;
    const { parts, key } = content;
    const panel = byId("panel");
    const focused = panel.contains(document.activeElement);
    panel.replaceChildren(...parts, ...(key && Data.n ? Legend.folded() : []));
    if (key !== Details.shown) panel.scrollTop = 0;
    Details.shown = key;
    if (focused && !panel.contains(document.activeElement)) panel.focus({ preventScroll: true });
    document.body.classList.toggle("chosen", key !== "");
  },

  title(text, symbol = null) {
    const close = button(icon("close"), Details.close, { class: "close", "aria-label": t("close") });
    return el("div", { class: "top" }, el("h2", { id: "panel-title", dir: "auto" }, symbol, text), close);
  },

  close() {
    State.now = { ...State.now, node: -1, tie: -1 };
    Trail.set({ read: "", from: "", to: "" });
    Explore.draw();
  },
};

async function contentNow() {
  const { read, from, to } = Trail.now;
  const { tie, node } = State.now;
  if (from && to) return content(await Ways.show(from, to), `way ${from} ${to}`);
  if (tie >= 0) return content(aboutOneTie(State.now), `tie ${G.lines.eid[tie]}`);
  if (node >= 0 && !Data.isMark(node)) return content(aboutCrowd(State.now), `crowd ${node}`);
  if (read) return content(await Profile.show(read), `read ${read}`);
  return content(opening(), "");
}

function content(parts, key) {
  return parts && { parts, key };
}

function opening() {
  const legend = Data.n ? Legend.drawn() : [];
  return [el("h2", { id: "panel-title" }, t("evidence")), el("p", {}, t(Data.n ? "pick" : "welcome")), ...legend];
}
