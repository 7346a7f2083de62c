// What lies under the pointer, in a few words beside it.

const Tip = {
  show(under, { x, y }) {
    if (!under) return Tip.hide();
    const tip = byId("tip");
    const [head, ...rest] = under.item ? aboutItem(under.item.i) : aboutTie(under.tie);
    tip.replaceChildren(el("strong", { dir: "auto" }, head), ...rest.map((text) => el("span", { dir: "auto" }, text)));
    tip.hidden = false;
    const room = Stage.box.clientWidth;
    tip.style.left = `${Math.max(4, Math.min(x + 14, room - tip.offsetWidth - 8))}px`;
    tip.style.top = `${y + 16 + tip.offsetHeight > Stage.box.clientHeight ? y - tip.offsetHeight - 8 : y + 16}px`;
  },

  hide() {
    byId("tip").hidden = true;
  },
};

function aboutItem(i) {
  const ties = Data.isMark(i) ? t("ties", { n: Data.degree[i] }) : t("open_group");
  return [Say.name(i), Say.about(i), Say.event(i), ties].filter(Boolean);
}

function aboutTie({ lines }) {
  const [k] = lines;
  if (lines.length > 1) return [t("ties", { n: lines.length }), ...lines.slice(0, 3).map((k) => Say.standing(Say.line(k), k))];
  return [Say.line(k), [Say.status(k), Say.dates(k)].filter(Boolean).join(" · ")].filter(Boolean);
}
