// What the symbols and strokes mean: those of this picture only.

const Legend = {
  /** Below what is read of one, for whoever asks. */
  folded() {
    const [heading, ...lists] = Legend.drawn();
    return [el("details", { class: "signs" }, el("summary", {}, heading.textContent), ...lists)];
  },

  drawn() {
    const row = (picture, words) => el("li", {}, picture, words);
    const kinds = G.labels.map((label) => row(symbolPicture(label), Data.worded(label.name)));
    const ties = G.styles.map((style) => row(stylePicture(style), Data.worded(style.name)));
    const signs = [["?", t("legend_certain")], ["!", t("legend_conflict")]].map(([sign, words]) =>
      row(el("span", { class: "sign", "aria-hidden": "true" }, sign), words),
    );
    return [
      el("h3", {}, t("legend")),
      el("ul", { class: "legend", "aria-label": t("legend_marks") }, ...kinds),
      ties.length ? el("ul", { class: "legend", "aria-label": t("legend_lines") }, ...ties, ...signs) : null,
    ].filter(Boolean);
  },
};
