// What every page around a picture has: its keys, the buttons of the camera, the choice of a language.

/** The picture is one stop of the Tab key; arrows go from mark to mark in it. */
function hearKeys({ undo, search }) {
  const stage = byId("stage");
  Object.entries({ tabindex: "0", role: "group" }).forEach(([key, value]) => stage.setAttribute(key, value));
  stage.addEventListener("keydown", stageKey);
  document.addEventListener("keydown", (event) => pageKey(event, undo, search));
}

function zoomButtons() {
  const one = (name, word, run) => button(icon(name), run, { "aria-label": t(word), title: t(word) });
  return [
    one("plus", "zoom_in", () => Stage.zoom(1.3)),
    one("minus", "zoom_out", () => Stage.zoom(1 / 1.3)),
    one("fit", "fit", () => Stage.fit()),
  ];
}

function languageChoice(speak) {
  const options = LANGUAGES.map((lang, place) => el("option", { value: lang, lang, selected: lang === Words.lang }, LANGUAGE_NAMES[place]));
  return el("select", { id: "language", "aria-label": t("language"), onchange: (event) => speak(event.target.value) }, ...options);
}

function themeButton(turn) {
  return button(icon("theme"), turn, { id: "theme", "aria-label": t("theme"), title: t("theme") });
}

function pageKey(event, undo, search) {
  const isTyping = event.target.matches("input, textarea, select");
  if ((event.ctrlKey || event.metaKey) && event.key === "z" && !isTyping) {
    event.preventDefault();
    undo();
  } else if (event.key === "/" && !isTyping) {
    event.preventDefault();
    search();
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
