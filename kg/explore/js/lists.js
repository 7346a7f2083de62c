// Conflicts and sources of the whole graph, or of one entity.

const Lists = {
  last: latest(),
  about: "",

  async conflicts() {
    const found = await Lists.last(Ask.get("/conflicts", { id: Lists.about }));
    if (!found) return null;
    const whole = Lists.about ? [button(t("all_conflicts"), () => Lists.conflictsOf(""), { class: "back" })] : [];
    return [...whole, el("p", { class: "hint" }, t("conflicts_hint", { n: found.count })), ...found.conflicts.map(conflictPart)];
  },

  async sources() {
    const found = await Lists.last(Ask.get("/sources"));
    if (!found) return null;
    return [el("p", { class: "hint" }, t("sources_hint", { n: found.count })), el("ul", { class: "books" }, ...found.sources.map(sourceRow))];
  },

  async conflictsOf(id) {
    Lists.about = id;
    await Trail.set({ tab: "conflicts" });
    await Pane.draw();
    byId("pane").focus({ preventScroll: true });
  },
};

function conflictPart({ title, kind, note, claims }) {
  const sides = claims.map((claim) =>
    el("li", {}, el("p", { class: "says", dir: "auto" }, claim.sentence), el("p", { class: "source" }, ...separated([el("cite", { dir: "auto" }, claim.title || claim.source), el("bdi", {}, Say.place(claim.locator)), claim.published, claim.said_by_name ? `${t("said_by")} ${claim.said_by_name}` : null]))),
  );
  return el("details", { class: "tag" }, el("summary", { dir: "auto" }, title), el("p", { class: "hint" }, [t(`kind_${kind}`), note].filter(Boolean).join(": ")), el("ul", { class: "claims" }, ...sides));
}

function sourceRow({ id, title, publisher, published, claims, url }) {
  const body = el("div", {});
  const open = async (event) => {
    if (!event.target.open || body.childElementCount) return;
    const found = await Ask.get("/source", { id });
    if (found) body.replaceChildren(...sourceParts(found, url));
  };
  return el("li", {}, el("details", { class: "tag", ontoggle: open }, el("summary", {}, el("bdi", {}, [publisher, title].filter(Boolean).join(": ") || id), " ", el("span", { class: "about" }, [published, t("claims_of", { n: claims })].filter(Boolean).join(" · "))), body));
}

function sourceParts({ claims, entities, count }, url) {
  const link = /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/i.test(url) ? el("p", {}, el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, url)) : null;
  return [
    link,
    el("div", { class: "buttons" }, button(t("as_picture", { n: entities.length }), () => Trail.set({ shown: fitting(entities.map(({ id }) => id)), view: "picture", read: "" }))),
    el("ul", { class: "claims" }, ...claims.map((claim) => el("li", {}, el("p", { class: "says", dir: "auto" }, claim.sentence), el("p", { class: "source" }, Say.place(claim.locator))))),
    claims.length < count ? el("p", { class: "hint" }, t("first_rows", { n: claims.length, all: count })) : null,
  ].filter(Boolean);
}
