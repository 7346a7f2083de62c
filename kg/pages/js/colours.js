// Light and dark, and the colours of the picture in both.

const Theme = {
  chosen: "",
  listeners: [],
  system: window.matchMedia("(prefers-color-scheme: dark)"),

  isDark: false,

  use(theme) {
    Theme.chosen = theme === "dark" || theme === "light" ? theme : "";
    Theme.isDark = Theme.chosen ? Theme.chosen === "dark" : Theme.system.matches;
    tones.clear();
    if (Theme.chosen) document.documentElement.dataset.theme = Theme.chosen;
    else delete document.documentElement.dataset.theme;
    for (const listener of Theme.listeners) listener();
  },

  turn() {
    Theme.use(Theme.isDark ? "light" : "dark");
  },
};

Theme.system.addEventListener("change", () => Theme.use(Theme.chosen));

const LIGHT = { paper: "#ffffff", ink: "#1b1b1b", soft: "#5c6470", rule: "#d5d9df", band: "#f4f6f8" };
const DARK = { paper: "#16181c", ink: "#ececec", soft: "#a3abb8", rule: "#3a404a", band: "#1f2329" };

/** The colours around marks and lines. */
function surroundings() {
  return Theme.isDark ? DARK : LIGHT;
}

const tones = new Map();

/** A colour of the data as it is drawn on this paper: on a dark one, light enough to see. */
function tone(hex) {
  if (!Theme.isDark) return hex;
  if (!tones.has(hex)) tones.set(hex, lightened(hex));
  return tones.get(hex);
}

function lightened(hex) {
  const [red, green, blue] = channels(hex);
  const light = (0.3 * red + 0.59 * green + 0.11 * blue) / 255;
  return light > 0.62 ? hex : mixed(hex, "#ffffff", Math.min(0.7, 0.75 - light));
}

/** A colour with a part of another. */
function mixed(hex, other, part) {
  const there = channels(other);
  const found = channels(hex).map((value, at) => Math.round(value + (there[at] - value) * part));
  return `#${found.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function tint(hex) {
  return mixed(tone(hex), surroundings().paper, Theme.isDark ? 0.8 : 0.89);
}

function channels(hex) {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}
