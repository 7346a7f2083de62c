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

let last = -1;
for (const [at, { article }] of pairs.entries()) {
  const form = article.querySelector("form");
  article.addEventListener("focusin", () => { last = at; });
  form.addEventListener("input", change);
  form.addEventListener("reset", () => setTimeout(change));
  form.addEventListener("submit", (event) => event.preventDefault());
}

/** The next pair without an answer, from the one that was last looked at; then round again. */
byId("next").addEventListener("click", () => {
  const turned = pairs.map((_, step) => pairs[(last + 1 + step) % pairs.length]);
  const open = turned.find(({ verdict }) => !verdict);
  open?.article.focus();
  open?.article.scrollIntoView({ block: "start" });
});

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
