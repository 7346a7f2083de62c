// Claims: what a source says, who says it, where, when, and whether another one says otherwise.

/** Every claim of a list, each with its source. */
function claimList(claims) {
  if (!claims?.length) return el("p", { class: "hint" }, t("no_claims"));
  return el("ul", { class: "claims" }, ...claims.map((c) => claimItem(Evidence.claim(c))));
}

function claimItem(claim) {
  const { source } = claim;
  const sure = claim.certainty > 1 ? el("span", { class: Say.isSure(claim.certainty) ? "chip" : "chip unsure" }, certaintyText(claim.certainty)) : null;
  const saidBy = claim.saidBy ? [`${t("said_by")} `, el("bdi", {}, claim.saidBy)] : [];
  return el(
    "li",
    {},
    el("p", { class: "says", dir: "auto", lang: "en" }, claim.says || source.title),
    ...claim.conflicts.map((title) => el("p", { class: "conflict" }, "⚠ ", t("conflict_on", { name: title }))),
    ...claim.unclear.map((title) => el("p", { class: "hint" }, "? ", t("unclear_on", { name: title }))),
    el(
      "p",
      { class: "source" },
      ...separated([
        sourceLink(source),
        source.publisher ? el("bdi", {}, source.publisher) : null,
        claim.locator ? el("bdi", {}, Say.place(claim.locator)) : null,
        source.published || null,
        source.read ? t("read_on", { date: source.read }) : null,
        saidBy.length ? el("span", {}, ...saidBy) : null,
        sure,
      ]),
    ),
  );
}

/** The title, as a link only if the address is one that a browser may follow. */
function sourceLink({ title, link, address, language }) {
  const words = el("cite", { dir: "auto", lang: language || null }, title || address);
  if (!link) return words;
  return el("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, words);
}

function certaintyText(number) {
  return `${Say.isSure(number) ? "" : "? "}${Say.certainty(number)}`;
}

function separated(parts) {
  return parts.filter(Boolean).flatMap((part, place) => (place ? [", ", part] : [part]));
}

/** Small words beside a tie: status, dates, how certain, whether it is in dispute. */
function chips(k) {
  const certainty = Data.line("certainty", k);
  const found = [
    [Say.status(k), "chip"],
    [Data.is(FORMER, k) ? t("former") : "", "chip"],
    [Say.dates(k), "chip"],
    [Say.isSure(certainty) ? "" : certaintyText(certainty), "chip unsure"],
    [Data.is(CONFLICT, k) ? `⚠ ${t("conflict")}` : "", "chip conflict"],
    [Data.is(UNCLEAR, k) ? `? ${t("unclear")}` : "", "chip unsure"],
    [Data.is(DERIVED, k) ? t("derived") : "", "chip"],
  ];
  return found.filter(([text]) => text).map(([text, kind]) => el("span", { class: kind }, text));
}
