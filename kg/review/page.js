(() => {
"use strict";
const { words, file } = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const pairs = [...document.querySelectorAll("article[data-left]")].map((article) => ({
  article,
  left: article.dataset.left,
  right: article.dataset.right,
  radios: [...article.querySelectorAll("input[type=radio]")],
  why: article.querySelector("input[name=why]"),
  get verdict() { return this.radios.find((radio) => radio.checked)?.value ?? ""; },
}));
let changed = false;

const FORMULA = /^'*[\s\u200b\ufeff]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

/** A cell that a spreadsheet opens as text, never as a formula; kg review takes the apostrophe away. */
function cell(text) {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function bare(text) {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

/** The answers as text: those given, in the order of the page. */
function table() {
  const rows = pairs.filter(({ verdict }) => verdict)
    .map(({ left, right, verdict, why }) => [left, right, verdict, why.value.trim()]);
  return [["left", "right", "verdict", "why"], ...rows]
    .map((cells) => cells.map(cell).join(",") + "\r\n").join("");
}

/** Comma or semicolon separated values as rows of cells (RFC 4180). */
function rowsOf(text) {
  const mark = /^[^\r\n,]*;/.test(text) ? ";" : ",";
  const rows = [[]];
  const field = new RegExp(`"((?:[^"]|"")*)"|([^${mark}\\r\\n]*)`, "y");
  let at = text.startsWith("\ufeff") ? 1 : 0;
  while (at < text.length) {
    field.lastIndex = at;
    const found = field.exec(text);
    rows.at(-1).push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'));
    at = field.lastIndex;
    if (text[at] === mark) at += 1;
    else {
      while (at < text.length && !"\r\n".includes(text[at])) at += 1;
      if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
      at += 1;
      rows.push([]);
    }
  }
  return rows.filter((row) => row.some(Boolean));
}

function say(text) {
  byId("status").textContent = text;
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

function count() {
  for (const pair of pairs) pair.article.classList.toggle("answered", Boolean(pair.verdict));
  const n = pairs.filter(({ verdict }) => verdict).length;
  const unsaved = changed ? ` · ${words.unsaved}` : "";
  byId("tally").textContent = filled(words.tally, { n, all: pairs.length }) + unsaved;
}

function change() {
  changed = true;
  say("");
  count();
}

for (const { article } of pairs) {
  const form = article.querySelector("form");
  form.addEventListener("input", change);
  form.addEventListener("reset", () => setTimeout(change));
  form.addEventListener("submit", (event) => event.preventDefault());
}

byId("next").addEventListener("click", () => {
  const { activeElement } = document;
  const here = pairs.findIndex(({ article }) => article.contains(activeElement));
  const from = here < 0 ? last : here;
  const turned = pairs.map((_, step) => (from + 1 + step) % pairs.length);
  const to = turned.find((at) => !pairs[at].verdict);
  if (to === undefined) return;
  last = to;
  pairs[to].article.focus();
  pairs[to].article.scrollIntoView({ block: "start" });
});
let last = -1;

byId("save").addEventListener("click", () => {
  const url = URL.createObjectURL(new Blob(["\ufeff", table()], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  changed = false;
  count();
  say(filled(words.saved, { file }));
});

byId("load").addEventListener("change", async ({ target }) => {
  const [head = [], ...rows] = rowsOf(await target.files[0].text());
  const place = Object.fromEntries(head.map((name, at) => [name.trim().toLowerCase(), at]));
  let n = 0;
  for (const row of rows) {
    const [left, right, verdict, why] = ["left", "right", "verdict", "why"].map((name) => bare(row[place[name]] ?? "").trim());
    const pair = pairs.find((one) => [one.left, one.right].sort().join("\n") === [left, right].sort().join("\n"));
    const radio = pair?.radios.find(({ value }) => value === verdict.toLowerCase());
    if (!radio) continue;
    radio.checked = true;
    pair.why.value = why;
    n += 1;
  }
  target.value = "";
  if (n) change();
  say(n ? filled(words.loaded[n === 1 ? 0 : 1], { n }) : words.not_loaded);
});

addEventListener("beforeprint", () => {
  for (const facts of document.querySelectorAll("details")) facts.open = true;
});

addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});
count();
})();
