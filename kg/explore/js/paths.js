// How two are tied: each way as its hops, each hop with what sources say.

const Ways = {
  last: latest(),

  form() {
    const from = entityField({ id: "path-from", label: t("column_from"), value: Trail.now.from });
    const to = entityField({ id: "path-to", label: t("column_to"), value: Trail.now.to });
    const ask = (event) => {
      event.preventDefault();
      if (from.value() && to.value()) Trail.set({ from: from.value(), to: to.value(), read: "" });
    };
    return [el("p", { class: "hint" }, t("path_hint")), el("form", { class: "fields", onsubmit: ask }, from.node, to.node, el("button", { type: "submit", class: "strong" }, t("path_find")))];
  },

  async show(from, to) {
    const found = await Ways.last(Ask.get("/path", { from, to }));
    return found ? wayParts(found) : null;
  },
};

function wayParts({ paths, sources, numbers }) {
  if (!paths.length) return [Details.title(t("path_title")), el("p", {}, t("path_none_at_all"))];
  const ends = { a: paths[0].names[0], b: paths[0].names.at(-1) };
  const remarks = [...new Set(paths.flatMap((path) => path.remarks))];
  return [
    Details.title(t("path", ends)),
    ...paths.map((path, place) => wayPart(path, place, numbers)),
    remarks.length ? el("ul", { class: "warnings" }, ...remarks.map((remark) => el("li", { dir: "auto" }, remark))) : null,
    el("p", { class: "hint" }, t("path_mind")),
    ...Notes.list(sources, "way"),
  ].filter(Boolean);
}

function wayPart({ names, hops }, place, numbers) {
  const ids = [hops[0].from.id, ...hops.map((hop) => hop.to.id)];
  return el(
    "section",
    { class: "way" },
    el("h3", { dir: "auto" }, `${place + 1}. ${names.join(" – ")}`),
    button(t("draw_path"), () => Trail.add(ids, { view: "picture" }), { class: place ? null : "strong" }),
    el("ol", { class: "ties" }, ...hops.map((hop) => hopItem(hop, numbers))),
  );
}

function hopItem({ from, to, ties }, numbers) {
  return el("li", {}, ...ties.map((tie) => hopTie(tie.forward ? [from, to] : [to, from], tie, numbers)));
}

function hopTie([a, b], { words, certainty, details, claims }, numbers) {
  const { title, role, status, since, until, former } = details;
  const dates = since && until ? `${since} – ${until}` : since ? t("since", { date: since }) : until ? t("until", { date: until }) : "";
  const said = [title, role, status, dates, former ? t("former") : ""].filter(Boolean);
  return el(
    "div",
    { class: "hop" },
    el("p", { class: "tie" }, Entity.button(a), " ", el("em", {}, words), " ", Entity.button(b), " ", ["stated", "reported"].includes(certainty) ? null : el("span", { class: "chip unsure" }, `? ${certaintyWord(certainty)}`), ...Notes.marks(claims.map(({ id }) => numbers[id]), "way")),
    said.length ? el("p", { class: "details", dir: "auto" }, said.join(" · ")) : null,
  );
}
