// The saved questions: a list by matter, and a form for the parameters of one.

const Forms = {
  all: [],

  pane() {
    const { ask } = Trail.now;
    if (ask && "cypher" in ask) return [backButton(), ...cypherForm(ask.cypher)];
    const form = ask && Forms.all.find(({ name }) => name === ask.query);
    return form ? [backButton(), ...questionForm(form, ask)] : questionList();
  },
};

function backButton() {
  return button(t("all_questions"), () => Trail.set({ ask: null }), { class: "back" });
}

function questionList() {
  const tags = new Map();
  for (const form of Forms.all) tags.set(form.tag, [...(tags.get(form.tag) ?? []), form]);
  const groups = [...tags].map(([tag, forms]) =>
    el("details", { class: "tag" }, el("summary", {}, tag, " ", el("span", { class: "number" }, String(forms.length))), el("ul", {}, ...forms.map(questionRow))),
  );
  return [el("p", { class: "hint" }, t("questions_hint")), ...groups, button(t("cypher"), () => Trail.set({ ask: { cypher: "" } }))];
}

function questionRow(form) {
  return el("li", {}, button(form.title, () => Trail.set({ ask: { query: form.name, params: {} } }), { class: "question", lang: "en" }));
}

function questionForm(form, ask) {
  const fields = form.params.map((param) => [param.name, paramField(param, ask.params?.[param.name] ?? param.default)]);
  const run = (event) => {
    event.preventDefault();
    const params = Object.fromEntries(fields.map(([name, field]) => [name, field.value()]).filter(([, value]) => value !== ""));
    Results.run({ query: form.name, params });
  };
  return [
    el("h3", { lang: "en" }, form.title),
    form.description ? el("details", { class: "why" }, el("summary", {}, t("about_question")), el("p", { class: "hint", lang: "en" }, form.description)) : null,
    el("form", { class: "fields", onsubmit: run }, ...fields.map(([, field]) => field.node), el("button", { type: "submit", class: "strong", id: "run" }, t("run"))),
  ].filter(Boolean);
}

/** A field of the kind that the parameter is. */
function paramField({ name, type, label, needed, help, example, choices }, value) {
  const id = `param-${name}`;
  const words = `${name.replaceAll("_", " ")}${needed ? "" : ` (${t("optional")})`}`;
  const hint = [help, t("example", { text: example })].join(", ");
  if (type === "entity") return entityField({ id, label: words, kind: label, value, help: hint });
  const input = type === "choice" || type === "bool" ? choiceOf(id, type === "bool" ? ["yes", "no"] : choices, value, needed) : el("input", { id, type: "text", value, required: needed, inputmode: type === "int" || type === "float" ? "decimal" : null });
  input.setAttribute("aria-describedby", `${id}-help`);
  const node = el("div", { class: "field" }, el("label", { for: id }, words), input, el("p", { class: "hint", id: `${id}-help`, lang: "en" }, hint));
  return { node, value: () => input.value.trim() };
}

function choiceOf(id, choices, value, needed) {
  const all = needed || choices.includes(value) ? choices : ["", ...choices];
  return el("select", { id }, ...all.map((choice) => el("option", { value: choice, selected: choice === value }, choice || "–")));
}

function cypherForm(text) {
  const area = el("textarea", { id: "cypher", rows: "10", spellcheck: "false" }, text || "MATCH (c:Company)-[r:SUPPLIES]->(f:PoliceForce)\nRETURN c AS supplier, f AS force, r.claims AS claims\nORDER BY c.name, f.name, r.eid\nLIMIT 50");
  const run = (event) => {
    event.preventDefault();
    Results.run({ cypher: area.value });
  };
  return [el("form", { class: "fields", onsubmit: run }, el("label", { for: "cypher" }, t("cypher")), area, el("p", { class: "hint" }, t("cypher_hint")), el("button", { type: "submit", class: "strong", id: "run" }, t("run")))];
}
