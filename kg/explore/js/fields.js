// Fields for names: what is typed is looked up in every spelling, arrows and Enter choose.

const COMPLETE_AFTER = 90;

/** A field with a list below it. `chosen` is called with a hit; the field keeps its id otherwise. */
function entityField({ id, label, kind = "", value = "", help = "", chosen = null, most = 12 }) {
  let held = value, hits = [], at = -1;
  const turn = latest();
  const list = el("ul", { id: `${id}-hits`, class: "hits", role: "listbox", "aria-label": label, hidden: true });
  const input = el("input", {
    id, type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", value: Entity.nameOf(value),
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-hits`, "aria-describedby": help ? `${id}-help` : null,
  });
  const mark = () => {
    [...list.children].forEach((row, place) => row.setAttribute("aria-selected", String(place === at)));
    if (at >= 0 && hits.length) {
      input.setAttribute("aria-activedescendant", `${id}-hit-${at}`);
      list.children[at].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  if (value && input.value === value) named(value).then((name) => input.value === value && (input.value = name));
  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    mark();
  };
  const take = (hit) => {
    close();
    Entity.names.set(hit.id, hit.name);
    [held, input.value] = [hit.id, hit.name];
    if (chosen) chosen(hit);
  };
  const draw = () => {
    list.replaceChildren(...(hits.length ? hits.map((hit, place) => hitRow(`${id}-hit-${place}`, hit, () => take(hit))) : [el("li", { role: "option", "aria-disabled": "true", class: "hint" }, t("nothing"))]));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    at = hits.length ? 0 : -1;
    mark();
    Status.say(t("found", { n: hits.length }));
  };
  const look = afterQuiet(COMPLETE_AFTER, async () => {
    const text = input.value.trim();
    if (!text) return close();
    const found = await turn(Ask.get("/search", { q: text, label: kind, most }));
    if (!found || text !== input.value.trim()) return;
    hits = found.hits;
    draw();
  });
  input.addEventListener("input", () => {
    held = input.value.trim();
    look();
  });
  input.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && !list.hidden && hits.length) {
      event.preventDefault();
      at = (at + steps[event.key] + hits.length) % hits.length;
      mark();
    } else if (event.key === "Enter" && !list.hidden && hits[at]) {
      event.preventDefault();
      take(hits[at]);
    } else if (event.key === "Escape") close();
  });
  if (!chosen) input.addEventListener("blur", () => setTimeout(close, 200));
  const node = el("div", { class: "field" }, el("label", { for: id }, label), input, help ? el("p", { class: "hint", id: `${id}-help` }, help) : null, list);
  return { node, input, value: () => held };
}

/** What an id that nobody has met yet is called. */
async function named(id) {
  const found = await Ask.get("/search", { q: id.replaceAll("-", " "), most: 20 });
  const hit = found?.hits.find((each) => each.id === id);
  if (hit) Entity.names.set(id, hit.name);
  return hit?.name ?? id;
}

function hitRow(id, { name, label, matched }, take) {
  const beside = [Entity.word(label), matched !== name ? matched : ""].filter(Boolean).join(" · ");
  return el(
    "li",
    { role: "option", id, onmousedown: (event) => event.preventDefault(), onclick: take },
    Entity.symbol(label),
    el("span", { class: "name", dir: "auto" }, name),
    el("span", { class: "about", dir: "auto" }, beside),
  );
}
