// All that is known of one entity: in short, by topic, what is not known, and every source.

const Profile = {
  last: latest(),
  held: null,

  async show(id) {
    const key = `${Words.lang} ${id}`;
    if (Profile.held?.key !== key) {
      const asked = Promise.all([Ask.get("/entity", { id }), Ask.get("/neighbours", { id })]);
      const found = await Profile.last(asked);
      if (!found?.every(Boolean)) return null;
      Entity.names.set(id, found[0].name);
      Profile.held = { key, profile: found[0], groups: found[1].groups };
    }
    return profileParts(Profile.held);
  },
};

function profileParts({ profile, groups }) {
  const notes = new Map(profile.topics.concat([{ facts: profile.mentions }, { facts: profile.maybe_same }])
    .flatMap(({ facts }) => facts).flatMap(({ claims }) => claims.map(({ id, note }) => [id, note])));
  const also = [...new Set([...Object.values(profile.names), profile.own_name, ...profile.aliases])].filter((name) => name !== profile.name);
  const topics = [
    ...profile.topics.map(({ name, facts }) => [name, facts]),
    [t("head_mentions"), profile.mentions],
    [t("head_maybe_same"), profile.maybe_same],
  ];
  return [
    Details.title(profile.name, Entity.symbol(profile.label)),
    el("p", { class: "about" }, profileLine(profile)),
    also.length ? el("p", { class: "also" }, `${t("also")}: `, el("bdi", {}, also.join("; "))) : null,
    profile.notes ? el("p", { class: "note", lang: "en", dir: "auto" }, profile.notes) : null,
    profile.public_basis ? el("p", { class: "note" }, `${t("head_public_basis")}: `, el("bdi", {}, profile.public_basis)) : null,
    profileButtons(profile),
    profile.claims.all > profile.claims.n ? el("p", { class: "hint" }, t("first_claims", profile.claims)) : null,
    ...essentials(profile, notes),
    ...conflictLines(profile),
    ...Neighbours.section(profile.id, groups),
    ...topics.filter(([, facts]) => facts.length).map(([name, facts]) => topicPart(name, facts, topics.length < 6)),
    ...Notes.list(profile.sources, "profile"),
  ].filter(Boolean);
}

function profileLine({ label, kind, country, collective, unnamed }) {
  const marks = [collective ? t("head_collective") : "", unnamed ? t("head_unnamed") : ""];
  return [Entity.word(label), kind, country.join(", "), ...marks].filter(Boolean).join(" · ");
}

function profileButtons({ id }) {
  const isShown = Trail.isShown(id);
  const { from } = Trail.now;
  return el(
    "div",
    { class: "buttons" },
    button(t("expand_from"), () => Neighbours.expand(id), { class: "strong", id: "expand" }),
    isShown ? button(t("hide"), () => Trail.remove(id)) : button(t("add"), () => Trail.add([id], { view: "picture" })),
    button(t("path_from"), () => Trail.set({ from: id, to: "", tab: "path" })),
    from && from !== id ? button(t("path_to"), () => Trail.set({ to: id })) : null,
    button(t("sources_disagree"), () => Lists.conflictsOf(id)),
  );
}

function essentials({ essentials: known }, notes) {
  if (!known.length) return [];
  const rows = known.flatMap(({ name, values }) => [
    el("dt", {}, name),
    el("dd", {}, ...(values.length ? values.map((value) => essentialValue(value, notes)) : [el("span", { class: "hint" }, t("head_not_known"))])),
  ]);
  return [el("h3", {}, t("head_essentials")), el("dl", { class: "short" }, ...rows)];
}

function essentialValue({ text, entity, claims }, notes) {
  const name = entity ? Entity.button({ id: entity, name: text }) : el("span", { dir: "auto" }, text);
  return el("span", { class: "value" }, name, " ", ...Notes.marks(claims.map((id) => notes.get(id)), "profile"));
}

/** What kind each contradiction of the profile is of: both cannot hold, unclear, it changed. */
const Disputes = new Map();

function conflictLines({ conflicts }) {
  Disputes.clear();
  conflicts.forEach(({ id, kind }) => Disputes.set(id, kind));
  if (!conflicts.length) return [];
  return [el("h3", {}, t("sources_disagree")), el("ul", { class: "warnings" }, ...conflicts.map(conflictLine))];
}

function conflictLine({ title, kind, note }) {
  const sign = kind === "conflict" ? "⚠ " : `${t(`kind_${kind}`)}: `;
  const more = note ? el("span", { class: "hint", dir: "auto" }, ` ${note}`) : null;
  return el("li", { class: kind === "conflict" ? "conflict" : "" }, sign, el("bdi", {}, title), more);
}

function disputeChip(kinds) {
  if (kinds.includes("conflict")) return el("span", { class: "chip conflict" }, `⚠ ${t("conflict")}`);
  if (kinds.includes("unclear")) return el("span", { class: "chip unsure" }, `? ${t("unclear")}`);
  return kinds.length ? el("span", { class: "chip" }, t("kind_history")) : null;
}

function topicPart(name, facts, isOpen) {
  const list = [partly(facts, factItem)].flat();
  return el("details", { class: "topic", open: isOpen || facts.length <= 8 }, el("summary", {}, name, " ", el("span", { class: "number" }, written(facts.length))), ...list);
}

function factItem({ words, other, text, certainty, derived, conflicts, claims }) {
  const details = [...new Set(claims.flatMap((claim) => claim.details))];
  const saidBy = [...new Set(claims.map((claim) => claim.said_by_name).filter(Boolean))];
  return el(
    "li",
    {},
    el(
      "p",
      { class: "tie" },
      el("em", {}, words), " ",
      other ? Entity.button(other) : el("span", { dir: "auto" }, text), " ",
      ["stated", "reported", ""].includes(certainty) ? null : el("span", { class: "chip unsure" }, `? ${certaintyWord(certainty)}`),
      derived ? el("span", { class: "chip" }, t("derived")) : null,
      disputeChip(conflicts.map((id) => Disputes.get(id))),
      ...Notes.marks(claims.map(({ note }) => note), "profile"),
    ),
    details.length ? el("p", { class: "details", dir: "auto" }, details.join(" · ")) : null,
    saidBy.length ? el("p", { class: "details" }, `${t("said_by")} `, el("bdi", {}, saidBy.join("; "))) : null,
  );
}

function certaintyWord(certainty) {
  const known = G.certainties.find(({ id }) => id === certainty);
  return known ? Data.worded(known.name) : certainty;
}
